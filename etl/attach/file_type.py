"""What the content of a file is, whatever its name says: by how it begins, and a package by what is in it."""

from __future__ import annotations

from etl.attach.integrity import jpeg_whole, pdf_whole, png_whole
from etl.reading.file_kind import OLE, PROTECTED, ZIP
from etl.reading.office_zip import DAMAGED, LOCKED, PACKAGES, fault_of, package_kind

WHOLE = {"pdf": pdf_whole, "png": png_whole, "jpg": jpeg_whole}

BEGINNINGS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    ((b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe"), "program"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "program"),  # a shortcut of Windows
    ((b"GIF8", b"BM", b"II*\x00", b"MM\x00*"), "picture"),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh"), "zip"),
    (b"{\\rtf", "rtf"),
)
MARKUP = (b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<meta", b"<table", b"<div", b"<!--")
BOM = b"\xef\xbb\xbf"


def looked_at(content: bytes, wanted: str) -> tuple[str, str]:
    """Its kind, and what is wrong with it where that is the ``wanted`` one. Run in a child: see `etl.reading.sandbox`."""
    kind = type_of(content)
    if kind != wanted:
        return kind, ""
    return kind, fault_of(content, kind) if kind in PACKAGES else "" if WHOLE[kind](content) else DAMAGED


def type_of(content: bytes) -> str:
    """An ending that is taken, without its dot (jpg for .jpeg), or what it is instead.

    Else one of ``zip``, ``office`` (another kind of office document), ``old-office``, `LOCKED`, `DAMAGED`, ``picture``,
    ``program``, ``html``, ``xml``, ``rtf``, ``text`` and ``other``.
    """
    if content.startswith(ZIP):
        return package_kind(content)
    if content.startswith(OLE):
        return LOCKED if PROTECTED in content else "old-office"
    for beginning, kind in BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[8:12] == b"WEBP" or content[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        return "picture"
    return _text_kind(content)


def _text_kind(content: bytes) -> str:
    head = content[:4096].removeprefix(BOM).lstrip().lower()
    if head.startswith(MARKUP) or (head.startswith(b"<?xml") and b"<html" in head):
        return "html"
    if head.startswith((b"<?xml", b"<svg", b"<!doctype")):
        return "xml"
    if b"\x00" in content:
        return "other"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "other"
    return "text"
