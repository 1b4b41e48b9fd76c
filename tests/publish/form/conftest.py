"""The form of 114 from the demonstration data, and desks whose records are made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi.form.figure import Desk
from present.form.fill import build
from present.form.filled import Form
from publish.form.files import desk_of
from warehouse import settings

YEAR, CUTOFF = 2025, date(2025, 12, 10)


@pytest.fixture(scope="session")
def catalogue():
    """The real one, as it is."""
    return settings.catalogue()


@pytest.fixture(scope="session")
def desk(demo) -> Desk:
    return desk_of(demo, YEAR, CUTOFF)


@pytest.fixture(scope="session")
def form_zh(desk) -> Form:
    return build(desk, CUTOFF, "zh-Hant")


@pytest.fixture(scope="session")
def form_en(desk) -> Form:
    return build(desk, CUTOFF, "en")


@pytest.fixture
def with_records(desk):
    """The desk with other records: ``with_records(written=(…))``."""
    return lambda **fields: replace(desk, records=replace(desk.records, **fields))
