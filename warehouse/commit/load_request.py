"""What comes in, and what a load says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.dates.periods import Period


@dataclass(frozen=True)
class FileIn:
    """One file of a load: its SHA-256, what it covers (a period, or an as-of date), and its row count.

    ``copy`` is what is kept of it, without personal columns: the suffix and the content. What is attached to a row comes
    as a file of its own, without rows, so that its load names what is kept of it whatever becomes of the row.
    """

    name: str
    sha256: str
    rows: int
    period: Period | None = None
    as_of: date | None = None
    copy: tuple[str, bytes] | None = None


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
