"""Cells as they are typed: goldens that a reader can check, and rules that hold for every value."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.clean import Amounted, Bad, Names, cleaner
from kpi.catalogue import Column, Text
from kpi.values import NO_VALUE, NOT_APPLICABLE, NOT_YET

TODAY = date(2026, 1, 5)
DAYS = st.dates(date(1955, 1, 1), TODAY)


def clean(kind, cell, **more):
    column = Column(type=kind, headers=("x",), about=Text(zh="x", en="x"), **more)
    return cleaner(column, Names({}, {}, {}), TODAY)(cell)


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("33,748", 33748, None), ("26萬1111", 261111, None), ("26 萬 1,111", 261111, None), ("4萬9,714", 49714, None),
        ("61億4,924萬7千元", 6149247000, None), ("1.15 億元", 115000000, None), ("54 萬", 540000, None),
        ("約 1,612", 1612, "約"), ("90%以上", 0.9, "以上"), ("至少 12", 12, "以上"), ("57%", 0.57, None), ("９成4", 0.94, None),
        ("9成", 0.9, None), ("４．７％", 0.047, None), ("１，２３４", 1234, None), ("−5", -5, None), ("0", 0, None),
    ],
)  # fmt: skip
def test_numbers_as_they_are_written(text, value, qualifier):
    found = clean("amount", text)
    assert found.value == pytest.approx(value, rel=1e-12)
    assert found.qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "1萬2億",
        "3萬4萬",
        "3萬5",
        "1,5",
        "3,37,48",
        "12,3456",
        "1.234,5",
        "1_000",
        "1e5",
        "約",
        "12 或 13",
        "1/2",
        "1e3x",
        "萬",
        "9成45",
        "１２．３．４",
    ],
)
def test_what_is_no_number_or_not_one_is_refused(text):
    assert isinstance(clean("amount", text), Bad)


@pytest.mark.parametrize(
    ("text", "stated"),
    [("-", NO_VALUE), ("－", NO_VALUE), ("無", NO_VALUE), ("…", NOT_YET), ("⋯⋯", NOT_YET), ("...", NOT_YET), ("--", NOT_APPLICABLE),
     ("－－", NOT_APPLICABLE), (" -- ", NOT_APPLICABLE), ("尚未公布", NOT_YET), ("不適用", NOT_APPLICABLE)],
)  # fmt: skip
def test_official_symbols_are_kept_apart_from_zero_and_from_each_other(text, stated):
    assert clean("amount", text) == Amounted(None, stated, False)
    assert clean("amount", "0") == Amounted(0.0, None, False)
    assert clean("amount", "") is None


DATES = {
    "114 年 12 月 10 日": date(2025, 12, 10), "民國109年12月11日": date(2020, 12, 11), "109/2/11": date(2020, 2, 11),
    "113.11.01": date(2024, 11, 1), "88.11.19.": date(1999, 11, 19), "114-03-28": date(2025, 3, 28), "98-08-06": date(2009, 8, 6),
    "98/8/6": date(2009, 8, 6), "1141210": date(2025, 12, 10), "民國九十一年七月三十日": date(2002, 7, 30),
    "2025/12/10": date(2025, 12, 10),
    "20251210": date(2025, 12, 10), "西元2025年12月10日": date(2025, 12, 10), "2023-04-21 15:43:26": date(2023, 4, 21),
    "１１４／１２／１０": date(2025, 12, 10), "114年\n12月10日": date(2025, 12, 10), "46001": date(2025, 12, 10),
    "981206": date(2009, 12, 6),
}  # fmt: skip


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_days_as_they_are_written(text, day):
    assert clean("date", text) == day


@pytest.mark.parametrize(
    ("text", "first"),
    [("11412", date(2025, 12, 1)), ("九十八年二月份", date(2009, 2, 1)), ("2025M01", date(2025, 1, 1)), ("202512", date(2025, 12, 1)),
     ("114年12月", date(2025, 12, 1)), ("114/2", date(2025, 2, 1))],
)  # fmt: skip
def test_a_month_is_no_day_unless_the_column_says_which_one(text, first):
    assert clean("date", text) == Bad("month-not-day")
    assert clean("date", text, month="first") == first
    last = clean("date", text, month="last", future=True)
    assert (last.year, last.month, (last + timedelta(days=1)).day) == (first.year, first.month, 1)


@pytest.mark.parametrize(
    "text", ["1141310", "114/02/30", "1140230", "12/10", "97", "昨天", "114", "3/4/114/5", "99999", "201112"]
)
def test_what_is_no_day_is_refused(text):
    assert isinstance(clean("date", text), Bad)


@given(DAYS)
def test_every_spelling_of_a_day_is_that_day(day):
    roc = day.year - 1911
    spellings = [
        f"{roc}/{day.month}/{day.day}", f"{roc}.{day.month:02d}.{day.day:02d}.", f"民國{roc}年{day.month}月{day.day}日",
        f"{roc} 年 {day.month} 月 {day.day} 日", f"{roc:03d}{day:%m%d}", f"{day:%Y%m%d}", f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d} 08:30",
        f"西元{day.year}年{day.month}月{day.day}日", f"{roc}-{day:%m-%d}".translate({n: n + 0xFEE0 for n in range(48, 58)}),
    ]  # fmt: skip
    assert {clean("date", text) for text in spellings} == {day}
    assert clean("date", (day - date(1899, 12, 30)).days) == day


@given(st.integers(0, 10**11))
def test_every_spelling_of_a_number_is_that_number(n):
    parts, rest = [], n
    for unit, size in (("億", 10**8), ("萬", 10**4)):
        if rest >= size:
            parts.append(f"{rest // size}{unit}")
            rest %= size
    mixed = "".join(parts) + (f"{rest:,}" if rest or not parts else "")
    mixed = str(n) if "萬" in mixed and 0 < rest < 10 else mixed  # 3萬5 may be 30,005 or 35,000
    wide = f"{n:,}".translate({m: m + 0xFEE0 for m in range(33, 127)})
    for text in (str(n), f"{n:,}", mixed, f"約 {n:,} 件", wide, f"{n:,} 元"):
        assert clean("amount", text).value == n


@given(st.text(max_size=12))
def test_any_text_is_a_value_or_says_why_not(text):
    for kind in ("date", "amount", "number", "integer", "text", "items", "interval", "url"):
        found = clean(kind, text)
        assert found is None or isinstance(found, Bad | Amounted | date | float | int | str | tuple)
        if kind == "amount" and isinstance(found, Amounted) and found.value is not None:
            assert any(sign.isdigit() for sign in text)
