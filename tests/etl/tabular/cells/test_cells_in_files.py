"""What single cells of whole files mean: destroyed keys, unseen characters, times, numbers, dates and their neighbours."""

from __future__ import annotations

from datetime import date, time

import openpyxl
import pytest

from etl.reading import Rows
from etl.reading import xlsx as xlsx_reader
from etl.reading.by_kind import read_here
from etl.typed_in.rows_as_file import as_workbook
from lang import LANGUAGES, expected, say
from lang.problem import words
from tests.conftest import check, take
from tests.samples import books, epochs
from warehouse import Warehouse

PETITIONS = ["案件編號", "收文日期", "結案日期", "承辦單位", "案件類別"]
MAILBOX = ["郵件編號", "收信日期", "承辦單位", "回覆日期", "處理狀態"]
PHONE = ["測試日期", "時間", "測試類別", "受測組室", "分機", "總分"]
FIGURES = ["指標", "組室", "起日", "迄日", "數值"]
NOVEMBER = ("表單下載項數", "", "114/11/01", "114/11/30")


@pytest.fixture(scope="module")
def shared(lists_home, tmp_path_factory, catalogue):
    import shutil

    home = tmp_path_factory.mktemp("cells") / "home"
    shutil.copytree(lists_home, home)
    opened = Warehouse.open(home, catalogue)
    yield opened
    opened.close()


def csv(head: list[str], *rows: tuple) -> bytes:
    return books.csv([head, *[[str(cell) for cell in row] for row in rows]])


def xlsx(head: list[str], *rows: tuple) -> bytes:
    return books.xlsx(("資料", [head, *rows]))


def looked_at(warehouse, source: str, name: str, content: bytes):
    """What the check says (severity, key, cell) of each file, and the rows that would be loaded."""
    plan = check(warehouse, source, (name, content), seen=False)
    problems = plan.files[0].problems
    for problem in problems:
        for lang in LANGUAGES:
            assert say(problem.key, lang, **problem.params)
            assert expected(problem.key, lang, **problem.params) is not None
    said = {(one.severity, one.key, one.cell) for one in problems if one.severity != "note"}
    return said, plan.incoming.table.to_pylist() if plan.incoming else None


def petition(key, day="1141103", office="甲組", category="興革"):
    return (key, day, "", office, category)


@pytest.mark.parametrize(
    ("name", "content", "cells"),
    [
        ("sci_11411.csv", csv(PETITIONS, *[petition("1.1411E+11")] * 3), "A2 A3 A4"),
        ("ids16_11411.xlsx", xlsx(PETITIONS, petition(1141103123456701), petition(11411031234567013)), "A2 A3"),
        ("datekey_11411.xlsx", xlsx(PETITIONS, petition(date(2026, 2, 15)), petition(date(2026, 3, 1))), "A2 A3"),
        ("datekey_11411.csv", csv(PETITIONS, petition("2026/2/15"), petition("2月15日")), "A2 A3"),
        ("datekey2_11411.xlsx", xlsx(PETITIONS, petition(date(2025, 11, 15)), petition(0.5), petition(True)), "A2 A3 A4"),
        ("key_11411.xls", books.html([PETITIONS, petition("1.15E+11"), petition("TRUE")]), "A2 A3"),
        ("key_11411.ods", books.ods([PETITIONS, list(petition("1.15E+11"))]), "A2"),
        ("key_11411.xls", books.xls([PETITIONS, petition(1141103123456701.0), petition(0.5)]), "A2 A3"),
    ],
)  # fmt: skip
def test_a_destroyed_key_is_refused_at_its_cell_and_its_rows_are_not_called_identical(shared, name, content, cells):
    plan = check(shared, "petitions", (name, content), seen=False)
    problems = plan.files[0].problems
    assert plan.refused
    assert [one.cell for one in problems if one.key == "key-destroyed"] == cells.split()
    assert not {"rows-identical", "key-twice", "cell-empty"} & {one.key for one in problems}
    first = next(one for one in problems if one.key == "key-destroyed")
    assert "文字" in say(first.key, "zh-Hant", **first.params)
    assert "Text" in say(first.key, "en", **first.params)


