"""Layouts of report writers, forms and tools of databases: petitions, each sample named for its layout."""

from __future__ import annotations

from tests.samples import books, sample
from tests.samples.books import HEADERS, ROWS, book

ONE, TWO = ROWS[1], ROWS[2]
WIDE = [[*row[:4], "", row[4]] for row in ROWS]


@sample("a_11411.xlsx", rows=2)
def header_merged_over_two_columns() -> bytes:
    return book(WIDE, ("D1:E1", "D2:E2", "D3:E3"))


@sample("a_11411.xlsx", rows=2)
def header_merged_over_columns_of_which_the_last_holds_the_data() -> bytes:
    rows = [[*row[:4], "", "", row[4]] for row in ROWS]
    return book([rows[0], *([*row[:3], "", "", row[3], row[6]] for row in rows[1:])], ("D1:F1",))


@sample("a_11411.xlsx", rows=2)
def group_merged_over_rows_and_columns_under_a_wide_header() -> bytes:
    return book([WIDE[0], WIDE[1], ["P2", "1141104", "", "", "", "檢舉"]], ("D1:E1", "D2:E3"))


@sample("a_11411.xlsx", rows=2)
def wide_header_with_a_total_in_its_second_column() -> bytes:
    return book([*WIDE, ["合計", "", "", "", 2]], ("D1:E1",))


@sample("a_11411.xlsx", "header-shared", "D1")
def wide_header_over_two_columns_of_data() -> bytes:
    return book([WIDE[0], ["P1", "1141103", "", "甲組", "第二科", "興革"]], ("D1:E1",))


def _page(*tables: str) -> bytes:
    return ("<html><meta charset=utf-8><body>" + "".join(tables) + "</body></html>").encode()


def _table(rows: list[list], above: str = "") -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"{above}<table>{body}</table>"


@sample("a_11411.xls", "tables-taken", rows=2)
def web_page_with_a_table_for_each_page() -> bytes:
    return _page(_table([HEADERS, ONE]), "<br>", _table([HEADERS, TWO]))


@sample("a_11411.xls", "tables-taken", rows=2)
def web_page_with_a_table_for_each_office() -> bytes:
    menu = _table([["查詢", "列印"], ["期間", "11411"]])
    return _page(menu, _table([HEADERS, ONE], "<h3>甲組</h3>"), _table([HEADERS[:-1], TWO[:-1]], "<h3>乙組</h3>"))


@sample("a_11411.xls", "sheet-without-headers")
def web_page_that_prints_its_headers_once() -> bytes:
    return _page(_table([HEADERS, ONE]), _table([TWO, ["P3", "1141105", "", "甲組", "興革"]]))


@sample("a_11411.xlsx", "sheets-taken", rows=2)
def sheets_of_offices() -> bytes:
    return books.xlsx(("甲組", [HEADERS, ONE]), ("第一組", []), ("乙組", [HEADERS, TWO]))


@sample("a_11411.xlsx", "sheet-without-headers")
def report_that_goes_on_on_a_second_sheet() -> bytes:
    return book([HEADERS, ONE], 續=[TWO, ["P3", "1141105", "", "甲組", "興革"]])


