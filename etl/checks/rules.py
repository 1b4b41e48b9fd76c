"""What must hold beyond types. Each rule is one function: it looks at a frame and adds problems, or leaves rows out."""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Container
from datetime import date
from itertools import pairwise

import numpy as np
from pydantic import ValidationError

from etl.checks.form_rules import cut_offs_fit, placeholders_read, rows_exist
from etl.checks.impossible_rows import dates_in_order, pauses_inside, states_fit
from etl.checks.whole_counts import BOUNDS, counts_whole
from etl.tabular.cells import symbol
from etl.tabular.tables import a1
from etl.tabular.typed_table import Frame
from kpi.catalogue import FAULTS, Catalogue, Scaled, misfit
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET
from warehouse.reads.set_on_pages import kind_of, standard_of

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check(frame: Frame, catalogue: Catalogue) -> None:
    """Run all rules; problems and left-out rows are in ``frame`` afterwards."""
    for rule in RULES:
        rule(frame, catalogue)


def only_our_names(frame: Frame, catalogue: Catalogue) -> None:
    """Rows of other agencies are left out, and said."""
    column = frame.source.only_names
    if not column:
        return
    ours = set(catalogue.settings.agency_names)
    wanted = np.array([value in ours for value in frame.cells[column]], dtype=bool)
    left = int((~wanted).sum()) if len(wanted) else 0
    if left:
        frame.problem("note", "rows-of-others", 0, column, count=left, names="、".join(catalogue.settings.agency_names))
        others = {a1(frame.numbers[row] - 1, 0)[1:] for row in np.flatnonzero(~wanted)}
        frame.problems = [one for one in frame.problems if not one.cell or one.cell.lstrip(LETTERS) not in others]
        frame.keep(wanted)


def parts_add_up(frame: Frame, catalogue: Catalogue) -> None:
    """Raw points are no more than their maximum and equal the sum of their parts."""
    for spec in frame.source.derived.values():
        if not isinstance(spec, Scaled):
            continue
        for row, (kind, points) in enumerate(zip(frame.cells[spec.by], frame.cells[spec.points], strict=True)):
            parts = spec.maximum.get(kind or "")
            if parts is None or points is None:
                continue
            top = sum(parts.values())
            if points > top:
                frame.problem("error", "points-over-maximum", row, spec.points, points, maximum=f"{top:g}", kind=kind)
            given = [frame.cells[part][row] for part in parts]
            for part, value in zip(parts, given, strict=True):
                if value is not None and value > parts[part]:
                    frame.problem(
                        "error", "points-over-maximum", row, part, value, maximum=f"{parts[part]:g}", kind=kind
                    )
            if None not in given and abs(sum(given) - points) > 1e-9:
                frame.problem("warning", "parts-differ", row, spec.points, points, sum=f"{sum(given):g}")


def keys_once(frame: Frame, catalogue: Catalogue) -> None:
    """Identical rows are kept once and told; the same key with other content is an error."""
    key = frame.source.key
    if not key or not len(frame):
        return
    columns = [frame.cells[name] for name in key]
    if any(len(set(column)) == len(column) for column in columns):
        return
    keys = list(zip(*columns, strict=True))
    if len(set(keys)) == len(keys):
        return
    readable = frame.readable(key)
    seen: dict[tuple, int] = {}
    wanted = np.ones(len(keys), dtype=bool)
    same = 0
    for row, value in enumerate(keys):
        if not readable[row]:
            continue  # such a key is no key, and like no other
        if value not in seen:
            seen[value] = row
            continue
        first = seen[value]
        if all(values[row] == values[first] for values in frame.cells.values()):
            wanted[row] = False
            same += 1
        else:
            shown = "／".join("" if part is None else str(part) for part in value)
            frame.problem("error", "key-twice", row, key[0], shown, first=frame.numbers[first])
    if same:
        frame.problem("note", "rows-identical", 0, key[0], count=same)
        frame.keep(wanted)


