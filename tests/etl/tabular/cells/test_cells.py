"""Cells as they are typed: goldens that a reader can check, and rules that hold for every value."""

from datetime import date, datetime, time, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.tabular.cells import Amounted, Bad, Names, cleaner, show
from kpi.catalogue import Column, ColumnType, Text
from kpi.told import NO_VALUE, NOT_APPLICABLE, NOT_YET

TODAY = date(2026, 1, 5)
DAYS = st.dates(date(1957, 7, 1), TODAY)


def clean(kind, cell, epoch=date(1899, 12, 30), **more):
    column = Column(type=kind, headers=("x",), about=Text(zh="x", en="x"), **more)
    return cleaner(column, Names({"甲組": "甲組"}, {}, {}), TODAY, epoch=epoch)(cell)


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("33,748", 33748, None), ("26萬1111", 261111, None), ("26 萬 1,111", 261111, None), ("4萬9,714", 49714, None),
        ("61億4,924萬7千元", 6149247000, None), ("1.15 億元", 115000000, None), ("54 萬", 540000, None),
        ("約 1,612", 1612, "約"), ("90%以上", 0.9, "以上"), ("至少 12", 12, "以上"),
        ("約 20 以上", 20, "約以上"), ("至少約 20 件", 20, "約以上"), ("57%", 0.57, None), ("９成4", 0.94, None),
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
    number = (day - date(1899, 12, 30)).days
    assert {clean("date", one) for one in (number, float(number), number + 0.75, str(number), f"{number}.4305")} == {
        day
    }
    if day.year > 1961:  # before that the numbers of 1904 look like months of five digits
        assert clean("date", number - 1462, epoch=date(1904, 1, 1)) == day
    signs = "一二三四五六日"[day.weekday()]
    spellings = [
        f"{day.year}/{day.month}/{day.day} 上午 12:00:00", f"{roc}年{day.month:02d}月{day.day:02d}日({signs})", f'="{roc:03d}{day:%m%d}"',
        f"中華民國{roc}年{day.month}月{day.day}日 星期{signs}", f"{day:%Y-%m-%d}T00:00:00+08:00", 
        f"\u202d{roc}\u2010{day:%m}\u2014{day:%d}\u202c",
        f"{day - timedelta(days=1):%Y-%m-%d}T16:00:00Z", f"{day:%d %b %Y}", datetime(day.year, day.month, day.day, 23, 59),
    ]  # fmt: skip
    assert {clean("date", text) for text in spellings} == {day}
    other = "一二三四五六日"[(day.weekday() + 1) % 7]
    assert clean("date", f"{roc}/{day.month}/{day.day}({other})") == Bad("weekday-differs")


@pytest.mark.parametrize("cell", [20251, 20251.0, "20251", "20259", 19991, "２０２５１"])
def test_a_month_of_five_digits_is_no_day_number(cell):
    assert clean("date", cell) == Bad("month-not-day")
    assert clean("date", cell, month="first") == Bad("not-a-date")


@pytest.mark.parametrize("cell", [114.1, "114.1", "１１４．１", 2025.1])
def test_a_month_whose_zero_may_be_lost_is_asked_about(cell):
    found = clean("date", cell, month="first")
    assert (found.key, [value.partition("/")[2] for _, value in found.params]) == ("month-one-or-ten", ["1", "10"])
    assert clean("date", 114.09, month="first") == date(2025, 9, 1)
    assert clean("date", "114.11", month="last") == date(2025, 11, 30)


def test_a_text_in_a_workbook_of_1904_is_no_day_number_of_either_count():
    assert clean("date", "44502", epoch=date(1904, 1, 1)) == Bad("not-a-date")
    assert clean("date", 44502.0, epoch=date(1904, 1, 1)) == date(2025, 11, 3)


