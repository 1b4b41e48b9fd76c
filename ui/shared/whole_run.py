"""What somebody asked for is heard, done and answered whole.

Streamlit ends a run of a page at its next access to the session's state once another message has come in: a text that is
still being typed, a click elsewhere. What was taken out of the state but not answered yet is lost then, though it may be
committed: the reader waits in vain, or presses the button again. While a block of this stands, such an end waits until the
next one; only what draws (a bar of progress) may still end the run.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.runtime.scriptrunner import get_script_run_ctx

YIELDS = "_yield_callback"  # of streamlit.runtime.state.SafeSessionState; tests/ui/test_whole.py holds it


@contextmanager
def whole() -> Iterator[None]:
    ctx = get_script_run_ctx(suppress_warning=True)
    if ctx is None:  # nobody's page
        yield
        return
    state = ctx.session_state
    former = getattr(state, YIELDS)
    object.__setattr__(state, YIELDS, lambda: None)
    try:
        yield
    finally:
        object.__setattr__(state, YIELDS, former)
