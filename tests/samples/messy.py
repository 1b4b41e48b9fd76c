"""Tables as clerks have them: petitions, each sample named for what is wrong with it."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from tests.samples import books, sample
from tests.samples.books import HEADERS, ROWS
from tests.samples.books import book as _book

ONE, TWO = ROWS[1], ROWS[2]
TITLE = ["經濟部產業發展署114年度人民陳情案件統計表"]


def _saved(sheet) -> bytes:
    out = BytesIO()
    sheet.parent.save(out)
    return out.getvalue()


def _sheet(rows=ROWS):
    sheet = openpyxl.Workbook().active
    for row in rows:
        sheet.append(row)
    return sheet


@sample("a_11411.xlsx", rows=2)
def title_rows_above() -> bytes:
    return _book([TITLE, ["資料期間：114年11月1日至114年11月30日"], ["單位：件"], [], *ROWS])


@sample("a_11411.xlsx", rows=2)
def forty_title_rows_above() -> bytes:
    return _book([*[["說明"]] * 40, *ROWS])


@sample("a_11411.xlsx", rows=2)
def blank_first_columns() -> bytes:
    return _book([["", "", *row] for row in ROWS])


@sample("a_11411.xlsx", rows=2)
def two_merged_header_rows() -> bytes:
    top = ["案件編號", "日期", "", "承辦單位", "案件類別"]
    low = ["", "收文日期", "結案日期", "", ""]
    return _book([top, low, ONE, TWO], ["A1:A2", "B1:C1", "D1:D2", "E1:E2"])


@sample("a_11411.xlsx", rows=2)
def header_split_over_two_rows() -> bytes:
    top = ["案件", "收文", "結案", "承辦", "案件"]
    low = ["編號", "日期", "日期", "單位", "類別"]
    return _book([top, low, ONE, TWO])


@sample("a_11411.xlsx", rows=2)
def three_merged_header_rows() -> bytes:
    rows = [
        ["陳情案件", "", "", "", ""],
        ["案件編號", "辦理日期", "", "承辦單位", "案件類別"],
        ["", "收文日期", "結案日期", "", ""],
    ]
    return _book([*rows, ONE, TWO], ["A1:E1", "A2:A3", "B2:C2", "D2:D3", "E2:E3"])


@sample("a_11411.xlsx", rows=2)
def line_breaks_and_spaces_in_headers() -> bytes:
    return _book([["案件\n編號", "收 文 日 期", "結案日期＊", "承辦單位：", "（案件類別）"], ONE, TWO])


@sample("a_11411.xlsx", rows=2)
def full_width_headers_and_digits() -> bytes:
    return _book([HEADERS, ["P1", "１１４／１１／０３", "１１４１１２０", "甲組", "興革"], TWO])


@sample("a_11411.xlsx", rows=2)
def the_right_sheet_is_the_second() -> bytes:
    return books.xlsx(("封面", [["說明", "案件編號在第二張"]]), ("資料", ROWS))


@sample("a_114年.xlsx", rows=3)
def monthly_sheets() -> bytes:
    return books.xlsx(("10月", [HEADERS, ["P0", "1141003", "", "甲組", "興革"]]), ("11月", ROWS))


@sample("a_11411.xlsx", "sheets-alike")
def two_sheets_that_fit_alike() -> bytes:
    return books.xlsx(("資料", ROWS), ("備份", ROWS))


@sample("a_11411.xlsx", "sheet-hidden", rows=2)
def a_hidden_sheet_that_fits() -> bytes:
    sheet = _sheet()
    other = sheet.parent.create_sheet("舊資料")
    for row in ROWS:
        other.append(row)
    other.sheet_state = "hidden"
    return _saved(sheet)


@sample("a_11411.xlsx", "footnotes-left-out", rows=2)
def footnotes_below() -> bytes:
    return _book([*ROWS, ["註：本表由系統匯出"], ["製表日期：114年12月1日", "", "", "製表人：王小明"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def total_that_is_right() -> bytes:
    return _book([*ROWS, ["合計", "", "", "", 2]])


@sample("a_11411.xlsx", "total-differs", "E4", rows=2)
def total_that_does_not_add_up() -> bytes:
    return _book([*ROWS, ["總　計", "", "", "", 5]])


@sample("a_11411.xlsx", "total-differs", "E3", rows=2)
def subtotal_that_does_not_add_up() -> bytes:
    return _book([HEADERS, ONE, ["甲組小計", "", "", "", 3], TWO, ["小計", "", "", "", 1], ["總計", "", "", "", 2]])


@sample("a_11411.xlsx", "headers-repeated", rows=2)
def headers_repeated_by_page_breaks() -> bytes:
    return _book([HEADERS, ONE, HEADERS, TWO])


@sample("a_11411.xlsx", "rows-identical", "A2", rows=2)
def repeated_rows() -> bytes:
    return _book([*ROWS, ONE])


@sample("a_11411.xlsx", "key-twice", "A4")
def same_key_with_other_content() -> bytes:
    return _book([*ROWS, ["P1", "1141105", "", "乙組", "檢舉"]])


@sample("a_114年.xlsx", "key-twice", "A2")
def same_key_on_another_sheet() -> bytes:
    return books.xlsx(("10月", [HEADERS, ["P1", "1141003", "", "甲組", "興革"]]), ("11月", [HEADERS, ONE]))


@sample("a_11411.xlsx", "rows-hidden", rows=2)
def hidden_rows() -> bytes:
    sheet = _sheet()
    sheet.row_dimensions[2].hidden = True
    return _saved(sheet)


@sample("a_11411.xlsx", "column-hidden", "C1", rows=2)
def hidden_column() -> bytes:
    sheet = _sheet()
    sheet.column_dimensions["C"].hidden = True
    return _saved(sheet)


@sample("a_11411.xls", "rows-hidden", rows=2)
def hidden_row_of_an_old_workbook() -> bytes:
    return books.xls(hidden={1})


@sample("a_11411.xlsx", "formula-unvalued", "B2")
def formulas_without_stored_values() -> bytes:
    return _book([HEADERS, ["P1", "=DATE(2025,11,3)", "", "甲組", "興革"]])


@sample("a_11411.xlsx", rows=2)
def office_cell_that_spans_its_cases() -> bytes:
    return _book([HEADERS, ONE, ["P2", "1141104", "", "", "檢舉"]], ["D2:D3"])


@sample("a_11411.xlsx", "header-guess", "B1")
def header_with_a_slip() -> bytes:
    return _book([["案件編號", "收文日其", *HEADERS[2:]], ONE, TWO])


@sample("a_11411.xlsx", "column-missing", "A1")
def required_column_missing() -> bytes:
    return _book([[row[0], row[1], *row[3:]] for row in ROWS])


@sample("a_11411.xlsx", "header-twice", "F1")
def the_same_header_twice() -> bytes:
    return _book([[*row, row[1]] for row in ROWS])


@sample("a_11411.xlsx", "no-headers")
def no_headers() -> bytes:
    return _book([ONE, TWO])


@sample("a_11411.csv", "month-not-day", "B2")
def month_where_a_day_is_needed() -> bytes:
    return books.csv([HEADERS, ["P1", "11411", "", "甲組", "興革"]])


@sample("a_11411.csv", "not-a-date", "B2")
def day_and_month_in_an_order_that_nobody_can_know() -> bytes:
    return books.csv([HEADERS, ["P1", "01/02/2025", "", "甲組", "興革"]])


@sample("a_11411.csv", "not-a-date", "B2")
def a_day_that_does_not_exist() -> bytes:
    return books.csv([HEADERS, ["P1", "1141131", "", "甲組", "興革"]])


@sample("a_11411.csv", "dates-out-of-order", "C2")
def closed_before_it_came() -> bytes:
    return books.csv([HEADERS, ["P1", "1141103", "1141102", "甲組", "興革"]])


@sample("a_11411.csv", "unknown-office-cell", "D2")
def office_that_nobody_knows() -> bytes:
    return books.csv([HEADERS, ["P1", "1141103", "", "丁組", "興革"]])


@sample("a_11411.csv", rows=10)
def every_spelling_of_a_day() -> bytes:
    spelled = [
        "114 年 11 月 3 日", "民國114年11月3日", "114/11/3", "114.11.03", "114.11.03.", "114-11-03", "1141103", "20251103",
        "2025-11-03 15:43:26", "民國一百一十四年十一月三日",
    ]  # fmt: skip
    return books.csv([HEADERS, *([f"P{i}", text, "", "甲組", "興革"] for i, text in enumerate(spelled))])


@sample("a_11411.xlsx", rows=2)
def excel_day_numbers() -> bytes:
    return _book([HEADERS, ["P1", 45964, "-", "甲組", "興革"], ["P2", 45965, "…", "乙組", "檢舉"]])


@sample("a_11411.csv", rows=1)
def person_behind_the_office() -> bytes:
    return books.csv([HEADERS, ["P1", "1141103", "", "甲組/王小明", "興革"]])


@sample("a_11411.csv", "characters-doubtful", "F2")
def characters_that_only_hong_kongs_set_can_read() -> bytes:
    rows = [["案件編號", "陳情人", *HEADERS[1:]], ["P1", "王堃", "1141103", "", "甲組/李堃", "堃"]]
    return books.csv(rows, encoding="big5hkscs")


@sample("a_11411.xls", "characters-doubtful", "C2")
def the_same_in_a_web_page() -> bytes:
    rows = [["案件編號", "收文日期", "案件類別", "結案日期", "承辦單位"], ["P1", "1141103", "喆", "", "甲組"]]
    return books.html(rows, head="").decode().encode("big5hkscs")


@sample("a_11411.xlsx", "columns-left-out", rows=2)
def a_header_of_five_thousand_characters() -> bytes:
    return _book([[*HEADERS, "說明" * 2500], [*ONE, "x"], [*TWO, "y"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def total_in_one_cell() -> bytes:
    return _book([*ROWS, ["合計：2件"]])


@sample("a_11411.xlsx", "total-differs", "A4", rows=2)
def total_in_one_cell_that_does_not_add_up() -> bytes:
    return _book([*ROWS, ["合計：3件"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def total_above_the_rows() -> bytes:
    return _book([HEADERS, ["總計", "", "", "", 2], ONE, TWO])


@sample("a_11411.xlsx", "footnotes-left-out", rows=2)
def numbered_footnotes_and_signatures() -> bytes:
    return _book([*ROWS, ["1.第一項說明"], ["（資料來源：系統）"], ["製表人：", "王小明", "", "主管：", "王小明"]])


@sample("a_11411.xlsx", rows=2)
def punctuation_in_headers() -> bytes:
    return _book([["【案件編號】", "※收文日期", "結案日期？", "承辦單位#", "「案件類別」"], ONE, TWO])


@sample("a_114年.xlsx", rows=3)
def monthly_sheets_in_words() -> bytes:
    return books.xlsx(("元月", [HEADERS, ["P0", "1141003", "", "甲組", "興革"]]), ("二月", ROWS))


@sample("a_11411.xlsx", "key-twice", "A3")
def one_key_in_two_widths() -> bytes:
    return _book([HEADERS, ONE, ["Ｐ１", "1141105", "", "乙組", "檢舉"]])