def test_destroyed_keys_of_two_files_are_not_the_same_case(shared):
    rows = csv(PETITIONS, petition("1.1411E+11")), csv(PETITIONS, petition("1.1411E+11", "1141104", "乙組"))
    plan = check(shared, "petitions", ("a_11411.csv", rows[0]), ("b_11411.csv", rows[1]), seen=False)
    assert {one.key for file in plan.files for one in file.problems if one.severity == "error"} == {"key-destroyed"}


@pytest.mark.parametrize(
    ("source", "head", "row", "column"),
    [
        ("applications", ["案件編號", "申辦項目", "承辦組室", "申請方式", "收件日期", "辦結日期", "案件狀態"],
         ("1.15E+11", "退稅", "甲組", "線上", "1141103", "", "審查中"), "A"),
        ("petitions", [*PETITIONS, "文號"], (*petition("P1"), "1.15E+11"), "F"),
        ("mailbox", MAILBOX, ("1.15E+11", "1141103", "甲組", "1141105", "結案"), "A"),
        ("mailbox", [*MAILBOX, "文號"], ("M1", "1141103", "甲組", "1141105", "結案", "1.15E+11"), "F"),
        ("phone_tests", PHONE, ("1141105", "10:20", "承辦人", "甲組", "2.3E+03", 51), "E"),
        ("datasets", ["資料集識別碼", "檔案格式", "提供機關", "更新頻率", "詮釋資料更新時間"],
         ("6.01E+03", "CSV", "經濟部產業發展署", "每月", "2025-11-20"), "A"),
    ],
)  # fmt: skip
def test_every_key_of_every_source_is_looked_at(shared, source, head, row, column):
    name = "a_1141130.csv" if source == "datasets" else "a_11411.csv"
    said, _ = looked_at(shared, source, name, csv(head, row))
    assert ("error", "key-destroyed", f"{column}2") in said


def test_what_nobody_sees_makes_no_other_row(shared):
    seen = csv(PETITIONS, petition("P1"), petition("P2", "1141104", "乙組", "檢舉"))
    hidden = csv(
        PETITIONS, petition("P1\u200b", "\u202d1141103\u202c", "甲組\ufeff"),
        ("\ufeffP2", "\u200e1141104", "\xa0", "\u2060 乙組", "檢\u200b舉"),
    )  # fmt: skip
    control = csv(PETITIONS, petition("P1\x16", category="興\x0b革\x01"), petition("P2", "1141104", "乙組", "檢舉"))
    _, wanted = looked_at(shared, "petitions", "a_11411.csv", seen)
    for content in (hidden, control):
        said, rows = looked_at(shared, "petitions", "a_11411.csv", content)
        assert not said
        assert rows == wanted


def test_the_same_key_in_two_spellings_stands_twice(shared):
    same = csv(PETITIONS, petition("P－1"), petition("P\u20111\u200b"))
    plan = check(shared, "petitions", ("a_11411.csv", same), seen=False)
    assert [one.key for one in plan.files[0].problems] == ["rows-identical"]
    assert plan.incoming.table["case_no"].to_pylist() == ["P-1"]


def test_a_header_with_a_mark_that_nobody_sees_is_that_header(shared):
    head = ["\u200b案件編號", "收文\xad日期", '="結案日期"', "\ufeff承辦單位", "案件類別\u200e"]
    said, rows = looked_at(shared, "petitions", "a_11411.csv", csv(head, petition("P1")))
    assert (said, len(rows)) == (set(), 1)


def test_an_unseen_character_is_shown_where_a_sentence_quotes_it(shared):
    plan = check(shared, "petitions", ("a_11411.csv", csv(PETITIONS, petition("P1", office="丙\u200b組"))), seen=False)
    found = plan.files[0].problems[0]
    assert (found.key, found.found) == ("unknown-office-cell", "丙⟨U+200B⟩組")


