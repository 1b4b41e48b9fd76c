"""The errors of the house, one subclass for each stage that can fail; imports nothing of ours.

Each is a sentence for the person who can mend the cause: what was found, where, what was expected.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing wrong with something that was handed in.

    ``key`` names a message of the language catalogue, ``params`` fill it. ``cell`` is in A1 notation.
    """

    severity: str  # error, warning, note
    key: str
    params: dict[str, Any]
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None
    found: str | None = None
    expected: str | None = None
    line: int | None = None


class KpiError(Exception):
    """Base of all refusals: input was not acceptable, and the message says how to mend it."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


class CatalogueError(KpiError):
    """``metrics.yml`` holds mistakes; ``problems`` lists all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("catalogue-refused", count=len(problems))
        self.problems = problems


class DateError(KpiError):
    """A text that should be a date is none."""


class UnknownName(KpiError):
    """A name (indicator, source, office) that is not in its list."""


class LoadRefused(KpiError):
    """An upload was refused; ``report`` says why, cell by cell."""

    def __init__(self, report: Any) -> None:
        super().__init__("load-refused")
        self.report = report


class AnswerNeeded(KpiError):
    """Something typed is unusual, and nobody has said that it is right; ``report`` says what. Nothing was changed."""

    def __init__(self, report: Any) -> None:
        super().__init__("answer-needed")
        self.report = report


class AttachmentRefused(KpiError):
    """A file is none that may be attached to evidence."""


class EvidenceRefused(KpiError):
    """There is no such statement of evidence, or a year has one already; nothing was changed."""


class NotAllowed(KpiError):
    """The actor may not do this for this office."""


class Overtaken(KpiError):
    """Somebody else changed the row meanwhile; ``load`` is theirs. Nothing was changed."""


class MonthClosed(KpiError):
    """A load would change a closed month without saying why."""


class UndoRefused(KpiError):
    """A load cannot be undone or redone: later loads touched its rows, or it is not in that state."""


class Cancelled(KpiError):
    """Somebody stopped it; nothing was changed."""


class DiskFailed(KpiError):
    """The disk is full or fails; nothing was changed."""


class StoreLost(KpiError):
    """The catalog of the warehouse is missing, empty or damaged; nothing was made in its place."""


class StoreNewer(KpiError):
    """The warehouse was made or upgraded by a newer program than this one; it was not touched."""


class Busy(KpiError):
    """Another process holds the warehouse; nothing was changed."""


def did_you_mean(word: str, known: list[str]) -> list[str]:
    """Up to three of ``known`` that resemble ``word``, nearest first."""
    return get_close_matches(word, known, n=3, cutoff=0.5)
