"""The check of OpenDocument files, and the workbook held against it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from kpi.dates.periods import Period
from publish.summary import summarise, to_ods
from tests.publish.document.odf_schema import faults_of


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_the_summary_is_a_valid_workbook(catalogue, book, lang):
    assert faults_of(to_ods(summarise(catalogue, book, Period(date(2025, 1, 1), date(2025, 12, 10))), lang)) == []


def altered(file: bytes, part: str, before: bytes, after: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == part:
                assert before in content
                content = content.replace(before, after, 1)
            new.writestr(member, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("content.xml", b"<table:table-row", b"<table:unknown/><table:table-row"),
        ("styles.xml", b"fo:page-width=", b"fo:page-wideness="),
        ("meta.xml", b"<meta:generator>", b"<meta:invented/><meta:generator>"),
        ("META-INF/manifest.xml", b' manifest:version="1.2"', b""),
        ("META-INF/manifest.xml", b'manifest:full-path="content.xml"', b'manifest:full-path="contents.xml"'),
    ],
    ids=["element", "attribute", "meta", "no version", "not listed"],
)
def test_each_kind_of_fault_is_found_and_its_part_named(printed, part, before, after):
    assert any(fault.startswith(part) for fault in faults_of(altered(printed("odt", "en"), part, before, after)))
