"""The header rows of a table: known spellings, those that people have confirmed, and guesses that are asked about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from etl.reading import Sheet, column_of, distinct_of
from kpi.catalogue import Source
from kpi.errors import Problem
from kpi.spelling import visible

SEARCHED_ROWS = 60
MOST_HEADER_ROWS = 3
LONGEST_HEADER = 100  # characters; a longer cell is compared as it stands: it is no header of ours, nor like one
NEAR = 0.75  # how alike a header must be to be asked about
NAMED = 0.5  # and to be named where a column is missing
MOST_NAMED = 3
MOST_COMPARED = 200  # unknown headers of an upload that are held against ours; each takes a while
PERSONAL = re.compile(
    r"姓名|電話|手機|行動|地址|住址|e-?mail|電子郵件|電郵|身分證|身份證|統一證號|出生|生日|聯絡人|帳號|傳真|承辦人|測試人員", re.I
)  # fmt: skip
"""Headers of columns that hold persons, wherever they stand."""


def fold_header(text: object) -> str:
    """Fold width, spaces, line breaks and punctuation, so that spellings of a header can be compared."""
    text = str(text)
    return _folded(text) if len(text) <= LONGEST_HEADER else text


@lru_cache(4096)  # the rows in which headers are looked for are looked at as the first, second and third of a block
def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", visible(text))).casefold()


@dataclass(frozen=True)
class Guess:
    """A header that resembles one of ours: asked about, never taken silently."""

    header: str
    column: str
    cell: str


class Spellings:
    """Folded header -> column: those of the catalogue, those confirmed before (``learned``) and just now (``confirmed``).

    A confirmed header with "" is left out.
    """

    def __init__(self, source: Source, learned: dict[str, str], confirmed: dict[str, str]) -> None:
        self.names = tuple(source.columns)
        self.ours = {name: {fold_header(h) for h in column.headers} for name, column in source.columns.items()}
        self.known = {fold_header(h): name for name, column in source.columns.items() for h in (*column.headers, name)}
        said = {**learned, **confirmed}
        self.known |= {fold_header(header): column for header, column in said.items() if column in source.columns}
        self.refused = {fold_header(header) for header, column in said.items() if not column}
        self.personal = {fold_header(item) for item in source.drop}
        self._compared: dict[str, dict[str, float]] = {}

    def again(self, column: str, taken: dict[str, int]) -> str:
        """The column that the same header means when it comes again (補正通知日, 補正完成日 repeat), else the column."""
        base = re.sub(r"_\d+$", "", column)
        return next((name for name in self.names if re.fullmatch(rf"{base}_\d+", name) and name not in taken), column)

    def is_personal(self, header: str) -> bool:
        return (
            fold_header(header) in self.personal
            or PERSONAL.search(unicodedata.normalize("NFKC", visible(header[:LONGEST_HEADER]))) is not None
        )

    def likeness(self, header: str) -> dict[str, float]:
        """Column -> from 0 to 1, how alike the header is to its nearest spelling, where that is `NAMED` or more.

        Nothing of long headers, nor of those that come after the first `MOST_COMPARED` different ones.
        """
        key = fold_header(header)
        if len(header) > LONGEST_HEADER or (key not in self._compared and len(self._compared) >= MOST_COMPARED):
            return {}
        if key not in self._compared:
            scores = {name: max(_alike(key, known) for known in ours) for name, ours in self.ours.items()}
            self._compared[key] = {name: score for name, score in scores.items() if score >= NAMED}
        return self._compared[key]


@dataclass
class Block:
    """The header rows of a sheet: from ``start`` up to ``end`` (the first data row). ``names``: column of the
    source -> the header as it was understood; ``spans``: first and last column of
    each header that is merged over several; ``shared``: those under which several columns hold data."""

    start: int
    end: int
    headers: list[str]
    columns: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    twice: list[int] = field(default_factory=list)
    personal: dict[int, str] = field(default_factory=dict)
    extra: dict[int, str] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    shared: list[tuple[int, int]] = field(default_factory=list)

    def problems(
        self, name: str, sheet: Sheet, source: Source, spellings: Spellings, a1: Callable[[int, int], str]
    ) -> Iterator[Problem]:
        for left, right in self.shared:
            params = {"header": self.headers[left], "first": a1(0, left)[:-1], "last": a1(0, right)[:-1]}
            cell = a1(self.end - 1, left)
            yield Problem(
                "error",
                "header-shared",
                params,
                file=name,
                sheet=sheet.name,
                cell=cell,
                column=self.headers[left],
                found=self.headers[left],
            )
        second = self._second_block()
        if second is not None:
            params = {"column": a1(0, second)[:-1], "header": self.headers[second]}
            cell = a1(self.end - 1, second)
            yield Problem(
                "error", "block-repeated", params, file=name, sheet=sheet.name, cell=cell, column=self.headers[second]
            )
        for index in self.twice if second is None else ():
            header = self.headers[index]
            yield Problem(
                "error",
                "header-twice",
                {"header": header},
                file=name,
                sheet=sheet.name,
                cell=a1(self.end - 1, index),
                column=header,
                found=header,
            )
        for column, spec in source.columns.items():
            if spec.required and column not in self.columns:
                header = spec.headers[0]
                scores = {one: spellings.likeness(one).get(column, 0.0) for one in self.extra.values()}
                near = [one for one in sorted(scores, key=scores.__getitem__, reverse=True) if scores[one]][:MOST_NAMED]
                params = {
                    "header": header,
                    "also": "、".join(spec.headers[1:]) or header,
                    "near": "、".join(near),
                    "id": column,
                }
                yield Problem(
                    "error", "column-missing-near" if near else "column-missing", params, file=name, sheet=sheet.name,
                    cell=a1(self.start, 0), column=header, found="、".join(near) or None,
                )  # fmt: skip

    def _second_block(self) -> int | None:
        """The first column of a block that stands beside this one, apart from it, with headers that are there already."""
        if len(self.twice) < 2:
            return None
        index = min(self.twice)
        apart = any(not header for header in self.headers[max(i for i in self.columns.values() if i < index) : index])
        return index if apart else None

    def guesses(
        self, name: str, sheet: Sheet, source: Source, spellings: Spellings, a1: Callable[[int, int], str]
    ) -> list[Guess]:
        """For each column that was not found, the one unknown header that resembles its spellings most."""
        found: list[Guess] = []
        likeness = {
            index: spellings.likeness(header) for index, header in self.extra.items()
            if fold_header(header) not in spellings.refused
        }  # fmt: skip
        for column in source.columns:
            if column in self.columns:
                continue
            scores = sorted(((known.get(column, 0.0), index) for index, known in likeness.items()), reverse=True)
            if scores and scores[0][0] >= NEAR and (len(scores) < 2 or scores[1][0] < scores[0][0]):
                index = scores[0][1]
                if self.extra[index] not in {guess.header for guess in found}:
                    found.append(Guess(self.extra[index], column, a1(self.end - 1, index)))
        return found


def _alike(one: str, two: str) -> float:
    """From 0 to 1, of folded texts; 0 where that is less than `NAMED`."""
    if min(len(one), len(two)) < 2:
        return 0.0
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if matcher.real_quick_ratio() < NAMED or matcher.quick_ratio() < NAMED:
        return 0.0
    return matcher.ratio()


def header_block(sheet: Sheet, spellings: Spellings) -> Block | None:
    """The one to three rows in which most columns are found; the upper and the shorter one of equals."""
    best: Block | None = None
    filled = _spread(sheet)
    for start in range(min(SEARCHED_ROWS, len(sheet.rows))):
        if not any(isinstance(cell, str) and cell.strip() for cell in sheet.rows[start]):
            continue
        for height in range(_least_height(sheet, start), MOST_HEADER_ROWS + 1):
            if start + height > len(sheet.rows):
                break
            block = _block(start, [filled(row) for row in range(start, start + height)], spellings)
            if block.columns and (
                best is None or len(block.columns) > len(best.columns) or _without_title(best, block)
            ):
                best = block
    if best:
        _set_persons_apart(best, [filled(row) for row in range(best.start, best.end)], spellings)
        _narrow(best, sheet)
    return best


def _narrow(block: Block, sheet: Sheet) -> None:
    """Of a header that is merged over several columns (as report writers do), the column that holds the data."""
    areas = [area for area in sheet.merged if block.start <= area[0] < block.end and area[3] > area[1]]
    for _, left, _, right in areas:
        right = min(right, len(block.headers) - 1)
        columns = range(left, right + 1)
        if left >= right or len({block.headers[index] for index in columns}) > 1:
            continue  # another row of headers tells its columns apart
        filled = [index for index in columns if distinct_of(sheet.rows, index, block.end) - {"", None}] or [left]
        block.spans.append((left, right))
        names = [name for name, index in block.columns.items() if index in columns]
        if len(names) == 1 and len(filled) > 1 and _meet(sheet, filled, block.end):
            block.shared.append((left, right))
        elif len(filled) == 1:
            for name in names[1:]:
                del block.columns[name]
        block.columns |= {name: filled[0] for name in names[:1] if len(names) == 1 or len(filled) == 1}
        block.twice = [index for index in block.twice if index not in columns]
        for index in set(columns) - set(filled):
            block.headers[index] = ""
            block.extra.pop(index, None)
            block.personal.pop(index, None)


def _meet(sheet: Sheet, columns: list[int], first: int) -> bool:
    """Does any row hold something in several of these columns?"""
    there = [[cell not in ("", None) for cell in column_of(sheet.rows, index, first)] for index in columns]
    return any(sum(row) > 1 for row in zip(*there, strict=True))


def _without_title(best: Block, block: Block) -> bool:
    """Are these the same columns without a row above them that adds none?"""
    return block.end == best.end and block.start > best.start and block.columns == best.columns


def _least_height(sheet: Sheet, start: int) -> int:
    """Rows that the cells of a row span at least, where they are merged downwards."""
    bottoms = [bottom for top, _, bottom, _ in sheet.merged if top == start and bottom > top]
    return min(max(bottoms, default=start) - start + 1, MOST_HEADER_ROWS)


Label = tuple[str, str]
"""What stands in a cell, and its folded spelling; both "" where it is blank."""


def _spread(sheet: Sheet) -> Callable[[int], list[Label]]:
    """Rows with what is merged sideways standing in every cell that it spans."""

    @lru_cache(MOST_HEADER_ROWS)  # each row is looked at as the first, the second and the third of a block
    def row(index: int) -> list[Label]:
        cells = list(sheet.rows[index])
        for top, left, _, right in sheet.merged:
            if top == index and right > left and left < len(cells):
                cells += [""] * (right + 1 - len(cells))
                cells[left : right + 1] = [cells[left]] * (right + 1 - left)
        texts = ("" if cell is None else str(cell).strip() for cell in cells)
        return [(text, fold_header(text)) for text in texts]

    return row


def _labels(rows: list[list[Label]], index: int) -> list[Label]:
    """What stands in a column of these rows, each once."""
    return list(dict.fromkeys(row[index] for row in rows if index < len(row) and row[index][0]))


def _block(start: int, rows: list[list[Label]], spellings: Spellings) -> Block:
    """The columns that are known by these rows; all others are ``extra``."""
    headers: list[str] = []
    block = Block(start, start + len(rows), headers)
    for index in range(max(map(len, rows))):
        labels = _labels(rows, index)
        headers.append(labels[-1][0] if labels else "")
        if not labels:
            continue
        reading, key = next((one for one in _readings(labels) if one[1] in spellings.known), ("", ""))
        column = spellings.known.get(key)
        if column in block.columns:
            column = spellings.again(column, block.columns)
        if column and column not in block.columns:
            block.columns[column], block.names[column] = index, reading
        elif column:
            block.twice.append(index)
        else:
            block.extra[index] = headers[-1]
    return block


def _readings(labels: list[Label]) -> Iterator[Label]:
    """How stacked labels may be meant: joined downwards, joined upwards, the lowest alone."""
    if len(labels) > 1:
        yield "".join(text for text, _ in labels), "".join(folded for _, folded in labels)
        yield "".join(text for text, _ in reversed(labels)), "".join(folded for _, folded in reversed(labels))
    yield labels[-1]


def _set_persons_apart(block: Block, rows: list[list[Label]], spellings: Spellings) -> None:
    for index in list(block.extra):
        if any(spellings.is_personal(text) for text, _ in _labels(rows, index)):
            block.personal[index] = block.extra.pop(index)
