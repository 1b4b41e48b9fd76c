"""What people set under an indicator: a standard, a note, a change of process, a discussion; each is a load."""

from kpi.dates.periods import year_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from kpi.status import Status
from warehouse import Warehouse

KEY = "mailbox_dissatisfied_rate"
HARM = "<img src=x onerror=alert(1)><b>颱風</b>"


def opened(page, url, view="month"):
    page.goto(f"{url}/indicator?indicator={KEY}&year=114&view={view}")
    page.wait_for_selector("button[data-focus=open-standard]")


def fill(page, form, **fields):
    page.locator(f"button[data-focus=open-{form}]").click()
    for name, text in fields.items():
        field = page.locator(f"[data-focus={form}-{name}]")
        if field.evaluate("node => node.tagName") == "SELECT":
            field.select_option(text)
        else:
            field.fill(text)
    page.locator(f"button[data-focus=save-{form}]:enabled").click()


def test_a_standard_is_set_with_a_reason_judges_at_once_and_can_be_taken_back(shared, page, catalogue):
    url, home = shared
    warehouse = Warehouse.open(home, catalogue)
    opened(page, url)
    fill(
        page,
        "standard",
        kind="at_most",
        value="4",
        good="5",
        **{"from": "2025-07-01"},
        set_by="署務會議",
        reason="一年來都在 5% 上下",
    )
    page.wait_for_selector(".said.bad")  # good is not stricter than the minimum
    assert "一級比一級嚴格" in page.locator(".said.bad").inner_text()
    assert KEY not in warehouse.book().standards
    page.locator("[data-focus=standard-good]").fill("3%")
    page.locator("button[data-focus=save-standard]:enabled").click()
    page.wait_for_selector(".said.good")
    page.wait_for_selector(".verdict.not_met")
    assert "≤ 4%（良好 3%）" in page.locator(".list .now").inner_text()
    assert "署務會議" in page.locator(".list .now").inner_text()
    standard = warehouse.book().standards[KEY][0]
    assert (standard.value, standard.good, standard.reason.zh) == (0.04, 0.03, "一年來都在 5% 上下")
    last = warehouse.loads(limit=1)[0]
    assert (last.source, last.message) == ("standards", "一年來都在 5% 上下")
    page.goto(f"{url}/history?load={last.load}")
    page.wait_for_selector("table.moves")
    assert "首長信箱不滿意率" in page.locator("table.moves").inner_text()
    page.locator("button[data-focus=undo]").click()
    page.locator("input[data-focus=reason]").fill("會議改期")
    page.locator("button[data-focus=sure-undo]:enabled").click()
    page.wait_for_selector(".said.good")
    assert evaluate(catalogue, warehouse.book(), KEY, year_of(2025), Scope()).status is Status.tracked
    assert evaluate(catalogue, warehouse.at(last.version).book(), KEY, year_of(2025)).status is Status.not_met


def test_a_note_and_a_change_of_process_stand_on_every_chart(shared, page, catalogue):
    url, home = shared
    opened(page, url)
    fill(page, "note", **{"from": "2025-10-31"}, text=HARM)
    page.wait_for_selector(".said.good")
    page.wait_for_selector(f"ol.remarks:has-text('{HARM}')")
    fill(page, "rebase", **{"from": "2025-01-01"}, reason="改用線上表單")
    page.wait_for_selector("ol.remarks li:has-text('改用線上表單')")
    opened(page, url, "process")
    page.wait_for_selector("ol.remarks li:has-text('改用線上表單')")
    assert page.locator("ol.remarks li").count() == 2
    assert page.locator("img[src=x]").count() == 0
    assert page.locator(".js-plotly-plot text", has_text="平均").count() == 1  # only the last stretch is named


def test_a_question_is_answered_and_settled(shared, page, catalogue):
    url, home = shared
    opened(page, url)
    fill(page, "question", text="9 月為什麼變多？")
    page.wait_for_selector(".thread")
    thread = Warehouse.open(home, catalogue).remarks()[0].thread
    fill(page, f"answer{thread}", text="寄錯通知信，已更正。")
    page.wait_for_selector(".thread .answer")
    page.locator(f"button[data-focus=open-answer{thread}]").click()
    page.locator(f"button[data-focus=settle-answer{thread}]:enabled").click()
    page.wait_for_selector(".thread.settled")
    assert "寄錯通知信" in page.locator(".thread.settled").inner_text()
    assert [one.kind for one in Warehouse.open(home, catalogue).remarks()] == ["question", "answer", "settled"]