def test_digits_that_a_system_protects_are_taken(shared):
    rows = [('="00123"', '="1141103"', "", '="甲組"', "興革"), ('="00124"', '="1141104"', '=""', '="乙組"', "檢舉")]
    said, found = looked_at(shared, "petitions", "a_11411.csv", csv(PETITIONS, *rows))
    assert not said
    assert [row["case_no"] for row in found] == ["00123", "00124"]
    assert [row["received"] for row in found] == [date(2025, 11, 3), date(2025, 11, 4)]


def test_one_time_in_several_spellings_is_one_test(shared):
    def test(clock, total=51):
        return (date(2025, 11, 5), clock, "承辦人", "甲組", "2305", total)

    content = xlsx(
        PHONE, *map(test, (time(10, 20), 0.430555555555556, "10:20", "上午 10:20", 1020, "10時20分", "10:20:00"))
    )
    plan = check(shared, "phone_tests", ("a_11411.xlsx", content), seen=False)
    assert [row["time"] for row in plan.incoming.table.to_pylist()] == ["10:20"]
    told = next(one for one in plan.files[0].problems if one.key == "rows-identical")
    assert told.params["count"] == 6
    said, _ = looked_at(shared, "phone_tests", "a_11411.xlsx", xlsx(PHONE, test("10:20"), test(0.4305, 50)))
    assert ("error", "key-twice", "A3") in said
    said, _ = looked_at(shared, "phone_tests", "a_11411.xlsx", xlsx(PHONE, test("10:20~10:25")))
    assert said == {("error", "not-a-time", "B2")}


def test_keys_that_differ_in_case_or_leading_zeros_are_told_within_a_file(shared):
    rows = [petition(key) for key in ("A001", "a001", "00123", "123", "B1", "B10")]
    plan = check(shared, "petitions", ("a_11411.csv", csv(PETITIONS, *rows)), seen=False)
    told = [(one.severity, one.cell, one.params["found"], one.params["other"]) for one in plan.files[0].problems]
    assert told == [("warning", "A3", "a001", "A001"), ("warning", "A5", "123", "00123")]
    assert plan.incoming.table.num_rows == 6


def test_keys_that_differ_so_from_what_is_there_are_told(warehouse):
    take(warehouse, "petitions", ("a_11411.csv", csv(PETITIONS, petition("00123"), petition("A7"), petition("B1"))))
    plan = check(
        warehouse, "petitions", ("b_11411.csv", csv(PETITIONS, petition("123"), petition("a7"), petition("B1")))
    )
    told = {(one.key, one.cell, one.params["other"]) for one in plan.files[0].problems if one.severity == "warning"}
    assert told == {("keys-alike", "A2", "00123"), ("keys-alike", "A3", "A7")}
    again = check(
        warehouse, "petitions", ("a_11411.csv", csv(PETITIONS, petition("00123"), petition("A7"), petition("B1")))
    )
    assert not [one for one in again.files[0].problems if one.severity == "warning"]


def test_keys_that_differ_so_from_another_file_of_the_upload_are_told(shared):
    """Whatever the period of each: a case goes on in the next month."""
    october = ("a_11410.csv", csv(PETITIONS, *(petition(key, "1141003") for key in ("00123", "A7", "B1", "C1"))))
    november = ("b_11411.csv", csv(PETITIONS, *(petition(key) for key in ("123", "a7", "B1", "0C2"))))
    first, second = check(shared, "petitions", october, november, seen=False).files
    assert [one.key for one in first.problems] == []
    told = [(one.severity, one.key, one.cell, one.params["found"], one.params["other"]) for one in second.problems]
    assert told == [
        ("warning", "keys-alike-files", "A2", "123", "00123"), ("warning", "keys-alike-files", "A3", "a7", "A7"),
    ]  # fmt: skip
    assert second.problems[0].params["first"].endswith(" 2")


def sentences(plan) -> str:
    return "".join("".join(words(one, lang)) for one in plan.files[0].problems for lang in ("zh-Hant", "en"))


