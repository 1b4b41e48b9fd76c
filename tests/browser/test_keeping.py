"""What the keeper does under open pages: restore a backup, repair a store whose catalog is gone; and a disk that is full."""

import shlex
import sqlite3
from contextlib import closing

import pytest

from tests.browser.test_history import loaded
from tests.browser.test_uploading import HEAD
from tests.conftest import command, take
from tests.warehouse.lake.test_migrations import numbered
from warehouse import Warehouse
from warehouse.lake.migrations import NEWEST
from warehouse.upkeep.verify import verify

BACKUP = "all of *it* $1$ ~2~.zip"
READY = "main[data-ready]"
RECEIVED = "人民陳情受理件數"
ROWS = [f"P{number},1141103,1141120,永續發展組\n" for number in range(40)]  # enough for a data file
PLAIN = HEAD.replace(",陳情人", "")


def keeper(home, *words) -> str:
    """A command in another process than the server's."""
    done = command("etl", *words, KPI_HOME=home)
    assert done.code == 0, done.err
    return done.out


def value(page, text: str) -> None:
    """Wait until the Overview shows it for the petitions received."""
    page.wait_for_selector(f"tr.line:has-text('{RECEIVED}') .value:has-text('{text}')")


def test_an_open_page_follows_a_restore_and_shows_the_restored_figures(live, page, catalogue, tmp_path):
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    take(warehouse, "petitions", ("陳情_11411.csv", PLAIN + "".join(ROWS[:7])))
    keeper(home, "backup", tmp_path / "all.zip")
    take(warehouse, "petitions", ("陳情_11411.csv", PLAIN + "".join(ROWS)))
    version = warehouse.newest()
    page.goto(f"{url}/?month=11&year=114")
    page.wait_for_selector(READY)
    value(page, "40 件")
    page.evaluate("window.mark = 1")
    keeper(home, "restore", tmp_path / "all.zip")
    value(page, "7 件")
    take(warehouse, "petitions", ("陳情_11411.csv", PLAIN + "".join(ROWS[:9])))  # as many versions as the former had
    assert (warehouse.newest().number, warehouse.newest().store == version.store) == (version.number, False)
    value(page, "9 件")
    assert page.evaluate("window.mark") == 1
    assert page.locator("select.month").input_value() == "11"


@pytest.mark.parametrize("how", ["missing", "empty", "damaged", "unreadable"])
def test_a_page_whose_catalog_is_gone_says_so_and_comes_back_once_it_is_repaired(live, page, catalogue, how):
    url, home = live
    warehouse = Warehouse.open(home, catalogue)
    take(warehouse, "petitions", ("陳情_11411.csv", PLAIN + "".join(ROWS)))
    keeper(home, "backup", home / BACKUP)
    page.goto(f"{url}/?month=11&year=114")
    page.wait_for_selector(READY)
    page.evaluate("window.mark = 1")
    place = home / "warehouse" / "catalog.sqlite"
    if how in ("missing", "unreadable"):
        place.unlink()
        if how == "unreadable":
            place.mkdir()
    else:
        place.write_bytes(b"" if how == "empty" else b"hello" * 3000)
    page.wait_for_selector("[role=alert]:has-text('目錄檔')")
    told = page.locator("[role=alert]").inner_text()
    files = len(list((home / "warehouse" / "files").rglob("*.parquet")))
    assert f"資料檔 {files} 個" in told
    assert str(home / "warehouse") in told
    line = shlex.split(told.partition("python -m etl ")[2])
    assert line == ["restore", str(home / BACKUP)]
    assert page.locator("tr.line").count() == 0  # no figure beside it
    english = page.context.new_page()
    english.goto(f"{url}/history?lang=en")
    english.wait_for_selector("[role=alert]:has-text('Still there and untouched')")
    keeper(home, *line)
    value(page, "40 件")
    english.wait_for_selector("table.loads")
    assert page.locator("[role=alert]").count() == 0
    assert page.evaluate("window.mark") == 1


