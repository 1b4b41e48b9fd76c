"""The day of which the day numbers of a workbook count: 1899-12-30, or 1904-01-01 where it says so. Run in the child."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from struct import error as struct_error
from struct import unpack_from

from etl.reading.compound import Compound

USUAL, LATER = date(1899, 12, 30), date(1904, 1, 1)
LOOKED_AT = 4_000_000  # bytes of a part in which it is said
BIFF_1904, BIFF_ENDS = 0x22, 0x0A  # [MS-XLS] 2.4.77
BOOK_PROPERTIES = 153  # BrtWbProp, [MS-XLSB] 2.4.822, whose first bit is f1904
_XLSX = re.compile(rb"\bdate1904 ?= ?[\"'](?:1|true|on)[\"']")
_ODS = re.compile(rb"<table:null-date [^<>]{0,200}date-value=\"(\d{4}-\d\d-\d\d)\"")


def epoch_of(kind: str, content: bytes) -> date:
    """The day of number 0 in an .xlsx, .xlsb, .xls or .ods that could be read."""
    if kind == "xls":
        return LATER if _xls(content) else USUAL
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if kind == "ods":
            said = _ODS.search(_part(archive, "content.xml"))
            return date.fromisoformat(said.group(1).decode()) if said else USUAL
        later = (
            _xlsb(_part(archive, "xl/workbook.bin"))
            if kind == "xlsb"
            else _XLSX.search(_part(archive, "xl/workbook.xml"))
        )
        return LATER if later else USUAL


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    path = next((path for path in archive.namelist() if path.lower() == name), None)
    if path is None:
        return b""
    with archive.open(path) as part:
        return part.read(LOOKED_AT)


def _xls(content: bytes) -> bool:
    """The records of a workbook's beginning, up to the one that says it."""
    try:
        records = Compound(content).stream("workbook", "book")[:LOOKED_AT]
    except (ValueError, KeyError, IndexError, struct_error):
        return False  # nor could calamine read it
    place = 0
    while place + 6 <= len(records):
        kind, size, value = unpack_from("<HHH", records, place)
        if kind in (BIFF_1904, BIFF_ENDS):
            return kind == BIFF_1904 and value == 1
        place += 4 + size
    return False


def _xlsb(records: bytes) -> bool:
    place = 0
    while place + 8 < len(records):
        kind, place = _number(records, place, 2)
        size, place = _number(records, place, 4)
        if kind == BOOK_PROPERTIES:
            return bool(records[place] & 1)
        place += size
    return False


def _number(records: bytes, place: int, most: int) -> tuple[int, int]:
    """A number of up to ``most`` bytes of seven bits, lowest first, and where it ends."""
    value = 0
    for shift in range(most):
        byte = records[place]
        value, place = value | (byte & 0x7F) << 7 * shift, place + 1
        if byte < 0x80:
            break
    return value, place