def test_what_nobody_sees_is_shown_wherever_a_sentence_quotes_a_file(shared):
    """States, headers that are like ours, those that are left out, and repeated ones."""
    head = "案件編號,收文日期,結案日期,承辦單位,辦理情形,附\u200b註\n"
    told = sentences(check(shared, "petitions", ("a_11411.csv", head + "P1,1141103,1141105,甲組,處理\u200b中,\n")))
    assert "處理⟨U+200B⟩中" in told
    assert "附⟨U+200B⟩註" in told
    told += sentences(
        check(shared, "petitions", ("a_11411.csv", "案件編號,收文\u200b日其,承辦單位\nP1,1141103,甲組\n"))
    )
    assert "收文⟨U+200B⟩日其" in told
    told += sentences(
        check(shared, "petitions", ("a.csv", "案件編號,收文日期,收\u200b文日期,承辦單位\nP1,1141103,1141103,甲組\n"))
    )
    assert "收⟨U+200B⟩文日期" in told
    assert "\u200b" not in told


def test_of_many_such_keys_some_are_named_and_the_rest_counted(shared):
    rows = [petition(f"{zeros}{n}") for n in range(1, 31) for zeros in ("", "00")]
    plan = check(shared, "petitions", ("a_11411.csv", csv(PETITIONS, *rows)), seen=False)
    keys = [one.key for one in plan.files[0].problems]
    assert (keys.count("keys-alike"), keys.count("keys-alike-more")) == (10, 1)
    assert plan.files[0].problems[-1].params["count"] == 20


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("1141103123456700", "1141103123456800", "1141103123456900"), True),
        (("114110312345678000",), True),
        (("1141103123456700",), False),  # one in ten ends so
        (("1141103123456700", "1141103123456800", "1141103123456901"), False),
        (("A14110312345678000", "B14110312345678000"), False),
        (("114110312345000", "114110312346000", "114110312347000"), False),
    ],
)
def test_long_keys_that_all_end_in_zeros_are_asked_about(shared, keys, told):
    said, rows = looked_at(shared, "petitions", "a_11411.csv", csv(PETITIONS, *map(petition, keys)))
    assert said == ({("warning", "keys-rounded", "A2")} if told else set())
    assert len(rows) == len(keys)


def test_a_total_is_held_against_numbers_of_one_piece_only(shared):
    rows = [("1141105", f"10:2{n}", "承辦人", "甲組", "2305", cell) for n, cell in enumerate(("20", "21", "22"))]
    said, _ = looked_at(shared, "phone_tests", "a_11411.csv", csv(PHONE, *rows, ("合計", "", "", "", "", "63")))
    assert not said
    said, _ = looked_at(shared, "phone_tests", "a_11411.csv", csv(PHONE, *rows, ("合計", "", "", "", "", "63¹")))
    assert not said
    said, _ = looked_at(shared, "phone_tests", "a_11411.csv", csv(PHONE, *rows, ("合計", "", "", "", "", "64")))
    assert said == {("warning", "total-differs", "F5")}


NO_NUMBER = {
    "29¹": "number-not-one", "29②": "number-not-one", '"29\n31"': "number-not-one", "29 31": "number-not-one", "½": "number-not-one",
    "33 748": "number-not-one", "3 1/2": "number-not-one", "29*": "not-a-number", "29註1": "not-a-number", "(29)": "not-a-number",
    "29-": "not-a-number", '"1,234-"': "not-a-number", "29／31": "not-a-number", "1.2E+3": "not-a-number", "29 (含線上)": "not-a-number",
    "#N/A": "cell-error", "TRUE": "not-a-number", '"29,"': "not-a-number", "〇": "not-a-number", "29件/月": "not-a-number",
    "29‰": "not-a-number", "$29": "not-a-number", "29~31": "not-a-number", "29以下": "not-a-number", "=29": "not-a-number",
    "29+2": "not-a-number", '"12,34"': "not-a-number", "33.748": "count-or-thousands",
    "0.25": "count-not-whole",
    "33.000": "count-or-thousands", "約 33.748": "count-or-thousands", "33.748件": "count-or-thousands", "1.234.567": "not-a-number",
    "29%": "percent-of-a-count", "-29": "count-negative", "−29": "count-negative", "約 29.5": "count-not-whole", "1e999": "not-a-number",
    "NaN": "not-a-number", "Infinity": "not-a-number", "9" * 30: "number-not-finite",
}  # fmt: skip


