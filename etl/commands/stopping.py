"""What is said of a command that was stopped by the keyboard: what it had saved before, looked up in the store."""

from __future__ import annotations

from kpi.errors import KpiError
from lang import number, say
from warehouse import Version, Warehouse, settings

begun: list[Version | None] = []
"""The version of the store when the command that runs had opened it (None: there was none)."""


def stopped(lang: str) -> str:
    """What to say when a command was stopped. An interrupt may come when something was saved already, so whether anything
    was is looked up in the store."""
    now = stands()
    if not begun or now == begun[-1]:
        return say("stopped", lang)
    if now is None:
        return say("stopped-unknown", lang)
    before = begun[-1]
    if before is None or before.store != now.store:
        return say("stopped-restored", lang, version=number(now.number))
    return say("stopped-saved", lang, version=number(now.number), before=number(before.number))


def stands() -> Version | None:
    """The version of the store; None where there is none that can be read."""
    try:
        warehouse = Warehouse(settings.home(), settings.catalogue())
    except KpiError:
        return None
    try:
        return warehouse.newest()
    except KpiError:
        return None
    finally:
        warehouse.close()
