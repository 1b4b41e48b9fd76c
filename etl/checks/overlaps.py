"""A file beside the other files of its upload and the hand-counted figures that are there: what cannot stand together."""

from __future__ import annotations

from collections.abc import Callable

from etl.checks.around import Around
from etl.tabular.typed_table import Frame
from kpi.dates.periods import Period
from warehouse.reads.figure_rows import Stated


def beside_files(
    frame: Frame, period: Period | None, others: list[tuple[Period | None, Frame]], called: Callable[[str], str]
) -> None:
    """The same key with other content in two files of overlapping periods: nobody can know which one holds.

    Of files that follow one another the later one stands, as a case goes on. ``called``: a file's name as it is kept.
    """
    keys = frame.source.key
    for covered, other in others if keys else ():
        if period and covered and not period.meets(covered):
            continue
        known, mine = other.readable(keys), frame.readable(keys)
        seen = {key: row for row, key in enumerate(zip(*(other.cells[k] for k in keys), strict=True)) if known[row]}
        for row, key in enumerate(zip(*(frame.cells[k] for k in keys), strict=True)):
            place = seen.get(key) if mine[row] else None
            if place is not None and any(frame.cells[c][row] != other.cells[c][place] for c in frame.cells):
                shown = "／".join("" if part is None else str(part) for part in key)
                where = place_in(other, place, called)
                frame.problem("error", "key-in-two-files", row, keys[0], shown, other=where)


def place_in(other: Frame, row: int, called: Callable[[str], str]) -> str:
    """Where a row of another file stands: file, sheet (a text has none) and number."""
    sheet = other.tables[other.which[row]].sheet
    return " ".join(part for part in (called(other.file), sheet, str(other.numbers[row])) if part)


def beside_figures(frame: Frame, around: Around) -> None:
    """Periods that overlap, or the agency beside its offices, would be counted twice; with what is there too."""
    if frame.refused:
        return
    mine = _stated(frame)
    known = [] if around.clears else around.warehouse.stated_figures()
    there = [key for other in around.others for key in _stated(other)] + [key for key in known if key not in set(mine)]
    by_indicator: dict[str, list[Stated]] = {}
    for key in there:
        by_indicator.setdefault(key[0], []).append(key)
    for row, key in enumerate(mine):
        for other in by_indicator.get(key[0], ()):
            if key == other or not _span(key).meets(_span(other)):
                continue
            if key[1] == other[1]:
                frame.problem("error", "periods-overlap", row, "from" if key[2] else "to", end=other[3])
                break
            if (key[1] is None) != (other[1] is None):
                frame.problem("error", "agency-beside-offices", row, "office", key[1] or frame.raw(row, "indicator"))
                break


def _stated(frame: Frame) -> list[Stated]:
    columns = (frame.cells[name] for name in ("indicator", "office", "from", "to"))
    return list(zip(*columns, strict=True))


def _span(key: Stated) -> Period:
    return Period(min(key[2] or key[3], key[3]), key[3])
