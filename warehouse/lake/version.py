"""What names a state of the data: a store and the number of a commit in it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Version:
    """A commit of one store. Numbers start anew from the backup's when one is restored, so a number alone names nothing;
    ``store`` is another one after every restore.

    ``definitions``: how often the process that asked has taken a changed ``metrics.yml`` into force; the same commit tells
    something else by other definitions.
    """

    store: str
    number: int
    definitions: int = 0

    def numbered(self, text: str) -> int | None:
        """The number of the version of this store that a text names (as `str` writes it, or the number alone); None where
        it names none, or one of another store."""
        store, _, number = text.rpartition("-")
        known = number.isascii() and number.isdecimal() and len(number) < 10 and store in ("", self.store)
        return int(number) if known else None

    def of(self, number: int) -> Version:
        """Another version of the same store."""
        return replace(self, number=number)

    def __str__(self) -> str:
        return f"{self.store}-{self.number}"
