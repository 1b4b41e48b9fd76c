"""What a file is, told by its content; its name is only compared."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath, PurePosixPath

from etl.reading.limits import MEMBERS, UNPACKED, refuse

ZIP, OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SUFFIXES = {
    "xlsx": {".xlsx", ".xlsm", ".xltx"}, "xls": {".xls"}, "xlsb": {".xlsb"}, "ods": {".ods"}, "csv": {".csv", ".txt"},
    "tsv": {".tsv", ".txt", ".tab"}, "html": {".html", ".htm"}, "xml2003": {".xml"},
}  # fmt: skip
"""Kinds that are read, and the names that they usually bear."""
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
PROTECTED = "EncryptedPackage".encode("utf-16-le")
TYPES = "[content_types].xml"
STREAMS = {"xls": ("Workbook", "Book"), "document": ("WordDocument",), "slides": ("PowerPoint Document",)}


def kind_of(name: str, content: bytes) -> str:
    """One of `SUFFIXES`, or ``text`` (delimited; which way is found later).

    Raises
    ------
    Unreadable
        When it is empty, protected, hostile, or something else than a table.
    """
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise refuse(name, "file-empty")
    if content.startswith(ZIP):
        return _zip_kind(name, content)
    if content.startswith(OLE):
        return _ole_kind(name, content)
    if content.startswith(b"%PDF"):
        raise refuse(name, "file-other-kind", kind="pdf")
    if content.startswith(PICTURES):
        raise refuse(name, "file-other-kind", kind="picture")
    head = content[:8192]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    elif b"\x00" in content[:65536]:
        raise refuse(name, "file-other-kind", kind="binary")
    head = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head and b"<workbook" in head:
        return "xml2003"
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<head", b"<meta", b"<body", b"<style", b"<div")) or (
        head.startswith((b"<?xml", b"<!--", b"<!doctype")) and (b"<html" in head or b"<table" in head)
    ):
        return "html"
    if head.startswith((b"<?xml", b"<!doctype", b"<rss", b"<svg")):
        raise refuse(name, "file-other-kind", kind="xml")
    if head.startswith((b"{", b"[{")):
        raise refuse(name, "file-other-kind", kind="json")
    if head.startswith((b"mime-version", b"{\\rtf")):
        raise refuse(name, "file-other-kind", kind="document")
    return "text"


def differs(name: str, kind: str) -> bool:
    """Does the name say something else than the content?"""
    return PurePath(name).suffix.lower() not in SUFFIXES[kind]


def _zip_kind(name: str, content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            names = [slashed(member.filename) for member in members]
            kind = _by_members(archive, {one.lower() for one in names})
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
        raise refuse(name, "file-too-large")
    if any(outside(one) for one in names) or len(set(names)) < len(names):
        raise refuse(name, "file-hostile")
    if any(member.flag_bits & 1 for member in members):
        raise refuse(name, "file-protected")
    if kind not in SUFFIXES:
        raise refuse(name, "file-other-kind", kind=kind)
    return kind


def slashed(member: str) -> str:
    """The name of a part as the standard writes it (ECMA-376, part 2): some packers put backslashes, or a slash before."""
    return member.replace("\\", "/").removeprefix("/")


def outside(member: str) -> bool:
    """Does a (slashed) name lead out of the package?"""
    return member.startswith("/") or ":" in member or ".." in PurePosixPath(member).parts


def _by_members(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = archive.read("mimetype").decode("ascii", "replace")
        return "ods" if "opendocument.spreadsheet" in kind else "document" if "opendocument" in kind else "zip"
    if any(one.startswith("word/") for one in names):
        return "document"
    if any(one.startswith("ppt/") for one in names):
        return "slides"
    return "xlsx" if _declares_workbook(archive, names) else "zip"


def _declares_workbook(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Does a package say that it is a workbook, whatever its parts are called?"""
    listed = next((one for one in archive.infolist() if slashed(one.filename).lower() == TYPES), None)
    if listed is None or listed.file_size > 1_000_000:
        return False
    return b"spreadsheetml.sheet.main+xml" in archive.read(listed).replace(b"\x00", b"")  # also where it is UTF-16


def _ole_kind(name: str, content: bytes) -> str:
    if PROTECTED in content:
        raise refuse(name, "file-protected")
    for kind, streams in STREAMS.items():
        if any(stream.encode("utf-16-le") in content for stream in streams):
            if kind == "xls":
                return kind
            raise refuse(name, "file-other-kind", kind=kind)
    raise refuse(name, "file-broken", why="OLE")
