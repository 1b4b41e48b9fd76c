"""What the commands print on, and the bar that shows how far they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from kpi.errors import KpiError
from lang import number, say
from warehouse import Version, Warehouse, settings

out = Console(highlight=False, markup=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

Tell = Callable[..., None]
"""``tell(share)`` or ``tell(share, title)``."""


@contextmanager
def progress(title: str) -> Iterator[Tell]:
    """A bar on the terminal (nothing where the errors go to a file); gives the function that moves it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task(title, total=1.0)
        yield lambda share, title=None: bar.update(task, completed=share, description=title)


def tell_behind(warehouse: Warehouse, lang: str) -> None:
    """Say that the checksums of what was saved could not be noted, where that is so."""
    if warehouse.unnoted:
        errors.print(say("checksums-behind", lang, why=warehouse.unnoted).strip())


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
