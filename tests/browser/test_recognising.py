"""Nothing is preset on Upload: files say what they are, a person confirms or changes it, and is led to what was loaded."""

import pytest

from tests.browser.test_uploading import HEAD, drop
from tools.serving import serve
from warehouse import Warehouse

PETITIONS = HEAD + "P1,1141003,1141020,永續發展組,王小明\n"
LETTERS = "郵件編號,收信日期,承辦單位,回覆日期\nM1,1141103,永續發展組,1141110\n"


def focused(page) -> str:
    """The text of what has the focus."""
    return page.evaluate(
        "() => { let node = document.activeElement; while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;"
        " return node.innerText }"
    )


def opened(page, url, query=""):
    page.goto(f"{url}/upload{query}")
    page.wait_for_selector("main[data-ready] input[data-focus=files]", state="attached")


def drop_all(page, **files):
    page.locator("input[data-focus=files]").set_input_files(
        [{"name": f"{name}.csv", "mimeType": "text/csv", "buffer": text.encode()} for name, text in files.items()]
    )


def test_a_file_is_recognised_loaded_and_its_month_is_offered(live, page, catalogue):
    url, home = live
    opened(page, url)
    assert page.locator("input[name=source]:checked").count() == 0
    drop(page, "匯出_11410.csv", PETITIONS)
    page.wait_for_selector("text=這看起來是人民陳情。")
    page.wait_for_selector("input[name=source][value=petitions]:checked")
    assert focused(page).endswith("會有什麼變化")
    page.locator("button[data-focus=load]", has_text="載入人民陳情").click()
    page.wait_for_selector(".said.good")
    assert focused(page) == "已載入人民陳情"
    assert Warehouse.open(home, catalogue).loads()[0].source == "petitions"
    page.locator("a[data-focus=see-month]", has_text="看 114 年 10 月").click()
    page.wait_for_selector("header p.sub:has-text('114/10/1–10/31')")
    assert page.locator("tr.line", has_text="人民陳情受理件數").locator(".value").inner_text() == "1 件"


def test_another_source_is_one_click_away_and_the_files_stay(app, page):
    opened(page, app, "?source=mailbox")
    drop(page, "匯出_11410.csv", PETITIONS)
    page.wait_for_selector("text=這看起來是「人民陳情」，不是「首長信箱」。")
    assert page.locator("button[data-focus=load]").count() == 0
    page.locator("button[data-focus=seems-petitions]").click()
    page.wait_for_selector("button[data-focus=load]:enabled")
    assert page.locator(".files li").count() == 1
    assert "source=petitions" in page.url


def test_files_of_two_kinds_are_not_guessed_and_one_can_be_taken_out(app, page):
    opened(page, app)
    drop_all(page, 甲_11410=PETITIONS, 乙_11411=LETTERS)
    page.wait_for_selector("text=不是同一種資料")
    assert page.locator("button[data-focus=load]").count() == 0
    page.get_by_role("button", name="移出「甲_11410.csv」").click()
    page.wait_for_selector("text=這看起來是首長信箱。")
    assert page.locator(".files li .file").all_inner_texts() == ["乙_11411.csv"]


@pytest.mark.parametrize("text", ["名稱,電話\n甲,1\n", "年,月\n114,1\n"])
def test_what_nobody_can_tell_is_asked(app, page, text):
    opened(page, app)
    drop(page, "匯出.csv", text)
    page.wait_for_selector("text=看不出這是哪一種資料")
    page.locator("input[name=source][value=offices]").check()
    page.wait_for_selector(".verdict")
    assert page.locator(".files li").count() == 1


def test_a_month_that_is_not_over_can_be_counted_up_to_today(demo_home, page):
    with serve(demo_home, KPI_TODAY="2026-01-20") as url:
        opened(page, url)
        drop(page, "陳情_11501.csv", HEAD + "P1,1150105,1150112,永續發展組,王小明\n")
        page.locator("button[data-focus=yes-so-far]", has_text="只算到今天").click()
        page.wait_for_selector("button[data-focus=load]:enabled")
        assert "115/1/1–1/20" in page.locator("table.counts").inner_text()
