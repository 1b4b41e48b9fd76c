"""The sample document in both languages, with a real chart, and the three files that are printed from it."""

from __future__ import annotations

from functools import cache

import pytest

from present.charts.year import year_chart
from publish.document.docx.file import to_docx
from publish.document.odf.odt_file import to_odt
from publish.document.pdf.file import to_pdf
from publish.pictures.writer import to_svg
from tests.publish.document.sample import sample
from tests.samples.by_hand import CUTOFF

WRITERS = {"docx": to_docx, "odt": to_odt, "pdf": to_pdf}


@pytest.fixture(scope="session")
def document_in(catalogue, book):
    """The sample in a language: ``document_in("en", pages=True)``."""

    @cache
    def make(lang: str, *, pages: bool = False):
        model = year_chart(catalogue, book, "mailbox_dissatisfied_rate", CUTOFF, lang)
        return sample(lang, to_svg(model).encode(), model.summary, pages=pages)

    return make


@pytest.fixture(scope="session")
def printed(document_in):
    """A file of the sample: ``printed("docx", "en")``."""

    @cache
    def make(kind: str, lang: str, *, pages: bool = False) -> bytes:
        return WRITERS[kind](document_in(lang, pages=pages))

    return make
