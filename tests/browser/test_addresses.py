"""What an address opens, what the browser's tab is called, and that tables fit at every width."""

import re

import pytest

from tests.browser import drawn

READY = "main[data-ready]"


def test_the_overview_has_an_address_that_bears_its_name(page, app):
    page.goto(f"{app}/overview?year=113&month=11")
    page.wait_for_selector("header p.sub:has-text('113/11/1–11/30')")
    assert page.locator("h1").inner_text() == "服務品質指標"
    assert page.get_by_role("link", name="總覽", exact=True).count() == 1


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/", "總覽"),
        ("/indicator?indicator=petitions_on_time_rate", "人民陳情依限辦結率"),
        ("/history?load=5", "第 5 號載入"),
        ("/assessment?row=2", "案件於處理時限內辦結"),
    ],
)
def test_the_tab_says_what_is_open(page, app, path, title):
    page.goto(app + path)
    page.wait_for_function("(title) => document.title.startsWith(title + ' · ')", arg=title)
    assert page.title() == f"{title} · 服務品質指標"


OUTSIDE = """(cells, width) => cells.filter((cell) => { const box = cell.getBoundingClientRect();
    return box.width > 1 && (box.right > width || cell.scrollWidth > cell.clientWidth + 1); }).map((c) => c.innerText)"""


@pytest.mark.parametrize("path", ["months?", "months?view=change&", "overview?"])
@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_the_months_and_the_overview_fit_at_every_width(page, app, path, lang):
    page.goto(f"{app}/{path}lang={lang}")
    page.wait_for_selector("tr.line")
    for width in (1280, 1024, 961, 900, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator("td, th").evaluate_all(OUTSIDE, width) == [], width
        head, first = page.locator("thead").bounding_box(), page.locator("tr.dim").first.bounding_box()
        if head and head["height"] > 1:
            assert head["y"] + head["height"] <= first["y"] + 1, width


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize("view", ["month", "running", "years", "process", "laney", "funnel"])
def test_names_below_a_chart_do_not_touch_on_a_narrow_screen(narrow, app, view, lang):
    narrow.goto(f"{app}/indicator?indicator=applications_on_time_rate&view={view}&lang={lang}")
    narrow.wait_for_selector(".xtick text")
    drawn(narrow)
    boxes = narrow.locator(".xtick text").evaluate_all(
        "(names) => names.map((n) => n.getBoundingClientRect()).filter((b) => b.width).map((b) => [b.left, b.right])"
    )
    assert len(boxes) >= (4 if view == "funnel" else 6)
    assert all(right + 2 <= left for (_, right), (left, _) in zip(boxes, boxes[1:], strict=False))


def test_the_history_names_the_demonstration_sources(page, app):
    page.goto(f"{app}/history")
    page.wait_for_selector(READY)
    assert re.match("示範資料：", page.locator("[role=note]").first.inner_text())
