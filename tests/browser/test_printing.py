"""On paper: no controls, every column, heads on each page, the period and the day, and the chart drawn for the page."""

import re

import pypdfium2
import pytest

READY = "main[data-ready]"
CHART = ".js-plotly-plot .main-svg"
PAPER = 700


def pages_of(page, tmp_path) -> list[str]:
    """The text of each page of the print."""
    path = tmp_path / "print.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    try:
        assert {tuple(round(side) for side in sheet.get_size()) for sheet in document} == {(595, 842)}  # A4
        return [sheet.get_textpage().get_text_bounded() for sheet in document]
    finally:
        document.close()


@pytest.mark.parametrize("path", ["/", "/months", "/months?view=change", "/changes?since=2"])
def test_a_page_is_printed_with_all_its_columns_and_none_of_its_controls(app, page, tmp_path, path):
    page.goto(app + path)
    page.wait_for_selector(READY)
    page.wait_for_selector("table thead", state="attached")
    heads = [text.split("\n")[0] for text in page.locator("thead").last.locator("th").all_inner_texts() if text.strip()]
    sheets = pages_of(page, tmp_path)
    assert "列印日期" in sheets[0]
    assert re.search(r"\d{3}/\d{1,2}/\d{1,2}", sheets[0].partition("列印日期")[2][:20])
    assert not {"English", "全部構面", "上傳"} & set(sheets[0].split())
    text = " ".join(" ".join(sheets).split())
    assert [head for head in heads if head not in text] == []
    page.emulate_media(media="print")
    wide = page.evaluate(
        """(room) => { const out = []; const most = document.querySelector('.stMainBlockContainer').getBoundingClientRect().left + room;
            const walk = (root) => { for (const e of root.querySelectorAll('*')) {
            if (e.shadowRoot) walk(e.shadowRoot); const box = e.getBoundingClientRect();
            if (box.width && box.right > most + 1 && e.matches('td, th, p, h1, h2')) out.push(e.tagName + e.className + box.right); } };
            walk(document.querySelector('[data-testid=stMain]')); return out.slice(0, 5) }""",
        PAPER,
    )
    assert wide == []


def test_the_heads_of_a_long_table_stand_on_every_page(app, page, tmp_path):
    page.goto(f"{app}/months")
    page.wait_for_selector(READY)
    sheets = pages_of(page, tmp_path)
    assert len(sheets) > 1
    assert all("12 月" in sheet and "指標" in sheet for sheet in sheets[:-1])


@pytest.mark.parametrize("view", ["month", "process", "funnel"])
def test_the_chart_is_drawn_anew_at_the_width_of_the_paper(app, page, tmp_path, view):
    page.goto(f"{app}/indicator?indicator=mailbox_dissatisfied_rate&view={view}&month=11")
    page.wait_for_selector(CHART)
    page.evaluate(
        """() => window.addEventListener('afterprint', () => { const drawn = document.querySelector('.main-svg');
            window.printed = [Number(drawn.getAttribute('width')), drawn.getAttribute('viewBox')]; }, { capture: true })"""
    )
    sheets = pages_of(page, tmp_path)
    width, scaled = page.evaluate("window.printed")
    assert 500 < width <= PAPER
    assert scaled is None  # drawn, not scaled down
    assert "114/11/1–11/30" in sheets[0]
    page.wait_for_function(f"Number(document.querySelector('{CHART}').getAttribute('width')) > {PAPER}")  # as before


def test_dark_pages_are_printed_in_dark_ink(app, chrome, tmp_path):
    context = chrome.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW", color_scheme="dark")
    page = context.new_page()
    page.goto(f"{app}/")
    page.wait_for_selector(READY)
    page.emulate_media(media="print", color_scheme="dark")
    colour = page.locator("h1").evaluate("(node) => getComputedStyle(node).color")
    context.close()
    assert max(map(int, re.findall(r"\d+", colour)[:3])) < 100
