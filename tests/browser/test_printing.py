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


LATER = {  # page -> what is there when it is drawn, what the print says, what would be left of a control, the head of its table
    "/history": ("table.loads", ["申辦案件_11201.xlsx", "共 13 次"], ["找檔名"], "載入者"),
    "/history?load=9": ("table.facts", ["佐證_114年.xlsx", "evidence/30", "共 30 列", "版本 第 10 版"], [], ""),
    "/history?tab=compare&older=5": ("table.moves", ["第 5 版與第 14 版之間"], ["從到"], "第 14 版"),
    "/history?tab=closing": ("section[data-ready] .grid", ["已關帳的月份"], ["關帳人", "可不填"], ""),
    "/assessment?until=2025-12-10": ("table.form", ["資料截止日 114/12/10", "3D 擬真袋包開發"], ["附數字出處"], "評核結果說明"),
    "/assessment?view=offices": (".owed", ["還有 46 列待處理", "跨機關或內部整合"], ["提醒文字"], ""),
    "/assessment?view=compare": ("table.pair", ["113 年（113/12/31）", "創新服務"], ["對照年度"], "參考標準"),
    "/assessment?view=editions": ("main .editions, main p.card", ["已定稿的版次"], ["簽核者"], ""),
    "/assessment?row=43&until=2025-12-10": ("textarea", ["資料截至 114/12/10", "人民陳情受理"], ["插入數字", "上一列", "本列截止日"], ""),
    "/indicator?indicator=mailbox_dissatisfied_rate&month=11&rows=0": (
        "table.facts", ["114/11/1–11/30", "首長信箱_114年.xlsx", "M11411001", "1146007", "第 1 至 50 列，共 56 列"], ["收起"], ""),
    "/upload": ("table.loads", ["會有什麼變化", "線上申辦案件_11201.xlsx"], ["選擇檔案", "檢查"], "載入者"),
    "/upload?tab=figures": ("h2:has-text('人工統計')", ["人工統計目前是示範資料", "約 22,510,000"], ["儲存這個月", "清除"], ""),
    "/downloads?lang=en": ("h2:has-text('For the meeting')", ["Indicator summary", "1 Jan – 31 Dec 2025"], ["中文"], ""),
    "/?lang=en": (READY, ["Applications completed on time", "98.3%", "Every service has a written procedure"], ["All offices"], "Standard"),
    "/indicator?indicator=mailbox_dissatisfied_rate&month=11&view=funnel": (
        CHART, ["114/11/1–11/30", "99.8% 界限", "95% 界限", "母數 n（件）", "產業政策組"], ["數字背後的資料列"], ""),
}  # fmt: skip
LEFT_OVER = """() => { const out = []; const walk = (root) => { for (const e of root.querySelectorAll('*')) {
    if (e.shadowRoot) walk(e.shadowRoot); const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!box.width || !box.height || e.closest('.hidden')) continue;
    if (e.matches('button:not(.name), select, input, textarea, label')) out.push(`control ${e.outerHTML.slice(0, 80)}`);
    if (e.matches('td, th') && style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) out.push(`cut ${e.textContent}`); } };
    walk(document.querySelector('[data-testid=stMain]')); return out.slice(0, 5) }"""


@pytest.mark.parametrize("path", LATER)
def test_what_is_printed_of_a_later_page_is_whole_and_has_no_rest_of_a_control(app, page, tmp_path, path):
    drawn, wanted, rest, head = LATER[path]
    page.goto(app + path)
    page.wait_for_selector(drawn)
    sheets = ["".join(sheet.split()) for sheet in pages_of(page, tmp_path)]
    text = "".join(sheets)
    assert ("Printed" if "lang=en" in path else "列印日期") in sheets[0]
    assert [one for one in wanted if "".join(one.split()) not in text] == []
    assert [one for one in rest if one in text] == []
    assert all("".join(head.split()) in sheet for sheet in sheets)
    assert min(map(len, sheets[:-1]), default=999) > 300  # no sheet is left half empty before the last
    page.emulate_media(media="print")
    assert page.evaluate(LEFT_OVER) == []


def test_the_heads_of_a_long_table_stand_on_every_page(app, page, tmp_path):
    page.goto(f"{app}/months")
    page.wait_for_selector(READY)
    sheets = pages_of(page, tmp_path)
    assert len(sheets) > 1
    assert all("12 月" in sheet and "指標" in sheet for sheet in sheets[:-1])


@pytest.mark.parametrize("view", ["month", "running", "years", "process", "laney", "funnel"])
def test_the_chart_is_drawn_anew_at_the_width_of_the_paper(app, page, tmp_path, view):
    for _ in range(2):  # the second time Plotly stands ready in the browser's cache, and draws before our components do
        page.goto(f"{app}/indicator?indicator=mailbox_dissatisfied_rate&view={view}&month=11")
        page.wait_for_selector(CHART)
    page.wait_for_function("window.kpiPaper")
    page.evaluate(
        """() => window.addEventListener('afterprint', () => { const drawn = document.querySelector('.main-svg');
            window.printed = [Number(drawn.getAttribute('width')), drawn.getAttribute('viewBox')]; }, { capture: true })"""
    )
    sheets = pages_of(page, tmp_path)
    width, scaled = page.evaluate("window.printed")
    assert 500 < width <= PAPER
    assert scaled is None  # drawn, not scaled down
    assert "114/11/1–11/30" in sheets[0]
    width = "Number(document.querySelector('.main-svg').getAttribute('width'))"
    page.wait_for_function(f"{width} > {PAPER}")  # as before
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(f"{width} < {PAPER}")  # and still follows its room


def test_a_chart_that_is_drawn_while_the_browser_prepares_the_print_is_drawn_for_paper_too(app, page):
    page.goto(f"{app}/indicator?indicator=mailbox_dissatisfied_rate&view=month&month=11")
    page.wait_for_selector(CHART)
    width = "Number(document.querySelector('.main-svg').getAttribute('width'))"
    page.wait_for_function(f"window.kpiPaper && {width} > {PAPER}")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert 500 < page.evaluate(width) <= PAPER
    page.emulate_media(media="print")
    assert page.locator(".js-plotly-plot:visible").count() == 1
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"{width} > {PAPER}")
    assert page.locator(".js-plotly-plot").count() == 1


def test_dark_pages_are_printed_in_dark_ink(app, chrome, tmp_path):
    context = chrome.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW", color_scheme="dark")
    page = context.new_page()
    page.goto(f"{app}/")
    page.wait_for_selector(READY)
    page.emulate_media(media="print", color_scheme="dark")
    colour = page.locator("h1").evaluate("(node) => getComputedStyle(node).color")
    context.close()
    assert max(map(int, re.findall(r"\d+", colour)[:3])) < 100