@pytest.mark.parametrize(("text", "key"), NO_NUMBER.items())
def test_a_hand_counted_cell_holds_one_whole_number_or_is_refused(shared, text, key):
    content = f"{','.join(FIGURES)}\n{','.join(NOVEMBER)},{text}\n".encode()
    said, _ = looked_at(shared, "figures", "a.csv", content)
    assert said == {("error", key, "E2")}


@pytest.mark.parametrize("text", ["29", "２９", "29.0", "0029", '"33,748"', "29件", "26萬1111", '="29"', "約 29"])
def test_whole_numbers_are_taken_as_ever(shared, text):
    content = f"{','.join(FIGURES)}\n{','.join(NOVEMBER)},{text}\n".encode()
    said, rows = looked_at(shared, "figures", "a.csv", content)
    assert (said, len(rows)) == (set(), 1)


def test_what_may_come_in_parts_may_have_them(shared):
    row = "recovery_grants_amount,,114/11/01,114/11/30,1234.5,,\nemail_availability,,114/11/01,114/11/30,,719.5,720\n"
    said, rows = looked_at(shared, "figures", "a.csv", f"{','.join(FIGURES)},分子,分母\n{row}".encode())
    assert (said, [row["numerator"] for row in rows]) == (set(), [None, 719.5])
    row = "staff_survey_response_rate,,114/11/01,114/11/30,,33.748,50000\n"
    said, _ = looked_at(shared, "figures", "a.csv", f"{','.join(FIGURES)},分子,分母\n{row}".encode())
    assert said == {("error", "count-or-thousands", "F2")}


@pytest.mark.parametrize(
    ("cell", "key"), [(1e300, "number-not-finite"), (0.25, "count-not-whole"), (33.748, "count-or-thousands")]
)
def test_numbers_in_cells_are_held_to_the_same(shared, cell, key):
    said, _ = looked_at(shared, "figures", "a.xlsx", xlsx(FIGURES, (*NOVEMBER, cell)))
    assert said == {("error", key, "E2")}


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("33.748", "count-or-thousands"),
        ("12.5", "count-not-whole"),
        ("-3", "count-negative"),
        ("1\n2", "number-not-one"),
    ],
)
def test_a_bound_that_is_typed_for_a_count_is_whole(shared, catalogue, value, key):
    row = {
        "indicator": "online_services",
        "kind": "至少",
        "value": value,
        "from": "115/01/01",
        "set_by": "甲",
        "reason": "乙",
    }
    said, _ = looked_at(shared, "standards", "a.xlsx", as_workbook(catalogue.sources["standards"], [row]))
    assert {one[:2] for one in said} == {("error", key)}


def test_a_point_that_may_group_thousands_is_asked_about_of_money_too(shared):
    def said(text: str) -> set:
        row = f"recovery_grants_amount,,114/11/01,114/11/30,{text}\n"
        return looked_at(shared, "figures", "a.csv", f"{','.join(FIGURES)}\n{row}".encode())[0]

    assert said("33.748") == {("error", "number-or-thousands", "E2")}
    for text in ("33.7480", "33.75", "1.234億", '"33,748"', "0.748"):
        assert said(text) == set()


def test_half_a_number_of_a_month_is_asked_about(shared):
    rows = [("表單下載項數", "", 114.1, 114.1, 25), ("表單下載項數", "", 114.09, 114.09, 24)]
    said, _ = looked_at(shared, "figures", "a.xlsx", xlsx(FIGURES, *rows))
    assert said == {("error", "month-one-or-ten", "C2"), ("error", "month-one-or-ten", "D2")}
    said, rows = looked_at(shared, "figures", "a.xlsx", xlsx(FIGURES, ("表單下載項數", "", "114.11", 114.11, 24)))
    assert not said
    assert (rows[0]["from"], rows[0]["to"]) == (date(2025, 11, 1), date(2025, 11, 30))


