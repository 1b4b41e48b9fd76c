"""What holds for a cell of every kind: when it is empty, what its text is, what a symbol states, how it is quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import TypeVar

from etl.reading.errors import is_error
from kpi.spelling import BLANK, UNSEEN, shown, visible
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET

SYMBOLS = {
    **dict.fromkeys(("-", "－", "—", "–", "−", "無", "無數值"), NO_VALUE),
    **dict.fromkeys(("…", "……", "...", "......", "⋯", "⋯⋯", "尚未公布", "未公布"), NOT_YET),
    **dict.fromkeys(("--", "－－", "——", "不適用"), NOT_APPLICABLE),
}  # fmt: skip
"""Official symbols -> what they state. Tested before width is folded, which would turn … into three dots."""
EMPTY = {"", *(symbol for symbol in SYMBOLS if not any(sign >= "\u4e00" for sign in symbol))}
LONGEST = 60  # characters of a cell that a sentence quotes
Stands = TypeVar("Stands")
_BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
_BEFORE = re.compile(rf"(?:\s|{BLANK.pattern}|{UNSEEN.pattern})*")


@dataclass(frozen=True)
class Bad:
    """A cell that cannot be read: the message that says what was expected, and nearest known values."""

    key: str
    params: tuple[tuple[str, object], ...] = ()


def show(cell: object) -> str:
    """A cell as a person would read it, shortened; what nobody sees is made visible."""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time(0) else cell
    if isinstance(cell, bool):
        cell = str(cell).upper()
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    text = shown(text[: LONGEST * 4].replace("\r", "").replace("\n", "⏎"))
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "…"


def without_person(cell: Stands, cut: str | None) -> Stands | str:
    """A cell without what follows the mark after which persons stand; every blank and line break is like its plain one."""
    if not cut or not isinstance(cell, str):
        return cell
    marks = re.escape(cut) + (BLANK.pattern[1:-1] if " " in cut else "") + (_BREAKS if "\n" in cut else "")
    before = _BEFORE.match(cell)
    return re.split(f"[{marks}]", cell[before.end() if before else 0 :], maxsplit=1)[0].strip()


def cell_text(cell: object, cut: str | None = None, *, wide: bool = False) -> str:
    """The text of a cell, its width kept: what nobody sees is left out, as is the ="…" by which systems protect digits.
    ``wide``: see `kpi.spelling.visible`."""
    if isinstance(cell, str):
        return visible(str(without_person(_bare(cell), cut)), wide=wide).strip()
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, time):
        return f"{cell:%H:%M}" if not cell.second else f"{cell:%H:%M:%S}"
    return str(cell)


def _bare(cell: str) -> str:
    """="00123" -> 00123, as a spreadsheet shows it."""
    text = cell.strip()
    if not (text.startswith('="') and text.endswith('"') and len(text) > 2):
        return cell
    inner = text[2:-1].replace('""', "\0")
    return cell if '"' in inner else inner.replace("\0", '"')


def empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and (cell in EMPTY or cell_text(cell) in EMPTY))


def symbol(cell: object) -> str | None:
    """What an official symbol states: that there is no value, none yet, or that none applies."""
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return None
    return SYMBOLS.get(re.sub(r"\s+", "", cell_text(cell)))


def failed(text: str) -> bool:
    """Is the text an error value of a spreadsheet, or what stands where a column is too narrow for what it holds?"""
    return text[:1] in ("#", "E", "e") and is_error(text)
