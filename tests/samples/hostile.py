"""Files that mean harm, or are so broken that they could do it."""

from __future__ import annotations

import io
import zipfile

from tests.samples import books, sample, xlsb
from tests.samples.books import parts, sheet_xml, with_sheet, zipped


@sample("a.xlsx", "file-empty")
def empty_file() -> bytes:
    return b""


@sample("a.csv", "file-empty")
def file_of_spaces() -> bytes:
    return b" \r\n\t" * 1000


@sample("a.xlsx", "file-empty")
def workbook_of_blank_sheets() -> bytes:
    return books.xlsx(("一", []), ("二", []))


@sample("a.pdf", "file-other-kind")
def pdf() -> bytes:
    return b"%PDF-1.7\n"


@sample("a.xlsx", "file-other-kind")
def picture_called_xlsx() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(100)


@sample("a.xlsx", "file-other-kind")
def word_document() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


@sample("a.xlsx", "file-other-kind")
def zip_of_something_else() -> bytes:
    return zipped({"notes.txt": b"hello"})


@sample("a.csv", "file-other-kind")
def binary_called_csv() -> bytes:
    return bytes(range(256)) * 50


@sample("a.xlsx", "file-broken")
def truncated_xlsx() -> bytes:
    return books.xlsx()[:-200]


@sample("a.xls", "file-broken")
def truncated_xls() -> bytes:
    return books.xls()[:600]


@sample("a.xlsb", "file-broken")
def truncated_xlsb() -> bytes:
    return xlsb.xlsb(books.ROWS)[:-200]


@sample("a.xlsb", "file-too-large")
def xlsb_with_two_cells_in_opposite_corners() -> bytes:
    return xlsb.xlsb(books.ROWS, far=(1_048_575, 16_383))


@sample("a.xlsx", "file-broken")
def sheet_cut_in_the_middle_of_its_data() -> bytes:
    content = bytearray(books.xlsx())
    place = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[place : place + 40] = bytes(40)
    return bytes(content)


@sample("a.xlsx", "file-hostile")
def path_out_of_the_zip() -> bytes:
    return zipped(parts(books.xlsx()) | {"../../etc/passwd": b"x"})


@sample("a.xlsx", "file-hostile")
def same_part_twice() -> bytes:
    found = list(parts(books.xlsx()).items())
    return zipped([*found, found[-1]])


@sample("a.xlsx", "file-hostile")
def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return with_sheet(sheet_xml("", f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'))


@sample("a.xlsx", "file-hostile")
def external_entity() -> bytes:
    return with_sheet(sheet_xml("", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'))


@sample("a.xls", "file-hostile")
def entity_bomb_in_xml_2003() -> bytes:
    return books.xml2003().replace(b"<Workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1)


@sample("a.xls", "file-hostile")
def html_nested_a_hundred_thousand_deep() -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + b"<table><tr><td>1<td>2<tr><td>3</table>"


def _deflated(name: str, chunks, stated: int | None = None) -> bytes:
    """A workbook whose sheet is streamed into the zip, so that the test itself needs little memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts(books.xlsx()).items():
            if part != name:
                archive.writestr(part, content)
        with archive.open(name, "w", force_zip64=True) as sheet:
            for chunk in chunks:
                sheet.write(chunk)
    return out.getvalue()


@sample("a.xlsx", "file-too-large")
def zip_bomb() -> bytes:
    return _deflated("xl/worksheets/sheet1.xml", (bytes(10_000_000) for _ in range(60)))


@sample("a.xlsx", "file-broken")
def zip_bomb_that_lies_about_its_size() -> bytes:
    content = bytearray(_deflated("xl/worksheets/sheet1.xml", (b"<c/>" * 2_500_000 for _ in range(6))))
    real, lie = (60_000_000).to_bytes(4, "little"), (600).to_bytes(4, "little")
    return bytes(content.replace(real, lie))


@sample("a.xlsx", "file-too-large")
def two_hundred_megabytes_of_blank_cells() -> bytes:
    row = '<row r="{0}">' + "".join(f'<c r="{chr(65 + i)}{{0}}" s="1"/>' for i in range(26)) + "</row>"
    rows = ("".join(row.format(r) for r in range(start, start + 5000)).encode() for start in range(1, 420_001, 5000))

    def chunks():
        yield sheet_xml("").split(b"</sheetData>")[0]
        yield from rows
        yield b"</sheetData></worksheet>"

    return _deflated("xl/worksheets/sheet1.xml", chunks())


@sample("a.csv", "file-too-large")
def two_hundred_megabytes_of_blank_cells_in_a_text() -> bytes:
    return books.csv() + b",,,,\r\n" * 33_000_000


@sample("a.csv", "file-too-large")
def more_cells_in_a_text_than_anybody_exports() -> bytes:
    return books.csv() + b"a,b,c,d,e\n" * 2_200_000


@sample("a.tsv", "file-too-large")
def a_million_columns_in_a_text() -> bytes:
    return "\t".join(books.HEADERS).encode() + b"\tx" * 1_000_000 + b"\n"


@sample("a.xls", "file-too-large")
def a_million_columns_in_html() -> bytes:
    return b"<html><table><tr>" + b"<td>x" * 1_000_000 + b"<tr><td>1<td>2</table>"


@sample("a.xlsx", "file-too-large")
def a_million_columns() -> bytes:
    return with_sheet(sheet_xml('<row r="1"><c r="A1"><v>1</v></c><c r="BDWGN1"><v>1</v></c></row>'))


@sample("a.xlsx", "file-too-large")
def two_cells_in_opposite_corners() -> bytes:
    return with_sheet(
        sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    )


@sample("a.xlsx", "file-too-large")
def far_cell_whose_row_lies() -> bytes:
    return with_sheet(sheet_xml('<row r="1"><c s="0" r="A1"><v>1</v></c><c s="0" r="ZZ999999"><v>1</v></c></row>'))


@sample("a.ods", "file-too-large")
def ods_with_a_row_repeated_a_million_times() -> bytes:
    return books.ods([["案件編號"] * 40], number_rows_repeated=1_000_000)


@sample("a.xlsx", "cell-too-long-somewhere")
def a_cell_of_ten_megabytes() -> bytes:
    return with_sheet(sheet_xml(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 10_000_000}</t></is></c></row>'))


@sample("a.csv", "cell-too-long")
def a_csv_cell_of_ten_megabytes() -> bytes:
    return books.csv() + b"P3," + b"x" * 9_000_000 + b"\n"


@sample("a.xlsx", "file-protected")
def password_protected_xlsx() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(480)


@sample("a.xls", "file-protected")
def password_protected_xls() -> bytes:
    interface, locked = b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00"  # the record of a locked book instead of another
    return books.xls().replace(interface, locked, 1)


@sample("a.ods", "file-hostile")
def external_entity_in_ods() -> bytes:
    found = books.parts(books.ods())
    entity = b'?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    found["content.xml"] = found["content.xml"].replace(b"?>", entity, 1)
    return zipped(found)


@sample("a.ods", "file-protected")
def password_protected_ods() -> bytes:
    found = parts(books.ods())
    found["META-INF/manifest.xml"] = b"<manifest><encryption-data/></manifest>"
    return zipped(found)


@sample("a.xlsm", "file-macros", rows=2)
def workbook_with_macros() -> bytes:
    return zipped(parts(books.xlsx()) | {"xl/vbaProject.bin": b"macro"})


@sample("a.xlsx", "file-links", rows=2)
def workbook_linked_to_another() -> bytes:
    return zipped(parts(books.xlsx()) | {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})