def whole_years(frame: Frame, catalogue: Catalogue) -> None:
    """A calendar counts only with all days of a year."""
    if "day_off" not in frame.source.columns:
        return
    days = {day for day in frame.cells["day"] if day is not None}
    for year, count in sorted(Counter(day.year for day in days).items()):
        if count != 365 + isleap(year):
            row = next(i for i, day in enumerate(frame.cells["day"]) if day is not None and day.year == year)
            frame.problem(
                "error", "year-not-whole", row, "day", date(year, 1, 1).year, count=count, days=365 + isleap(year)
            )


def figures_complete(frame: Frame, catalogue: Catalogue) -> None:
    """A hand-counted row has a value or a numerator; a rate in per cent is stored as a fraction; periods do not overlap."""
    if frame.source.kind != "figures":
        return
    cells = frame.cells
    wanted = np.ones(len(frame), dtype=bool)
    spans: dict[tuple, list[tuple[date, date, int]]] = {}
    readable = frame.readable(("value", "numerator", "denominator"))
    for row, key in enumerate(cells["indicator"]):
        value, numerator, denominator = cells["value"][row], cells["numerator"][row], cells["denominator"][row]
        if key is None:
            continue
        item = catalogue.indicators[key]
        if item.source != "figures":
            frame.problem("error", "indicator-not-by-hand", row, "indicator", item.name.zh)
            continue
        if not readable[row]:
            continue  # its cell says what is wrong
        if value is None and numerator is None:
            stated = (
                cells["qualifier"][row] or symbol(frame.raw(row, "numerator")) or symbol(frame.raw(row, "denominator"))
            )
            if stated not in (NO_VALUE, NOT_YET, NOT_APPLICABLE):
                frame.problem("note", "figure-blank", row, "value")
                wanted[row] = False
                continue
            cells["qualifier"][row], cells["denominator"][row] = stated, None
        elif cells["qualifier"][row] in (NO_VALUE, NOT_YET, NOT_APPLICABLE):
            frame.problem("error", "figure-and-none", row, "qualifier", cells["qualifier"][row])
        if cells["denominator"][row] is not None and numerator is None:
            frame.problem("error", "numerator-missing", row, "numerator")
        if item.unit == "percent" and value is not None:
            percent = bool(frame.percents and frame.percents[row])
            if not percent and isinstance(frame.raw(row, "value"), str) and 0 < value <= 1:
                frame.problem(
                    "error", "percent-ambiguous", row, "value", value, one=f"{value:.10g}%", two=f"{value * 100:.10g}%"
                )
                continue
            cells["value"][row] = value if percent or value <= 1 else value / 100
            if not 0 <= cells["value"][row] <= 1:
                frame.problem("error", "out-of-range", row, "value", value, low="0%", high="100%")
        elif value is not None and frame.percents and frame.percents[row]:
            frame.problem("error", "percent-of-a-count", row, "value")
        if numerator is not None and denominator is not None and item.unit == "percent" and numerator > denominator:
            frame.problem("error", "numerator-too-large", row, "numerator", numerator, denominator=f"{denominator:g}")
        end = cells["to"][row]
        if end is not None:
            spans.setdefault((key, cells["office"][row]), []).append((cells["from"][row] or end, end, row))
    offices = {key: {office for k, office in spans if k == key} for key, _ in spans}
    for (key, office), items in spans.items():
        if None in offices[key] and len(offices[key]) > 1 and office is None:
            frame.problem("error", "agency-beside-offices", items[0][2], "office", catalogue.indicators[key].name.zh)
        items.sort()
        for (first, end, _), (start, last, row) in pairwise(items):
            if start <= end and (first, end) != (start, last):  # the same period twice is a key twice
                frame.problem("error", "periods-overlap", row, "from" if cells["from"][row] else "to", end=end)
    frame.keep(wanted)


