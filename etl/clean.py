"""One cell as people typed it -> one typed value, or the reason why not. Each kind of column has one function."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from kpi.catalogue import Column, ColumnType
from kpi.errors import DateError, did_you_mean
from kpi.periods import Period, month_end, year_of
from kpi.roc import fold, gregorian_year, parse_date, parse_month
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET

SYMBOLS = {
    **dict.fromkeys(("-", "－", "—", "–", "−", "無", "無數值"), NO_VALUE),
    **dict.fromkeys(("…", "……", "...", "......", "⋯", "⋯⋯", "尚未公布", "未公布"), NOT_YET),
    **dict.fromkeys(("--", "－－", "——", "不適用"), NOT_APPLICABLE),
}  # fmt: skip
"""Official symbols -> what they state. Tested before width is folded, which would turn … into three dots."""
EMPTY = {"", *(symbol for symbol in SYMBOLS if not any(sign >= "\u4e00" for sign in symbol))}
EXCEL_EPOCH = date(1899, 12, 30)
SERIALS = range(20_000, 70_000)  # Excel's day numbers of 1954 to 2091; no ROC date has five digits


@dataclass(frozen=True)
class Bad:
    """A cell that cannot be read: the message that says what was expected, and nearest known values."""

    key: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Names:
    """Spelling -> stored name, for offices, service items and indicators."""

    offices: dict[str, str]
    services: dict[str, str]
    indicators: dict[str, str]


def cleaner(column: Column, names: Names, today: date, *, key: bool = False) -> Callable[[object], object]:
    """The function that turns a cell of this column into a value, None (empty) or `Bad`. Of a ``key`` width is folded."""
    kind = column.type
    if kind is ColumnType.date:
        return partial(_date, cut=column.marks, latest=None if column.future else today, month=column.month)
    if kind is ColumnType.integer:
        return partial(_number, whole=True, low=column.low, high=column.high)
    if kind is ColumnType.number:
        return partial(_number, whole=False, low=column.low, high=column.high, percent=column.percent)
    if kind is ColumnType.amount:
        return _amount
    if kind is ColumnType.code:
        return partial(_listed, known={fold(k): v for k, v in column.spellings().items()}, key="not-in-list")
    if kind is ColumnType.items:
        return _items
    if kind is ColumnType.interval:
        return _interval
    if kind is ColumnType.url:
        return _url
    lists = {
        ColumnType.office: names.offices,
        ColumnType.service: names.services,
        ColumnType.indicator: names.indicators,
    }
    if kind in lists:
        known = {fold(k): v for k, v in lists[kind].items()}
        return partial(_listed, known=known, key=f"unknown-{kind.value}-cell", cut=column.marks)
    if column.free:
        return _free
    return partial(_text, cut=column.marks, key=key)


def show(cell: object) -> str:
    """A cell as a person would read it, shortened."""
    if isinstance(cell, datetime):
        cell = cell.date() if cell.time() == time(0) else cell
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    text = text.replace("\r", "").replace("\n", "⏎")
    return text if len(text) <= 60 else text[:57] + "…"


def without_person(cell: object, cut: str | None) -> object:
    """A cell without what follows the mark after which persons stand."""
    return re.split("[" + re.escape(cut) + "]", cell, maxsplit=1)[0].strip() if cut and isinstance(cell, str) else cell


def _plain(cell: object, cut: str | None = None) -> str:
    """The text of a cell, its width kept."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, time):
        return f"{cell:%H:%M}" if not cell.second else f"{cell:%H:%M:%S}"
    if isinstance(cell, bool):
        return "是" if cell else "否"
    return without_person(str(cell).strip(), cut)


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and (cell.strip() in EMPTY or not fold(cell)))


def symbol(cell: object) -> str | None:
    """What an official symbol states: that there is no value, none yet, or that none applies."""
    return SYMBOLS.get(re.sub(r"\s+", "", cell)) if isinstance(cell, str) else None


CLOCK = re.compile(r"^(\d{1,2}:\d{2}):00$")  # 10:20:00 is 10:20, as a cell of time is


