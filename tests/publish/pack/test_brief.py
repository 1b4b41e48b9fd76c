"""One upright page for each dimension, and on it what is most worth a look."""

from __future__ import annotations

import io
from datetime import date

import pypdf
import pytest

from kpi.dates.periods import year_of
from kpi.errors import KpiError
from kpi.status import Status
from publish.document.elements import Chart, Items, Table
from publish.document.pdf.file import to_pdf
from publish.pack.brief import brief, charts_of, most_worth, pages_of
from publish.pack.contents import gather
from publish.pack.files import BRIEF_WRITERS, dimension_named, make_brief
from tests.publish.pack.conftest import AT
from tests.publish.pack.test_pack import text_of

LANGUAGES = ("zh-Hant", "en")
DIMENSIONS = ("basic", "delivery", "capacity", "evaluation", "innovation")


@pytest.fixture(scope="module")
def year(demo):
    return gather(demo, year_of(2025), AT, "王小明")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_brief_is_one_upright_page_with_a_chart(catalogue, year, dimension, lang):
    document = brief(year, dimension, lang)
    pdf = to_pdf(document)
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == pages_of(pdf) == 1
    assert pages[0].mediabox.height > pages[0].mediabox.width
    blocks = document.sections[0].blocks
    assert any(isinstance(block, Chart) for block in blocks)
    assert catalogue.dimensions[dimension].get(lang) in document.title
    rows = next(block for block in blocks if isinstance(block, Table)).body
    assert len(rows) >= min(4, len(year.of_dimension(dimension)))
    assert all(
        text_of(row[-1]) == year.office(one.indicator)
        for row, one in zip(rows, most_worth(year, dimension), strict=False)
    )


def test_what_is_open_stands_first_and_missing_evidence_is_named_with_its_office(catalogue, year):
    blocks = brief(year, "basic", "zh-Hant").sections[0].blocks
    rows = most_worth(year, "basic")
    held = [row.status in (Status.not_met, Status.at_risk, Status.evidence_missing) for row in rows]
    assert held == sorted(held, reverse=True)
    missing = [row for row in year.of_dimension("basic") if row.status is Status.evidence_missing]
    items = next(block for block in blocks if isinstance(block, Items)).items
    said = ["".join(run.text for run in item) for item in items]
    assert len(said) == len(missing) > 0
    for row, text in zip(missing, said, strict=True):
        assert catalogue.indicators[row.indicator].name.zh in text
        assert year.office(row.indicator) in text
    assert charts_of(year, "basic")[0] == "applications_on_time_rate"


def test_a_dimension_is_found_by_key_or_name_and_else_refused(catalogue):
    assert dimension_named(catalogue, "basic") == dimension_named(catalogue, "基礎服務") == "basic"
    with pytest.raises(KpiError) as refused:
        dimension_named(catalogue, "basics")
    assert refused.value.params["known"] == ["basic"]


def test_a_cut_off_of_another_year_is_refused(demo):
    with pytest.raises(KpiError) as refused:
        make_brief(demo, 2025, date(2024, 11, 30), "basic", "zh-Hant", AT, "")
    assert refused.value.key == "brief-other-year"


@pytest.mark.parametrize("ending", BRIEF_WRITERS)
def test_every_kind_of_file_is_written(demo, ending):
    made = make_brief(demo, 2025, date(2025, 11, 30), "innovation", "zh-Hant", AT, "王小明")
    assert "114/11/30" in "".join(made.about)
    assert BRIEF_WRITERS[ending](made)[:2] in (b"%P", b"PK")
