"""The pack of November 2025 from all demonstration data, in both languages, as a document and as slides."""

from __future__ import annotations

import io
from functools import cache
from zoneinfo import ZoneInfo

import pptx
import pytest

from kpi.dates.periods import named_period
from publish.document.pptx.file import to_pptx
from publish.pack.contents import gather
from publish.pack.pack import pack
from tests.conftest import NOW
from warehouse import settings

AT = NOW.astimezone(ZoneInfo("Asia/Taipei"))
NOVEMBER = named_period(2025, "month", 11)


@pytest.fixture(scope="session")
def catalogue():
    """The real one: these tests are about what the product says."""
    return settings.catalogue()


@pytest.fixture(scope="session")
def november(demo):
    return gather(demo, NOVEMBER, AT, "王小明")


@pytest.fixture(scope="session")
def packs(november):
    return cache(lambda lang: pack(november, lang))


@pytest.fixture(scope="session")
def files(packs):
    return cache(lambda lang: to_pptx(packs(lang)))


@pytest.fixture(scope="session")
def slides(files):
    return cache(lambda lang: pptx.Presentation(io.BytesIO(files(lang))))
