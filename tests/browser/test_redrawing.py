"""A page that is drawn anew leaves alone what somebody is doing on it."""

from __future__ import annotations

import pytest

from tests.browser.stage import stage
from tests.ui.examples import every

EVERY = {str(example): example for example in every()}
LINES = "\n".join(f"line {n}" for n in range(60))
HELD = """() => {
  const root = document.getElementById("host").shadowRoot, { activeElement: held } = root;
  return [held?.dataset.focus, held?.value, held?.selectionStart, held?.selectionEnd, held?.scrollTop];
}"""


@pytest.fixture(scope="module")
def on(chrome):
    with stage(chrome) as opened:
        yield opened


@pytest.mark.parametrize(("example", "first", "control", "text"), [
    ("form_row-usual-en", None, "text", LINES), ("form_row-usual-en", None, "find", "letters"),
    ("form_row-usual-en", "add", "ev-statement", LINES), ("form_row-usual-en", "add", "ev-link", "https://example.gov.tw"),
    ("entries-usual-en", "open-note", "note-text", LINES), ("grid-usual-en", None, "rate-numerator", "1204"),
    ("history-usual load-en", "undo", "reason", "by mistake"),
])  # fmt: skip
def test_who_types_keeps_the_control_the_caret_and_the_place(on, example, first, control, text):
    on.draw(EVERY[example])
    if first:
        on.page.locator(f'#host [data-focus="{first}"]').click()
    field = on.page.locator(f'#host [data-focus="{control}"]')
    field.fill(text)
    field.evaluate("(node) => { node.setSelectionRange(2, 4); node.scrollTop = 40; }")
    held = on.page.evaluate(HELD)
    assert held[:4] == [control, text, 2, 4]
    on.again()
    assert on.page.evaluate(HELD) == held


def test_what_is_pressed_is_clicked_though_the_page_was_drawn_meanwhile(on):
    on.draw(EVERY["history-usual load-en"])
    on.page.locator('#host [data-focus="undo"]').hover()
    on.page.mouse.down()
    on.again()
    on.page.mouse.up()
    on.page.locator('#host [data-focus="sure-undo"]').wait_for()
