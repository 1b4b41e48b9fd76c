"""The Self-assessment page: read, written with a shared preview, by two people at once, evidence, signed off, taken home."""

from pathlib import Path

import docx

from tests.samples.attached import good
from warehouse import Warehouse
from warehouse.reads.form_records import records

ROW = "assessment?row=43&until=2025-12-10"  # opinions are followed up
QUALITATIVE = "assessment?row=44&until=2025-12-10"  # the demonstration has no evidence for it
HARM = "<img src=x onerror=alert(1)><b>演練</b>"
TEXT, SAVE = "textarea[data-focus=text]", "[data-focus=save]"


def open_row(page, url, path=ROW):
    page.goto(f"{url}/{path}")
    page.wait_for_selector(TEXT)
    return page.locator(TEXT)


def said(page, part=".write"):
    found = page.locator(f"{part} .said")
    found.wait_for()
    return found.inner_text()


def test_the_form_stands_there_in_its_columns_with_the_state_of_each_row(app, page):
    page.goto(f"{app}/assessment?year=114&until=2025-12-10")
    page.wait_for_selector("table.form tr.line")
    assert page.locator("tr.line").count() == 46
    assert page.locator("tbody .item").first.get_attribute("rowspan") == "3"
    row = page.locator("tr.line", has=page.locator("[data-focus=row-43]"))
    assert "首長信箱收辦 825 件，評為不滿意者 39 件，占收辦件數 4.7%" in row.inner_text()
    assert row.locator(".prose .ordinal").all_inner_texts() == ["1.", "2.", "3."]
    assert "3,102" in page.locator("table.form").inner_text()
    page.locator("[data-focus=count-evidence_missing]").click()
    assert page.locator("tr.line").count() == 2
    page.wait_for_url("**state=evidence_missing**")
    page.locator("[data-focus=row-44]").click()
    page.wait_for_selector(TEXT)
    assert "row=44" in page.url
    page.locator("[data-focus=previous]").click()
    page.wait_for_url("**row=43**")


def test_what_is_typed_reads_at_once_and_a_bare_number_is_offered_its_placeholder(app, page):
    area = open_row(page, app)
    area.fill("一、甲\n（一）乙\n（二）丙\n二、丁")
    page.wait_for_selector(".prose .ordinal:has-text('（二）')")
    assert page.locator(".prose .ordinal").all_inner_texts() == ["一、", "（一）", "（二）", "二、"]
    area.fill("受理 94 件，信箱 {首長信箱收辦件數|去年同期}，{沒有這個}。")
    page.wait_for_selector(".offers li")
    assert "沒有「沒有這個」這個指標" in page.locator(".told").first.inner_text()
    page.locator("[data-focus=offer-0]").click()
    assert area.input_value().startswith("受理 {人民陳情受理件數}，信箱")
    page.locator("[data-focus=find]").fill("追蹤者")
    area.evaluate("node => node.setSelectionRange(0, 0)")
    page.locator("[data-focus=what]").select_option(label="截止日")
    page.locator(".figures button").first.click()
    assert area.input_value().startswith("{Facebook 追蹤者|截止日}受理")
    page.wait_for_selector(".prose:has-text('12 月 10 日受理 94 件')")


def test_two_people_write_the_same_row_and_neither_loses_a_word(shared, page, chrome, catalogue):
    url, home = shared
    mine, theirs = open_row(page, url), chrome.new_page(locale="zh-TW")
    open_row(theirs, url).fill("對方的：{人民陳情受理件數}。")
    mine.fill("我的：{人民陳情受理件數}，{沒有}。")
    page.locator(SAVE).click()
    assert "沒有「沒有」這個指標" in said(page)
    assert mine.input_value() == "我的：{人民陳情受理件數}，{沒有}。"
    mine.fill("我的：{人民陳情受理件數}。")
    theirs.locator(SAVE).click()
    assert said(theirs) == "已存檔。"
    theirs.close()
    page.wait_for_selector(".standing :text('存檔')")  # the open page has seen the new version
    assert mine.input_value() == "我的：{人民陳情受理件數}。"
    page.locator(SAVE).click()
    page.wait_for_selector(".conflict")
    both = page.locator(".conflict").inner_text()
    for words in ("另一個人已存了這一列", "對方的：{人民陳情受理件數}。", "我的：{人民陳情受理件數}。"):
        assert words in both
    page.locator("[data-focus=keep]").click()
    page.locator(f"{SAVE}:enabled").click()
    assert said(page) == "已存檔。"
    (found,) = records(Warehouse.open(home, catalogue)).written
    assert (found.text, found.shown) == ("我的：{petitions_received}。", "我的：94 件。")
    assert "數字最新" in page.locator(".standing").inner_text()


