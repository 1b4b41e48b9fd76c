"""The parts of a workbook of Office Open XML: found whatever their names look like, unpacked under a limit.

Calamine expects the usual names and UTF-8. Lawful workbooks may have others (backslashes, a slash before, another name of
the shared strings, UTF-16, CDATA): `Parts.usual` packs those again as Excel would have.
"""

from __future__ import annotations

import codecs
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from posixpath import dirname, join, normpath
from xml.sax.saxutils import escape, quoteattr

from lxml import etree  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.document import EPOCH, EPOCH_1904
from etl.reading.file_kind import slashed
from etl.reading.limits import GAP, SHEETS, UNPACKED, refuse
from etl.reading.number_formats import misleading
from etl.reading.sheet_xml import TRUE, walk

PIECE = 4_000_000
LISTED = 4_000_000  # bytes of a part that lists others
FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
XML = (".xml", ".rels", ".vml")
PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False, "remove_comments": True}
MAIN = "xl/workbook.xml"
TOP = "_rels/.rels"
USUAL = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml"}
NEVER = ("punycode", "idna", "unicode-escape", "raw-unicode-escape", "utf-7", "undefined")  # slow, or not for texts


class Unusual(Exception):
    """A part is written in a way that has to be made usual first."""


@dataclass
class Book:
    """What the part that lists the sheets says. ``sheets``: (name, part, is it hidden?); ``targets``: what it refers to,
    key -> (kind, part). ``calculated``: are the stored values of formulas those of a program that calculates? ``epoch``: the
    day of which day numbers count."""

    path: str = MAIN
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)
    calculated: bool = True
    epoch: date = EPOCH


class Parts:
    """An opened package. Nothing is unpacked to a disk."""

    def __init__(self, name: str, content: bytes, main: str = MAIN) -> None:
        self.name = name
        self.sizes: dict[str, int] = {}  # of what was unpacked
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.members = {slashed(member.filename): member for member in self.archive.infolist()}
        self.folded = {path.lower(): path for path in self.members}
        self.book = self._book(main)

    def find(self, path: str) -> str | None:
        """The path as it is written in the package."""
        return self.folded.get(path.lower())

    def check(self) -> None:
        """Raises `Unusual` where calamine would not find what there is, or read numbers as dates."""
        named = {kind: path for kind, path in self.book.targets.values() if kind in USUAL}
        usual = all(self.find(path) == self.find(USUAL[kind]) for kind, path in named.items()) and self.find(TOP)
        if (
            not usual
            or self.book.path.lower() != MAIN
            or any(one.filename.startswith("/") for one in self.members.values())
        ):
            raise Unusual
        if (
            (styles := self.find(USUAL["styles"]))
            and b"ormat" in (xml := self.read(styles))
            and _formats(xml) is not None
        ):
            raise Unusual

    def read(self, path: str) -> bytes:
        return b"".join(self.pieces(path))

    def pieces(self, path: str) -> Iterator[bytes]:
        """The content of a part in pieces that end where a row, a cell or a string ends (or anywhere, of what is no XML).

        Raises
        ------
        Unreadable
            When it unpacks to too much, declares what a workbook never declares, or holds an endless text.
        Unusual
            When it is not in UTF-8, or holds CDATA or comments.
        """
        xml = path.lower().endswith(XML)
        rest, first, size = b"", True, 0
        with self.archive.open(self.members[path]) as part:
            while chunk := part.read(PIECE):
                size += len(chunk)
                self._fits(path, size)
                if not xml:
                    yield chunk
                    continue
                if first and coding(chunk) is not None:
                    raise Unusual
                first, chunk = False, rest + chunk
                if b"!" in chunk and b"<!" in chunk:  # one sign is found thirty times as fast as two
                    if any(mark in chunk for mark in FORBIDDEN):
                        raise refuse(self.name, "file-hostile")
                    if b"<![CDATA[" in chunk or b"<!--" in chunk:
                        raise Unusual
                end = chunk.rfind(b"</row>") + 6
                if end < 6 or len(chunk) - end > PIECE:
                    end = chunk.rfind(b">") + 1
                if len(chunk) - end > GAP or gap(chunk[:end]):
                    raise refuse(self.name, "cell-too-long-somewhere")
                yield chunk[:end]
                rest = chunk[end:]
        if rest:
            yield rest

    def _fits(self, path: str, size: int) -> None:
        self.sizes[path] = max(self.sizes.get(path, 0), size)
        if sum(self.sizes.values()) > UNPACKED:
            raise refuse(self.name, "file-too-large")

    def _book(self, main: str) -> Book:
        found = Book()
        tops = self._links(TOP, "")
        top = next((path for kind, path in tops.values() if kind == "officeDocument"), main)
        path = self.find(top) or self.find(main)
        if path is None:
            raise KeyError(main)
        found.path = path
        folder = dirname(found.path)
        found.targets = self._links(join(folder, "_rels", found.path.rpartition("/")[2] + ".rels"), folder)

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                key = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
                path = self.find(found.targets.get(key, ("", ""))[1])
                if path:
                    hidden = attributes.get("state", "visible") != "visible"
                    found.sheets.append((attributes.get("name", ""), path, hidden))
                if len(found.sheets) > SHEETS:
                    raise refuse(self.name, "file-too-large")
            elif tag == "calcPr":
                found.calculated = attributes.get("fullCalcOnLoad") not in TRUE
            elif tag == "workbookPr" and attributes.get("date1904") in TRUE:
                found.epoch = EPOCH_1904

        if found.path.lower().endswith(".xml"):
            walk(self.name, [self.small(found.path)], start)
        return found

    def _links(self, path: str, folder: str) -> dict[str, tuple[str, str]]:
        """Key -> (kind, part) of what a part refers to within the package."""
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "").replace("\\", "/")
                where = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], where)

        if (real := self.find(path)) is not None:
            walk(self.name, [self.small(real)], start)
        return found

    def small(self, path: str) -> bytes:
        """A part that lists others, in UTF-8."""
        with self.archive.open(self.members[path]) as part:
            xml = part.read(LISTED + 1)
        if len(xml) > LISTED:
            raise refuse(self.name, "file-too-large")
        return utf8(xml)

    def usual(self) -> bytes:
        """The same workbook, its sheets, styles and strings alone, as Excel would have packed it."""
        book, out, links = self.book, io.BytesIO(), []
        sheets = {path for _, path, _ in book.sheets}
        with zipfile.ZipFile(out, "w") as packed:
            for number, (key, (kind, path)) in enumerate(book.targets.items(), start=1):
                real = self.find(path)
                if real is None or (real not in sheets and kind not in USUAL):
                    continue
                to = USUAL.get(kind, f"xl/worksheets/sheet{number}.xml")
                links.append(f'<Relationship Id={quoteattr(key)} Type="{RELATED}/{kind}" Target="/{to}"/>')
                xml = self._made_usual(real)
                if kind == "styles" and (mended := _formats(xml)) is not None:
                    xml = mended
                packed.writestr(to, xml)
            packed.writestr("[Content_Types].xml", f'<Types xmlns="{TYPED}"/>')
            packed.writestr(
                TOP, LINKS.format(f'<Relationship Id="rId1" Type="{RELATED}/officeDocument" Target="{MAIN}"/>')
            )
            packed.writestr(MAIN, self._made_usual(book.path))
            packed.writestr("xl/_rels/workbook.xml.rels", LINKS.format("".join(links)))
        return out.getvalue()

    def _made_usual(self, path: str) -> bytes:
        with self.archive.open(self.members[path]) as part:
            xml = part.read(UNPACKED + 1)
        self._fits(path, len(xml))
        xml = utf8(xml)
        if any(mark in xml for mark in FORBIDDEN):
            raise refuse(self.name, "file-hostile")
        return _without_sections(xml)


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPED = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def gap(piece: bytes) -> bool:
    """Is there a very long text, or a very long tag?"""
    step = GAP // 2
    return any(piece.find(b"<", start, start + step) < 0 for start in range(0, len(piece) - step, step))


