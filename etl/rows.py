"""Which rows of a table are data: totals are left out and checked, footnotes and repeated headers left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from etl.headers import fold_header
from etl.reading import column_of, filled_of
from etl.table import Table, a1
from kpi.catalogue import ColumnType, Source
from kpi.errors import Problem

TOTAL = re.compile(r"(小計|合計|總計|總和|累計|共計|平均|subtotal|total|average)$")
COUNTED = re.compile(r"^(小計|合計|總計|總和|累計|共計)[:：]?\s*([\d,]+)\s*[件筆項次]?$")  # 合計：3件, in one cell
SIGNATURE_STARTS = frozenset("製填列承經複審主聯")
SIGNATURE = re.compile(r"^(製表|填表|列印|承辦|經辦|複核|審核|主管|聯絡)")
TOTAL_ENDS = frozenset("計和均lLeE:： \t\r\n\xa0\u3000")  # what a cell that `TOTAL` finds may end with
PART, MEAN = ("小計", "subtotal"), ("平均", "average")
FOOTNOTE = re.compile(
    r"^[(（【]?(附?註|備註|說明|資料來源|製表|填表|列印|承辦|經辦|複核|審核|主管|聯絡|單位|※|\*|第\d+頁|\d{1,2}[.、)）]\D)"
)
NUMERIC = (ColumnType.integer, ColumnType.number, ColumnType.amount)


def sort_rows(file: str, table: Table, source: Source) -> tuple[Table, list[Problem]]:
    """The table with ``left_out`` rows, and what is to be said of them."""
    needed = [table.columns[name] for name, spec in source.columns.items() if spec.filled and name in table.columns]
    doubtful = _doubtful(table, needed)
    totals = {row: word for row in doubtful if (word := _total(table.rows[row]))}
    notes = {row for row in doubtful if row not in totals and _footnote(table.rows[row])}
    again = _repeated_headers(table)
    left_out = frozenset({*totals, *notes, *again})
    if not left_out:
        return table, []
    table = replace(table, left_out=left_out)
    problems = _check(file, table, source, totals)
    for key, rows in (("totals-left-out", totals), ("footnotes-left-out", notes), ("headers-repeated", again)):
        if rows:
            shown = "、".join(str(row + 1) for row in sorted(rows)[:12])
            problems.append(Problem("note", key, {"count": len(rows), "rows": shown}, file=file, sheet=table.sheet))
    return table, problems


def _doubtful(table: Table, needed: list[int]) -> list[int]:
    """Rows with a blank where every row of data has something; all rows, where nothing is required."""
    if not needed:
        return list(range(table.first, len(table.rows)))
    found = set()
    for place in needed:
        cells = column_of(table.rows, place, table.first)
        if "" in cells:
            found.update(index for index, cell in enumerate(cells, start=table.first) if cell == "")
    for index, text in enumerate(column_of(table.rows, needed[0], table.first), start=table.first):
        if not isinstance(text, str):
            continue
        total = text[-1:] in TOTAL_ENDS and TOTAL.search(text.strip().lower().rstrip(":："))
        if total or (text[:1] in SIGNATURE_STARTS and SIGNATURE.match(text)):
            found.add(index)
    return sorted(found)


def _texts(row: list) -> list[str]:
    return [unicodedata.normalize("NFKC", cell).strip() for cell in row if isinstance(cell, str) and cell.strip()]


def _total(row: list) -> str | None:
    """The word that makes a row a total, where its first text says so."""
    for text in _texts(row)[:2]:
        if counted := COUNTED.match(text):
            return counted.group(1)
        found = TOTAL.search(re.sub(r"[\s:]+", "", text).lower())
        if found and len(text) <= 20:
            return found.group(1)
    return None


def _counted(cell: object) -> float | None:
    """The number that stands with the word of a total in one cell."""
    found = COUNTED.match(unicodedata.normalize("NFKC", cell).strip()) if isinstance(cell, str) else None
    return float(found.group(2).replace(",", "")) if found else None


def _footnote(row: list) -> bool:
    texts = _texts(row)
    filled = sum(cell not in ("", None) for cell in row)
    signed = bool(texts) and bool(SIGNATURE.match(texts[0]))
    return bool(texts) and bool(FOOTNOTE.match(texts[0])) and (filled <= 3 or signed)


def _repeated_headers(table: Table) -> set[int]:
    """Rows that repeat the headers, as page breaks do."""
    places = list(table.columns.values())
    wanted = [fold_header(table.headers[place]) for place in places]
    first, coded = places[0], not wanted[0].isascii()
    found = set()
    for index, cell in enumerate(column_of(table.rows, first, table.first), start=table.first):
        if not isinstance(cell, str) or (coded and cell.isascii()):
            continue  # no plain number is a header in Chinese
        if fold_header(cell) == wanted[0]:
            row = table.rows[index]
            cells = [fold_header(row[place]) if place < len(row) else "" for place in places]
            if cells == wanted:
                found.add(index)
    return found


def _value(cell: object) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    text = re.sub(r"[,\s件筆]", "", unicodedata.normalize("NFKC", cell)) if isinstance(cell, str) else ""
    try:
        return float(text) if text and re.fullmatch(r"-?\d+(\.\d+)?", text) else None
    except ValueError:
        return None


def _check(file: str, table: Table, source: Source, totals: dict[int, str]) -> list[Problem]:
    """Every total against the rows that it sums: since the last one, or all."""
    numeric = {table.columns[n] for n, spec in source.columns.items() if spec.type in NUMERIC and n in table.columns}
    problems: list[Problem] = []
    part: list[int] = []
    whole: list[int] = []
    below = [
        index for index in filled_of(table.rows, table.first) if index not in table.left_out
    ]  # a total above them all
    for index in range(table.first, len(table.rows)):
        if index not in table.left_out:
            if any(cell not in ("", None) for cell in table.rows[index]):
                part.append(index)
                whole.append(index)
            continue
        word = totals.get(index)
        if word is None or word in MEAN:
            continue
        found = {
            place: value for place, cell in enumerate(table.rows[index])
            if (value := _value(cell)) is not None or (value := _counted(cell)) is not None
        }  # fmt: skip
        sums = {place: value for place, value in found.items() if place in numeric}
        if not sums and found and source.kind == "cases":
            place, value = next(iter(found.items()))  # of several numbers the first one counts the rows
            problems += _told(file, table, index, place, value, float(len(part)), float(len(whole) or len(below)), word)
        for place, value in sums.items():
            one, two = (
                sum(_value(table.rows[r][place]) or 0.0 for r in rows if place < len(table.rows[r]))
                for rows in (part, whole or below)
            )
            problems += _told(file, table, index, place, value, one, two, word)
        part = []
    return problems


def _told(
    file, table: Table, row: int, place: int, value: float, part: float, whole: float, word: str
) -> list[Problem]:
    if any(abs(value - wanted) < 1e-6 * max(1.0, abs(wanted)) for wanted in (part, whole)):
        return []
    wanted = part if word in PART else whole
    params = {"word": word, "found": f"{value:,.10g}", "sum": f"{wanted:,.10g}"}
    header = table.headers[place] if place < len(table.headers) else ""
    return [
        Problem(
            "warning", "total-differs", params, file=file, sheet=table.sheet, cell=a1(row, place), column=header,
            found=params["found"],
        )
    ]  # fmt: skip
