"""What must hold of every source beyond types. Each rule is one function: it looks at a frame and adds problems, or leaves
rows out. The rules of one source are in `etl.checks.source_rules`."""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from datetime import date

import numpy as np

from etl.checks.impossible_rows import dates_in_order, pauses_inside, states_fit
from etl.reading import a1
from etl.tabular.typed_table import Frame
from kpi.catalogue import Catalogue, Scaled

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
    seen: dict[tuple[object, ...], int] = {}
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


RULES = (
    only_our_names,
    dates_in_order,
    pauses_inside,
    states_fit,
    parts_add_up,
    keys_once,
    whole_years,
)