@sample("a_11411.xlsx", rows=2)
def second_sheet_with_a_summary_is_no_report_that_goes_on() -> bytes:
    return book(ROWS, 說明=[["甲組", 46001, "", "共"], ["本表由系統匯出"]], 摘要=[["組別", "件數"], ["甲組", 1]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def subtotals_of_excel_that_count() -> bytes:
    return book([HEADERS, ONE, [1, "", "", "甲組 計數"], TWO, [1, "", "", "乙組 計數"], [2, "", "", "總計數"]])


@sample("a_11411.xlsx", "total-differs", "A3", rows=2)
def subtotal_of_excel_that_does_not_add_up() -> bytes:
    return book([HEADERS, ONE, [4, "", "", "甲組 計數"], TWO, [1, "", "", "乙組 計數"], [2, "", "", "總計數"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def subtotals_of_excel_of_every_kind() -> bytes:
    words = ["合計", "平均值", "最大值", "最小值", "乘積", "標準差", "Total", "Count", "Average", "Max"]
    return book([*ROWS, *([2, "", "", f"甲組 {word}"] for word in words), [2, "", "", "Grand Total"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def count_in_one_cell() -> bytes:
    return book([*ROWS, ["共2件"], ["（共 2 筆）"], ["全署總件數：2"], ["甲組合計 2 件"]])


@sample("a_11411.xlsx", "total-differs", "A4", rows=2)
def count_in_one_cell_that_does_not_add_up() -> bytes:
    return book([*ROWS, ["共３件"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def totals_with_their_number_beside_them() -> bytes:
    return book([*ROWS, ["總件數", "", "", 2], ["加總", 2], ["全署合計", 2]])


@sample("a_11411.xlsx", "cell-empty", "B4")
def case_without_a_day_is_no_total() -> bytes:
    return book([*ROWS, ["P3", "", "", "甲組", "案件數"]])


@sample("a_11411.xlsx", "numbers-left-out", rows=2)
def form_with_numbered_blank_rows() -> bytes:
    return book([["序號", *HEADERS], [1, *ONE], [2, *TWO], [3], ["4."], ["（5）"]])


@sample("a_11411.xlsx", "cell-empty", "B4")
def numbered_row_that_is_half_filled() -> bytes:
    return book([["序號", *HEADERS], [1, *ONE], [2, *TWO], [3, "", "", "", "甲組"]])


@sample("a_11411.xlsx", "sections-left-out", rows=2)
def sections_of_offices() -> bytes:
    return book([HEADERS, ["一、甲組"], ONE, ["（二）乙組"], TWO])


@sample("a_11411.xlsx", "sections-left-out", rows=2)
def sections_without_numbers() -> bytes:
    return book([HEADERS, ["甲組"], ONE, ["承辦組室：乙組"], ["114年11月"], TWO])


@sample("a_11411.xlsx", "sections-left-out", rows=2)
def section_merged_over_the_table() -> bytes:
    return book([HEADERS, ["第一批"], ONE, TWO], ("A2:E2",))


@sample("a_11411.xlsx", "footnotes-left-out", rows=2)
def heading_below_all_rows_is_a_note() -> bytes:
    return book([*ROWS, ["一、本表由系統匯出"], ["二、每月五日更新"]])


@sample("a_11411.xlsx", "cell-empty", "B4")
def number_of_a_case_alone_is_no_section() -> bytes:
    return book([*ROWS, ["P3"]])


@sample("a_11411.xlsx", "headers-repeated", rows=2)
def pages_that_begin_anew_with_their_title() -> bytes:
    head = [["114年11月人民陳情統計表"], ["列印：系統"], HEADERS]
    return book([*head, ONE, ["第 1 頁"], *head, TWO, ["Page 2 of 2"], ["共 2 頁"]])


@sample("a_11411.xlsx", "footnotes-left-out", rows=2)
def form_that_says_where_it_ends() -> bytes:
    return book([["序號", *HEADERS], [1, *ONE], [2, *TWO], ["", "--- 以下空白 ---"], ["", "", "（以下空白）"]])


@sample("a_11411.xlsx", "totals-left-out", rows=2)
def totals_with_more_words() -> bytes:
    return book([*ROWS, ["總計（件）", "", "", "", 2], ["共計 2 件，逾限 0 件"], ["本月合計 2件（含續辦1件）"]])


BESIDE = [[*row, ""] for row in ROWS]


@sample("a_11411.xlsx", "block-beside", "G4")
def second_block_to_the_right_that_goes_further_down() -> bytes:
    return book(
        [[*BESIDE[0], "組別", "件數"], [*BESIDE[1], "甲組", 1], [*BESIDE[2], "乙組", 1], [*[""] * 6, "丙組", 2]]
    )


@sample("a_11411.xlsx", "columns-left-out", rows=2)
def second_block_to_the_right_that_is_no_longer() -> bytes:
    return book([[*BESIDE[0], "組別", "件數"], [*BESIDE[1], "甲組", 1], BESIDE[2]])


@sample("a_11411.xlsx", "block-beside", "A4")
def second_block_to_the_left() -> bytes:
    rows = [["組別", "件數", "", *HEADERS], ["甲組", 1, "", *ONE], ["乙組", 1, "", *TWO], ["丙組", 2]]
    return book(rows)


@sample("a_11411.xlsx", "block-repeated", "G1")
def the_same_table_twice_side_by_side() -> bytes:
    return book([[*BESIDE[0], *HEADERS], [*BESIDE[1], *TWO]])


@sample("a_11411.xlsx", "columns-unnamed", rows=2)
def column_without_a_header() -> bytes:
    return book([HEADERS, [*ONE, "急"], TWO])


@sample("a_11411.ods", "sheet-hidden", rows=2)
def hidden_sheet_of_an_ods() -> bytes:
    found = books.parts(books.ods())
    xml = found["content.xml"].decode()
    space = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    style = (
        f'<style:style xmlns:style="{space}" style:name="ta9" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    start, end = xml.index("<table:table "), xml.index("</table:table>") + len("</table:table>")
    other = xml[start:end].replace('table:name="陳情"', 'table:name="舊資料" table:style-name="ta9"')
    xml = xml[:end] + other + xml[end:]
    assert "<office:automatic-styles />" in xml
    xml = xml.replace("<office:automatic-styles />", f"<office:automatic-styles>{style}</office:automatic-styles>")
    return books.zipped(found | {"content.xml": xml.encode()})


@sample("a_11411.csv", "nulls-as-blank", "C2", rows=2)
def nulls_of_a_database() -> bytes:
    return books.csv([HEADERS, ["P1", "1141103", "NULL", "甲組", "\\N"], ["P2", "1141104", "(null)", "乙組", "NULL"]])


@sample("a_11411.csv", "cell-empty", "D2")
def null_where_something_must_stand() -> bytes:
    return books.csv([HEADERS, ["P1", "1141103", "", "NULL", "興革"]])


@sample("a_11411.csv", "tool-lines-left-out", rows=1)
def rule_below_the_headers_of_a_database_tool() -> bytes:
    return books.csv([HEADERS, ["--------"] * 5, ["P1", "2025-11-03 00:00:00.000", "NULL", "甲組", "興革"]])


@sample("a_11411.csv", "tool-lines-left-out", rows=2)
def messages_of_database_tools() -> bytes:
    lines = [
        "(2 個資料列受到影響)",
        "(2 rows affected)",
        "已選取 2 個資料列。",
        "2 rows selected.",
        "(2 rows)",
        "完成時間: 2025-12-01",
    ]
    return books.csv([*ROWS, [], *([line] for line in lines)])


@sample("a_11411.csv", "total-differs", "A4", rows=2)
def more_rows_than_the_database_tool_counted() -> bytes:
    return books.csv([*ROWS, ["(5 rows affected)"]])


@sample("a_11411.csv", "date-none", "C2")
def day_that_stands_for_none() -> bytes:
    none = [
        "0001/1/1 上午 12:00:00",
        "0000-00-00",
        "1900/1/1",
        "9999/12/31",
        "1899-12-30 00:00:00",
        "9999-12-31 23:59:59",
    ]
    return books.csv([HEADERS, *([f"P{n}", "1141103", text, "甲組", "興革"] for n, text in enumerate(none))])


@sample("a_11411.csv", "totals-left-out", rows=2)
def end_of_a_file_as_dos_wrote_it() -> bytes:
    return books.csv([*ROWS, ["合計：2件"]]) + b"\x1a"


@sample("a_11411.xlsx", "table-below", "A5")
def second_table_below_with_other_columns() -> bytes:
    return book([*ROWS, [], ["各組件數統計"], ["組別", "件數"], ["甲組", 1], ["乙組", 1], ["合計", 5]])


@sample("a_11411.xlsx", "table-below", "B5")
def second_table_below_without_a_title() -> bytes:
    return book([*ROWS, [], ["", "類別", "件數", "比率"], ["", "興革", 1, 0.5], ["", "檢舉", 1, 0.5]])


@sample("a_11411.xlsx", "table-below", "A4")
def second_table_below_without_a_blank_row() -> bytes:
    return book([*ROWS, ["承辦單位", "案件類別", "件數"], ["甲組", "興革", 1]])


@sample("a_11411.xlsx", "table-below", "A6")
def second_table_below_with_the_columns_in_another_order() -> bytes:
    order = (0, 3, 4, 1, 2)
    return book([*ROWS, ["共2件"], [], *([row[place] for place in order] for row in ROWS)])


@sample("a_11411.xlsx", "headers-repeated", rows=2)
def second_table_below_with_the_same_headers_and_its_own_title() -> bytes:
    return book(
        [
            ["114年11月人民陳情明細表（一）"],
            HEADERS,
            ONE,
            [],
            ["人民陳情明細表（二）"],
            HEADERS,
            TWO,
            ["合計", "", "", "", 1],
        ]
    )


@sample("a_114.xlsx", "period-ambiguous")
def second_table_below_of_another_month() -> bytes:
    other = ["P3", "1141005", "", "甲組", "興革"]
    return book([["114年10月人民陳情"], HEADERS, other, [], ["114年11月人民陳情"], HEADERS, ONE])


@sample("a_11411.xlsx", "headers-repeated", rows=2)
def second_table_below_with_the_same_headers_in_two_rows() -> bytes:
    head = [["案件", "辦理日期", "", "承辦單位", "案件類別"], ["編號", "收文日期", "結案日期", "", ""]]
    return book([*head, ONE, [], *head, TWO])


@sample("a_11411.xlsx", "headers-repeated", rows=2)
def second_table_below_whose_other_columns_differ() -> bytes:
    return book([[*HEADERS, "備註"], [*ONE, "一"], [], [*HEADERS, "說明"], [*TWO, "二"]])


@sample("a_11411.xlsx", "cell-empty", "B5")
def row_of_words_after_a_blank_row_is_a_case_with_mistakes() -> bytes:
    return book([*ROWS, [], ["P甲", "", "", "甲組", "興革"], ["P3", "1141105", "", "甲組", "興革"]])


@sample("a_11411.xlsx", "footnotes-left-out", rows=2)
def signatures_below_are_no_second_table() -> bytes:
    return book([*ROWS, [], ["承辦人", "", "科長", "", "組長"], ["", "", "", "", ""]])


def _without_office(row: list) -> list:
    return [*row[:3], *row[4:]]


BARE, BARE_ONE, BARE_TWO = map(_without_office, (HEADERS, ONE, TWO))


@sample("a_11411.xlsx", "office-from-title", rows=2)
def sheets_of_offices_without_a_column_of_them() -> bytes:
    return books.xlsx(("甲組", [BARE, BARE_ONE, ["合計", "", "", 1]]), ("乙組", [BARE, BARE_TWO]))


@sample("a_11411.xlsx", "office-from-title", rows=2)
def title_that_is_an_office() -> bytes:
    return book([["114年11月人民陳情"], ["承辦單位：第一組"], BARE, BARE_ONE, [], BARE, BARE_TWO, ["共2件"]])


@sample("a_11411.xls", "office-from-title", rows=2)
def web_page_with_a_heading_for_each_office() -> bytes:
    menu = _table([["查詢", "列印"], ["期間", "11411"]])
    first = _table([BARE, BARE_ONE], "<h3>甲組</h3><p>共 1 件</p>")
    second = "<div><h3>乙組</h3></div><div>" + _table([BARE, BARE_TWO]) + "</div>"
    return _page(menu, first, second)


@sample("a_11411.xls", "office-from-title", rows=1)
def web_page_with_a_caption() -> bytes:
    return _page(_table([BARE, BARE_ONE]).replace("<table>", "<table><caption>甲組</caption>"))


@sample("a_11411.xls", "office-not-certain", "A1")
def web_page_with_a_table_of_nobody() -> bytes:
    return _page(_table([BARE, BARE_ONE], "<h3>甲組</h3>"), "<br>", _table([BARE, BARE_TWO]))


@sample("a_11411.xls", "office-not-certain", "A1")
def web_page_of_which_one_table_lacks_the_office() -> bytes:
    return _page(_table([HEADERS, ONE]), _table([BARE, BARE_TWO]))


@sample("a_11411.xlsx", "office-not-certain", "A2")
def title_with_an_office_among_other_words() -> bytes:
    return book([["甲組移交乙組案件"], BARE, BARE_ONE])


@sample("a_11411.xlsx", "office-not-certain", "A2")
def sheet_of_one_office_with_the_title_of_another() -> bytes:
    return books.xlsx(("甲組", [["乙組"], BARE, BARE_ONE]))


@sample("a_11411.xlsx", "column-missing")
def neither_a_column_nor_a_title_of_offices() -> bytes:
    return book([["人民陳情"], BARE, BARE_ONE])


@sample("a_11411.xlsx", "header-guess", "D1")
def header_that_may_mean_the_office() -> bytes:
    return books.xlsx(("甲組", [[*HEADERS[:3], "承辦單為", "案件類別"], ONE]))
