"""Rows that cannot be: dates out of their order, waiting outside the life of a case, a state that its day contradicts.

Each rule looks at a frame and adds problems, at the cell that a clerk would look at first; a cell that could not be read
has been told already.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.compute as pc  # type: ignore[import-untyped]

from etl.reading import a1
from etl.tabular.cells import show
from etl.tabular.typed_table import Frame
from kpi.catalogue import Catalogue, Source


def dates_in_order(frame: Frame, catalogue: Catalogue) -> None:
    """No date lies before one that must precede it, whether or not those between them are filled."""
    known: dict[str, np.ndarray] = {}
    told: set[tuple[int, str]] = set()
    for chain in chains(frame.source):
        columns = [name for name in chain if _there(frame, name)]
        known |= {name: frame.dates(name) for name in columns if name not in known}
        latest, named = np.full(len(frame), np.datetime64("NaT", "D")), np.zeros(len(frame), np.int16)
        for place, column in enumerate(columns):
            days = known[column]
            for row in np.flatnonzero(days < latest).tolist():
                if (row, column) not in told:
                    told.add((row, column))
                    first, day = frame.source.columns[columns[named[row]]].headers[0], latest[row].item()
                    frame.problem("error", "dates-out-of-order", row, column, first=first, day=day)
            later = (np.isnat(latest) & ~np.isnat(days)) | (days > latest)
            latest, named = np.where(later, days, latest), np.where(later, place, named)


def chains(source: Source) -> Iterator[tuple[str, ...]]:
    """Columns of dates of which none lies before one that stands earlier: those declared, and those of every clock."""
    yield from source.order
    for clock in source.clocks.values():
        yield clock.start, clock.end
        if clock.extended_to:
            yield clock.start, clock.extended_to
        for notice, answer in clock.pauses:
            yield clock.start, notice, answer


def pauses_inside(frame: Frame, catalogue: Catalogue) -> None:
    """Waiting has a notice, which comes before the case is over; an answer that comes later counts up to its end only."""
    unread = _unread(frame)
    for clock in frame.source.clocks.values():
        pairs = [pair for pair in clock.pauses if any(_there(frame, name) for name in pair)]
        if not pairs:
            continue
        ends = frame.dates(clock.end)
        over = frame.source.columns[clock.end].headers[0]
        for notice, answer in pairs:
            asked, answered = frame.dates(notice), frame.dates(answer)
            what = frame.source.columns[notice].headers[0]
            for row in np.flatnonzero(np.isnat(asked) & ~np.isnat(answered)).tolist():
                if _place(frame, row, notice) not in unread:
                    frame.problem("error", "pause-without-notice", row, answer, notice=what)
            for row in np.flatnonzero(asked > ends).tolist():
                frame.problem("error", "pause-after-end", row, notice, over=over, day=ends[row].item())
            for row in np.flatnonzero((answered > ends) & (asked <= ends)).tolist():
                frame.problem("warning", "answer-after-end", row, answer, over=over, day=ends[row].item())


def states_fit(frame: Frame, catalogue: Catalogue) -> None:
    """What a row says of itself agrees with the day that stands in it, or that does not."""
    unread = _unread(frame)
    for state in frame.source.states:
        if not _there(frame, state.column) or not _there(frame, state.day):
            continue
        wanted = frame.source.columns[state.day].headers[0]
        dated = ~np.isnat(frame.dates(state.day))
        open_, over = (_says(frame, state.column, words) for words in (state.open, state.over))
        for row in np.flatnonzero(np.where(dated, open_, over)).tolist():
            if dated[row] or _place(frame, row, state.day) not in unread:
                key = "state-open-with-day" if dated[row] else "state-over-without-day"
                said = show(frame.raw(row, state.column)).strip()
                frame.problem(state.severity, key, row, state.day, state=said, wanted=wanted)


def _says(frame: Frame, column: str, words: tuple[str, ...]) -> np.ndarray:
    """Which rows say one of these words?"""
    found: np.ndarray = pc.is_in(frame.arrow(column), value_set=pa.array(words, pa.string())).to_numpy(
        zero_copy_only=False
    )
    return found


def _there(frame: Frame, column: str) -> bool:
    return any(column in table.columns for table in frame.tables)


def _unread(frame: Frame) -> set[tuple[str | None, str | None]]:
    """The cells that could not be read."""
    return {(one.sheet, one.cell) for one in frame.problems if one.severity == "error"}


def _place(frame: Frame, row: int, column: str) -> tuple[str, str | None]:
    table = frame.tables[frame.which[row]]
    place = table.columns.get(column)
    return table.sheet, a1(frame.numbers[row] - 1, place) if place is not None else None
