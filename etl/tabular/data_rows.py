"""Which rows of a table are data: what a report writer or a form puts between them is left out, and told kind by kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from etl.reading import Row, Rows, a1, column_of, distinct_of, filled_of
from etl.tabular.headers import fold_header
from etl.tabular.tables import Table
from etl.tabular.totals import TOTAL, check_totals, counted_by_tool, texts_of, total_of
from kpi.catalogue import Source
from kpi.errors import Problem

SIGNATURE_STARTS = frozenset("製填列承經複審主聯")
SIGNATURE = re.compile(r"^(製表|填表|列印|承辦|經辦|複核|審核|主管|聯絡)")
DOUBTFUL_ENDS = frozenset(
    "計和均lLeE:： \t\r\n\xa0\u3000-=_─━—"
)  # what a cell that `TOTAL` or `SIGN` finds may end with
FOOTNOTE = re.compile(
    r"^[(（【]?(附?註|備註|說明|資料來源|製表|填表|列印|承辦|經辦|複核|審核|主管|聯絡|單位|※|\*|第\s*\d+\s*頁|頁次|共\s*\d+\s*頁|\d{1,2}[.、)）]\D)"
    r"|^[-*─—=(（【\s]*以下空白|^page\s*\d+(?:\s*(?:of|/)\s*\d+)?$",
    re.I,
)
SECTION = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十百]{1,4}[)）、.．]|[壹貳叁參肆伍陸柒捌玖拾]{1,3}[、.．]|[(（]\d{1,2}[)）]|[【〔［\[◎●■◆○□▲★].*"
    r"|(?:承辦|主辦|受測|所屬)?(?:單位|組室|組別|科室|類別|項目|月份|期間)\s*:|(?:民國)?\d{2,4}年(?:度|\d{1,2}月份?)?:?$|\d{1,2}月份?:?$"
    r"|[^\d\s]{1,12}[組室處科課署局](?:\s*[(（].{0,20}[)）])?:?$)"
)
"""A heading of rows: 一、甲組, (二) 乙組, 【甲組】, 承辦單位：甲組, 114年11月, 甲組."""
HAN = re.compile("[\u4e00-\u9fff]")
TITLE = re.compile(r"\d{2,4}年|\d月|[表冊單]$|統計|明細|一覽|彙整")
SIGN = re.compile(r"^[-=_─━—]{2,}$")
TOOL = re.compile(
    r"^(?:completion time:|完成時間:|sql>|no rows selected|未選取任何資料列|query ok|started executing)", re.I
)
NUMBER = re.compile(r"^[(（]?\d{1,6}[)）.、]?$")
NULLS = frozenset(("NULL", "(null)", "(NULL)", "<NULL>", "<null>", "[NULL]", "\\N"))
"""What tools of databases write where there is no value."""


def sort_rows(file: str, table: Table, source: Source) -> tuple[Table, list[Problem]]:
    """The table with ``left_out`` rows, those that were left out already among them, and what is to be said of the others."""
    table, problems = _without_nulls(file, table, source)
    needed = [table.columns[name] for name, spec in source.columns.items() if spec.filled and name in table.columns]
    kinds: dict[str, dict[int, str]] = {key: {} for key in KINDS}
    for row in _doubtful(table, needed):
        kind, word = _kind(table, row, needed)
        if kind:
            kinds[kind][row] = word
    kinds["headers-repeated"] |= dict.fromkeys(repeated_headers(table), "")
    table = _titled(table, kinds)
    _headings_below(table, kinds)
    kinds = {key: {row: word for row, word in rows.items() if row not in table.left_out} for key, rows in kinds.items()}
    left_out = table.left_out.union(*kinds.values())
    if left_out:
        table = replace(table, left_out=left_out)
        counted = kinds["totals-left-out"] | {row: word for row, word in kinds["tool-lines-left-out"].items() if word}
        problems += check_totals(file, table, source, counted)
    for key, rows in kinds.items():
        if rows and key != "block-beside":
            shown = "、".join(str(row + 1) for row in sorted(rows)[:12])
            problems.append(Problem("note", key, {"count": len(rows), "rows": shown}, file=file, sheet=table.sheet))
    return table, problems + _beside(file, table, sorted(kinds["block-beside"]))


KINDS = (
    "totals-left-out", "footnotes-left-out", "headers-repeated", "sections-left-out", "numbers-left-out",
    "tool-lines-left-out", "block-beside",
)  # fmt: skip


def _kind(table: Table, row: int, needed: list[int]) -> tuple[str | None, str]:
    """What a row is that may be no data, and of a total its word."""
    cells = table.rows[row]
    filled = [place for place, cell in enumerate(cells) if cell not in ("", None)]
    texts = texts_of(cells)
    if counted := counted_by_tool(cells):
        return "tool-lines-left-out", counted[0]
    if texts and (all(SIGN.match(text) for text in texts) and len(texts) == len(filled)):
        return "tool-lines-left-out", ""
    if len(filled) == 1 and texts and TOOL.match(texts[0]):
        return "tool-lines-left-out", ""
    if word := total_of(cells, needed[0] if needed else None):
        return "totals-left-out", word
    if _footnote(texts, len(filled)):
        return "footnotes-left-out", ""
    if texts and len(texts) == len(filled) and set(texts) <= set(texts_of(table.titles)):
        return "headers-repeated", ""  # a page begins anew with its title
    if not needed:
        return None, ""
    taken = set(table.columns.values())
    if len(filled) == 1 and filled[0] not in taken and _is_number(cells[filled[0]]):
        return "numbers-left-out", ""
    if (
        len(filled) == 1
        and texts
        and len(texts[0]) <= 40
        and (SECTION.match(texts[0]) or _across(table, row, filled[0]))
    ):
        return "sections-left-out", ""
    if filled and not taken & set(filled) and _apart(table, filled, taken):
        return "block-beside", ""
    return None, ""


def _titled(table: Table, kinds: dict[str, dict[int, str]]) -> Table:
    """The table with the titles that stand right above headers that are repeated, where they are of a month or a list."""
    titles = []
    for row in sorted(kinds["headers-repeated"]):
        for above in range(title_above(table, row), row):
            text = texts_of(table.rows[above])[0]
            if any(above in rows for rows in kinds.values()) or not (TITLE.search(text) and HAN.search(text)):
                continue
            kinds["headers-repeated"][above] = ""
            titles.append(text)
    return replace(table, titles=[*table.titles, *titles]) if titles else table


def title_above(table: Table, row: int) -> int:
    """The first of the rows with a single text that stand right above the headers in a row; that row where there is none."""
    while row > table.first:
        cells = [cell for cell in table.rows[row - 1] if cell not in ("", None)]
        if len(cells) != 1 or not isinstance(cells[0], str):
            break
        row -= 1
    return row


def _is_number(cell: object) -> bool:
    if isinstance(cell, float):
        return cell.is_integer()
    return isinstance(cell, int) or (isinstance(cell, str) and NUMBER.match(cell.strip()[:12]) is not None)


def _across(table: Table, row: int, place: int) -> bool:
    """Is a cell merged over all columns that we take?"""
    left, right = min(table.columns.values()), max(table.columns.values())
    return any(a <= row <= c and b <= min(place, left) and d >= right > b for a, b, c, d in table.merged)


def _apart(table: Table, filled: list[int], taken: set[int]) -> bool:
    """Is there a wholly blank column between these cells and every column that we take?"""
    last = max([*filled, *taken])
    blank = {
        place for place in range(last) if not (place < len(table.headers) and table.headers[place])
        and not distinct_of(table.rows, place, table.first) - {"", None}
    }  # fmt: skip
    return all(blank & set(range(min(a, b), max(a, b))) for a in filled for b in taken)


def _headings_below(table: Table, kinds: dict[str, dict[int, str]]) -> None:
    """A heading that no row of data follows is a note."""
    if not kinds["sections-left-out"]:
        return
    gone = {row for rows in kinds.values() for row in rows}
    last = max((row for row in filled_of(table.rows, table.first) if row not in gone), default=-1)
    for row in [row for row in kinds["sections-left-out"] if row > last]:
        kinds["footnotes-left-out"][row] = kinds["sections-left-out"].pop(row)


def _beside(file: str, table: Table, rows: list[int]) -> list[Problem]:
    """A second block beside the table: a row that only it has would be a case without anything."""
    if not rows:
        return []
    place = next(place for place, cell in enumerate(table.rows[rows[0]]) if cell not in ("", None))
    header = table.headers[place] if place < len(table.headers) else ""
    params = {"column": a1(0, place)[:-1], "header": header, "count": len(rows)}
    return [
        Problem("error", "block-beside", params, file=file, sheet=table.sheet, cell=a1(rows[0], place), column=header)
    ]


def _without_nulls(file: str, table: Table, source: Source) -> tuple[Table, list[Problem]]:
    """The table with blanks where a tool of databases wrote that there is no value, and how many there were.

    In a person's own words NULL may be an answer.
    """
    asked = (place for name, place in table.columns.items() if not source.columns[name].free)
    places = [place for place in asked if distinct_of(table.rows, place, table.first) & NULLS]
    if not places:
        return table, []
    found = [
        (row, place) for place in places for row, cell in enumerate(column_of(table.rows, place, table.first), table.first)
        if cell in NULLS
    ]  # fmt: skip
    row, place = min(found)
    params = {"count": len(found), "word": table.rows[row][place]}
    note = Problem("note", "nulls-as-blank", params, file=file, sheet=table.sheet, cell=a1(row, place))
    return replace(table, rows=_blanked(table, places, found)), [note]


def _blanked(table: Table, places: list[int], found: list[tuple[int, int]]) -> Sequence[Row]:
    if isinstance(table.rows, Rows):
        nulls = np.array([isinstance(value, str) and value in NULLS for value in table.rows.values])
        codes = table.rows.codes.copy()
        part = codes[table.first :, places]
        codes[table.first :, places] = np.where(nulls[part], len(nulls) - 1, part)
        return Rows(table.rows.values, codes)
    rows = list(table.rows)
    for row, place in found:
        rows[row] = [*rows[row][:place], "", *rows[row][place + 1 :]]
    return rows


def _doubtful(table: Table, needed: list[int]) -> list[int]:
    """Rows with a blank where every row of data has something; all rows, where nothing is required."""
    if not needed:
        return list(range(table.first, len(table.rows)))
    found: set[int] = set()
    for place in needed:
        cells = column_of(table.rows, place, table.first)
        if "" in cells:
            found.update(index for index, cell in enumerate(cells, start=table.first) if cell == "")
    words = column_of(table.rows, needed[0], table.first)
    for index, text in [
        (index, text)
        for index, text in enumerate(words, start=table.first)
        if text.__class__ is str and (text[-1:] in DOUBTFUL_ENDS or text[:1] in SIGNATURE_STARTS)
    ]:
        if TOTAL.search(text.strip().lower().rstrip(":：")) or SIGNATURE.match(text) or SIGN.match(text):
            found.add(index)
    return sorted(found)


def _footnote(texts: list[str], filled: int) -> bool:
    signed = bool(texts) and bool(SIGNATURE.match(texts[0]))
    return bool(texts) and bool(FOOTNOTE.match(texts[0])) and (filled <= 3 or signed)


def repeated_headers(table: Table) -> set[int]:
    """Rows that repeat one of the header rows, as page breaks do."""
    found: set[int] = set()
    taken = set(table.columns.values())
    for header in table.rows[table.start : table.first]:
        filled = {place for place, cell in enumerate(header) if cell not in ("", None)}
        places = sorted(filled & taken if len(filled & taken) > 1 else filled)
        if not places:
            continue
        wanted = [fold_header(header[place]) for place in places]
        last, coded = (
            places[-1],
            not wanted[-1].isascii(),
        )  # few different ones stand in the last column, keys in the first
        words = [cell for cell in distinct_of(table.rows, last, table.first) if isinstance(cell, str)]
        alike = {cell for cell in words if not (coded and cell.isascii()) and fold_header(cell) == wanted[-1]}
        if not alike:
            continue
        for index, cell in enumerate(column_of(table.rows, last, table.first), start=table.first):
            if cell in alike:
                row = table.rows[index]
                cells = [fold_header(row[place]) if place < len(row) else "" for place in places]
                if cells == wanted and (len(places) > 1 or sum(cell not in ("", None) for cell in row) == 1):
                    found.add(index)
    return found
