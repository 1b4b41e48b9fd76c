"""How often the outlook of a year held: seen on 1 January and from every month-end, beside where the year did end.

The last of the bundled years is seen with two whole years before it, as the product sees one. The year before has only
one before it: for that the least number of months is lowered, which the product never does.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from etl.demo import load_demo
from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import year_of
from kpi.extent import default_cutoff
from kpi.forecast.counts import LEVEL
from kpi.forecast.outlook import LEAST, SUMMED, Outlook, outlook_of
from kpi.observations import Book, Scope
from kpi.values import Value, value_of
from warehouse import Warehouse, settings
from warehouse.permissions import local_actor

FEWEST = 12  # months, for the back-test of the year before the last
WORDS = {Behaviour.flow: "counts", Behaviour.ratio: "rates", Behaviour.mean: "means"}


class Try(NamedTuple):
    """One outlook beside what came of it. ``width`` is that of the band: of rates in points, else over the middle."""

    behaviour: Behaviour
    office: str | None
    held: bool
    width: float


def tries(catalogue: Catalogue, book: Book, year: int, least: int = LEAST) -> Iterator[Try]:
    """Every flow, rate and mean, agency and offices, as far as there is an outlook.

    ``book`` must hold whole months, so that nothing of January is counted on the first.
    """
    period = year_of(year)
    origins = [period.start, *(month.end for month in period.months()[:-1])]
    offices = [None, *(office.name for office in book.offices if book.held_throughout(office, period))]
    for key, item in catalogue.indicators.items():
        for office in offices if item.behaviour in SUMMED else ():
            ended = value_of(catalogue, book, key, period, Scope(office))
            if not isinstance(ended, Value) or ended.value is None or ended.period != period:
                continue
            for day in origins:
                found = outlook_of(catalogue, book, key, day, Scope(office), least=least)
                if found:
                    yield judged(found, item.behaviour, ended.value)


def judged(found: Outlook, behaviour: Behaviour, end: float) -> Try:
    """Did it hold? Ends are not rounded: a count of 3 is outside of 3.2 to 5.1, though a page prints 3 to 5."""
    slack = 1e-9 * abs(end)
    width = found.high - found.low
    if behaviour is not Behaviour.ratio:
        width = width / found.middle if found.middle else 0.0
    return Try(behaviour, found.scope.office, found.low - slack <= end <= found.high + slack, width)


def line(year: int, behaviour: Behaviour, made: Sequence[Try]) -> str:
    agency = [one for one in made if one.office is None]
    offices = [one for one in made if one.office is not None]
    parts = ", ".join(
        f"{name} {statistics.mean(one.held for one in some):.0%} of {len(some)}"
        for name, some in (("agency", agency), ("offices", offices))
        if some
    )
    widths = [one.width for one in made]
    unit = "points" if behaviour is Behaviour.ratio else "% of the middle"
    return (
        f"outlook of {WORDS[behaviour]} on {year}: {statistics.mean(one.held for one in made):.0%} of {len(made)} bands held"
        f" ({parts}; nominal {LEVEL:.0%}); width: median {statistics.median(widths) * 100:.1f}, "
        f"mean {statistics.mean(widths) * 100:.1f} {unit}"
    )


def run() -> list[str]:
    """Lines of the report."""
    with tempfile.TemporaryDirectory() as name:
        warehouse = Warehouse.open(Path(name), settings.catalogue())
        load_demo(warehouse, local_actor(), datetime.now(UTC), "en")
        catalogue, book = warehouse.catalogue, warehouse.book()
        warehouse.close()
        begun = time.perf_counter()
        last = default_cutoff(catalogue, book).year  # the bundled exports end with a year
        lines, count = [], 0
        for year, least in ((last, LEAST), (last - 1, FEWEST)):
            made = list(tries(catalogue, book, year, least))
            count += len(made)
            for behaviour in WORDS:
                if some := [one for one in made if one.behaviour is behaviour]:
                    lines.append(line(year, behaviour, some))
        seconds = time.perf_counter() - begun
    return [*lines, f"one outlook: {seconds / count * 1000:.1f} ms (mean of {count:,})"]
