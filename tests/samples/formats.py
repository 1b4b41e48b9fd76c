"""Good tables in every format and encoding, and what the format says beside the values."""

from __future__ import annotations

from datetime import date

from tests.samples import books, sample, xlsb
from tests.samples.books import ROWS


@sample("a.xlsx", rows=2)
def plain_xlsx() -> bytes:
    return books.xlsx()


@sample("a.xls", rows=2)
def true_xls() -> bytes:
    return books.xls()


@sample("a.xlsb", rows=2)
def plain_xlsb() -> bytes:
    return xlsb.xlsb(ROWS)


@sample("a_11411.xls", "file-kind-differs", rows=2)
def xls_that_is_xlsb_with_dates_of_taiwan() -> bytes:
    return xlsb.xlsb([ROWS[0], ["P1", date(2025, 11, 3), "", "甲組", "興革"], ROWS[2]], xlsb.ROC_DAY)


@sample("a.ods", rows=2)
def plain_ods() -> bytes:
    return books.ods()


@sample("a.xls", rows=2)
def xls_that_is_html() -> bytes:
    return books.html()


@sample("a.xls", rows=2)
def xls_that_is_html_in_big5() -> bytes:
    return books.html(head="<meta charset=big5>").decode().encode("cp950")


@sample("a.xls", rows=2)
def xls_that_is_xml_2003() -> bytes:
    return books.xml2003()


@sample("a.xls", rows=2)
def xls_that_is_tsv() -> bytes:
    return books.csv(delimiter="\t")


@sample("a.xls", rows=2)
def xls_that_is_xlsx() -> bytes:
    return books.xlsx()


@sample("a.csv", rows=2)
def csv_that_is_xlsx() -> bytes:
    return books.xlsx()


@sample("a.csv", rows=2)
def csv_in_big5() -> bytes:
    return books.csv(encoding="cp950")


@sample("a.csv", rows=2)
def csv_with_bom() -> bytes:
    return books.csv(encoding="utf-8-sig")


@sample("a.txt", rows=2)
def tsv_in_utf_16() -> bytes:
    return books.csv(delimiter="\t", encoding="utf-16")


@sample("a.csv", rows=2)
def csv_with_semicolons() -> bytes:
    return books.csv(delimiter=";")


@sample("a.csv", rows=2)
def csv_with_lone_carriage_returns() -> bytes:
    return books.csv().replace(b"\r\n", b"\r")


@sample("a.csv", rows=2)
def csv_with_quoted_line_breaks() -> bytes:
    return books.csv([ROWS[0], ["P1", "1141103", "1141120", "甲組", '"興\n革"'], ROWS[2]])


@sample("a.csv", "file-encoding")
def csv_in_no_known_encoding() -> bytes:
    return books.csv() + b"P3,\xff\xff\x81\n"


@sample("a.csv", "csv-quote-open", "A3")
def csv_with_an_open_quote() -> bytes:
    return books.csv([ROWS[0], ROWS[1], ["P2", '"1141104', "", "乙組", "檢舉"]])


@sample("a.xlsx", rows=2)
def xlsx_with_a_prefix_before_every_tag() -> bytes:
    found = books.parts(books.xlsx())
    path = "xl/worksheets/sheet1.xml"
    xml = found[path].decode().replace('xmlns="', 'xmlns:x="').replace("</", "</x:")
    import re

    found[path] = re.sub(r"<(?=[a-zA-Z])", "<x:", xml).encode()
    return books.zipped(found)