def coding(head: bytes) -> str | None:
    """The encoding of XML that is not in UTF-8, by its first bytes or what it declares (XML 1.0, appendix F)."""
    for mark, found in ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
                        (codecs.BOM_UTF16_BE, "utf-16"), (b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be")):  # fmt: skip
        if head.startswith(mark):
            return found
    declared = head[:200].removeprefix(codecs.BOM_UTF8)
    if not declared.startswith(b"<?xml"):
        return None
    _, _, after = declared.partition(b"?>")[0].partition(b"encoding")
    after = after.lstrip(b" \t\r\n=")
    found = after[1:].partition(after[:1])[0].decode("ascii", "replace").lower() if after else ""
    return None if found in ("", "utf-8", "utf8", "us-ascii", "ascii") else found


def utf8(xml: bytes) -> bytes:
    """XML in UTF-8, without a declaration where it had another encoding. Raises ValueError where that is not known."""
    found = coding(xml)
    if found is None:
        return xml
    if found in NEVER:
        raise ValueError(found)
    try:
        text = xml.decode(found)
    except LookupError:
        raise ValueError(found) from None
    text = text.lstrip("\ufeff")
    if text.startswith("<?xml"):
        text = text.partition("?>")[2]
    return text.encode("utf-8")


def _without_sections(xml: bytes) -> bytes:
    """XML without comments, and with its CDATA as ordinary text: calamine leaves a number or a date in CDATA out."""
    kept, place = [], 0
    while (start := xml.find(b"<!", place)) >= 0:
        kept.append(xml[place:start])
        section = xml.startswith(b"<![CDATA[", start)
        opening, closing = (b"<![CDATA[", b"]]>") if section else (b"<!--", b"-->")
        stop = xml.find(closing, start + len(opening))
        if not xml.startswith(opening, start) or stop < 0:
            raise ValueError("<!")
        if section:
            kept.append(escape(xml[start + len(opening) : stop].decode("utf-8")).encode("utf-8"))
        place = stop + len(closing)
    return b"".join([*kept, xml[place:]])


def _formats(xml: bytes) -> bytes | None:
    """Styles in which no number looks like a date; None where that is so already."""
    root = etree.fromstring(xml, etree.XMLParser(**PARSER))
    wrong = [one for one in root.iter("{*}numFmt") if misleading(one.get("formatCode", ""))]
    for one in wrong:
        one.set("formatCode", "General")
    return etree.tostring(root) if wrong else None
