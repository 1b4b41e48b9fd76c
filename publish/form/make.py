"""From the warehouse to a form, and from a form to a file. The page and the command line both use these steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from kpi.form.figure import Desk
from kpi.form.records import Edition, Records
from kpi.periods import Period
from publish.document.docx_file import to_docx
from publish.document.model import Document
from publish.document.ods_file import to_ods
from publish.document.odt_file import to_odt
from publish.document.pdf_file import to_pdf
from publish.document.xlsx_file import to_xlsx
from publish.form.build import days_of
from publish.form.document import document_of
from publish.form.model import Form
from publish.form.sources import FilesBehind, source_of
from warehouse import Warehouse
from warehouse.form import records

WRITERS: dict[str, Callable[[Document], bytes]] = {
    ".docx": to_docx,
    ".odt": to_odt,
    ".pdf": to_pdf,
    ".xlsx": to_xlsx,
    ".ods": to_ods,
}
"""Writer of the form by the ending of the file's name."""


def desk_of(warehouse: Warehouse, year: int, as_of: date, found: Records | None = None) -> Desk:
    """What the form of a Gregorian year is written from, cut at every day that its texts name."""
    found = records(warehouse) if found is None else found
    book = warehouse.book(cutoffs=days_of(warehouse.catalogue, found, year, as_of))
    return Desk(warehouse.catalogue, book, found, year)


def files_behind(warehouse: Warehouse) -> FilesBehind:
    """The files whose rows stand behind an indicator in a period."""
    names = {load.load: [file.name for file in load.files] for load in warehouse.loads(limit=1_000_000)}
    loads = warehouse.loads_behind()

    def behind(indicator: str, period: Period) -> list[str]:
        numbers = sorted({load for load, days in loads.get(indicator, ()) if days.meets(period)})
        return list(dict.fromkeys(name for number in numbers for name in names.get(number, ())))

    return behind


def print_form(
    desk: Desk, form: Form, author: str, at: datetime, *, edition: Edition | None = None, files: FilesBehind | None = None
) -> Document:  # fmt: skip
    """The form as a document; with ``files`` every figure says where it came from."""

    def note(printed) -> str:
        return source_of(desk, printed, files, form.lang) if files else ""

    return document_of(desk.catalogue, form, author, at, edition=edition, note=note)
