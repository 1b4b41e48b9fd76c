"""Numbers that name things: case numbers, document numbers, extensions. What a spreadsheet made of one is refused."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from etl.reading.document import Cell
from etl.tabular.cells.cell import Bad, cell_text, failed, symbol
from kpi.spelling import even

DIGITS = 15  # that a spreadsheet keeps of a number (IEEE 754 as Excel uses it)
_TRUTH = ("TRUE", "FALSE")
_FLOAT = re.compile(r"(\d+)\.0")
_POWER = re.compile(r"[+-]?(?:\d+[.,]\d+E[+-]?\d{1,3}|\d+E\+\d{1,3}|\dE-\d{2,3})", re.IGNORECASE)
"""As Excel, LibreOffice, pandas and Java write large numbers; 114E0012 and 114E-0012 are keys like others."""
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NAMED = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR, _M, _D = r"(?:19|20)\d\d", "(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_DAY = re.compile(
    rf"(?:{_YEAR}[/-]{_M}[/-]{_D}|{_M}/{_D}/{_YEAR}|{_D}[/.]{_M}[/.]{_YEAR}"
    rf"|(?:(?:中華)?民國\d{{2,3}}年|{_YEAR}年)?\d{{1,2}}月\d{{1,2}}日(?: ?(?:星期|週)[一二三四五六日])?|{_YEAR}年\d{{1,2}}月"
    rf"|(?:[MTWFS][a-z]{{2,5}}day, )?{_NAMED} {_D}, {_YEAR}|{_D} {_NAMED} {_YEAR}"
    rf"|\d{{1,2}}-(?:{_MONTH})(?:-\d\d(?:\d\d)?)?|(?:{_MONTH})-\d\d)"
    r"(?:[ T](?:[上下]午 ?)?\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?[AP]M|Z|[+-]\d\d:\d\d)?)?"
)
"""As spreadsheets show days in Chinese and English, and as programs write them; 1141103 and 114-11-03 are keys like others."""


def clean_key(cell: Cell | None) -> str | Bad | None:
    """The key in its one spelling (see `kpi.spelling.even`), None, or `Bad` where it is not what the system gave."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isalnum() and (len(cell) > len("FALSE") or cell.upper() not in _TRUTH):
            return cell
        text = even(cell_text(cell))
        return None if not text or symbol(cell) is not None else _text(text)
    return None if cell is None else _number(cell)


def _text(text: str) -> str | Bad:
    if failed(text):
        return Bad("cell-error")
    if text.upper() in _TRUTH:
        return _destroyed("truth")
    if _POWER.fullmatch(text):
        return _destroyed("power")
    if _DAY.fullmatch(text):
        return _destroyed("day")
    if re.fullmatch(r"[+-]?0\.\d+", text):
        return _destroyed("fraction")
    if found := _FLOAT.fullmatch(text):  # 115010001.0, as pandas writes whole numbers
        return found.group(1) if len(found.group(1)) <= DIGITS else _destroyed("rounded")
    return text


def _number(cell: int | float | bool | date | time | timedelta) -> str | Bad:
    """A cell that is no text as the number that was given, or what it has been made into."""
    if isinstance(cell, bool):
        return _destroyed("truth")
    if isinstance(cell, date | time | timedelta):
        return _destroyed("day")
    if not float(cell).is_integer():  # nor is what is not finite
        return _destroyed("fraction")
    if cell < 0:
        return _destroyed("negative")
    return _destroyed("rounded") if cell >= 10**DIGITS else str(int(cell))


def _destroyed(kind: str) -> Bad:
    return Bad("key-destroyed", (("kind", kind),))
