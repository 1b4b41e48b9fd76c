"""What a reader has chosen: year, part of the year, cut-off, office, dimension, status. Pure; the address is its text.

``part`` is ``ytd`` (from 1 January to the cut-off), ``1``-``12`` (a month), ``q1``-``q4``, ``h1``, ``h2``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kpi.dates.periods import Period, named_period, year_of
from kpi.dates.roc import gregorian_year, parse_date, roc_year
from kpi.errors import DateError
from kpi.status import Status

TO_DATE = "ytd"
PARTS = (TO_DATE, *(str(n) for n in range(1, 13)), "q1", "q2", "q3", "q4", "h1", "h2")
NAMES = ("year", "month", "until", "office", "dimension", "status")


@dataclass(frozen=True)
class Choice:
    """None: whatever the newest data suggest, or all."""

    year: int | None = None
    part: str = TO_DATE
    until: date | None = None
    office: str | None = None
    dimension: str | None = None
    status: str | None = None

    @classmethod
    def read(
        cls, params: Mapping[str, str], dimensions: Collection[str | None] = (), offices: Collection[str | None] = ()
    ) -> Choice:
        """From an address; what does not exist is left out."""
        part = str(params.get("month", TO_DATE)).lower()
        office, dimension, status = params.get("office"), params.get("dimension"), params.get("status")
        return cls(
            year=_year(params.get("year")),
            part=part if part in PARTS else TO_DATE,
            until=_day(params.get("until")),
            office=office if office in offices else None,
            dimension=dimension if dimension in dimensions else None,
            status=status if status in set(Status) else None,
        )

    def params(self) -> dict[str, str]:
        """Into an address; what is not chosen is left out."""
        values = {
            "year": str(roc_year(self.year)) if self.year else None,
            "month": self.part if self.part != TO_DATE else None,
            "until": self.until.isoformat() if self.until else None,
            "office": self.office,
            "dimension": self.dimension,
            "status": self.status,
        }
        return {name: value for name, value in values.items() if value}

    def set(self, key: str, value: str) -> Choice:
        """With one thing chosen anew; another year or month drops the cut-off, which belonged to the earlier one."""
        changed = {**self.params(), key: value}
        if key in ("year", "month"):
            changed.pop("until", None)
        known = {"offices": {value} if key == "office" else {self.office}}
        known["dimensions"] = {value} if key == "dimension" else {self.dimension}
        return Choice.read({name: text for name, text in changed.items() if text}, **known)

    def without_filters(self) -> Choice:
        """Without what is chosen of one page alone."""
        return replace(self, dimension=None, status=None)

    def period(self, newest: date, last: date | None = None) -> Period:
        """The days meant; a part that has not begun is meant whole.

        Parameters
        ----------
        newest
            The default cut-off.
        last
            The last day of which any source tells something: where the part begins after the default cut-off, it ends there.
        """
        year = self.year or newest.year
        until = self.until if self.until and self.until.year == year else None
        whole = _named(year, self.part)
        stop = until or (newest if newest >= whole.start else last or newest)
        return Period(whole.start, min(whole.end, stop)) if stop >= whole.start else whole


def _named(year: int, part: str) -> Period:
    if part == TO_DATE:
        return year_of(year)
    if part[0] in "qh":
        return named_period(year, "quarter" if part[0] == "q" else "half", int(part[1]))
    return named_period(year, "month", int(part))


def _year(text: str | None) -> int | None:
    try:
        year = gregorian_year(int(text or ""))
    except ValueError:
        return None
    return year if 2000 <= year <= 2100 else None


def _day(text: str | None) -> date | None:
    try:
        return parse_date(text) if text else None
    except DateError:
        return None
