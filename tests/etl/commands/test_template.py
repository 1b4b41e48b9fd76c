"""The template of a source in its two forms: the same cells, the same lists, and a sample that loads."""

from __future__ import annotations

import io

import openpyxl
import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.commands.template import ROWS, WRITERS, template
from etl.reading import read
from tests.conftest import check
from tests.publish.document.odf.test_odt_file import SPACES, find, part
from tests.publish.document.odf_schema import faults_of
from warehouse import settings

OFFICES, SERVICES = ["甲組", "A'B 組"], ["工廠登記", "展延"]
SOURCES = ["applications", "figures", "framework", "closures"]


def made(source: str, ending: str, lang: str = "zh-Hant") -> bytes:
    return template(settings.catalogue(), source, lang, OFFICES, SERVICES, ending)


def test_opendocument_is_offered_first():
    assert list(WRITERS) == [".ods", ".xlsx"]


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize("source", SOURCES)
def test_it_is_valid_opendocument_and_both_forms_hold_the_same(source, lang):
    content = made(source, ".ods", lang)
    assert faults_of(content) == []
    sheets = [read(f"a{ending}", made(source, ending, lang)).sheets for ending in WRITERS]

    def cells(sheet) -> dict:
        return {
            (r, c): str(cell) for r, row in enumerate(sheet.rows) for c, cell in enumerate(row) if cell not in ("", None)
        }  # fmt: skip

    assert [sheet.name for sheet in sheets[0]] == [sheet.name for sheet in sheets[1]]
    assert [cells(sheet) for sheet in sheets[0]] == [cells(sheet) for sheet in sheets[1]]


def test_the_lists_to_choose_from_are_the_same_and_warn():
    """Column by column: the cells that the list stands in, and the rows in which one may choose."""
    content = part(made("applications", ".ods"), "content.xml")
    rules = {rule.get(f"{{{SPACES['table']}}}name"): rule for rule in find(content, "//table:content-validation")}
    assert {find(rule, "string(table:error-message/@table:message-type)") for rule in rules.values()} == {"warning"}
    asked = [find(rule, "string(@table:condition)") for rule in rules.values()]
    book = openpyxl.load_workbook(io.BytesIO(made("applications", ".xlsx"))).worksheets[0]
    wanted = [rule.formula1 for rule in book.data_validations.dataValidation]
    assert [
        one.split("[")[1].rstrip("])").replace(":.", ":").replace(".$", "!$").lstrip("$") for one in asked
    ] == wanted
    (sheet, *_) = find(content, "//table:table")
    first, *rows = find(sheet, "table:table-row")
    assert not find(first, ".//@table:content-validation-name")
    repeated = [int(find(row, "string(@table:number-rows-repeated)") or 1) for row in rows]
    assert sum(repeated) == ROWS - 1
    assert all(len(find(row, "table:table-cell/@table:content-validation-name")) == len(rules) for row in rows)
    assert {str(rule.sqref).split(":")[0][-1] for rule in book.data_validations.dataValidation} == {"2"}
    assert {str(rule.sqref).split(":")[1][-4:] for rule in book.data_validations.dataValidation} == {"1000"}


@pytest.mark.parametrize("ending", WRITERS)
def test_the_list_of_codes_is_hidden_where_there_is_none(ending):
    sheets = read(f"a{ending}", made("closures", ending)).sheets
    assert len(sheets) == 3
    if ending == ".ods":
        unseen = find(part(made("closures", ending), "content.xml"), "//style:table-properties/@table:display")
        assert unseen == ["false"]
    else:
        assert [s.sheet_state for s in openpyxl.load_workbook(io.BytesIO(made("closures", ending)))][1] == "hidden"


def test_a_sample_with_a_date_is_a_date_and_loads(warehouse):
    content = template(warehouse.catalogue, "figures", "zh-Hant", ending=".ods")
    plan = check(warehouse, "figures", ("figures.ods", content), seen=True)
    assert (plan.refused, plan.total.added) == (False, 1)


@pytest.mark.parametrize(
    ("more", "name"), [([], "figures.xlsx"), (["-o", "a.ods"], "a.ods"), (["-o", "a.xlsx"], "a.xlsx")]
)
def test_the_command_writes_what_the_name_says(tmp_path, monkeypatch, more, name):
    monkeypatch.setenv("KPI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["template", "figures", *more])
    assert (done.exit_code, done.stdout.strip()) == (0, name)
    assert read(name, (tmp_path / name).read_bytes()).kind == name[2:].rpartition(".")[2]