def test_what_is_typed_and_left_still_knows_what_it_was_typed_over(shared, page, chrome, catalogue):
    url, home = shared
    path = "assessment?row=20&until=2025-12-10"
    area = open_row(page, url, path)
    area.fill("我的：{人民陳情受理件數}。")
    page.wait_for_selector(".side .figure, .side .prose >> text=我的：94 件")
    page.locator("[data-focus=back]").click()
    page.wait_for_selector("table.form tr.line")
    other = chrome.new_context(locale="zh-TW").new_page()
    open_row(other, url, path).fill("對方的：{人民陳情受理件數}。")
    other.locator(f"{SAVE}:enabled").click()
    assert said(other) == "已存檔。"
    other.context.close()
    page.locator("[data-focus=row-20]").click()
    page.wait_for_selector(TEXT)
    assert page.locator(TEXT).input_value() == "我的：{人民陳情受理件數}。"
    assert page.locator("[data-focus=discard]").is_visible()
    page.locator(f"{SAVE}:enabled").click()
    page.wait_for_selector(".conflict")
    page.locator("[data-focus=take]").click()
    page.locator("[data-focus=discard], [data-focus=save]").first.wait_for()
    assert page.locator(TEXT).input_value() == "對方的：{人民陳情受理件數}。"
    written = {one.code: one.text for one in records(Warehouse.open(home, catalogue)).written}
    assert "對方的：{petitions_received}。" in written.values()
    assert "我的：{petitions_received}。" not in [text for code, text in written.items() if code != "E2.1b"]


def test_evidence_is_stated_attached_checked_and_taken_home(shared, page, tmp_path):
    url, _ = shared
    open_row(page, url, QUALITATIVE)
    assert "缺佐證" in page.locator(".standing").inner_text()
    page.locator("[data-focus=add]").click()
    page.locator("[data-focus=ev-statement]").fill(HARM)
    page.locator("[data-focus=ev-from]").fill("2025-05-20")
    page.locator("[data-focus=ev-save]").click()
    assert said(page, ".evidence") == "佐證已存檔。"
    assert HARM in page.locator(".evidence article").inner_text()
    assert page.locator(".evidence img, .evidence article b").count() == 0
    assert "尚未檢視" in page.locator(".standing").inner_text()
    page.locator("[data-focus=correct-2025-05-20]").click()
    assert page.locator("[data-focus=ev-statement]").input_value() == HARM
    page.locator("[data-focus=ev-statement]").fill(HARM + "已更正")
    page.locator("[data-focus=ev-save]").click()
    page.wait_for_selector(".evidence article >> text=已更正")
    assert page.locator(".evidence article").count() == 1
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "紀錄.pdf", "mimeType": "application/pdf", "buffer": b"<html>no</html>"})
    page.wait_for_selector(".evidence .said.bad")
    assert "內容其實是網頁" in said(page, ".evidence")
    content = good()[".pdf"]
    chooser.set_input_files({"name": "紀錄.pdf", "mimeType": "application/pdf", "buffer": content})
    page.wait_for_selector(".evidence .said.good")
    with page.expect_download() as download:
        page.locator("[data-focus^=fetch-]").click()
    assert download.value.suggested_filename == "紀錄.pdf"
    assert Path(download.value.path()).read_bytes() == content


def test_the_form_is_signed_off_and_taken_home_as_it_read_then(shared, page):
    url, _ = shared
    page.goto(f"{url}/assessment?year=114&until=2025-12-10&view=editions")
    page.wait_for_selector("form.sign")
    page.locator("[data-focus=signed-by]").fill("主任秘書")
    page.locator("[data-focus=sign]").click()
    page.wait_for_selector("[data-focus=edition-1]")
    page.locator("[data-focus=edition-1]").click()
    page.wait_for_selector("text=內容和現在的資料相同")
    with page.expect_download() as download:
        page.locator("[data-focus=make-docx]").click()
    text = [one.text for one in docx.Document(download.value.path()).paragraphs]
    assert any(line.startswith("定稿：第 1 版，主任秘書") for line in text)


def test_who_owes_what_and_what_differs_from_last_year(app, narrow):
    narrow.goto(f"{app}/assessment?year=114&until=2025-12-10&view=offices")
    narrow.wait_for_selector(".owing")
    assert "46 rows wait, with" in narrow.locator(".lead").inner_text()
    narrow.locator("[data-focus=tab-compare]").click()
    narrow.wait_for_selector("table.pair tbody tr")
    assert narrow.locator("ins.figure").count() > 20
    width = narrow.evaluate("document.scrollingElement.scrollWidth")
    assert width <= 390
