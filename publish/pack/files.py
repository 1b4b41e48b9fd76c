"""From the warehouse to a pack or a brief, and from these to a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from kpi.catalogue import Catalogue
from kpi.dates.periods import named_period, year_of
from kpi.errors import KpiError, did_you_mean
from publish.document.docx.file import to_docx
from publish.document.elements import Document
from publish.document.odf.odp_file import to_odp
from publish.document.odf.odt_file import to_odt
from publish.document.pdf.file import to_pdf
from publish.document.pptx.file import to_pptx
from publish.pack.brief import brief
from publish.pack.contents import gather, with_moves
from publish.pack.pack import pack
from warehouse import Warehouse

PACK_WRITERS: dict[str, Callable[[Document], bytes]] = {".odp": to_odp, ".pptx": to_pptx, ".pdf": to_pdf}
BRIEF_WRITERS: dict[str, Callable[[Document], bytes]] = {".odt": to_odt, ".docx": to_docx, ".pdf": to_pdf}
"""Writer by the ending of the file's name."""


def make_pack(warehouse: Warehouse, year: int, month: int, lang: str, at: datetime, author: str) -> Document:
    """The pack of a month of a Gregorian year.

    Raises
    ------
    KpiError
        When there are no data of that month.
    """
    return pack(with_moves(gather(warehouse, named_period(year, "month", month), at, author), warehouse), lang)


def make_brief(
    warehouse: Warehouse, year: int, as_of: date | None, dimension: str, lang: str, at: datetime, author: str
) -> Document:  # fmt: skip
    """The brief of a dimension for a Gregorian year, up to ``as_of`` (None: as far as the data reach).

    Raises
    ------
    KpiError
        When there is no such dimension, the day is not of that year, or there are no data.
    """
    key = dimension_named(warehouse.catalogue, dimension)
    whole = year_of(year)
    if as_of is not None and not whole.start <= as_of <= whole.end:
        raise KpiError("brief-other-year", day=as_of, year=whole)
    end = as_of or whole.end
    return brief(gather(warehouse, whole._replace(end=end), at, author), key, lang)


def dimension_named(catalogue: Catalogue, name: str) -> str:
    """The key of a dimension by its key or its name in either language."""
    for key, text in catalogue.dimensions.items():
        if name in (key, text.zh, text.en):
            return key
    known = list(catalogue.dimensions)
    raise KpiError("pack-dimension-unknown", found=name, known=did_you_mean(name, known) or known)
