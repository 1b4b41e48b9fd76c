"""What a manager does: look, filter, send a view, open an indicator, see new figures arrive."""

import re
import socket
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser import drawn

READY = "main[data-ready]"
PAGES = [
    "/",
    "/months",
    "/months?view=change",
    "/changes",
    "/changes?since=month",
    "/indicator?indicator=mailbox_dissatisfied_rate",
    "/indicator?indicator=phone_pass_rate&view=process",
    "/upload",
    "/downloads",
    "/history",
    "/history?load=5",
    "/history?tab=compare",
    "/history?tab=closing",
]
ALLOWED = {
    "English", "MIT", "YouTube", "Facebook", "MyEGov", "API", "AAA", "AA", "CSV", "JSON", "XML", "GeoJSON", "KML", "GML", "ODS", "RDF",
    "TWD", "n", "xlsx", "xls", "ods", "csv", "tsv", "png", "svg", "PNG", "SVG", "Excel", "LibreOffice", "SHA", "EN", "Big5", "UTF", "BOM",
    "xlsb", "KB", "MB", "PowerPoint", "Word",
}  # fmt: skip


def texts(page) -> str:
    """All text that is shown, in shadow roots too, but not what people or files are called."""
    return page.evaluate(
        """() => { const out = []; const walk = (node) => { for (const n of node.childNodes) {
            if (n.nodeType === 3) { const p = n.parentElement || n.getRootNode().host;
                if (p && !p.closest('script,style,.file,.actor,[data-name]') && p.checkVisibility()) out.push(n.textContent); }
            else if (n.nodeType === 1) { if (n.shadowRoot) walk(n.shadowRoot); walk(n); } } };
            walk(document.body); return out.join(' \\n ') }"""
    )


def test_the_overview_shows_every_indicator_with_its_status(page, app, catalogue):
    page.goto(app)
    page.wait_for_selector(READY)
    assert page.locator("tr.line").count() == len(catalogue.indicators)
    assert page.locator("h1").inner_text() == "服務品質指標"
    assert "示範" in page.locator("[role=note]").first.inner_text()
    row = page.locator("tr.line", has_text="申辦案件依限辦結率")
    assert "未達標" in row.inner_text()
    assert row.locator("svg[role=img][aria-label]").count() >= 1


def test_a_filter_lives_in_the_address_and_the_address_gives_the_same_view(page, app, chrome):
    page.goto(app)
    page.wait_for_selector(READY)
    page.select_option("select.month", "11")
    page.wait_for_selector("header p.sub:has-text('114/11/1')")
    page.select_option("select.office", "產業園區組")
    page.wait_for_url(re.compile("office="))
    page.wait_for_selector("select.office >> option[value='產業園區組'][selected]", state="attached")
    seen = page.locator("tr.line", has_text="首長信箱收辦件數").inner_text()
    other = chrome.new_context(locale="zh-TW").new_page()
    other.goto(page.url)
    other.wait_for_selector(READY)
    assert other.locator("tr.line", has_text="首長信箱收辦件數").inner_text() == seen
    assert other.locator("select.office").input_value() == "產業園區組"
    other.context.close()


def test_a_status_is_a_filter(page, app):
    page.goto(app)
    page.wait_for_selector(READY)
    page.locator("button.count.not_met").click()
    page.wait_for_url(re.compile("status=not_met"))
    assert page.locator("tr.line").count() == int(page.locator("button.count.not_met b").inner_text())


def test_a_click_opens_the_indicator_without_loading_the_page_again(page, app):
    page.goto(app)
    page.wait_for_selector(READY)
    page.evaluate("window.mark = 1")
    page.locator("tr.line a", has_text="申辦案件依限辦結率").first.click()
    page.wait_for_selector(".js-plotly-plot .scatterlayer .trace path.js-line", state="attached")
    assert page.evaluate("window.mark") == 1
    assert "applications_on_time_rate" in page.url
    text = texts(page)
    assert "114/1/1–12/31" in text
    assert "113/1/1–12/31" in text


@pytest.mark.parametrize("path", PAGES)
def test_no_english_word_in_a_chinese_page(page, app, path):
    page.goto(app + path)
    page.wait_for_selector("h1")
    drawn(page)
    shown = re.sub(r"\S+\.(xlsx|csv|ods|xls|svg|png|docx|odt|odp|pdf|pptx)\b|https?://\S+", "", texts(page))
    words = set(re.findall(r"(?<![A-Za-z])[A-Za-z]{2,}(?:[A-Za-z]*)", shown)) - ALLOWED
    import getpass

    assert not words - {getpass.getuser(), "tester", "Demonstration", "data"}


