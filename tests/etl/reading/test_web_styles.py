"""Of a web page only what it shows is taken: rows and columns that are hidden are named, a hidden cell is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from etl.reading import read
from etl.reading.by_kind import read_here
from etl.reading.web_styles import Look, Styles
from tests.conftest import check
from tests.samples.books import HEADERS, ROWS
from warehouse import Warehouse

HEAD = ["編號", "數值"]
GONE = {
    "style": ("", 'style="display:none"'), "blanks": ("", "style='DISPLAY :  none !important'"), "attribute": ("", "hidden"),
    "class": (".no, .x {color:red; display:none}", 'class="a no"'), "id": ("#no{display:none}", 'id="no"'),
    "two classes": ("td.a.no, tr.a.no, tbody.a.no, div.a.no {display:none}", 'class="no a"'), "Office": ("", 'style="mso-hide:all"'),
    "screen": ("@media screen { .b{color:red} .no{display:none} }", 'class="no"'),
}  # fmt: skip
BLANK = {"visibility": ("", 'style="visibility:hidden"'), "collapse": (".no{visibility:collapse}", 'class="no"')}
SHOWN = {
    "printer": ("@media print { .b{color:red} .no{display:none} }", 'class="no"'), "other part": (".no .x{display:none}", 'class="no"'),
    "state": (".no:hover{display:none}", 'class="no"'), "later": (".no{display:none} .no{display:table-cell}", 'class="no"'),
    "narrower": (".no.on{display:block} .no{display:none}", 'class="no on"'),
    "own": (".no{display:none}", 'class="no" style="display:block"'),
    "remark": ("/* .no{display:none} */ .x{color:red}", 'class="no"'),
}  # fmt: skip


def page(body: str, styles: str = "") -> bytes:
    return f"<html><head><meta charset=utf-8><style>{styles}</style></head><body>{body}</body></html>".encode()


def line(*cells: str) -> str:
    return "<tr>" + "".join(cell if cell.startswith("<") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


def table(*lines: str) -> str:
    return f"<table>{''.join(lines)}</table>"


def first(body: str, styles: str = ""):
    return read_here("a.xls", page(body, styles)).sheets[0]


@pytest.mark.parametrize(
    ("cell", "styles", "seen"),
    [
        ('29<span style="vertical-align:super">1</span>', "", "29¹"), ('29<span style="vertical-align: sub">1</span>', "", "29₁"),
        ('29<font class="n">1</font>', ".n{font-size:8pt; vertical-align:super}", "29¹"),
        ('29<i class="n"><b>1</b></i>', "i.n{vertical-align:4pt}", "29¹"),
        ('29<span style="vertical-align:-30%">1</span>', "", "29₁"), ('29<span style="vertical-align:middle">1</span>', "", "291"),
        ('29<span style="vertical-align:0">1</span>', "", "291"), ("29<sup>1</sup>", "sup{vertical-align:baseline}", "29¹"),
    ],
)  # fmt: skip
def test_digits_that_stand_raised_join_no_number_whatever_raises_them(cell, styles, seen):
    assert first(table(line(*HEAD), line("1", cell)), styles).rows[1][1] == seen


@pytest.mark.parametrize("how", GONE)
def test_a_hidden_cell_is_no_cell(how):
    styles, mark = GONE[how]
    found = first(table(line(*HEAD), line(f"<td {mark}>9</td>", "1", "29"), line("2", "31")), styles)
    assert ([*found.rows], found.hidden_columns) == ([HEAD, ["1", "29"], ["2", "31"]], set())


@pytest.mark.parametrize("how", BLANK)
def test_a_cell_that_leaves_its_place_empty_is_empty(how):
    styles, mark = BLANK[how]
    found = first(table(line(*HEAD), line("1", f"<td {mark}>29</td>"), line("2", "31")), styles)
    assert ([*found.rows], found.hidden_columns) == ([HEAD, ["1", ""], ["2", "31"]], set())


@pytest.mark.parametrize("how", SHOWN)
def test_what_a_page_shows_is_read(how):
    styles, mark = SHOWN[how]
    found = first(table(line(*HEAD), line("1", f"<td {mark}>29</td>"), f"<tr {mark}><td>2<td>31</tr>"), styles)
    assert ([*found.rows], found.hidden_rows) == ([HEAD, ["1", "29"], ["2", "31"]], set())


@pytest.mark.parametrize("how", [*GONE, *BLANK])
def test_a_column_that_is_hidden_as_a_whole_is_read_and_named(how):
    styles, mark = (GONE | BLANK)[how]
    lines = [line(one, f"<td {mark}>{two}</td>", three) for one, two, three in ("甲乙丙", "123", "456")]
    found = first(table("<tr><td colspan=3>某表</td></tr>", *lines), styles)
    assert found.rows[1:] == [["甲", "乙", "丙"], ["1", "2", "3"], ["4", "5", "6"]]
    assert found.hidden_columns == {1}


def test_a_column_that_excel_has_hidden_by_its_own_tag_is_named():
    columns = "<col width=64><col class=no span=2 style='mso-width-source:userset'><col>"
    found = first(table(columns, line(*"甲乙丙丁"), line(*"1234")), ".no{display:none}")
    assert (found.rows[1], found.hidden_columns) == (["1", "2", "3", "4"], {1, 2})


def test_a_cell_that_a_script_hid_under_a_merged_one_takes_no_place():
    lines = line(*"甲乙丙"), line("1", "<td rowspan=2>2</td>", "3"), line("4", '<td style="display:none">5</td>', "6")
    found = first(table(*lines))
    assert ([*found.rows], found.hidden_columns) == ([["甲", "乙", "丙"], ["1", "2", "3"], ["4", "", "6"]], set())
    assert found.merged == ((1, 1, 2, 1),)


@pytest.mark.parametrize("how", [*GONE, *BLANK])
def test_a_hidden_row_is_read_and_named(how):
    styles, mark = (GONE | BLANK)[how]
    for lines in (f"<tr {mark}><td>1<td>29</tr>", f"<tbody {mark}>{line('1', '29')}</tbody>"):
        found = first(table(line(*HEAD), lines, f"<tbody>{line('2', '31')}</tbody>"), styles)
        assert ([*found.rows], found.hidden_rows) == ([HEAD, ["1", "29"], ["2", "31"]], {1})


@pytest.mark.parametrize("how", [*GONE, *BLANK])
def test_a_table_that_is_not_shown_is_a_hidden_sheet(how):
    styles, mark = (GONE | BLANK)[how]
    inner = table(line(*HEAD), line("1", "29"))
    found = read_here(
        "a.xls", page(f"{inner}<div {mark}><p>舊</p><div>{inner}</div></div><template>{inner}</template>", styles)
    )
    assert [sheet.hidden for sheet in found.sheets] == [False, True, True]
    assert [sheet.hidden_rows for sheet in found.sheets] == [set()] * 3


def test_the_check_names_what_a_page_hides(lists_home, catalogue):
    def rows(lines, mark=""):
        return "".join(
            line(*(f"<td {mark if n == 3 else ''}>{cell}</td>" for n, cell in enumerate(one))) for one in lines
        )

    hidden = ["P2", "1141104", "", "乙組", "檢舉"]
    body = rows([HEADERS, ROWS[1]], "class=no") + f"<tbody hidden>{rows([hidden], 'class=no')}</tbody>"
    old = f"<div class=no><table>{rows([HEADERS, ['P9', '1141105', '', '丙組', '檢舉']])}</table></div>"
    content = page(f"<table>{body}</table>{old}", ".no{display:none}")
    plan = check(Warehouse(lists_home, catalogue), "petitions", ("a_11411.xls", content), seen=False)
    said = {(one.key, one.params.get("rows"), one.params.get("header")) for one in plan.files[0].problems}
    assert {("rows-hidden", "3", None), ("column-hidden", None, "承辦單位"), ("sheet-hidden", None, None)} <= said
    assert plan.incoming.table["case_no"].to_pylist() == ["P1", "P2"]


NAMES = st.sampled_from(["td", ".a", ".b", ".c", "#k"])
RULES = st.lists(
    st.tuples(st.lists(NAMES, min_size=1, max_size=2, unique=True), st.sampled_from(["none", "block"])), max_size=6
)


@given(RULES, st.sets(st.sampled_from("abc")), st.booleans())
def test_the_last_of_the_narrowest_rules_is_in_force(rules, classes, keyed):
    rules = [(sorted(names, key=lambda one: one != "td"), value) for names, value in rules]
    styles = " ".join(f"{''.join(names)}{{display:{value}}}" for names, value in rules)
    element = html.fromstring(
        f'<table><tr><td class="{" ".join(sorted(classes))}"{" id=k" if keyed else ""}>1</table>'
    ).find(".//td")
    has = {"td", *(f".{one}" for one in classes), *(["#k"] if keyed else [])}
    weighed = [
        ((sum(one[0] == "#" for one in names), sum(one[0] == "." for one in names), order), value)
        for order, (names, value) in enumerate(rules) if has.issuperset(names)
    ]  # fmt: skip
    expected = max(weighed, default=((), "block"))[1] == "none"
    root = html.document_fromstring(f"<style>{styles}</style><p>x</p>")
    assert Styles(root).of(element) == Look(gone=expected)


def test_the_styles_of_a_stranger_take_no_time():
    names = "".join(f".a.b{n}{{display:none}}" for n in range(8_000))
    cells = "".join(
        f'<tr><td class="a x{n} {" ".join(f"c{n}{k}" for k in range(9))}">1<td>2</tr>' for n in range(20_000)
    )
    found = read("a.xls", page(f"<table>{cells}</table>", names + "{" * 50_000 + "/*" * 20_000))
    assert len(found.sheets[0].rows) == 20_000
