"""Keys that a spreadsheet may have changed: they differ only in letter case or leading zeros, or end in zeros alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types
import pyarrow.compute as pc  # type: ignore[import-untyped]  # pyarrow says no types

from etl.checks.overlaps import place_in
from etl.tabular.cells.keys import DIGITS
from etl.tabular.typed_table import Frame
from kpi.catalogue import ColumnType
from warehouse import Warehouse
from warehouse.reads.other_spellings import spelled_otherwise

MOST = 10  # pairs that are named
LOST = 3  # digits that must be 0 by chance in all long keys, before somebody is asked: once in a thousand files
LOOSE = (ColumnType.identifier, ColumnType.text, ColumnType.time)


def keys_alike(
    frame: Frame, others: list[Frame], called: Callable[[str], str], warehouse: Warehouse, *, clears: bool
) -> None:
    """Told for pairs of rows in the file, for rows beside the ``others`` of its upload, whatever their period, and beside
    what is there.

    ``called``: a file's name as it is kept; ``clears``: nothing will be there.
    """
    key = frame.source.key
    loose = [name for name in key if frame.source.columns[name].type in LOOSE]
    if not loose or not len(frame):
        return
    exact, alike = _keys(frame, loose)
    _rounded(frame, exact, loose)
    pairs = _inside(frame, exact, alike, loose)
    for other in others:
        pairs += _beside(exact, alike, other, loose, called)
    if not clears:
        pairs += _there(frame, exact, alike, loose, warehouse)
    for row, name, found, spelled, where in pairs[:MOST]:
        told = "keys-alike-files" if isinstance(where, str) else "keys-alike"
        frame.problem("warning", told, row, name, found, other=spelled, first=where)
    if len(pairs) > MOST:
        frame.problem("warning", "keys-alike-more", pairs[MOST][0], loose[0], count=len(pairs) - MOST)


def _keys(frame: Frame, loose: list[str]) -> tuple[pa.Table, pa.Table]:
    """The keys as they are, and as they are alike."""
    exact = pa.table({name: frame.arrow(name) for name in frame.source.key})
    alike = {name: _loose(exact[name]) if name in loose else exact[name] for name in exact.column_names}
    return exact, pa.table(alike)


def _loose(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.ascii_ltrim(pc.ascii_upper(column), "0")


def _rounded(frame: Frame, exact: pa.Table, loose: list[str]) -> None:
    """Told of long keys of which only the first fifteen digits are other than 0, as a spreadsheet writes them as text."""
    for name in loose:
        if (pc.max(pc.utf8_length(exact[name])).as_py() or 0) <= DIGITS:
            continue
        long = {key for key in frame.cells[name] if key and len(key) > DIGITS and key.isdecimal()}
        if sum(len(key) - DIGITS for key in long) >= LOST and not any(key[DIGITS:].strip("0") for key in long):
            row = next(row for row, key in enumerate(frame.cells[name]) if key in long)
            frame.problem("warning", "keys-rounded", row, name, count=len(long))


Pair = tuple[int, str, str, str, int | str]
"""Row, column, what stands there, the other spelling, and the number of its row (0: it is in the warehouse; a text: where in
another file)."""


def _inside(frame: Frame, exact: pa.Table, alike: pa.Table, loose: list[str]) -> list[Pair]:
    """Pairs of rows of the file; none where every key is in capitals and begins with no zero."""
    if _as_they_are(exact, alike, loose):
        return []
    keys, folded = _rows(exact), _rows(alike)
    seen: dict[tuple[object, ...], int] = {}
    pairs: list[Pair] = []
    for row, (key, other) in enumerate(zip(keys, folded, strict=True)):
        first = seen.setdefault(other, row)
        if keys[first] != key:
            pairs.append((row, *_differing(exact.column_names, key, keys[first]), frame.numbers[first]))
    return pairs


def _beside(
    exact: pa.Table, alike: pa.Table, other: Frame, loose: list[str], called: Callable[[str], str]
) -> list[Pair]:
    """Rows whose key another file spells otherwise, and not as here too."""
    theirs, folded = _keys(other, loose)
    if _as_they_are(exact, alike, loose) and _as_they_are(theirs, folded, loose):
        return []
    keys = _rows(theirs)
    seen = {key: row for row, key in reversed([*enumerate(_rows(folded))])}
    same = set(keys)
    pairs: list[Pair] = []
    for row, (key, loosely) in enumerate(zip(_rows(exact), _rows(alike), strict=True)):
        place = seen.get(loosely)
        if place is not None and key not in same:
            pairs.append((row, *_differing(exact.column_names, key, keys[place]), place_in(other, place, called)))
    return pairs


def _as_they_are(exact: pa.Table, alike: pa.Table, loose: list[str]) -> bool:
    return all(exact[name].equals(alike[name]) for name in loose)


def _rows(table: pa.Table) -> list[tuple[object, ...]]:
    return list(zip(*(table[name].to_pylist() for name in table.column_names), strict=True))


def _there(frame: Frame, exact: pa.Table, alike: pa.Table, loose: list[str], warehouse: Warehouse) -> list[Pair]:
    source = frame.source
    days = set(frame.cells[source.date]) - {None} if source.kind == "cases" and source.date else ()
    span = (min(days), max(days)) if days else None
    pairs: list[Pair] = []
    for row, there in spelled_otherwise(warehouse, source, exact, alike, loose, span):
        mine = tuple(exact[name][row].as_py() for name in exact.column_names)
        pairs.append((row, *_differing(exact.column_names, mine, there), 0))
    return pairs


def _differing(names: list[str], one: Sequence[object], other: Sequence[object]) -> tuple[str, str, str]:
    """The first column in which two keys differ, and what both have there."""
    return next((name, str(a), str(b)) for name, a, b in zip(names, one, other, strict=True) if a != b)
