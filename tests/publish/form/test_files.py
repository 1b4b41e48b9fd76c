"""The form as files: every published figure and every title can be found again in the .docx, .odt and .pdf."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from lxml import etree

from kpi.errors import KpiError
from present.form.fill import build
from publish.form.files import WRITERS, desk_of, files_behind, print_form
from tests.conftest import ACTOR, NOW, ROOT, command
from tests.publish.document.odf_schema import faults_of
from tests.publish.document.ooxml_schema import faults_of as ooxml_faults

REFERENCE = Path(__file__).parents[2] / "reference"
DAY = date(2025, 12, 10)
CODES = re.compile(r"\b[BDCEO]\d(?:\.\d[a-h]?)?\b")
ENDINGS = list(WRITERS)


def reference(name: str) -> list[dict]:
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def desk(demo):
    return desk_of(demo, 2025, DAY)


@pytest.fixture(scope="module")
def forms(desk):
    return {lang: build(desk, DAY, lang) for lang in ("zh-Hant", "en")}


@pytest.fixture(scope="module")
def files(demo, desk, forms):
    """(ending, language, with sources) -> the file."""
    behind, made = files_behind(demo), {}

    def make(ending: str, lang: str = "zh-Hant", *, sources: bool = False) -> bytes:
        key = (ending, lang, sources)
        if key not in made:
            document = print_form(desk, forms[lang], ACTOR.name, NOW, files=behind if sources else None)
            made[key] = WRITERS[ending](document)
        return made[key]

    return make


def cells(ending: str, content: bytes) -> list[str]:
    """The texts of the table's cells; of a PDF, its whole text."""
    if ending == ".docx":
        return [
            cell.text for table in docx.Document(io.BytesIO(content)).tables for row in table.rows for cell in row.cells
        ]
    if ending in (".odt", ".ods"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            tree = etree.fromstring(package.read("content.xml"))
        return ["\n".join(part.itertext()) for part in tree.iter("{*}table-cell")]
    if ending == ".xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    return ["".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)]


def folded(text: str) -> str:
    return re.sub(r"\s", "", text)


def spelled(row: dict) -> str:
    """How the form prints a published figure, worked out from the row alone."""
    value = float(row["value"]) if row["value"] != "AAA" else row["value"]
    if row["id"] == "facebook_followers":
        return "26萬1,111人"
    if row["id"] == "facebook_monthly_views":
        return "約54萬次"
    if row["id"].endswith("_grants_amount"):
        return f"{value / 1e8:g}億元"
    if value == "AAA":
        return "AAA"
    unit = "" if row["unit_zh"] == "%" else row["unit_zh"]
    text = f"{value:,.0f}" + ("%" if row["unit_zh"] == "%" else unit)
    return {"about": f"約{text}"}.get(row["qualifier"], text)


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_published_figure_and_every_title_is_in_the_file(files, ending):
    text = folded("\n".join(cells(ending, files(ending))))
    missing = [row["id"] for row in reference("published-figures.csv") if folded(spelled(row)) not in text]
    assert missing == []
    assert [row["no"] for row in reference("innovations.csv") if folded(row["title_zh"]) not in text] == []


@pytest.mark.parametrize("ending", [".docx", ".odt", ".xlsx", ".ods"])
def test_each_published_figure_stands_in_the_cell_of_its_row(files, forms, ending):
    """The cell is known by the row's own text, and holds the figures of its rows of the published list."""
    found = [folded(re.sub(r"(?m)^\d+\.\s", "", text)) for text in cells(ending, files(ending))]
    for row in reference("published-figures.csv"):
        wanted = folded(re.sub(r"(?m)^\d+\.\s", "", forms["zh-Hant"].row(row["framework_code"]).text))
        (cell, *_) = [text for text in found if text == wanted] or [""]
        assert folded(spelled(row)) in cell, row["id"]


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_codes_of_the_framework_are_never_printed(files, ending, lang):
    text = "\n".join(cells(ending, files(ending, lang)))
    assert not CODES.findall(re.sub(r"3D", "", text))


@pytest.mark.parametrize("ending", [".odt", ".ods"])
def test_open_document_files_hold_against_the_schema(files, ending):
    for lang, sources in (("zh-Hant", False), ("zh-Hant", True), ("en", True)):
        assert faults_of(files(ending, lang, sources=sources)) == []


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_office_open_files_hold_against_their_rules(files, ending):
    for sources in (False, True):
        assert ooxml_faults(files(ending, sources=sources), ending) == []


def test_each_number_bears_its_source_when_that_is_asked_for(files, forms, desk):
    document = docx.Document(io.BytesIO(files(".docx", sources=True)))
    said = ["".join(p.text for p in comment.paragraphs) for comment in document.comments]
    letters = [text for text in said if text.startswith("首長信箱不滿意率（以收辦件數計）")]
    assert letters
    for part in ("114/1/1–12/10", "分子 39、分母 825", "首長信箱_114年.xlsx", f"第 {desk.book.version} 版"):
        assert part in letters[0]
    pdf = folded("".join(cells(".pdf", files(".pdf", sources=True))))
    assert folded(letters[0]) in pdf
    figures = [one for row in forms["zh-Hant"].rows for one in row.figures if not one.figure.missing]
    assert len(set(said)) >= 50
    assert len(said) >= len(figures) - 12  # the list of innovations is one figure of nine items


def test_without_asking_nothing_is_said_of_sources(files):
    assert list(docx.Document(io.BytesIO(files(".docx"))).comments) == []


def test_the_head_names_ministry_year_agency_and_cut_off(files):
    text = [one.text for one in docx.Document(io.BytesIO(files(".docx"))).paragraphs]
    assert text[0] == "經濟部 114 年度提升服務品質自行評核項目及結果說明"
    assert "機關名稱：經濟部產業發展署" in text
    assert "資料截止日期：114 年 12 月 10 日" in text


def test_the_command_writes_the_form_and_says_where(demo_home, tmp_path):
    target = tmp_path / "form.docx"
    done = command(
        "publish", "form", "--year", "114", "--as-of", "114-12-10", "-o", target, "--sources", KPI_HOME=demo_home
    )
    assert (done.code, done.out.strip()) == (0, str(target))
    assert "33,748" in "".join(cells(".docx", target.read_bytes()))


@pytest.mark.parametrize(
    ("year", "as_of", "said"),
    [
        ("120", "114-12-10", "114/12/10 不在 120/1/1–12/31 之內"),
        ("113", "114-12-10", "114/12/10 不在 113/1/1–12/31 之內"),  # it would sum two years
        ("114", "120-12-10", "120/12/10 不在 114/1/1–12/31 之內"),
    ],
)
def test_a_cut_off_of_another_year_is_refused_and_no_file_written(demo_home, tmp_path, year, as_of, said):
    target = tmp_path / "form.xlsx"
    done = command("publish", "form", "--year", year, "--as-of", as_of, "-o", target, KPI_HOME=demo_home)
    assert (done.code, target.exists()) == (2, False)
    assert said in done.err


def test_a_desk_is_made_for_a_day_of_its_year_only(demo):
    with pytest.raises(KpiError, match="form-other-year"):
        desk_of(demo, 2024, DAY)


@pytest.mark.parametrize("wrong", ["{website_accessibility_badge|last year}", "{website_accessibility_badgy|level}"])
def test_a_placeholder_of_the_catalogue_that_stands_for_nothing_is_told_with_its_line(tmp_path, wrong):
    text = (ROOT / "metrics.yml").read_text(encoding="utf-8")
    (tmp_path / "metrics.yml").write_text(text.replace("{website_accessibility_badge|level}", wrong), encoding="utf-8")
    env = {"KPI_HOME": tmp_path, "KPI_METRICS": tmp_path / "metrics.yml"}
    done = command("publish", "form", "--year", "114", "--as-of", "114-12-10", "-o", tmp_path / "f.odt", **env)
    assert done.code == 2
    assert re.search(r"metrics\.yml:\d+: .*(標章|website_accessibility_badgy)", done.err), done.err