KEPT = {
    "P1141101": "P1141101", "114E0012": "114E0012", "114E-0012": "114E-0012", "1E11": "1E11", "A-0.5": "A-0.5", "114-11-03": "114-11-03",
    "1141103": "1141103", "114110312345678901": "114110312345678901", "00123": "00123", '="00123"': "00123",
    "府經字第1140012號": "府經字第1140012號",
    115010001.0: "115010001", "115010001.0": "115010001", 999999999999999.0: "999999999999999", 0: "0", "Ｐ１": "P1",
    "P\u200b1\ufeff": "P1", "P－1": "P-1", " P 1\n": "P 1", "P1¹": "P1¹", 
    "114/11/15": "114/11/15", "11/15/114": "11/15/114", "99/15/2025": "99/15/2025", "13/13/2025": "13/13/2025", "05-11-2025": "05-11-2025",
    "114.05": "114.05", "MAR-12": "MAR-12", "": None, "-": None, None: None,
}  # fmt: skip


@pytest.mark.parametrize(("cell", "key"), KEPT.items())
def test_a_key_that_the_system_gave_is_kept(cell, key):
    assert clean("identifier", cell) == key


DESTROYED = {
    "power": ["1.1501E+11", "1.1411e+11", "1.1411E11", "1E+11", "１．１４１１Ｅ＋１１", "1.1411E+11\u200b", "1.5E-05",
              "1E-05", "11.4E+10", "1,15E+11"],
    "rounded": [1141103123456701.0, 1e15, 1e300, 10**15, "1141103123456701.0"],
    "fraction": [0.5, 114.5, "0.5", "0.0833333", float("inf"), float("nan")],
    "negative": [-5, -5.0],
    "truth": [True, False, "TRUE", "False"],
    "day": [date(2025, 11, 15), datetime(2025, 11, 15), time(10, 20), timedelta(hours=1), "2025/11/15", "2025-11-15 00:00:00",
            "2025/11/15 上午 12:00:00", "11月15日",
            "15-Nov", "Nov-15", "15-Nov-25", "2025年11月",
            "11/15/2025", "15/11/2025", "1/5/2025", "15.11.2025", "2025/11/15 12:00:00 AM", "11/15/2025 12:00 PM", "2025-11-15T00:00:00",
            "2025-11-15T00:00:00.000Z", "2025-11-15T00:00:00+08:00", "2025年11月15日 星期六", "中華民國114年11月15日", "民國114年1月5日",
            "November 15, 2025", "Saturday, November 15, 2025", "15 November 2025"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "cell"), [(kind, cell) for kind, cells in DESTROYED.items() for cell in cells])
def test_a_key_that_a_spreadsheet_destroyed_is_refused(kind, cell):
    assert clean("identifier", cell) == Bad("key-destroyed", (("kind", kind),))


@pytest.mark.parametrize("kind", ["identifier", "text", "date", "number", "amount", "integer", "time"])
@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#########", "Err:502", " #n/a "])
def test_an_error_value_is_no_content(kind, cell):
    assert clean(kind, cell) == Bad("cell-error")


TIMES = {
    "10:20": ["10:20", "上午 10:20", "1020", 1020, 1020.0, 0.4305, "0.4305", 0.430555555555556, time(10, 20), datetime(2025, 11, 5, 10, 20),
              timedelta(hours=10, minutes=20), "10:20:00", "10:20 AM", "10時20分", "114/11/05 10:20", "１０：２０",
              "45966.430555555556", 45966.430555555556,
              '="10:20"', "2025-11-05T02:20:00Z", "10\u200b:20"],
    "13:20": ["下午1時20分", "下午 1:20", "01:20 PM", "13:20", 1320, 0.55555555555],
    "09:05": ["9:05", "09:05", 905, "905", time(9, 5)],
    "12:00": [0.5, "中午 12:00", "12:00 PM", "下午 12:00"],
    "00:00": ["上午 12:00", "12:00 AM", time(0)],
    "10:20:30": [time(10, 20, 30), "10:20:30", 0.430902777777778],
    None: ["", "-", None, "\u200b"],
}  # fmt: skip


@pytest.mark.parametrize(("clock", "cell"), [(clock, cell) for clock, cells in TIMES.items() for cell in cells])
def test_a_time_has_one_form(clock, cell):
    assert clean("time", cell) == clock


