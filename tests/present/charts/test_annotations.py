"""Notes and changes of process on charts and in files; the outlook's ends in words."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest

from kpi.dates.periods import Period, year_of
from kpi.forecast.outlook import Outlook
from kpi.observations import Note, Rebase, Scope
from kpi.spc.control_chart import process_of
from present.charts.annotations import remarks_of
from present.charts.process import process_chart
from present.charts.year import year_chart
from present.sentences.outlook import outlook_words, rounded
from publish.pictures.writer import to_svg
from publish.summary.figures import summarise
from publish.summary.xlsx_file import to_xlsx

KEY = "mailbox_dissatisfied_rate"
AT = datetime(2025, 11, 3, 8, tzinfo=UTC)
HARM = '=HYPERLINK("http://x")<b>颱風</b>'


def note(text, day=date(2025, 10, 31), indicator=KEY, office=None):
    return Note(text, indicator, office, Period(day, day), text, "王小明", AT, 7)


@pytest.fixture
def told(book):
    notes = (
        note(HARM), note("別的指標", indicator="mailbox_handled"), note("全部", date(2025, 3, 1), None),
        note("某組", office="永續發展組"),
    )  # fmt: skip
    return replace(book, notes=notes, rebases=(Rebase(KEY, None, date(2025, 7, 1), "改用線上表單"),), _kept={})


def texts(book, scope=Scope()):
    found = remarks_of(book, KEY, scope, year_of(2025), "zh-Hant", lambda day: day.month)
    return [(one.number, one.place, one.text) for one in found]


def test_what_concerns_an_indicator_is_numbered_by_its_day(told):
    assert texts(told) == [
        (1, 3, "114/3/1：全部"), (2, 7, "114/7/1 起作業改變：改用線上表單"), (3, 10, f"114/10/31：{HARM}"),
    ]  # fmt: skip
    assert [text for _, _, text in texts(told, Scope("永續發展組"))][-1] == "114/10/31：某組"


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_every_chart_and_the_workbook_show_them(catalogue, told, lang):
    chart = year_chart(catalogue, told, KEY, date(2025, 12, 10), lang)
    assert [one.number for one in chart.remarks] == [1, 2, 3]
    process = process_of(catalogue, told, KEY, date(2025, 12, 10))
    assert len(process_chart(catalogue, told, process, lang).remarks) == 3
    picture = to_svg(chart)
    assert "王小明" in picture
    assert "<b>颱風" not in picture
    content = to_xlsx(summarise(catalogue, told, Period(date(2025, 1, 1), date(2025, 12, 10))), lang)
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for cell in row]
    assert any(HARM in str(cell.value) for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)]


@pytest.mark.parametrize(
    ("key", "low", "high", "so_far", "ends"),
    [
        ("mailbox_handled", 35141, 36688, 33748, (35100, 36700)),
        ("mailbox_handled", 102.4, 103.2, 102, (102, 104)),  # never below what was counted
        ("mailbox_dissatisfied_rate", 0.0441, 0.0519, 0.0473, (0.044, 0.052)),
        ("mailbox_dissatisfied_rate", 0.9912, 0.9999, 0.99, (0.991, 1.0)),
        ("phone_score_mean", 90.31, 90.78, 90.4, (90.3, 90.8)),
    ],
)
def test_the_ends_of_an_outlook_are_rounded_outward(catalogue, key, low, high, so_far, ends):
    outlook = Outlook(key, Scope(), 2025, date(2025, 10, 31), so_far, low, (low + high) / 2, high, 0.8, (), 34)
    assert rounded(catalogue, outlook) == pytest.approx(ends)
    assert "8 成把握" in outlook_words(catalogue, outlook, "zh-Hant")


def test_a_range_that_says_nothing_is_not_said(catalogue):
    wide = Outlook("mailbox_handled", Scope(), 2025, date(2025, 10, 31), 0, 0, 1, 3, 0.8, (), 34)
    assert outlook_words(catalogue, wide, "zh-Hant") == ""


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_a_target_of_the_agency_is_not_drawn_on_an_office_and_that_is_said(catalogue, book, lang):
    """The fixture's manager set at most 900 letters for the year, for the agency."""
    whole = year_chart(catalogue, book, "mailbox_handled", date(2025, 12, 10), lang, cumulative=True)
    part = year_chart(
        catalogue, book, "mailbox_handled", date(2025, 12, 10), lang, Scope("產業政策組"), cumulative=True
    )
    assert (len(whole.steps), whole.path is not None) == (1, True)
    assert (part.steps, part.path) == ((), None)
    assert ("以全機關判定" if lang != "en" else "held against the agency") in part.note
