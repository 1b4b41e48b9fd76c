"""Office documents are ZIP archives: which one it is, and what is wrong with it. Read, never unpacked to a disk.

Office Open XML (ECMA-376, part 2) says what it is in ``[Content_Types].xml``, OpenDocument (OASIS, part 2) in ``mimetype``.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from xml.parsers.expat import ExpatError, ParserCreate

from etl.reading.file_kind import outside, slashed
from etl.reading.limits import MEMBERS

LOCKED, DAMAGED = "locked", "damaged"
UNPACKED = 200_000_000  # bytes of a document when unpacked
LISTED = 1_000_000  # bytes of the part that says what is in it
TYPES, MANIFEST = "[Content_Types].xml", "META-INF/manifest.xml"
MAIN = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)"
    r"|ms-(word\.document|excel\.sheet|powerpoint\.presentation)\.macroenabled)\.main\+xml", re.IGNORECASE
)  # fmt: skip
OPEN_XML = {"w": "docx", "s": "xlsx", "e": "xlsx", "p": "pptx"}
OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
}
PACKAGES = (*dict.fromkeys(OPEN_XML.values()), *OPEN_DOCUMENT.values())
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts of an office document may be packed (both standards say so): office programs open no others."""
FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ExpatError, OSError, EOFError, ValueError, KeyError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What reading a broken archive raises, a password (RuntimeError) and unknown packing (NotImplementedError) among it."""


def package_kind(content: bytes) -> str:
    """``docx`` … ``odp``, `LOCKED`, ``office`` (another office document), ``zip``, or `DAMAGED`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if any(part.flag_bits & 1 for part in archive.infolist()):
                return LOCKED
            if "mimetype" in names and (said := _listed(archive, "mimetype").decode("ascii", "replace").strip()):
                return OPEN_DOCUMENT.get(said, "office" if "opendocument" in said else "zip")
            if TYPES not in names:
                return "zip"
            return next((kind for kind, _ in _mains(archive)), "office")
    except FAULTS:
        return DAMAGED


def fault_of(content: bytes, kind: str) -> str:
    """What is wrong with a document of that kind: ``unpacks`` to too much, ``macros``, ``locked``, ``damaged``; or ""."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MEMBERS or sum(part.file_size for part in parts) > UNPACKED:
                return "unpacks"
            if any(_program(slashed(part.filename).lower()) for part in parts) or (
                kind in OPEN_XML.values() and _enabled(archive)
            ):
                return "macros"
            if kind in OPEN_DOCUMENT.values() and b"encryption-data" in _listed(archive, MANIFEST):
                return LOCKED
            return "" if _whole(archive, kind) else DAMAGED
    except FAULTS:
        return DAMAGED


def _program(path: str) -> bool:
    """Does a part hold a program: of Office, of Excel 4.0, or of OpenDocument (whose lists of libraries alone are none)?"""
    folder, _, last = path.rpartition("/")
    if last == "vbaproject.bin" or path.startswith("xl/macrosheets/"):
        return True
    if path.startswith("basic/"):
        return "/" in folder and last.endswith(".xml") and last not in ("script-lb.xml", "script-lc.xml")
    return path.startswith("scripts/") and bool(last)


def _whole(archive: zipfile.ZipFile, kind: str) -> bool:
    """Every part is there once, packed as it may be, and has the sum that it states; the main part is XML that declares
    nothing."""
    names = archive.namelist()
    if any(part.compress_type not in PACKINGS for part in archive.infolist()):
        return False
    if len(set(names)) < len(names) or any(outside(slashed(name)) for name in names) or archive.testzip() is not None:
        return False
    main = "content.xml" if kind in OPEN_DOCUMENT.values() else next(place for _, place in _mains(archive))
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _declares
    with archive.open(main) as part:
        parser.ParseFile(part)
    return True


def _listed(archive: zipfile.ZipFile, name: str) -> bytes:
    part = archive.getinfo(name)
    if part.file_size > LISTED or part.compress_type not in PACKINGS:
        raise ValueError(name)
    return archive.read(name)


def _declared(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Content types of Office Open XML with the part that each is stated for ("" for all of an ending)."""
    found: list[tuple[str, str]] = []

    def element(_: str, attributes: dict[str, str]) -> None:
        found.append((attributes.get("ContentType", ""), attributes.get("PartName", "").lstrip("/")))

    parser = ParserCreate()
    parser.StartElementHandler, parser.StartDoctypeDeclHandler = element, _declares
    parser.Parse(_listed(archive, TYPES), True)
    return found


def _mains(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The kind that a document states, with its main part."""
    found = [(MAIN.fullmatch(content_type), place) for content_type, place in _declared(archive)]
    return [(OPEN_XML[(match[1] or match[2])[0].lower()], place) for match, place in found if match and place]


def _enabled(archive: zipfile.ZipFile) -> bool:
    return any("macro" in content_type.lower() for content_type, _ in _declared(archive))


def _declares(*_: object) -> None:
    raise ValueError("a document type")
