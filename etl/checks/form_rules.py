"""Rules for what people set for the yearly form: rows that exist, placeholders that stand for something, the right office."""

from __future__ import annotations

from collections.abc import Callable

from etl.checks.around import Around
from etl.tabular.typed_table import Frame
from kpi.dates.periods import Period, year_of
from kpi.dates.roc import gregorian_year, roc_year
from kpi.form.cut_offs import row_days
from kpi.form.template import parse
from warehouse.reads.form_records import records


def rows_exist(frame: Frame, around: Around) -> None:
    """A code names a row of the form."""
    for row, code in enumerate(frame.cells["code"]):
        if code is not None and code not in around.catalogue.framework:
            frame.problem("error", "form-row-unknown", row, "code", code)


def row_cut_offs_fit(frame: Frame, around: Around) -> None:
    """A row is cut off on a day that the form of its year can have."""
    _cut_offs_fit(frame, row_days)


def edition_cut_offs_fit(frame: Frame, around: Around) -> None:
    """An edition is cut off on a day of its year."""
    _cut_offs_fit(frame, year_of)


def _cut_offs_fit(frame: Frame, days: Callable[[int], Period]) -> None:
    for row, (year, as_of) in enumerate(zip(frame.cells["year"], frame.cells["as_of"], strict=True)):
        span = days(gregorian_year(year)) if year and as_of else None
        if span and not span.start <= as_of <= span.end:
            frame.problem("error", "cut-off-other-year", row, "as_of", start=span.start, end=span.end)


def placeholders_read(frame: Frame, around: Around) -> None:
    """Every placeholder of a text names an indicator and options that there are."""
    for row, text in enumerate(frame.cells["text"]):
        for problem in parse(text or "", around.catalogue).problems:
            frame.problem("error", problem.key, row, "text", **problem.params)


def in_charge(frame: Frame, around: Around) -> None:
    """A row is written by the office in charge of it; one that nobody was named for may be written by any."""
    cells, found = frame.cells, records(around.warehouse)
    for row, (code, year, office) in enumerate(zip(cells["code"], cells["year"], cells["office"], strict=True)):
        wanted = found.office(code, gregorian_year(year)) if code and year else None
        if wanted is not None and office != wanted:
            frame.problem("error", "form-office-other", row, "office", office or "—", office=wanted)


def editions_fit(frame: Frame, around: Around) -> None:
    """An edition is signed once: its number is new, and its content is one that is kept.

    Where the content comes along, whoever signs has looked at the newest number already (see `Incoming.basis`).
    """
    cells, kept = frame.cells, around.kept()
    signed = () if around.coming else [(roc_year(e.year), e.number) for e in records(around.warehouse).editions]
    for row, (year, number, name) in enumerate(zip(cells["year"], cells["number"], cells["kept"], strict=True)):
        if (year, number) in signed:
            frame.problem("error", "edition-there", row, "number", number)
        if name is not None and name not in kept:
            frame.problem("error", "edition-not-kept", row, "kept")