def standards_fit(frame: Frame, catalogue: Catalogue) -> None:
    """A reference standard is one that its indicator can be held against; bounds of rates become fractions."""
    if frame.source is not catalogue.sources.get("standards"):
        return
    cells, readable = frame.cells, frame.readable(BOUNDS)
    for row in range(len(frame)):
        item = catalogue.indicators.get(cells["indicator"][row])
        if item is None or not readable[row] or cells["kind"][row] is None or cells["from"][row] is None:
            continue  # told already
        if key := misfit(item, kind_of(frame.source, cells["kind"][row])):
            frame.problem("error", key, row, "kind")
            continue
        fits = [_bound_fits(frame, row, column, percent=item.unit == "percent") for column in BOUNDS]
        if not all(fits):
            continue
        try:
            standard_of(frame.source, {name: values[row] for name, values in cells.items()})
        except ValidationError as error:
            wrong = error.errors()[0]
            key = "standard-needs-window" if wrong["loc"] == ("window",) else wrong["type"]
            frame.problem("error", key if key in FAULTS else "standard-wrong", row, "kind")


def _bound_fits(frame: Frame, row: int, column: str, *, percent: bool) -> bool:
    """A bound of a rate becomes a fraction: 5 and 5% are five per cent; of 0.5 that is written without % nobody knows."""
    bound, raw = frame.cells[column][row], frame.raw(row, column)
    if bound is None:
        return True
    signed = isinstance(raw, str) and raw.strip().endswith(("%", "％"))
    if not percent:
        if signed:
            frame.problem("error", "percent-of-a-count", row, column)
        return not signed
    if isinstance(raw, str) and not signed and 0 < bound <= 1:
        params = {"one": f"{bound:.10g}%", "two": f"{bound * 100:.10g}%"}
        frame.problem("error", "percent-ambiguous", row, column, bound, **params)
        return False
    fraction = bound if signed or bound <= 1 else bound / 100
    frame.cells[column][row] = fraction
    if not 0 <= fraction <= 1:
        frame.problem("error", "out-of-range", row, column, raw, low="0%", high="100%")
    return 0 <= fraction <= 1


def remarks_fit(frame: Frame, catalogue: Catalogue) -> None:
    """A question or an answer says something; only that a thread is settled may say nothing."""
    if frame.source is not catalogue.sources.get("remarks"):
        return
    for row, (kind, text) in enumerate(zip(frame.cells["kind"], frame.cells["text"], strict=True)):
        if text is None and kind is not None and kind != "結案":
            frame.problem("error", "cell-empty", row, "text")


def threads_known(frame: Frame, threads: dict[str, str]) -> None:
    """An answer belongs to a question that was asked, of the same indicator. ``threads``: question -> indicator."""
    cells = frame.cells
    asked = [kind == "提問" for kind in cells["kind"]]
    known = threads | {n: key for n, key, new in zip(cells["number"], cells["indicator"], asked, strict=True) if new}
    for row, (thread, key) in enumerate(zip(cells["thread"], cells["indicator"], strict=True)):
        if thread is not None and key is not None and known.get(thread) != key:
            frame.problem("error", "thread-unknown", row, "thread", thread)


def attachments_fit(frame: Frame, statements: Container[tuple[str, date]], kept: Container[str]) -> None:
    """An attachment belongs to a statement that is there, and its content is one that is kept."""
    cells = frame.cells
    for row, (key, day, name) in enumerate(zip(cells["indicator"], cells["from"], cells["kept"], strict=True)):
        if key is not None and day is not None and (key, day) not in statements:
            frame.problem("error", "attachment-no-statement", row, "from")
        if name is not None and name not in kept:
            frame.problem("error", "attachment-not-kept", row, "kept")


def editions_fit(frame: Frame, there: Container[tuple[int, int]], kept: Container[str]) -> None:
    """An edition is signed once: its number is new, and its content is one that is kept. Years are ROC years."""
    cells = frame.cells
    for row, (year, number, name) in enumerate(zip(cells["year"], cells["number"], cells["kept"], strict=True)):
        if (year, number) in there:
            frame.problem("error", "edition-there", row, "number", number)
        if name is not None and name not in kept:
            frame.problem("error", "edition-not-kept", row, "kept")


RULES = (
    only_our_names,
    dates_in_order,
    pauses_inside,
    states_fit,
    parts_add_up,
    keys_once,
    whole_years,
    figures_complete,
    standards_fit,
    counts_whole,
    remarks_fit,
    rows_exist,
    cut_offs_fit,
    placeholders_read,
)
