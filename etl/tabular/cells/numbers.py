"""Numbers: each cell holds one, finite, written in one piece."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from math import isfinite

from etl.reading.document import Cell
from etl.tabular.cells.cell import LONGEST, Bad, cell_text, empty, failed, symbol
from kpi.spelling import BLANK, MARK, UNSEEN, fold
from kpi.values import ABOUT, AT_LEAST, qualifier_of

GREATEST = 10**15  # up to here every whole number is itself as a float, and in a spreadsheet
UNITS = {"億": Decimal(10**8), "萬": Decimal(10**4), "千": Decimal(1000)}
_PART = re.compile(r"(\d+(?:\.\d+)?)(億|萬|千)?")
_COUNTED = re.compile(r"(?:%|[元件次人個項筆則款家種類]{1,3})$")
_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})++(?![\d,])")
_ABOUT, _AT_LEAST = re.compile("(?:至少)?約"), re.compile("^至少|以上$")
_APART = re.compile(rf"[\d.,][\s{BLANK.pattern[1:-1]}{UNSEEN.pattern[1:-1]}]++[\d.,]")
"""Two groups of digits with a blank, a line break or something unseen between them are no one number."""


@dataclass(frozen=True)
class Amounted:
    """A number with its qualifier; ``percent``: a % sign stood behind it. Of a symbol, ``value`` is None and the
    qualifier says what it states."""

    value: float | None
    qualifier: str | None
    percent: bool


def clean_number(
    cell: Cell | None, *, whole: bool, low: float | None, high: float | None, percent: bool = False
) -> float | Bad | None:
    """A number without a qualifier; ``percent``: its % sign may stand behind it."""
    found = clean_amount(cell)
    if found is None or isinstance(found, Bad) or found.value is None:
        return None if found is None or isinstance(found, Amounted) else found
    value = found.value
    if found.qualifier or (found.percent and not percent):
        return Bad("not-a-number")
    if whole and not value.is_integer():
        return Bad("not-whole")
    if (low is not None and value < low) or (high is not None and value > high):
        return Bad("out-of-range", (("low", _bound(low)), ("high", _bound(high))))
    return int(value) if whole else value


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def clean_amount(cell: Cell | None) -> Amounted | Bad | None:
    """33,748 / 26萬1111 / 1.15億元 / 約 1,612 / 90%以上 / 57%; - / … / --."""
    if (stated := symbol(cell)) is not None:
        return Amounted(None, stated, False)
    if cell is None or empty(cell):
        return None
    if isinstance(cell, bool | date | time | timedelta):
        return Bad("not-a-number")
    found = Amounted(float(cell), None, False) if isinstance(cell, int | float) else _read(cell_text(cell), cell)
    value = found.value if isinstance(found, Amounted) else None
    if value is not None and not (isfinite(value) and abs(value) < GREATEST):
        return Bad("number-not-finite")
    return found


def _read(text: str, cell: str) -> Amounted | Bad:
    if failed(text):
        return Bad("cell-error")
    if len(text) > LONGEST:
        return Bad("not-a-number")
    if _APART.search(cell[: LONGEST * 4]) or MARK.search(text):
        return Bad("number-not-one")
    plain = _ungrouped(fold(text))
    if plain is None or re.search(r"萬\d$", plain):  # 3萬5 may be 30,005 or 35,000
        return Bad("not-a-number")
    text = re.sub(r"^(\d+)成(\d)?$", lambda found: f"{found.group(1)}{found.group(2) or 0}%", plain)
    qualifier = qualifier_of(
        word for word, there in ((ABOUT, _ABOUT.match(text)), (AT_LEAST, _AT_LEAST.search(text))) if there
    )
    text = re.sub(r"^(約|至少約?)|以上$", "", text)
    percent = text.endswith("%")
    text = _COUNTED.sub("", text)
    sign = -1.0 if text.startswith("-") else 1.0
    text = text.removeprefix("-")
    parts = _PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        return Bad("not-a-number")
    scales = [UNITS.get(unit, Decimal(1)) for _, unit in parts]
    if scales != sorted(scales, reverse=True) or len(set(scales)) != len(scales):
        return Bad("not-a-number")
    value = sum(Decimal(number) * scale for (number, _), scale in zip(parts, scales, strict=True))
    return Amounted(sign * float(value / 100 if percent else value) + 0.0, qualifier, percent)


def _ungrouped(text: str) -> str | None:
    """The text without commas that group thousands; None where a comma stands anywhere else."""
    found = _GROUPED.sub(lambda group: group.group().replace(",", ""), text)
    return None if "," in found else found
