"""What a manager finds on coming back: what moved since the last visit, which only the browser remembers."""

import re

from tests.conftest import take
from warehouse import Warehouse

READY = "main[data-ready]"
LEAD = "section[data-ready] .lead:not(.busy)"
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
FILE = "<i>陳情_11411.csv"


def kept(page) -> dict:
    """The cookie in which the browser remembers the visit."""
    return next(one for one in page.context.cookies() if one["name"].startswith("kpi-seen"))


def remember(page, value: str) -> None:
    page.context.add_cookies([{key: kept(page)[key] for key in ("name", "domain", "path")} | {"value": value}])


def hours_pass(page) -> None:
    """What the browser keeps, as it is two hours later."""
    *seen, at = kept(page)["value"].split(".")
    remember(page, ".".join([*seen, str(int(at) - 7200)]))


def opened(page, address: str) -> str:
    page.goto(address)
    page.wait_for_selector(LEAD)
    return page.locator(LEAD).inner_text()


def test_what_was_loaded_in_between_is_said_on_coming_back_and_stays_during_the_visit(live, page, catalogue):
    url, home = live
    page.goto(url)
    page.wait_for_selector(READY)
    assert page.locator("a[data-focus=changes]").count() == 0
    page.goto("about:blank")
    warehouse = Warehouse.open(home, catalogue)
    seen = warehouse.version()
    take(warehouse, "petitions", (FILE, HEAD + "P1,1141103,1141120,永續發展組\n"))
    store = warehouse.newest().store
    assert re.fullmatch(rf"{store}\.0\.0\.{seen}\.[0-9]+", kept(page)["value"])  # numbers only, nobody's name
    hours_pass(page)

    page.goto(url)
    page.wait_for_selector(READY)
    assert "資料更新了 1 次" in page.locator("p", has=page.locator("a[data-focus=changes]")).inner_text()
    page.locator("a[data-focus=changes]").click()
    page.wait_for_selector(LEAD)
    said = page.locator(LEAD).inner_text()
    assert "上次來過" in said
    assert re.search("[1-9][0-9]* 個指標", said)
    moved = page.locator("table.moves tr", has_text="人民陳情受理件數").first.inner_text()
    assert "1 件" in moved
    shown = page.locator("table.loads")
    assert "i_陳情_11411.csv" in shown.inner_text()  # what is recognised of the name
    assert shown.locator("tbody tr").count() == 1
    assert shown.locator("td i").count() == 0
    assert opened(page, f"{url}/changes") == said  # the same visit, however often a page is opened
    page.locator("table.moves a", has_text="人民陳情受理件數").first.click()
    page.wait_for_selector("h1:has-text('人民陳情受理件數')")

    hours_pass(page)
    remember(page, kept(page)["value"].replace(f".{seen + 1}.", ".99999."))  # forged: there is no such version
    opened(page, f"{url}/changes")
    page.wait_for_selector("text=還沒有您上次來訪的紀錄")
    assert kept(page)["value"].startswith(f"{store}.0.0.{seen + 1}.")


def test_a_page_that_was_left_open_learns_that_another_visit_began(app, page):
    page.clock.install()
    page.goto(app)
    page.wait_for_selector(READY)
    store, _, _, *seen = kept(page)["value"].split(".")
    version, at = map(int, seen)
    remember(page, f"{store}.0.0.{version - 1}.{at - 7200}")
    page.clock.fast_forward(120_000)
    page.wait_for_selector("a[data-focus=changes]")
    page.wait_for_function(f"() => document.cookie.includes('={store}.{version - 1}.{at - 7200}.{version}.')")


def test_since_when_lives_in_the_address(app, page):
    said = opened(page, f"{app}/changes?since=month")
    assert "一個月前" in said
    assert page.locator("select.since").input_value() == "month"
    page.select_option("select.since", "load")
    page.wait_for_url(re.compile("since=load"))
    page.wait_for_selector(f"{LEAD}:has-text('最近一次更新')")
    page.locator("button.switch").click()
    page.wait_for_selector(f"{LEAD}:has-text('The last update')")
    assert "since=load" in page.url