def _text(cell: object, cut: str | None = None, key: bool = False) -> object:
    if cut is None and isinstance(cell, str) and cell.isascii() and cell not in EMPTY:
        cell = cell.strip()
        return (CLOCK.sub(r"\1", cell) if ":" in cell else cell) or None
    if cell is None or (isinstance(cell, str) and (not cell.strip() or symbol(cell) is not None)):
        return None
    return unicodedata.normalize("NFKC" if key else "NFC", _plain(cell, cut)) or None


def _free(cell: object) -> object:
    """A person's own words: 無 and - are answers here, not symbols."""
    return unicodedata.normalize("NFC", _plain(cell)) or None if cell is not None else None


NO_DAY = re.compile(
    r"(0001[-/]0?1[-/]0?1|0000[-/]00[-/]00|1753[-/]0?1[-/]0?1|1899[-/]12[-/]3[01]|1900[-/]0?1[-/]0?[01]|9999[-/]12[-/]31)(?!\d)"
)
"""What systems write where there is no day: the first, the last or an impossible one of their calendar."""


def _date(cell: object, cut: str | None, latest: date | None, month: str | None = None) -> object:
    if _empty(cell) or (isinstance(cell, str) and cell.strip() == "無"):
        return None
    if isinstance(cell, datetime):
        found = cell.date()
    elif isinstance(cell, date):
        found = cell
    elif isinstance(cell, bool | time | timedelta):
        return Bad("not-a-date")
    elif isinstance(cell, int | float) or fold(_plain(cell, cut)).isdigit():
        number = float(cell) if isinstance(cell, int | float) else float(fold(_plain(cell, cut)))
        if number.is_integer() and int(number) in SERIALS:
            found = EXCEL_EPOCH + timedelta(days=int(number))
        else:
            found = _parsed(str(int(number)) if number.is_integer() else str(number), month)
    else:
        found = _parsed(_plain(cell, cut), month)
    if isinstance(found, Bad) or not 1950 <= found.year <= 2100:
        if NO_DAY.match(fold(str(cell)[:40])):
            return Bad("date-none")
        return found if isinstance(found, Bad) else Bad("not-a-date")
    if latest is not None and found > latest:
        return Bad("date-in-future", (("today", latest),))
    return found


def _parsed(text: str, month: str | None) -> object:
    """A day; where a ``month`` may stand for its first or last day, that day."""
    try:
        return parse_date(text)
    except DateError:
        found = parse_month(text)
    if found is None and month is not None and (year := parse_year(text)):
        return year.start if month == "first" else year.end
    if found is None or month is None:
        return Bad("month-not-day" if found else "not-a-date")
    return found if month == "first" else month_end(found)


def parse_year(text: str) -> Period | None:
    """A year where a period's first or last day is wanted: 97, 113 年度, 西元2025年."""
    found = re.match(r"^(民國|西元)?(\d{2,4})年?度?$", fold(text))
    if not found or (found.group(1) == "西元") != (len(found.group(2)) == 4 and found.group(1) is not None):
        return None
    year = gregorian_year(int(found.group(2)))
    return year_of(year) if 1950 <= year <= 2100 else None


def _number(cell: object, whole: bool, low: float | None, high: float | None, percent: bool = False) -> object:
    if _empty(cell) or symbol(cell) is not None:
        return None
    if isinstance(cell, bool | date | time | timedelta):
        return Bad("not-a-number")
    if isinstance(cell, int | float):
        value = float(cell)
    else:
        found = _amount(cell)
        if found is None or isinstance(found, Bad) or found.qualifier or (found.percent and not percent):
            return Bad("not-a-number")
        value = found.value
    if value != value or value in (float("inf"), float("-inf")):
        return Bad("not-a-number")
    if whole and not value.is_integer():
        return Bad("not-whole")
    if (low is not None and value < low) or (high is not None and value > high):
        return Bad("out-of-range", (("low", _bound(low)), ("high", _bound(high))))
    return int(value) if whole else value


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


GROUPED = re.compile(r"\d{1,3}(,\d{3})+(?![\d,])")
PLAIN_NUMBER = re.compile(r"[-+−]?\d+(\.\d+)?")


def _ungrouped(text: str) -> str | None:
    """The text without commas that group thousands; None where a comma stands anywhere else."""
    found = re.sub(r"(?<![\d,.])" + GROUPED.pattern, lambda group: group.group().replace(",", ""), text)
    return None if "," in found else found


