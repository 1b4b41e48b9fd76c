"""A cell is what a reader sees of it: nothing struck out, hidden or raised becomes part of a number."""

from __future__ import annotations

import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from etl.reading import read
from opendocument.elements import element
from tests.samples import books, looks

HEAD = ["編號", "數值"]


def cell_of_html(cell: str) -> str:
    return read("a.xls", books.html([HEAD, ["1", cell]])).sheets[0].rows[1][1]


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("<del>29</del><ins>31</ins>", "31"), ("<s>29</s>31", "31"), ("<strike>29</strike> 31", "31"),
        ('<span style="text-decoration:line-through">29</span>31', "31"), ('<span style="DISPLAY : none">29</span>31', "31"),
        ('<span style="visibility:hidden">29</span>31', "31"), ("<span hidden>29</span>31", "31"), ("29<script>31</script>", "29"),
        ("29<sup>1</sup>", "29¹"), ("29<sub>31</sub>", "29₃₁"), ("29<sup><b>1</b></sup>", "29¹"), ("29<br>31", "29\n31"),
        ("<p>29</p><p>31</p>", "29\n31"), ("<div>29</div>31", "29\n31"), ("29<input type=hidden value=9>", "29"),
        ("<select><option>29</option><option selected>31</option></select>", "31"), ("<ruby>王<rt>ㄨㄤˊ</rt></ruby>", "王"),
        ("<b>2</b><i>9</i>", "29"), ("29<!-- 31 -->", "29"),
    ],
)  # fmt: skip
def test_a_web_cell_is_what_is_seen_of_it(cell, seen):
    assert cell_of_html(cell) == seen


def test_what_the_styles_of_a_page_hide_is_not_seen():
    head = "<meta charset=utf-8><style><!-- .font6 {color:red; text-decoration:line-through;} .no{display:none} --></style>"
    cell = '<font class="font6">29</font><font class="b x">3</font><span class="no">9</span>1'
    assert read("a.xls", books.html([HEAD, ["1", cell]], head)).sheets[0].rows[1][1] == "31"


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("<text:p>29<text:line-break/>31</text:p>", "29\n31"), ("<text:p>29<text:tab/>31</text:p>", "29\t31"),
        ("<text:p>29<text:s/>31</text:p>", "29 31"), ("<text:p>29</text:p><text:p>31</text:p>", "29\n31"),
        ("<text:p><text:span>29<text:line-break/></text:span>31</text:p>", "29\n31"),
        ("<text:p>29<text:line-break/><text:line-break/><text:tab/>31</text:p>", "29\n\n\t31"),
    ],
)  # fmt: skip
def test_the_lines_of_an_open_document_stay_apart(cell, seen):
    found = books.parts(books.ods([HEAD, ["1", "X"]]))
    found["content.xml"] = found["content.xml"].replace(b"<text:p>X</text:p>", cell.encode())
    assert read("a.ods", books.zipped(found)).sheets[0].rows[1][1] == seen


def test_what_the_styles_of_an_open_document_strike_out_is_seen_in_any_encoding():
    found = books.parts(looks.ods([HEAD, ["1", looks.Struck("29")], ["2", "31"]]))
    assert b"line-through" in found["styles.xml"]
    for name in ("content.xml", "styles.xml"):
        text = found[name].decode().partition("?>")[2]
        found[name] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    assert read("a.ods", books.zipped(found)).sheets[0].struck == {(1, 1)}


def _runs_of_odf(*runs: tuple[str, dict]) -> bytes:
    marks = {"strike": {"style:text-line-through-style": "solid"}, "b": {"fo:font-weight": "bold"}}
    moved = {"superscript": {"style:text-position": "super 58%"}, "subscript": {"style:text-position": "sub 58%"}}
    styles, paragraph = [], element("text:p")
    for number, (text, look) in enumerate(runs):
        found = moved.get(look.get("vertAlign"), {}) | {k: v for name in look for k, v in marks.get(name, {}).items()}
        styles.append(looks.open_style(f"T{number}", "text", found))
        paragraph.append(element("text:span", {"text:style-name": f"T{number}"}, text))
    rows = [[books.open_cell(text) for text in HEAD], [books.open_cell("1"), books.open_cell(paragraph)]]
    return books.open_sheets(books.open_table("x", rows), automatic=styles)


def _runs_of_openpyxl(*runs: tuple[str, dict]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(["1", CellRichText(*(TextBlock(InlineFont(**look), text) for text, look in runs))])
    return books.saved(book)


def _runs_of_xlsxwriter(*runs: tuple[str, dict]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEAD)
    sheet.write(1, 0, "1")
    marks = {
        "strike": ("font_strikeout", True),
        "superscript": ("font_script", 1),
        "subscript": ("font_script", 2),
        "b": ("bold", True),
    }
    pieces = []
    for text, look in runs:
        names = [look["vertAlign"] if name == "vertAlign" else name for name in look]
        pieces += [book.add_format(dict(marks[name] for name in names)), text]
    sheet.write_rich_string(1, 1, *pieces)
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("make", [_runs_of_openpyxl, _runs_of_xlsxwriter, _runs_of_odf])
@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ([("29", {"strike": True}), ("31", {"b": True})], "31"),
        ([("29", {"b": True}), ("1", {"vertAlign": "superscript"})], "29¹"),
        ([("29", {"b": True}), ("31", {"vertAlign": "subscript"})], "29₃₁"),
    ],
)
def test_a_text_of_a_workbook_is_what_is_seen_of_it(make, runs, seen):
    assert read("a.ods" if make is _runs_of_odf else "a.xlsx", make(*runs)).sheets[0].rows[1][1] == seen


@pytest.mark.parametrize(
    "code", ["Standard", 'Standard" 分"', "Standaard", "Estándar", "[$-407]Standard", "Standard;[Red]-Standard"]
)
def test_a_plain_number_is_no_day_whatever_language_names_its_format(code):
    book = openpyxl.Workbook()
    for row in (HEAD, ["1", 49], ["2", 45964]):
        book.active.append(row)
    book.active["B2"].number_format = book.active["B3"].number_format = code
    assert [row[1] for row in read("a.xlsx", books.saved(book)).sheets[0].rows[1:]] == [49.0, 45964.0]
