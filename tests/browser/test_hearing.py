"""Nothing that was done on a page gets lost: two things at once, what is typed meanwhile, a page that failed for a moment."""

import shutil
from datetime import date

from etl.form_entry import write_row
from tests.browser.test_assessment import ROW, SAVE, TEXT
from tools.serving import serve
from warehouse import Warehouse, settings
from warehouse.access import local_actor
from warehouse.form import records


def test_two_controls_that_are_set_at_once_are_both_heard(app, page):
    page.goto(f"{app}/?year=114")
    page.wait_for_selector("[data-focus=month]")
    page.locator("main[data-root]").evaluate(
        """main => {
            for (const [name, index] of [["month", 3], ["office", 2]]) {
                const control = main.querySelector(`[data-focus=${name}]`);
                control.selectedIndex = index;
                control.dispatchEvent(new Event("change"));
            }
        }"""
    )
    page.wait_for_url(lambda url: "month=" in url and "office=" in url)


def test_what_is_typed_while_the_row_is_being_saved_stays_and_can_be_saved(shared, page, catalogue):
    url, home = shared
    page.goto(f"{url}/{ROW}")
    page.wait_for_selector(TEXT)
    page.locator(TEXT).fill("先：{人民陳情受理件數}。")
    page.locator(SAVE).evaluate(
        """button => {
            button.click();
            const area = button.getRootNode().querySelector("textarea[data-focus=text]");
            area.value = "後：{人民陳情受理件數}。";
            area.dispatchEvent(new Event("input"));
        }"""
    )
    page.wait_for_selector(".side .prose >> text=後：94 件")
    page.wait_for_selector(".standing :text('存檔')")
    texts = [one.text for one in records(Warehouse.open(home, catalogue)).written]
    assert texts == ["先：{petitions_received}。"]
    assert page.locator(TEXT).input_value() == "後：{人民陳情受理件數}。"
    page.locator(f"{SAVE}:enabled").click()
    page.locator("[data-focus=discard]").wait_for(state="hidden")
    assert page.locator(".conflict").count() == 0
    texts = [one.text for one in records(Warehouse.open(home, catalogue)).written]
    assert texts == ["後：{petitions_received}。"]
    page.locator("[data-focus=back]").click()
    page.locator("[data-focus=row-43]").click()
    page.wait_for_selector(TEXT)
    assert page.locator("[data-focus=discard]").is_hidden()  # nothing of it is unsaved


def test_a_row_that_is_typed_in_stays_while_others_save(shared, page, catalogue):
    """A part of the page that was taken away and put back would forget what stands in it."""
    url, home = shared
    page.goto(f"{url}/{ROW}")
    page.wait_for_selector(TEXT)
    page.locator("main[data-root]").evaluate("main => { main.getRootNode().host.kept = true; }")
    warehouse = Warehouse.open(home, catalogue)
    other, day, basis = list(catalogue.framework)[3], date(2025, 12, 10), 0
    for n in range(6):
        text = f"第 {n} 次"
        done = write_row(warehouse, 2025, other, "zh-Hant", text, None, text, day, local_actor(), settings.now(), basis)
        basis = done.load
        page.locator(TEXT).fill(f"{text}：{{人民陳情受理件數}}。")
        page.wait_for_selector(f".side .prose >> text={text}：94 件")
        assert page.locator("main[data-root]").evaluate("main => main.getRootNode().host.kept === true")


def test_a_page_that_failed_comes_back_by_itself(demo_home, tmp_path, page):
    home = tmp_path / "home"
    shutil.copytree(demo_home, home)
    files, away = home / "warehouse" / "files", home / "away"
    files.rename(away)
    with serve(home) as url:
        page.goto(url)
        page.wait_for_selector("[data-testid=stAlert]")
        away.rename(files)
        page.wait_for_selector("[data-focus=month]")
        assert page.locator("[data-testid=stAlert]").count() == 0
