"""One cell as people typed it -> one typed value, or the reason why not. Each kind of column has one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from etl.reading import Cell, all_texts, is_error
from etl.reading.limits import TEXT
from etl.tabular.cells.cell import Bad, show, symbol, without_person
from etl.tabular.cells.days import EPOCH, clean_day
from etl.tabular.cells.keys import clean_key
from etl.tabular.cells.lists import clean_interval, clean_items, clean_link, clean_listed
from etl.tabular.cells.numbers import Amounted, clean_amount, clean_number
from etl.tabular.cells.texts import clean_text, clean_words
from etl.tabular.cells.times import clean_time
from etl.tabular.near_names import Nearest
from kpi.catalogue import Column, ColumnType
from kpi.spelling import fold

__all__ = ["Amounted", "Bad", "Names", "cleaner", "show", "symbol", "without_person"]

LONGEST_KEY = 200  # characters of a cell that is a key, a number, a day, a name or a code
LONGEST = {ColumnType.text: TEXT, ColumnType.url: 2_000, ColumnType.items: 2_000}
Reads = Callable[[Cell | None], object]
"""A cell -> a value, None (empty) or `Bad`."""
ERROR_STARTS = frozenset("#Ee \t\r\n\u3000")


@dataclass(frozen=True)
class Names:
    """Spelling -> stored name, for offices, service items and indicators."""

    offices: dict[str, str]
    services: dict[str, str]
    indicators: dict[str, str]


class Cleaner:
    """The door of all cells of a column: a cell -> a value, None (empty) or `Bad`.

    An error value is none of any column, and what is longer than any such cell is looked at no more.
    """

    def __init__(self, reads: Reads, most: int) -> None:
        self.reads, self.most = reads, most
        self.least = len("FALSE") if reads is clean_key else most  # longer keys of letters and digits are as they are

    def __call__(self, cell: Cell | None) -> object:
        if cell.__class__ is str:
            if (
                self.least < len(cell) <= self.most
                and cell.isascii()
                and cell.isalnum()
                and cell[0] not in ERROR_STARTS
            ):
                return cell
            if len(cell) > self.most:
                return Bad("cell-overlong", (("most", self.most),))
            if cell[:1] in ERROR_STARTS and is_error(cell):
                return Bad("cell-error")
        return self.reads(cell)

    def all(self, cells: Sequence[Cell]) -> Sequence[object]:
        """What each of the cells says. Keys that are as they are, as nearly all are, are looked at together."""
        return cells if self._as_they_are(cells) else list(map(self, cells))

    def _as_they_are(self, cells: Sequence[Cell]) -> bool:
        if self.reads is not clean_key or not all_texts(cells):
            return False
        sizes = {*map(len, cells)}
        if min(sizes) <= self.least or max(sizes) > self.most:
            return False
        text = "".join(cells)
        return text.isascii() and text.isalnum() and ERROR_STARTS.isdisjoint(cell[0] for cell in cells)


def cleaner(column: Column, names: Names, today: date, *, key: bool = False, epoch: date = EPOCH) -> Cleaner:
    """What reads the cells of this column.

    ``key``: it is part of what makes a row unique; ``epoch``: the day of which the file's day numbers count.
    """
    most = LONGEST_KEY if key else LONGEST.get(column.type, LONGEST_KEY)
    return Cleaner(_reader(column, names, today, key, epoch), most)


def _reader(column: Column, names: Names, today: date, key: bool, epoch: date) -> Reads:
    """What reads a cell of the kind of this column."""
    kind = column.type
    if kind is ColumnType.date:
        latest = None if column.future else today
        return partial(clean_day, cut=column.marks, latest=latest, month=column.month, epoch=epoch)
    if kind is ColumnType.integer:
        return partial(clean_number, whole=True, low=column.low, high=column.high)
    if kind is ColumnType.number:
        return partial(clean_number, whole=False, low=column.low, high=column.high, percent=column.percent)
    if kind is ColumnType.code:
        return _listed(column.spellings(), "not-in-list")
    lists = {
        ColumnType.office: names.offices,
        ColumnType.service: names.services,
        ColumnType.indicator: names.indicators,
    }
    if kind in lists:
        return _listed(lists[kind], f"unknown-{kind.value}-cell", column.marks)
    if kind in PLAIN:
        return PLAIN[kind]
    if column.free:
        return clean_words
    return clean_key if key else partial(clean_text, cut=column.marks)


def _listed(names: dict[str, str], key: str, cut: str | None = None) -> Reads:
    known = {fold(spelling): name for spelling, name in names.items()}
    return partial(clean_listed, known=known, nearest=Nearest(known.values()), key=key, cut=cut)


PLAIN: dict[ColumnType, Reads] = {
    ColumnType.amount: clean_amount, ColumnType.identifier: clean_key, ColumnType.time: clean_time, ColumnType.items: clean_items,
    ColumnType.interval: clean_interval, ColumnType.url: clean_link,
}  # fmt: skip
"""The kinds of columns that mean the same wherever they stand."""
