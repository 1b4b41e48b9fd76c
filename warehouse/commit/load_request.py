"""What comes in, and what a load says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.dates.periods import Period


@dataclass(frozen=True)
class Kept:
    """What is kept of a file. ``make`` gives its suffix and content; it is called once, by the first who asks."""

    make: Callable[[], tuple[str, bytes]]
    _turn: Lock = field(default_factory=Lock, repr=False, compare=False)
    _made: list[tuple[str, bytes]] = field(default_factory=list, repr=False, compare=False)

    def made(self) -> tuple[str, bytes]:
        """Its name, which is the SHA-256 of the content with the suffix, and the content."""
        with self._turn:
            if not self._made:
                suffix, content = self.make()
                self._made.append((hashlib.sha256(content).hexdigest() + suffix, content))
            return self._made[0]


@dataclass(frozen=True)
class FileIn:
    """One file of a load: its SHA-256, what it covers (a period, or an as-of date), and its row count.

    ``copy`` is what is kept of it, without personal columns. What is attached to a row comes as a file of its own, without
    rows, so that its load names what is kept of it whatever becomes of the row.
    """

    name: str
    sha256: str
    rows: int
    period: Period | None = None
    as_of: date | None = None
    copy: Kept | None = None


@dataclass(frozen=True)
class Counts:
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @classmethod
    def total(cls, counts: Iterable[Counts]) -> Counts:
        """The sum over files."""
        counts = tuple(counts)
        return cls(
            *(sum(getattr(one, name) for one in counts) for name in ("added", "changed", "removed", "unchanged"))
        )

    @property
    def moved(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class Incoming:
    """Checked rows on their way in: typed and derived columns and their origin (``file`` is the index in ``files``).

    ``spellings``: headers that a person has confirmed, with the column that each means; remembered with the load.
    ``basis``: the load of the row that its writer had before them (0: there was none); another one meanwhile is refused.
    """

    source: str
    table: pa.Table
    files: tuple[FileIn, ...]
    replace: bool
    demo: bool = False
    spellings: tuple[tuple[str, str], ...] = ()
    basis: int | None = None


@dataclass(frozen=True)
class Loaded:
    version: int
    load: int | None  # None: nothing changed
    counts: tuple[Counts, ...]  # for each file
