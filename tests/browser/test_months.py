"""A manager looks through the months of a year: what was missed, what became worse, and the indicator behind it."""

import re

READY = "main[data-ready]"


def test_the_months_show_what_was_missed_and_what_moved_and_lead_to_the_indicator(page, app, catalogue):
    page.goto(f"{app}/months?year=114&until=2025-11-10")
    page.wait_for_selector(READY)
    numbers = [key for key, item in catalogue.indicators.items() if item.measure.kind != "evidence"]
    assert page.locator("tr.line").count() == len(numbers)
    assert "示範" in page.locator("[role=note]").inner_text()

    line = page.locator("tr.line", has_text="人民陳情依限辦結率")
    assert line.locator("td.later").count() == 1  # December has not begun
    assert line.locator("td.m.open").count() == 1
    missed = page.locator("td.m.not_met:not(.carried)")
    assert f"合計 {missed.count()} 個月" in page.locator(".lead").inner_text()
    assert "未達標" in missed.first.locator(".hidden").text_content()

    assert page.locator(".legend.of-status").count() == 1

    page.evaluate("window.mark = 1")
    page.get_by_role("button", name="與去年同月").click()
    page.wait_for_url(re.compile("view=change"))
    assert page.locator(".legend.of-change").count() == 1
    cell = page.locator("tr.line", has_text="申辦案件依限辦結率").locator("td.m").nth(7)
    assert re.fullmatch(r"[+−±]\d+\.\d", cell.locator("span:not(.hidden)").inner_text())
    cell.hover()
    tip = page.locator(".tip.on")
    assert "114/8/1–8/31 與 113/8/1–8/31" in tip.inner_text()
    assert page.locator("td.worse .shape path").count() == page.locator("td.worse").count() > 0

    page.locator("tr.line a", has_text="首長信箱收辦件數").click()
    page.wait_for_url(re.compile("/indicator"))
    page.wait_for_selector("h1:has-text('首長信箱收辦件數')")
    assert page.evaluate("window.mark") == 1
    assert {"year=114", "until=2025-11-10"} <= set(page.url.partition("?")[2].split("&"))
    assert "view=" not in page.url
