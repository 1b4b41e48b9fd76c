"""Which source is late. Pure: what day it is comes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kpi.catalogue import Catalogue
from kpi.dates.periods import ONE_DAY, Period, month_of
from kpi.observations import Book


@dataclass(frozen=True)
class Late:
    """A source that has not delivered ``month`` though its day has passed; ``days`` since then."""

    source: str
    month: Period
    days: int


def late_sources(catalogue: Catalogue, book: Book, today: date) -> list[Late]:
    """Sources whose last month that is due is not wholly there; demonstration data are never late."""
    found = []
    for name, allowed in catalogue.settings.late_after.items():
        reach = book.reach.get(name)
        if reach is None or reach.demo or reach.through is None:
            continue
        snapshot = catalogue.sources[name].kind == "snapshot"
        missing = month_of(reach.through + ONE_DAY) if not snapshot else month_of(month_of(reach.through).end + ONE_DAY)
        due = missing.end + timedelta(days=allowed)
        if today > due:
            found.append(Late(name, missing, (today - due).days))
    return found