def test_a_page_says_that_nothing_answers_and_comes_back_once_something_does(live, page):
    """Whatever the reason is: here a table of the catalog is out of reach for a while."""
    url, home = live
    page.goto(f"{url}/?month=11&year=114")
    page.wait_for_selector(READY)
    page.evaluate("window.mark = 1")
    for former, name in (("ducklake_snapshot", "away"), ("away", "ducklake_snapshot")):
        with closing(sqlite3.connect(home / "warehouse" / "catalog.sqlite", timeout=60)) as catalog:
            catalog.execute(f"ALTER TABLE {former} RENAME TO {name}")
            catalog.commit()
        if name == "away":
            page.wait_for_selector("[role=alert]:has-text('目前讀不到資料庫')")
            assert page.locator("tr.line").count() == 0  # no figure beside it
    page.wait_for_selector("tr.line")
    assert page.locator("[role=alert]").count() == 0
    assert page.evaluate("window.mark") == 1


def test_a_store_that_a_newer_program_has_upgraded_is_told_and_no_figure_stands_beside(live, page, catalogue):
    url, home = live
    page.goto(f"{url}/?month=11&year=114")
    page.wait_for_selector(READY)
    numbered(Warehouse.open(home, catalogue), NEWEST + 7)
    page.wait_for_selector("[role=alert]:has-text('較新的程式')")
    told = page.locator("[role=alert]").inner_text()
    assert str(NEWEST + 7) in told
    assert "請更新程式" in told
    assert page.locator("tr.line").count() == 0
    english = page.context.new_page()
    english.goto(f"{url}/upload?lang=en")
    english.wait_for_selector("[role=alert]:has-text('Update this program')")


def test_checksums_that_could_not_be_noted_are_told_beside_the_answer(live, page, catalogue):
    url, home = live
    place = home / "warehouse" / "checksums.txt"
    former = place.read_bytes()
    place.unlink()
    place.mkdir()  # nothing can be written there
    loaded(page, url, "陳情_11411.csv", PLAIN + "".join(ROWS))
    said = page.locator(".said.good").inner_text()
    assert "已載入人民陳情" in said
    assert "資料已儲存；檢查碼沒能記下" in said
    load = Warehouse.open(home, catalogue).loads(limit=1)[0].load
    page.goto(f"{url}/history?load={load}&lang=en")
    page.locator("button[data-focus=undo]").click()
    page.locator("input[data-focus=reason]").fill("wrong file")
    page.locator("button[data-focus=sure-undo]").click()
    page.wait_for_selector(".said.good:has-text('their checksums could not be noted')")
    place.rmdir()
    place.write_bytes(former)
    page.locator("button[data-focus=redo]").click()
    page.locator("input[data-focus=reason]").fill("right file")
    page.locator("button[data-focus=sure-redo]").click()
    page.wait_for_selector(".said.good:has-text('in force again')")
    assert "checksums" not in page.locator(".said.good").inner_text()
    assert verify(Warehouse.open(home, catalogue)) == []


def test_an_address_of_a_load_never_opens_one_of_another_store(live, page, tmp_path):
    url, home = live
    page.goto(f"{url}/history?load=9")
    page.wait_for_selector("h1:has-text('第 9 號載入')")
    former = page.evaluate("new URLSearchParams(location.search).get('load')")  # a bare number gets its store
    assert former.endswith("-9")
    keeper(home, "backup", tmp_path / "all.zip")
    keeper(home, "restore", tmp_path / "all.zip")
    page.wait_for_selector(".said.bad:has-text('還原備份以前')")  # the open page follows, and shows none
    page.wait_for_selector("table.loads")
    assert page.locator("h1").inner_text() == "歷程"
    link = page.locator("a[data-focus=load-9]")
    assert link.get_attribute("href") not in (f"history?load={former}", "history?load=9")
    link.click()
    page.wait_for_selector("h1:has-text('第 9 號載入')")
    assert page.locator(".said").count() == 0
    page.goto(f"{url}/history?load={former}")
    page.wait_for_selector(".said.bad:has-text('還原備份以前')")