UNITS = {"億": Decimal(10**8), "萬": Decimal(10**4), "千": Decimal(1000)}
_PART = re.compile(r"(\d+(?:\.\d+)?)(億|萬|千)?")


@dataclass(frozen=True)
class Amounted:
    """A number with its qualifier; ``percent``: a % sign stood behind it. Of a symbol, ``value`` is None and the
    qualifier says what it states."""

    value: float | None
    qualifier: str | None
    percent: bool


def _amount(cell: object) -> object:
    """33,748 / 26萬1111 / 1.15億元 / 約 1,612 / 90%以上 / 57%; - / … / --."""
    if (stated := symbol(cell)) is not None:
        return Amounted(None, stated, False)
    if _empty(cell):
        return None
    if isinstance(cell, bool | date | time | timedelta):
        return Bad("not-a-number")
    if isinstance(cell, int | float):
        return Amounted(float(cell), None, False) if cell == cell else Bad("not-a-number")
    text = _ungrouped(fold(cell))
    if text is None or re.search(r"萬\d$", text):  # 3萬5 may be 30,005 or 35,000
        return Bad("not-a-number")
    text = re.sub(r"^(\d+)成(\d)?$", lambda found: f"{found.group(1)}{found.group(2) or 0}%", text)
    qualifier = "約" if text.startswith("約") else "以上" if text.endswith("以上") or text.startswith("至少") else None
    text = re.sub(r"^(約|至少)|以上$", "", text)
    percent = text.endswith("%")
    text = re.sub(r"[%元件次人個項筆則款家種類]+$", "", text)
    sign = -1.0 if text.startswith(("-", "−")) else 1.0
    text = text.lstrip("-−")
    parts = _PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        return Bad("not-a-number")
    scales = [UNITS.get(unit, Decimal(1)) for _, unit in parts]
    if scales != sorted(scales, reverse=True) or len(set(scales)) != len(scales):
        return Bad("not-a-number")
    value = sum(Decimal(number) * scale for (number, _), scale in zip(parts, scales, strict=True))
    return Amounted(sign * float(value / 100 if percent else value), qualifier, percent)


def _listed(cell: object, known: dict[str, str], key: str, cut: str | None = None) -> object:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    found = known.get(fold(_plain(cell)))
    text = _plain(cell, cut)
    if found is None and cut:
        found = known.get(fold(text))
    if found is not None:
        return found
    if text in EMPTY or symbol(text) is not None:
        return None
    names = list(dict.fromkeys(known.values()))
    near = did_you_mean(text, names)
    return Bad(key, (("near", "、".join(near or names[:8])),))


def _items(cell: object) -> object:
    if _empty(cell):
        return None
    parts = [part.strip() for part in re.split(r"[;；]", unicodedata.normalize("NFKC", _plain(cell)))]
    return tuple(dict.fromkeys(part.upper() if part.isascii() else part for part in parts if part)) or None


_INTERVAL = re.compile(r"^每(\d*)(年|季|月|週|周|日|天|半年|小時|時|分|分鐘)$")
_STEPS = {
    "年": (12, "month"),
    "半年": (6, "month"),
    "季": (3, "month"),
    "月": (1, "month"),
    "週": (7, "day"),
    "周": (7, "day"),
}


def _interval(cell: object) -> object:
    """每1年, 每 1 月, 每月, 每日 -> ``12 month``, ``1 day``; 不定期更新 and blank -> None."""
    if _empty(cell):
        return None
    text = fold(_plain(cell))
    if "不定期" in text or text in ("無", "不更新", "僅公開一次"):
        return None
    match = _INTERVAL.match(text.removesuffix("更新"))
    if not match:
        return Bad("not-an-interval")
    step, unit = _STEPS.get(match.group(2), (1, "day"))
    count = int(match.group(1) or 1) if match.group(2) not in ("小時", "時", "分", "分鐘") else 1
    return f"{count * step} {unit}"


def _url(cell: object) -> object:
    if _empty(cell):
        return None
    text = _plain(cell)
    return text if re.match(r"^https?://[^\s<>\"']+$", text) else Bad("not-a-link")
