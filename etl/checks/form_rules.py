"""Rules for what people set for the yearly form: rows that exist, placeholders that stand for something, the right office."""

from __future__ import annotations

from etl.tabular.typed_table import Frame
from kpi.catalogue import Catalogue
from kpi.dates.periods import year_of
from kpi.dates.roc import gregorian_year
from kpi.form.cut_offs import row_days
from kpi.form.saved_records import Records
from kpi.form.template import parse


def rows_exist(frame: Frame, catalogue: Catalogue) -> None:
    """A code names a row of the form."""
    if frame.source not in (catalogue.sources.get("framework"), catalogue.sources.get("results")):
        return
    for row, code in enumerate(frame.cells["code"]):
        if code is not None and code not in catalogue.framework:
            frame.problem("error", "form-row-unknown", row, "code", code)


def cut_offs_fit(frame: Frame, catalogue: Catalogue) -> None:
    """A row and an edition are cut off on a day that the form of their year can have."""
    days = {"results": row_days, "editions": year_of}
    found = next((days[name] for name in days if frame.source is catalogue.sources.get(name)), None)
    if found is None:
        return
    for row, (year, as_of) in enumerate(zip(frame.cells["year"], frame.cells["as_of"], strict=True)):
        span = found(gregorian_year(year)) if year and as_of else None
        if span and not span.start <= as_of <= span.end:
            frame.problem("error", "cut-off-other-year", row, "as_of", start=span.start, end=span.end)


def placeholders_read(frame: Frame, catalogue: Catalogue) -> None:
    """Every placeholder of a text names an indicator and options that there are."""
    if frame.source is not catalogue.sources.get("results"):
        return
    for row, text in enumerate(frame.cells["text"]):
        for problem in parse(text or "", catalogue).problems:
            frame.problem("error", problem.key, row, "text", **problem.params)


def in_charge(frame: Frame, records: Records) -> None:
    """A row is written by the office in charge of it; one that nobody was named for may be written by any."""
    cells = frame.cells
    for row, (code, year, office) in enumerate(zip(cells["code"], cells["year"], cells["office"], strict=True)):
        wanted = records.office(code, gregorian_year(year)) if code and year else None
        if wanted is not None and office != wanted:
            frame.problem("error", "form-office-other", row, "office", office or "—", office=wanted)