@pytest.mark.parametrize("path", PAGES)
def test_a_browser_that_asks_for_english_gets_it_and_nothing_is_cut_off_at_390(narrow, app, path):
    narrow.goto(app + path)
    narrow.wait_for_selector("h1")
    drawn(narrow)
    assert narrow.evaluate("document.documentElement.lang") == "en"
    assert narrow.locator("h1").inner_text().isascii()
    assert narrow.evaluate("document.scrollingElement.scrollWidth <= 390")
    wide = narrow.evaluate(
        """() => { const out = []; const walk = (root) => { for (const e of root.querySelectorAll('*')) {
            if (e.shadowRoot) walk(e.shadowRoot); const box = e.getBoundingClientRect();
                if (box.width && box.right > 391 && getComputedStyle(e).position !== "absolute"
                    && !e.closest(".scroll,svg,header[data-testid]"))
                out.push(e.tagName + '.' + e.className + ' ' + Math.round(box.right)); } };
            walk(document.querySelector('[data-testid=stMain]')); return out.slice(0, 5) }"""
    )
    assert wide == []


def test_english_quotation_marks_are_not_as_wide_as_chinese_signs(narrow, app):
    """They stand in the Chinese font, too."""
    narrow.goto(f"{app}/assessment?row=43&until=2025-12-10")
    drawn(narrow)
    wide = narrow.locator(".write > p.sub").evaluate(
        """(node) => { const range = document.createRange(), text = node.firstChild, at = text.data.indexOf("“");
            range.setStart(text, at); range.setEnd(text, at + 1);
            return range.getBoundingClientRect().width / parseFloat(getComputedStyle(node).fontSize) }"""
    )
    assert 0.2 < wide < 0.6


def test_what_a_question_names_is_a_link_to_its_view_and_stands_in_the_list_below(page, app):
    page.goto(f"{app}/indicator?indicator=applications_on_time_rate")
    page.wait_for_selector("ul.notes a[data-focus^='ask-offices-']")
    named = page.locator("ul.notes a[data-focus^='ask-offices-']").first
    office = named.inner_text()
    page.wait_for_selector(f"[data-part='offices-{office}']")
    assert page.locator(f"[data-part='offices-{office}']").is_visible()
    assert f"office={office}" in unquote(named.get_attribute("href"))
    named.click()
    page.wait_for_function("office => new URL(location).searchParams.get('office') === office", arg=office)
    page.wait_for_selector(f"select.office >> option[value='{office}'][selected]", state="attached")


def test_the_language_switch_stays_in_the_address(page, app):
    page.goto(app)
    page.wait_for_selector(READY)
    page.locator("button.switch").click()
    page.wait_for_selector("h1:has-text('Service')")
    assert "lang=en" in page.url


LOADER = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from etl.intake import load, prepare
from warehouse import Warehouse, settings
from warehouse.permissions import Actor
wh = Warehouse.open(Path(sys.argv[1]), settings.catalogue())
text = "案件編號,收文日期,結案日期,承辦單位,案件類別\\n<b>P1</b>,1141103,1141120,永續發展組,<img src=x onerror=window.hurt=1>\\n"
plan = prepare(wh, "petitions", [("<img src=x onerror=window.hurt=1>_11411.csv", text.encode())], today=date(2026, 1, 5))
load(wh, plan, Actor("<i>who</i>", local=True), "<script>window.hurt=1</script>", datetime.now(UTC))
"""


def test_an_open_page_follows_a_load_and_keeps_what_was_chosen_and_markup_stays_text(live, page):
    url, home = live
    page.goto(url)
    page.wait_for_selector(READY)
    page.select_option("select.month", "11")
    page.wait_for_selector("header p.sub:has-text('114/11/1')")
    before = page.locator("tr.line", has_text="人民陳情受理件數").locator(".value").inner_text()
    page.evaluate("window.mark = 1")
    subprocess.run([sys.executable, "-c", LOADER, str(home)], check=True)
    page.wait_for_function(
        """(old) => [...document.querySelectorAll('*')].some((e) => e.shadowRoot && [...e.shadowRoot.querySelectorAll('tr.line')]
            .some((r) => r.innerText.includes('人民陳情受理件數') && r.querySelector('.value').innerText !== old))""",
        arg=before, timeout=10_000,
    )  # fmt: skip
    assert page.evaluate("window.mark") == 1
    assert page.locator("select.month").input_value() == "11"
    assert page.locator("tr.line", has_text="人民陳情受理件數").locator(".value").inner_text() == "1 件"
    for path in ("/indicator?indicator=petitions_received", "/upload", "/"):
        page.goto(url + path)
        page.wait_for_selector("h1")
        drawn(page)
        assert page.evaluate("window.hurt") is None


def test_the_server_listens_on_loopback_only(app):
    port = urlsplit(app).port
    addresses = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in addresses:
        if address.startswith("127."):
            continue
        with socket.socket() as probe:
            probe.settimeout(1)
            assert probe.connect_ex((address, port)) != 0


def test_an_empty_warehouse_says_what_this_is_and_what_to_do_first(chrome, tmp_path):
    from tools.serving import serve

    with serve(tmp_path) as url:
        page = chrome.new_context(locale="zh-TW").new_page()
        for path in PAGES:
            page.goto(url + path)
            page.wait_for_selector("h1")
            drawn(page)
            assert "Traceback" not in texts(page)
        page.goto(url)
        page.wait_for_selector("section.empty li")
        page.context.close()
