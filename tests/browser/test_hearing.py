"""Nothing that was done on a page gets lost: two things at once, what is typed meanwhile, a page that failed for a moment."""

import re
import shutil
from datetime import date

import pytest

from etl.typed_in.form_entry import write_row
from tests.browser.test_assessment import ROW, SAVE, TEXT
from tests.conftest import take
from tools.serving import serve
from warehouse import Warehouse, settings
from warehouse.permissions import local_actor
from warehouse.reads.form_records import records


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


AT_ONCE = (  # a page, what is set on it, what the page then shows, and what its address says once it was heard
    ("months?year=114&until=2025-11-10", "[data-focus=view-change]", "table.of-change", "view="),
    ("?year=114&until=2025-11-10", "[data-focus=count-not_met]", "[data-focus=count-not_met][aria-pressed=true]", "status="),
    ("assessment?year=114", "button[data-focus^=count-]:not([disabled])", "[data-focus^=count-][aria-pressed=true]", "state="),
    ("?year=114&until=2025-11-10", "select[data-focus=office]", "select[data-focus=office] option:checked:not(:first-child)", "office="),
)  # fmt: skip


@pytest.mark.parametrize(("path", "control", "shown", "said"), AT_ONCE)
def test_what_was_set_stands_though_the_page_is_drawn_anew_before_it_is_heard(
    live, page, catalogue, path, control, shown, said
):
    """Data that were on their way do not know of it, and would take it back until the next ones come."""
    url, home = live
    held = []

    def between(socket):
        server = socket.connect_to_server()
        socket.on_message(
            lambda sent: held.append((server, sent)) if b"unheard" in sent and said in told else server.send(sent)
        )

    told = []
    page.route_web_socket(re.compile("/_stcore/stream"), between)
    page.goto(f"{url}/{path}")
    first = page.locator("main[data-ready]").first
    ready = first.get_attribute("data-ready")
    told.append(said)  # what is told from now on is on its way for long
    found = page.locator(control).first
    found.select_option(index=1) if control.startswith("select") else found.click()
    page.locator(shown).first.wait_for(state="attached")
    take(Warehouse.open(home, catalogue), "notes", ("註記.csv", "編號,起日,說明\nN1,114/10/31,颱風停止上班\n"))
    page.locator(f"main[data-ready]:not([data-ready='{ready}'])").first.wait_for(state="attached")
    assert (page.locator(shown).count(), said in page.url, len(held)) == (1, False, 1)
    told.clear()
    for server, sent in held:
        server.send(sent)
    page.wait_for_url(re.compile(said))
    assert page.locator(shown).count() == 1


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
