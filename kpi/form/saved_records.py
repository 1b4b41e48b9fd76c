"""What people set for the form: the official wording, texts, innovations, signed editions. Read once per version."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from kpi.catalogue import Catalogue


@dataclass(frozen=True)
class Wording:
    """The agency's own words for a row from ``year`` (Gregorian) on, and the office in charge; None: ours hold."""

    year: int
    code: str
    item: str | None
    indicator: str | None
    standard: str | None
    office: str | None


@dataclass(frozen=True)
class Written:
    """The result of a row as an office wrote it: ``text`` with placeholders, its own cut-off (None: the form's).

    ``shown`` is what it read when it was saved, with the cut-off ``shown_as_of``: so it can be told what moved since.
    """

    year: int
    code: str
    lang: str
    text: str
    as_of: date | None
    shown: str
    shown_as_of: date
    office: str | None
    author: str
    at: datetime | None
    load: int


@dataclass(frozen=True)
class Innovation:
    """An innovative service (創新服務) of a year."""

    year: int
    number: int
    title: str
    title_en: str | None = None
    office: str | None = None


@dataclass(frozen=True)
class Evidence:
    """A statement for a qualitative standard, valid from ``start`` to ``end``. ``review``: by when somebody looks at it
    again; ``carried``: it comes from an earlier year and is not confirmed yet, so it does not count."""

    indicator: str
    statement: str
    start: date
    end: date
    level: str | None = None
    link: str | None = None
    office: str | None = None
    review: date | None = None
    carried: bool = False
    author: str = ""
    at: datetime | None = None
    load: int = 0


def valid_on(found: Iterable[Evidence], day: date) -> Evidence | None:
    """The newest confirmed statement that is valid on a day."""
    valid = [one for one in found if one.start <= day <= one.end and not one.carried]
    return max(valid, key=lambda one: one.start, default=None)


@dataclass(frozen=True)
class Edition:
    """A form that was signed off; ``kept`` names its content, which no later change of data touches."""

    year: int
    number: int
    as_of: date
    signed_by: str
    signed_on: date
    kept: str
    author: str
    at: datetime | None
    load: int


@dataclass(frozen=True)
class Records:
    """All that people set for the form, of one version of the warehouse."""

    wordings: tuple[Wording, ...] = ()
    written: tuple[Written, ...] = ()
    innovations: tuple[Innovation, ...] = ()
    editions: tuple[Edition, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)  # by indicator, the newest first

    def wording(self, code: str, year: int) -> Wording | None:
        """The newest official wording that holds in a year."""
        found = [one for one in self.wordings if one.code == code and one.year <= year]
        return max(found, key=lambda one: one.year, default=None)

    def office(self, code: str, year: int) -> str | None:
        """The office in charge of a row."""
        named = [one for one in self.wordings if one.code == code and one.year <= year and one.office]
        return max(named, key=lambda one: one.year).office if named else None

    def office_of(self, catalogue: Catalogue, indicator: str, year: int) -> str | None:
        """The office that answers for an indicator: the one in charge of its row."""
        return self.office(catalogue.indicators[indicator].framework, year)

    def text(self, code: str, year: int, lang: str) -> Written | None:
        """The text written for a row of a year, or else that of the latest year before it."""
        found = [one for one in self.written if (one.code, one.lang) == (code, lang) and one.year <= year]
        return max(found, key=lambda one: one.year, default=None)

    def of_year(self, year: int) -> tuple[Innovation, ...]:
        """The innovative services of a year by number."""
        return tuple(sorted((one for one in self.innovations if one.year == year), key=lambda one: one.number))

    def signed(self, year: int) -> tuple[Edition, ...]:
        """The signed editions of a year, the newest first."""
        return tuple(
            sorted((one for one in self.editions if one.year == year), key=lambda one: one.number, reverse=True)
        )
