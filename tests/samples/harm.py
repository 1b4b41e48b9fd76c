"""Small files that would hold a careless reader for long: unclosed, nested, endless, many."""

from __future__ import annotations

import io
import zipfile

from tests.samples import books
from tests.samples.books import parts, sheet_xml, with_sheet, zipped

SHEET = "xl/worksheets/sheet1.xml"


def _named(path: str, content: bytes) -> bytes:
    return zipped(parts(books.xlsx()) | {path: content})


def _sheets(count: int) -> bytes:
    """A workbook that lists one part over and over."""
    found = parts(books.xlsx())
    one = found["xl/workbook.xml"]
    start, end = one.index(b"<sheets>") + 8, one.index(b"</sheets>")
    sheet = one[start:end]
    many = b"".join(sheet.replace("陳情".encode(), b"s%d" % n) for n in range(count))
    return zipped(found | {"xl/workbook.xml": one[:start] + many + one[end:]})


def _members(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(books.xlsx()).items():
            archive.writestr(name, content)
        for number in range(count):
            archive.writestr(f"x{number}", b"")
    return out.getvalue()


def _merged(ranges: str) -> bytes:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 5001))
    return with_sheet(
        sheet_xml(rows).replace(b"</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>".encode())
    )


def _row(cells: str) -> bytes:
    return with_sheet(sheet_xml(f'<row r="1">{cells}</row>'))


def _sheet_with(before: bytes) -> bytes:
    return _named(SHEET, sheet_xml("").replace(b"<sheetData>", before + b"<sheetData>"))


def _growing() -> bytes:
    entities = (b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    return _named(SHEET, b"<!DOCTYPE x [" + b"".join(entities) + b"]><worksheet>&a11;</worksheet>")


def _repeated() -> bytes:
    entity = b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 100_000 + b'">]>'
    return _named(SHEET, entity + b"<worksheet>" + b"&a;" * 100_000 + b"</worksheet>")


def _format(code: bytes) -> bytes:
    number = b'<numFmt numFmtId="165" formatCode="' + code + b'"/>'
    return _named("xl/styles.xml", b"<styleSheet><numFmts>" + number + b"</numFmts></styleSheet>")


def _circle() -> bytes:
    """A compound file all of whose sectors are number 0."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
    return head + bytes(478) + "Workbook".encode("utf-16-le") + bytes(2_000_000)


def _content(xml: bytes) -> bytes:
    return zipped(parts(books.ods()) | {"content.xml": xml})


COLUMNS = b'<col min="1" max="999999999" hidden="1"/>'
ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
HARM = {
    "unclosed tags": lambda: _row("<c a" * 10_000),
    "unclosed tags, many": lambda: _row("<c a" * 2_000_000),
    "unclosed cells": lambda: _row('<c r="A1">' * 300_000),
    "unclosed sections": lambda: _row("<![CDATA[" * 300_000),
    "unclosed comments": lambda: _row("<!--" * 300_000),
    "unclosed instructions": lambda: _row("<?a" * 300_000),
    "nested deep": lambda: _row("<a>" * 400_000 + "</a>" * 400_000),
    "an attribute of ten megabytes": lambda: _row(f'<c r="{"A" * 10_000_000}"><v>1</v></c>'),
    "a hundred thousand attributes": lambda: _row("<c " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>"),
    "formulas without end": lambda: _row('<c r="A1"><f>' * 300_000),
    "many members": lambda: _members(20_000),
    "many sheets": lambda: _sheets(20_000),
    "merged areas over each other": lambda: _merged('<mergeCell ref="A1:A1048576"/>' * 50_000),
    "a merged area larger than any sheet": lambda: _merged('<mergeCell ref="A1:ZZZZZ999999999"/>'),
    "hidden columns without end": lambda: _sheet_with(b"<cols>" + COLUMNS * 50_000 + b"</cols>"),
    "an enormous dimension": lambda: _sheet_with(b'<dimension ref="A1:XFD1048576"/>'),
    "a cell that lies far": lambda: _row('<c r="A1"/><c r="XFD1048576"><v>1</v></c>'),
    "entities that grow": _growing,
    "one entity many times": _repeated,
    "entities in the list of sheets": lambda: _named("xl/workbook.xml", ENTITY.encode()),
    "entities in UTF-16": lambda: _named(SHEET, ENTITY.encode("utf-16")),
    "a slow encoding": lambda: _named(SHEET, b'<?xml version="1.0" encoding="punycode"?>' + b"a-" * 500_000),
    "unclosed tags in the styles": lambda: _named("xl/styles.xml", b'<numFmt formatCode="' * 200_000),
    "a format code without end": lambda: _format(b"[d" * 400_000),
    "unclosed tags in the links": lambda: _named("xl/_rels/workbook.xml.rels", b"<Relationship a" * 200_000),
    "unclosed tags in an .ods": lambda: _content(b"<table:table-cell a" * 400_000),
    "nested deep in an .ods": lambda: _content(b"<a>" * 400_000),
    "records of an .xlsb that say nothing": lambda: zipped({"xl/workbook.bin": bytes(2_000_000)}),
    "an old workbook whose sectors lead in a circle": _circle,
}
"""What is wrong -> a file that is .xlsx by its name."""