@pytest.mark.parametrize(
    "cell", ["10:20-10:25", "10.20", 10.2, 0.43, 25.0, "上午", "24:00", True, date(2025, 11, 5), -0.5, 99, float("inf")]
)
def test_what_is_no_time_or_not_one_is_refused(cell):
    assert clean("time", cell) == Bad("not-a-time")


APART = [" ", "\n", "\r\n", "\t", "\xa0", "\u3000", "\u2009", "\x0b", "\u2028", "\u200b", "\xad", "\x01"]


@given(
    st.integers(0, 9999),
    st.integers(0, 9999),
    st.sampled_from([*APART, "¹", "²", "½", "①", "㊿", "/", "~", "+", "、", "註", ", ", " ,"]),
)
def test_two_groups_of_digits_are_never_one_number(one, two, between):
    joined = f"{one}{between}{two}"
    for kind in ("amount", "number", "integer"):
        assert isinstance(clean(kind, joined), Bad)
    if between in APART and between.isspace() and between != "\x0b":
        found = clean("date", f"114/11/{one % 10}{between}{two % 10}")
        assert isinstance(found, Bad)


@pytest.mark.parametrize("text", ["29¹", "29②", "29⑴", "29½", "29\n31", "29 31", "33 748", "3 1/2", "29\u200b31"])
def test_what_is_not_one_number_is_told_as_that(text):
    assert clean("amount", text) == Bad("number-not-one")


@pytest.mark.parametrize(
    "cell",
    [
        float("inf"),
        float("-inf"),
        float("nan"),
        1e300,
        -1e15,
        "9" * 40,
        "999999億億",
        "NaN",
        "inf",
        "1e999",
        "Infinity",
    ],
)
@pytest.mark.parametrize("kind", ["amount", "number", "integer"])
def test_a_number_that_is_not_finite_is_refused(kind, cell):
    assert isinstance(clean(kind, cell), Bad)


def test_an_office_is_found_whatever_nobody_sees_in_it():
    for text in (
        "甲組\ufeff",
        "\u2060 甲組",
        "甲\u200b組",
        "甲\n組",
        '="甲組"',
        "甲組\xa0王小明",
        "甲組\u2028王小明",
        "\u200b\n甲組/王小明",
    ):
        assert clean("office", text) == "甲組"
    assert clean("office", "丙組\xa0王小明").key == "unknown-office-cell"


def test_what_nobody_sees_is_quoted_by_its_number():
    assert show("P1\u200b") == "P1⟨U+200B⟩"
    assert show("\u202d甲 組") == "⟨U+202D⟩甲 組"
    assert show(True) == "TRUE"
    assert show("甲\n組") == "甲⏎組"


HOSTILE = [
    sign * 32_000
    for sign in (
        "1",
        " ",
        "一",
        "9/",
        "1,",
        "\u200b",
        "a",
        "0.",
        "-",
        "億1",
        "年",
        "星期",
        "(",
        "Jan ",
        "1E",
        '="',
        "#",
    )
]


@pytest.mark.parametrize("kind", list(ColumnType))
def test_no_cell_holds_the_process(kind):
    begun = perf_counter()
    for text in HOSTILE:
        for cell in (text, f"114/11/03{text}", f"{text}114/11/03", f"29{text}", f"{text}x"):
            clean(kind, cell)
            show(cell)
    assert perf_counter() - begun < 10


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
    for kind in ("date", "amount", "number", "integer", "text", "identifier", "time", "items", "interval", "url"):
        found = clean(kind, text)
        assert found is None or isinstance(found, Bad | Amounted | date | float | int | str | tuple)
        if kind == "amount" and isinstance(found, Amounted) and found.value is not None:
            assert any(sign.isdigit() for sign in text)


@pytest.mark.parametrize("text", ["核准", "核\u200b准", "\u2060核准\ufeff", " 核　准 ", "核\u00ad准", "通\u200b過"])
def test_a_code_is_the_same_however_it_is_spelt(catalogue, text):
    spec = catalogue.sources["applications"].columns["status"]
    assert cleaner(spec, Names({}, {}, {}), TODAY)(text) == "核准"
