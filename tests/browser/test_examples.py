"""Every component with every example of its data, in a real browser: it stands, in any window and theme, and anyone can use it."""

from __future__ import annotations

import pytest

from lang import LANGUAGES
from tests.browser.stage import THEMES, Found, stage
from tests.ui import examples
from tests.ui.examples import Example

WIDTHS = (390, 1024, 1440)
EVERY = {str(example): example for example in examples.every()}
WITHIN = {  # what a button opens that is not seen at first
    "entries-usual": ("open-standard", "open-rebase", "open-note", "open-question", "open-answer1"),
    "form_row-usual": ("add", "correct-2025-03-01"),
    "history-usual load": ("undo",),
    "upload-usual body, refused": ("kind-note",),
}
SOUND = Found(faults=[], beyond=0, axe=[], broken=[])


@pytest.fixture(scope="module")
def on(chrome):
    with stage(chrome) as opened:
        yield opened


@pytest.mark.parametrize("example", EVERY.values(), ids=str)
def test_a_component_stands_in_every_window_and_theme_and_anyone_can_use_it(on, example: Example):
    """Texts that are long or hostile change neither names, nor roles, nor colours."""
    made = example.name.startswith(("long", "hostile"))
    for theme in THEMES:
        on.draw(example, theme)
        for width in WIDTHS:
            found = on.look(width, axe=not made and width != WIDTHS[1])
            assert (found._replace(broken=[]) if made else found) == SOUND, (theme, width)
    assert on.page.locator("#host script, #host [onerror]").count() == 0


@pytest.mark.parametrize(("example", "button"), [
    (EVERY[f"{name}-{lang}"], button) for name, buttons in WITHIN.items() for button in buttons for lang in LANGUAGES
], ids=str)  # fmt: skip
def test_so_does_what_a_button_opens(on, example: Example, button: str):
    for theme in THEMES:
        on.draw(example, theme)
        on.page.locator(f'#host [data-focus="{button}"]').click()
        for width in WIDTHS:
            assert on.look(width, axe=width != WIDTHS[1]) == SOUND, (theme, width)


# -- the looking itself can fail ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("spoil", "told"), [
    ("root.append(document.createElement('button'))", "button-name"),
    ("root.querySelector('h1').style.color = 'color-mix(in srgb, var(--ink) 30%, var(--wash))'", "color-contrast"),
    ("root.querySelector('select').removeAttribute('aria-label'); root.querySelector('select').removeAttribute('title')", "select-name"),
])  # fmt: skip
def test_what_somebody_cannot_use_is_found(on, spoil, told):
    on.draw(EVERY["overview-usual-en"])
    on.page.evaluate(f"const root = document.getElementById('host').shadowRoot; {spoil}")
    found = on.look(1440, axe=True)
    assert [one.partition(":")[0] for one in found.axe] == [told]


def test_what_is_wider_than_the_window_and_what_goes_wrong_is_found(on):
    on.draw(EVERY["overview-usual-en"])
    on.page.evaluate("document.getElementById('host').shadowRoot.querySelector('h1').style.width = '500px'")
    assert on.look(1440) == SOUND
    assert on.look(390).beyond > 0
    on.draw(EVERY["tabs-usual-en"])
    on.page.evaluate(
        "console.error('wrong'); window.faults.push('no word'); fetch('http://elsewhere.example/').catch(() => {})"
    )
    on.page.wait_for_function("fetch('/nowhere').then(() => false, () => true)")
    faults = on.look(390).faults
    assert {"wrong", "no word", "asked for http://elsewhere.example/"} <= set(faults)


def test_a_word_that_is_not_handed_is_found(on):
    one = EVERY["history-usual load-en"]
    words = {name: word for name, word in one.data["words"].items() if name != "copy"}
    on.draw(Example(one.component, one.name, one.lang, one.data | {"words": words}))
    assert on.look(1440).faults == ["no word copy"]
