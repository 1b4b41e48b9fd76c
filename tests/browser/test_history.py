"""What is done after a load: look at it, undo it with a reason, compare versions, close a month, correct it."""

from tests.browser import drawn, waiting
from tests.browser.test_uploading import HEAD, drop, opened
from warehouse import Warehouse

HARM = "<img src=x onerror=alert(1)>**P**"


def loaded(page, url, name, text, message=""):
    opened(page, url)
    drop(page, name, text)
    page.wait_for_selector("button[data-focus=load], input[data-focus=message]")
    if message:
        page.locator("input[data-focus=message]").fill(message)
    page.locator("button[data-focus=load]:enabled").click()
    page.wait_for_selector(".said.good")


def test_a_load_opens_with_its_rows_and_what_it_moved_and_a_later_one_stands_in_the_way(live, page, catalogue):
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    loaded(page, url, "陳情_11410.csv", HEAD + "P7,1141003,1141020,永續發展組,王小明\n", HARM)
    loaded(page, url, "陳情_11410.csv", HEAD + "P7,1141003,1141021,秘書室,王小明\n")
    first, second = sorted(load.load for load in warehouse.loads(limit=2))
    page.goto(f"{url}/history")
    page.wait_for_selector("table.loads")
    assert HARM in page.locator("table.loads").inner_text()
    assert page.locator("table.loads img").count() == 0
    page.locator(f"a[data-focus=load-{first}]").click()
    page.wait_for_selector("table.facts")
    page.wait_for_selector("table.moves")
    shown = page.locator("table.facts").inner_text()
    assert "P7" in shown
    assert "第 2 列" in shown
    assert "王小明" not in shown
    assert page.locator("button[data-focus=undo]").count() == 0
    page.locator("section.card p a", has_text=f"#{second}").click()
    page.wait_for_selector(f"h1:has-text('第 {second} 號載入')")
    page.wait_for_selector("button[data-focus=undo]")
    with page.expect_download(timeout=60_000) as waiting:
        page.locator("button[data-focus=copy-0]").click()
    assert "王小明" not in waiting.value.path().read_text(encoding="utf-8-sig")


def test_a_closed_month_asks_for_a_reason_and_shows_what_was_published(live, page, catalogue):
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    loaded(page, url, "陳情_11410.csv", HEAD + "P7,1141003,1141020,永續發展組,王小明\n")
    page.goto(f"{url}/history?tab=closing")
    page.locator("select[data-focus=month]").select_option("2025-10-01")
    page.locator("input[data-focus=name]").fill("王科長")
    page.locator("button[data-focus=close]:enabled").click()
    page.wait_for_selector(".said.good")
    page.wait_for_selector("li:has-text('王科長')")
    opened(page, url)
    drop(page, "陳情_11410.csv", HEAD + "P7,1141003,1141020,永續發展組,x\nP8,1141004,1141020,秘書室,x\n")
    page.wait_for_selector("text=已經關帳")
    assert page.locator("button[data-focus=load]:enabled").count() == 0
    page.locator("input[data-focus=message]").fill("補登一件")
    page.locator("button[data-focus=load]:enabled").click()
    page.wait_for_selector(".said.good")
    page.goto(f"{url}/history?tab=closing")
    page.wait_for_selector("li:has-text('更正為')")
    assert "補登一件" in page.locator("li", has_text="人民陳情受理件數").inner_text()
    page.goto(f"{url}/indicator?indicator=petitions_received&year=114&month=10")
    page.wait_for_selector("h2:has-text('更正紀錄')")
    page.locator("button[data-focus=rows]").click()
    page.wait_for_selector("table.facts")
    assert page.locator("table.facts tbody tr").count() == 2
    page.locator("table.facts a").first.click()
    page.wait_for_selector("h1:has-text('號載入')")
    assert warehouse.version() > 0


def test_two_versions_are_compared_by_number_and_by_day(live, page, catalogue):
    url, home = live
    loaded(page, url, "陳情_11410.csv", HEAD + "P7,1141003,1141020,永續發展組,王小明\n")
    page.goto(f"{url}/history?tab=compare")
    page.wait_for_selector("table.moves")
    assert "人民陳情受理件數" in page.locator("table.moves").inner_text()
    older = page.locator("select.older").input_value()
    page.goto(f"{url}/history?tab=compare&older={older}")
    page.wait_for_selector("table.moves")
    page.locator("select.newer").select_option(older)
    page.wait_for_selector("h2:has-text('有 0 個指標不同')")
    page.goto(f"{url}/history?tab=compare&older=99999")
    page.wait_for_selector("[role=alert]:has-text('沒有第 99999 版')")


def test_a_click_is_not_lost_when_the_page_is_drawn_anew_under_it(live, page, catalogue):
    """Somebody else loads between the press and the release of the button."""
    url, home = live
    page.goto(f"{url}/history?load=9")
    page.wait_for_selector("button[data-focus=undo]")
    drawn(page)
    page.locator("button[data-focus=undo]").hover()
    page.mouse.down()
    with Warehouse.open(home, catalogue).writing() as con:
        con.execute("UPDATE loads SET message = '另一位同仁' WHERE load = 9")
    waiting(page)
    page.mouse.up()
    page.wait_for_selector("input[data-focus=reason]")
    page.wait_for_selector("text=另一位同仁")
    assert page.locator("input[data-focus=reason]").is_visible()
