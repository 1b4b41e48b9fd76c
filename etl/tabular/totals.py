"""Totals inside the rows of a table: which rows they are, and whether they add up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from etl.reading import Cell, Row, a1, filled_of
from etl.tabular.cells.numbers import Amounted, clean_amount
from etl.tabular.tables import Table
from kpi.catalogue import ColumnType, Source
from kpi.errors import Problem

SUMS = "小計|合計|總計|總和|累計|共計|加總|subtotal|total|sum"
COUNTS = "總件數|總筆數|總數|件數|筆數|總計數|計數|項目個數|count"
OTHERS = "平均值?|最大值?|最小值?|乘積|標準差|變異值|變異數|average|max|min|product|stddevp?|varp?"
TOTAL = re.compile(r"(小計|合計|總計|總和|累計|共計|平均|subtotal|total|average)$")
"""What ends the first cell of a total, whatever else its row holds."""
LABEL = re.compile(rf"({COUNTS}|{SUMS}|{OTHERS})$")
"""What ends the label of a total in a row that lacks what every row of data has: Excel's own subtotals among them."""
UNIT = r"(?:件|筆|項|封|列|次|人次|個)"
COUNTED = re.compile(
    rf"^[(（]?(?:[^\d:]{{0,20}}?({COUNTS}|{SUMS})\s{{0,9}}:?\s{{0,9}}共?|[^\d:]{{0,20}}?(共)計?)\s{{0,9}}:?\s{{0,9}}([\d,]{{1,12}})\s{{0,9}}"
    rf"(?:{UNIT}(?:[,，、；;(（。].{{0,60}})?[^\d]{{0,4}}|[)）。]*)$"
)  # 合計：3件, 共 3 筆, 全署總件數 3: in one cell
TOOLS = re.compile(
    r"^\(?\s{0,9}(?:已選取\s{0,9})?(\d{1,9})\s{0,9}(?:個|筆)?\s{0,9}(資料列|列|rows?|records?)\s{0,9}"
    r"(?:受到影響|已選取|affected|selected|in set.{0,40})?\s{0,9}[)。.]*$",
    re.I,
)  # what tools of databases print below a result, with the number of its rows
NUMERIC = (ColumnType.integer, ColumnType.number, ColumnType.amount)


def texts_of(row: Sequence[object]) -> list[str]:
    """The texts of a row, width folded, in their order."""
    return [unicodedata.normalize("NFKC", cell[:200]).strip() for cell in row if isinstance(cell, str) and cell.strip()]


def total_of(row: Row, key: int | None) -> str | None:
    """The word that makes a row a total, where its first texts say so. ``key``: the column that every row of data fills."""
    texts = texts_of(row)[:3]
    for text in texts:
        if counted := COUNTED.match(text):
            return counted.group(1) or counted.group(2)
    for text in texts[:2]:
        found = TOTAL.search(re.sub(r"[\s:]+", "", text).lower())
        if found and len(text) <= 20:
            return found.group(1)
    named = row[key] if key is not None and key < len(row) else ""
    for text in texts:
        found = LABEL.search(re.sub(r"[\s:]+|[(（][^()（）]{0,6}[)）]$", "", text).lower())
        if (
            found
            and len(text) <= 20
            and not (isinstance(named, str) and named.strip() and texts_of([named])[0] != text)
        ):
            return found.group(1)
    return None


def counted_by_tool(row: Row) -> tuple[str, float] | None:
    """What a tool of databases calls its rows, and how many it counted."""
    texts = texts_of(row)
    found = TOOLS.match(texts[0]) if len(texts) == 1 else None
    return (found.group(2), float(found.group(1))) if found else None


def check_totals(file: str, table: Table, source: Source, totals: dict[int, str]) -> list[Problem]:
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
        if word is None or re.fullmatch(OTHERS, word):
            continue
        tool = counted_by_tool(table.rows[index])
        found = {
            place: value for place, cell in enumerate(table.rows[index])
            if (value := tool[1] if tool and cell not in ("", None) else _value(cell)) is not None
            or (value := _counted(cell)) is not None
        }  # fmt: skip
        counts = tool or re.fullmatch(f"{COUNTS}|共", word)
        sums = {} if counts else {place: value for place, value in found.items() if place in numeric}
        if not sums and found and (source.kind == "cases" or counts):
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


def _counted(cell: object) -> float | None:
    """The number that stands with the word of a total in one cell."""
    found = COUNTED.match(texts_of([cell])[0]) if isinstance(cell, str) and cell.strip() else None
    return float(found.group(3).replace(",", "")) if found and found.group(3).strip(",") else None


def _value(cell: Cell) -> float | None:
    found = clean_amount(cell)
    return found.value if isinstance(found, Amounted) and not found.percent else None


def _told(
    file: str, table: Table, row: int, place: int, value: float, part: float, whole: float, word: str
) -> list[Problem]:
    if any(abs(value - wanted) < 1e-6 * max(1.0, abs(wanted)) for wanted in (part, whole)):
        return []
    label = next((text for text in texts_of(table.rows[row]) if word in text.lower().replace(" ", "")), word)
    ours = word in ("小計", "subtotal") or (part and not label.startswith((word, "總", "全", "共", "grand")))
    wanted = part if ours else whole
    params = {"word": word, "found": f"{value:,.10g}", "sum": f"{wanted:,.10g}"}
    header = table.headers[place] if place < len(table.headers) else ""
    return [
        Problem(
            "warning", "total-differs", params, file=file, sheet=table.sheet, cell=a1(row, place), column=header,
            found=params["found"],
        )
    ]  # fmt: skip
