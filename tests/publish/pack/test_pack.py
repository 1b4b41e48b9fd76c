"""The pack says what the Overview says, names who answers for it, and stays calm where there is nothing to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import streamlit as st

from etl.intake import load
from kpi.attention import look_first
from kpi.dates.periods import Period, named_period
from kpi.errors import KpiError
from kpi.form.saved_records import Records
from kpi.status import Status
from publish.document.elements import Chart, Items, Table
from publish.pack.attention_page import attention_page
from publish.pack.blocks import OPEN, change_cell, prior_cell
from publish.pack.changes_page import changes_page
from publish.pack.chart_page import has_chart
from publish.pack.contents import gather, stood_before, with_moves
from publish.pack.offices_page import offices_page
from publish.pack.pack import pack
from tests.conftest import ACTOR, check, take
from tests.publish.pack.conftest import AT, NOVEMBER
from ui.overview import view
from warehouse import settings

LANGUAGES = ("zh-Hant", "en")
HALF = Period(date(2025, 11, 1), date(2025, 11, 15))
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"


def text_of(cell) -> str:
    lines = []
    for block in cell.blocks:
        parts = block.items if isinstance(block, Items) else (block.runs,)
        lines += ["".join(run.text for run in runs) for runs in parts]
    return "\n".join(lines)


def texts(section) -> str:
    found = []
    for block in section.blocks:
        if isinstance(block, Table):
            found += [text_of(cell) for row in block.body for cell in row]
        elif isinstance(block, Items):
            found += ["".join(run.text for run in item) for item in block.items]
        elif not isinstance(block, Chart):
            found.append(block.text)
    return "\n".join(found)


def table_in(section) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


@pytest.fixture
def overview(demo_home, monkeypatch):
    """The Overview of the same warehouse, on the same day."""
    monkeypatch.setenv("KPI_HOME", str(demo_home))
    monkeypatch.setattr(settings, "today", AT.date)
    st.cache_resource.clear()
    yield view
    st.cache_resource.clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_five_are_those_of_the_overview_with_its_words(overview, november, packs, lang):
    wanted = overview.first(november.summary.version, november.summary.period, None, lang)
    table = table_in(packs(lang).sections[0])
    rows = [[text_of(cell) for cell in row] for row in table.body]
    assert len(rows) == len(wanted) == 5
    for (status, why, value, standard, prior, _), row in zip(rows, wanted, strict=True):
        assert status.endswith(row["word"])
        assert why == f"{row['name']}\n{row['why']}"
        assert value.split("\n")[0] == row["value"]
        assert standard == row["standard"]
        assert prior.split("\n")[0].removesuffix(" 件") in (row["prior"] or "—")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_dimension_says_what_the_overview_says(overview, november, packs, lang):
    wanted = {row["name"]: row for row in overview.rows(november.summary.version, november.summary.period, None, lang)}
    shown = []
    for section in packs(lang).sections:
        table = table_in(section) if any(isinstance(block, Table) for block in section.blocks) else None
        if table is None or len(table.widths) != 7:
            continue
        for row in table.body:
            name, value, _, standard, status, change, _ = (text_of(cell) for cell in row)
            shown.append(name)
            told = wanted[name]
            first = [text.split("\n")[0] for text in (value, standard, change)]  # below them stand other days
            assert first == [told["value"], told["standard"], told["change"]]
            assert status.endswith(told["word"])
    assert sorted(shown) == sorted(wanted)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_item_names_the_office_that_answers_for_it(catalogue, november, packs, lang):
    offices = [november.office(item.result.indicator) for item in november.first]
    assert all(offices)
    first = packs(lang).sections[0]
    assert [text_of(row[-1]) for row in table_in(first).body] == offices
    charted = [item for item in november.first if has_chart(november, item)]
    pages = packs(lang).sections[1 : 1 + len(charted)]
    for item, page in zip(charted, pages, strict=True):
        assert page.title == catalogue.indicators[item.result.indicator].name.get(lang)
        assert text_of(table_in(page).body[0][-1]) == november.office(item.result.indicator)
        assert any(isinstance(block, Chart) and block.model.summary in texts(page) for block in page.blocks)
    closing = packs(lang).sections[-1]
    for item in november.open:
        row = next(r for r in table_in(closing).body if text_of(r[0]) == november.office(item.result.indicator))
        assert catalogue.indicators[item.result.indicator].name.get(lang) in text_of(row[2])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cover_says_month_cut_off_version_and_that_the_figures_are_invented(november, packs, lang):
    document = packs(lang)
    said = "\n".join((*document.heading, *document.about, document.footer))
    for words in {
        "zh-Hant": ("經濟部產業發展署", "114 年 11 月（2025）", "114/11/30", "示範資料", "3 項未達標", "2 項缺佐證"),
        "en": (
            "Industrial Development Administration",
            "Nov 2025 (ROC 114)",
            "30 Nov 2025",
            "Demonstration",
            "3 miss it",
        ),
    }[lang]:
        assert words in said
    assert str(november.summary.version) in said
    assert document.author == "王小明"


def test_what_comes_first_does_not_depend_on_the_order_of_the_results(catalogue, november):
    rows, processes = november.summary.rows, november.summary.processes
    for order in (rows, rows[::-1], sorted(rows)):
        named = [item.result.indicator for item in look_first(catalogue, order, processes, [])]
        assert named == [item.result.indicator for item in november.first]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_month_with_nothing_to_report_makes_a_calm_pack(november, lang):
    calm = [row for row in november.summary.rows if row.status in (Status.met, Status.tracked)]
    found = replace(november, summary=replace(november.summary, rows=tuple(calm)), open=())
    document = pack(found, lang)
    assert document.sections[0].title == {
        "zh-Hant": "這個月沒有需要優先處理的指標", "en": "Nothing calls for attention this month",
    }[lang]  # fmt: skip
    assert not any(isinstance(block, Chart) for section in document.sections for block in section.blocks)
    assert texts(document.sections[-1]) == {"zh-Hant": "沒有待處理的項目。", "en": "Nothing is open."}[lang]
    assert "0 項未達標" not in texts(document.sections[0])


def test_an_office_that_nobody_named_is_said_to_be_missing(november):
    said = texts(offices_page(replace(november, records=Records()), "zh-Hant"))
    assert "未指定" in said
    assert "還沒有主責單位" in said


# -- refusals --------------------------------------------------------------------------------------------------------


def test_an_empty_warehouse_is_refused_with_a_sentence(warehouse):
    with pytest.raises(KpiError) as refused:
        gather(warehouse, NOVEMBER, AT, "")
    assert refused.value.key == "pack-empty"


@pytest.mark.parametrize(("year", "key"), [(2027, "pack-not-yet"), (2010, "pack-before")])
def test_a_month_without_data_is_refused_with_what_there_is(demo, year, key):
    with pytest.raises(KpiError) as refused:
        gather(demo, named_period(year, "month", 3), AT, "")
    assert refused.value.key == key
    assert refused.value.params["day"]


def test_a_month_that_is_not_over_ends_where_the_data_end(warehouse):
    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141110,甲組\n"), period=HALF)
    found = gather(warehouse, NOVEMBER, AT, "")
    assert found.summary.period == HALF  # the year to date has no value: the data begin in November
    assert "114/11/1–11/15" in "".join(pack(found, "zh-Hant").about)


# -- what changed ----------------------------------------------------------------------------------------------------


def test_the_version_compared_with_is_four_weeks_old_and_had_data(demo, catalogue):
    loads = demo.loads(limit=100)
    assert stood_before(catalogue, loads, loads[0].at + timedelta(days=27)) is None
    assert stood_before(catalogue, loads, loads[0].at + timedelta(days=28)).version == loads[0].version
    lists = [load for load in loads if load.source in ("calendar", "offices")]
    assert stood_before(catalogue, lists, loads[0].at + timedelta(days=99)) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_changed_is_said_with_statuses_that_flipped_first(warehouse, lang):
    take(warehouse, "petitions", ("陳情_114年.csv", HEAD + "P1,1140303,1140310,甲組\n"))
    old = warehouse.loads(limit=1)[0]
    later = old.at + timedelta(days=30)
    same = changes_page(with_moves(gather(warehouse, NOVEMBER, later, ""), warehouse), lang)
    assert {"zh-Hant": "沒有再載入資料", "en": "No data were loaded"}[lang] in texts(same)

    worse = HEAD + "P1,1140303,1140630,甲組\nP2,1140304,1140312,甲組\n"
    load(warehouse, check(warehouse, "petitions", ("陳情_114年.csv", worse)), ACTOR, "test", later)
    page = changes_page(with_moves(gather(warehouse, NOVEMBER, later, ""), warehouse), lang)
    first, *others = [[text_of(cell) for cell in row] for row in table_in(page).body]
    name = warehouse.catalogue.indicators["petitions_on_time_rate"].name.get(lang)
    assert first[0].startswith(name)
    assert "→" in first[1]
    assert ("100%" in first[2], "50.0%" in first[3]) == (True, True)
    assert not any("→" in row[1] for row in others)
    none = changes_page(gather(warehouse, NOVEMBER, old.at, ""), lang)
    assert {"zh-Hant": "四週以前還沒有資料", "en": "Four weeks ago there were no data"}[lang] in texts(none)


def test_all_that_is_open_is_known_and_the_first_five_say_how_many_more(demo):
    february = gather(demo, named_period(2025, "month", 2), AT, "王小明")
    waiting = {row.indicator for row in february.summary.rows if row.status in OPEN}
    assert len(waiting) > len(february.first) == 5
    assert waiting <= {item.result.indicator for item in february.open}
    assert f"另有 {len(february.open) - 5} 項" in texts(attention_page(february, "zh-Hant"))


@pytest.mark.parametrize(
    ("indicator", "last_year", "change"),
    [
        ("mailbox_handled", ["748 件"], ["+10.3%"]),
        ("competitiveness_consultations", ["3,995 件", "113/1/1–11/30"], ["+8.0%", "114/1/1–11/30（4,316 件）"]),
    ],
)
def test_what_compares_other_days_than_the_head_bears_them(demo, indicator, last_year, change):
    """Letters are dated to the day; consultations are counted by the month, so of 12/10 eleven months compare."""
    year = gather(demo, Period(date(2025, 1, 1), date(2025, 12, 10)), AT, "王小明")
    result = next(row for row in year.summary.rows if row.indicator == indicator)
    assert text_of(prior_cell(year, result, "zh-Hant", below=False)).split("\n") == last_year
    assert text_of(change_cell(year, result, "zh-Hant")).split("\n") == change
