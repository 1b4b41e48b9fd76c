"""From the warehouse to a form, and from a form to a file. The page and the command line both use these steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from kpi.dates.periods import Period
from kpi.form.cut_offs import check_cut_off
from kpi.form.figure import Desk
from kpi.form.figure_parts import INNOVATIONS
from kpi.form.saved_records import Edition, Records
from present.form.fill import days_of
from present.form.filled import Form, Printed
from present.form.provenance import FilesBehind, source_of
from publish.document.docx.file import to_docx
from publish.document.elements import Document
from publish.document.odf.ods_file import to_ods
from publish.document.odf.odt_file import to_odt
from publish.document.pdf.file import to_pdf
from publish.document.xlsx import to_xlsx
from publish.form.document import document_of
from warehouse import FileRecord, Warehouse
from warehouse.reads.form_records import innovation_loads, records

WRITERS: dict[str, Callable[[Document], bytes]] = {
    ".odt": to_odt,
    ".ods": to_ods,
    ".docx": to_docx,
    ".xlsx": to_xlsx,
    ".pdf": to_pdf,
}
"""Writer of the form by the ending of the file's name."""


def desk_of(warehouse: Warehouse, year: int, as_of: date, found: Records | None = None) -> Desk:
    """What the form of a Gregorian year is written from, cut at every day that its texts name.

    Raises
    ------
    KpiError
        When the cut-off is no day of that year.
    """
    check_cut_off(year, as_of)
    found = records(warehouse) if found is None else found
    book = warehouse.book(cutoffs=days_of(warehouse.catalogue, found, year, as_of))
    return Desk(warehouse.catalogue, book, found, year)


def files_behind(warehouse: Warehouse) -> FilesBehind:
    """The files whose rows stand behind an indicator in a period: of a load that has such rows those that cover days of
    it, or do not say what they cover. Where none does, a file holds rows from outside its own days, such as cases that were
    received before them: then all of the load are named. Hand-counted figures are known by their rows. Of the list of
    innovations, those of the loads that its rows of the period's year came with."""
    files = {load.load: load.files for load in warehouse.loads(limit=1_000_000)}
    loads = warehouse.loads_behind()
    listed = innovation_loads(warehouse)
    counted = _counted(warehouse, files)

    def behind(indicator: str, period: Period) -> list[str]:
        if indicator == INNOVATIONS:
            of_year = sorted(listed.get(period.start.year, ()))
            return list(dict.fromkeys(file.name for load in of_year for file in files.get(load, ())))
        if rows := [name for name, days in counted.get(indicator, ()) if days.meets(period)]:
            return list(dict.fromkeys(rows))
        numbers = sorted({load for load, days in loads.get(indicator, ()) if days.meets(period)})
        found = [
            [file for file in files.get(one, ()) if _covers(file, period)] or files.get(one, ()) for one in numbers
        ]
        return list(dict.fromkeys(file.name for those in found for file in those))

    return behind


def _counted(
    warehouse: Warehouse, files: Mapping[int, Sequence[FileRecord]]
) -> dict[str, list[tuple[str, Period]]]:  # fmt: skip
    """The file and the days of every hand-counted figure, by indicator, the oldest load first: such files state no period."""
    found: dict[str, list[tuple[str, Period]]] = {}
    for indicator, load, file, days in warehouse.files_of_figures():
        if load in files and file is not None and file < len(files[load]):
            found.setdefault(indicator, []).append((files[load][file].name, days))
    return found


def _covers(file: FileRecord, period: Period) -> bool:
    """Does a file cover days of a period, as far as it says?"""
    if file.as_of is not None:
        return period.start <= file.as_of <= period.end
    return file.start is None or file.end is None or Period(file.start, file.end).meets(period)


def print_form(
    desk: Desk, form: Form, author: str, at: datetime, *, edition: Edition | None = None, files: FilesBehind | None = None
) -> Document:  # fmt: skip
    """The form as a document; with ``files`` every figure says where it came from."""

    def note(printed: Printed) -> str:
        return source_of(desk, printed, files, form.lang) if files else ""

    return document_of(form, author, at, edition=edition, note=note)
