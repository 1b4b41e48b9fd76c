"""What the commands print on, and the bar that shows how far they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from lang import say
from warehouse import Warehouse

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
