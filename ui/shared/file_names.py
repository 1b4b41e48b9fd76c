"""Names of files that a reader takes home."""

from __future__ import annotations

from kpi.dates.periods import Period

FORBIDDEN = str.maketrans('/\\:*?"<>|', "／＼：＊？＂＜＞｜")


def span(period: Period, lang: str) -> str:
    """A period in the name of a file: 114年, 114年11月, 114年1月至12月10日, 2025-01-01_2025-12-10."""
    first, last = period.start, period.end
    if lang == "en":
        return f"{first.isoformat()}_{last.isoformat()}"
    year, whole = first.year - 1911, period.ends_month()
    if first.month == 1 and last.month == 12 and whole:
        return f"{year}年"
    if whole:
        return f"{year}年{first.month}月" if first.month == last.month else f"{year}年{first.month}月至{last.month}月"
    return f"{year}年{first.month}月至{last.month}月{last.day}日"