def test_a_month_of_five_digits_is_no_day(shared):
    for cell in ("20251", 20251):
        said, _ = looked_at(shared, "phone_tests", "a.xlsx", xlsx(PHONE, (cell, "10:20", "承辦人", "甲組", "2305", 51)))
        assert ("error", "month-not-day", "A2") in said


def test_days_as_web_systems_write_them_are_taipeis_days(shared):
    rows = [
        ("M1", "2025/11/3 上午 12:00:00", "甲組", "2025/11/5 下午 03:21:05", "結案"),
        ("M2", "2025-11-02T16:30:00.000Z", "甲組", "2025-11-05T02:00:00+00:00", "結案"),
        ("M3", "114年11月03日(一)", "甲組", "中華民國114年11月5日", "結案"),
    ]
    said, found = looked_at(shared, "mailbox", "a_11411.csv", csv(MAILBOX, *rows))
    assert not said
    assert {(row["received"], row["answered"]) for row in found} == {(date(2025, 11, 3), date(2025, 11, 5))}
    said, _ = looked_at(shared, "mailbox", "a_11411.csv", csv(MAILBOX, ("M1", "114/11/03(二)", "甲組", "", "處理中")))
    assert said == {("error", "weekday-differs", "B2")}


@pytest.mark.parametrize("code", ["[$-404]e", "[DBNum1][$-404]General", "G/通用格式", "General", "0.00"])
def test_a_day_number_with_a_time_is_a_day_under_any_format(shared, code):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (PETITIONS, ("P2", 45964, 45981.6041666667, "甲組", "興革")):
        sheet.append(row)
    sheet["B2"].number_format = sheet["C2"].number_format = code
    said, rows = looked_at(shared, "petitions", "a_11411.xlsx", books.saved(book))
    assert not said
    assert (rows[0]["received"], rows[0]["closed"]) == (date(2025, 11, 3), date(2025, 11, 20))


@pytest.mark.parametrize("between", ["<text:line-break/>", "<text:tab/>", "</text:p><text:p>"])
def test_two_lines_of_an_open_document_are_no_number(shared, between):
    found = books.parts(books.ods([FIGURES, [*NOVEMBER, "X"]]))
    found["content.xml"] = found["content.xml"].replace(b">X<", f">29{between}31<".encode())
    said, _ = looked_at(shared, "figures", "a_11411.ods", books.zipped(found))
    assert said == {("error", "number-not-one", "E2")}


@pytest.mark.parametrize("how", epochs.MAKERS)
def test_day_numbers_of_a_workbook_of_1904_are_right(shared, how):
    name, make = epochs.MAKERS[how]
    said, rows = looked_at(shared, "petitions", name, make())
    assert not said
    assert (rows[0]["received"], rows[0]["closed"]) == (date(2025, 11, 3), date(2025, 11, 20))


@pytest.mark.parametrize("how", ["xlsx", "backslashes", "broken lines"])
def test_a_large_sheet_of_1904_says_the_same(monkeypatch, how):
    name, make = epochs.MAKERS[how]
    monkeypatch.setattr(xlsx_reader, "LARGE", -1)
    found = read_here(name, make())
    assert isinstance(found.sheets[0].rows, Rows)
    assert (found.epoch, found.sheets[0].rows[1][1:3]) == (date(1904, 1, 1), [epochs.NUMBER, epochs.DAY])


def test_rows_on_both_sides_of_a_stated_period_are_told(shared):
    rows = [petition("P1", "1141031"), petition("P2"), petition("P3", "1131103"), petition("P4", "1141201")]
    plan = check(shared, "petitions", ("a_11411.csv", csv(PETITIONS, *rows)), seen=False)
    problems = [one for one in plan.files[0].problems if one.key.startswith("rows-")]
    told = [(one.severity, one.key, one.cell, one.params["count"]) for one in problems]
    assert told == [("warning", "rows-before-period", "B2", 2), ("warning", "rows-after-period", "B5", 1)]
