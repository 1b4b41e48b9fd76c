"""What the tests of pages wait for: a state that can be seen, never a time."""

PARTS = "[...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')].map((host) => host.shadowRoot)"
STYLED = "getComputedStyle(document.querySelector('.stApp')).getPropertyValue('--kpi-paper')"
DRAWN = f"""() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning' && {STYLED}
    && ((parts) => parts.length && parts.every((part) => part?.querySelector('[data-root]')))({PARTS})"""


def drawn(page) -> None:
    """Wait until the server has said everything of a page, every part of it is drawn, and the frame's style has come."""
    page.wait_for_function(DRAWN)


def waiting(page) -> None:
    """Wait until something new has come for a part that is held because its control is pressed."""
    page.wait_for_function(f"() => {PARTS}.some((part) => part?.waiting)")
