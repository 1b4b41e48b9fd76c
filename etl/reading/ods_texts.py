"""The texts of an .ods as a reader sees them, where the library would see something else: what is struck out, digits that are
raised, lines and tabs. Run in the child."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.text_runs import MOVED

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
MARKS = (b"<text:span", b"<text:line-break", b"<text:tab")
SIGNS = {f"{TEXT}line-break": "\n", f"{TEXT}tab": "\t"}
"""Elements that stand for a sign; the library would join what stands around them."""


def as_shown(content: bytes) -> bytes:
    """The same workbook; a new one only where there is something to mend."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("content.xml")
    if not any(mark in xml for mark in MARKS):
        return content
    return with_content(content, _texts(xml))


def with_content(content: bytes, xml: bytes) -> bytes:
    """The same package with another content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as packed:
        for member in archive.infolist():
            packed.writestr(member.filename, xml if member.filename == "content.xml" else archive.read(member))
    return out.getvalue()


def struck(look: etree._Element) -> bool | None:
    """Do the properties of a style strike out? None where they do not say."""
    said = [found for kind in ("style", "type") if (found := look.get(f"{STYLE}text-line-through-{kind}")) is not None]
    return any(one != "none" for one in said) if said else None


def _texts(xml: bytes) -> bytes:
    """The content of an .ods with its texts as they are seen; of a cell that is struck out as a whole all."""
    root, gone, moved = _tree(xml), set(), {}
    for tag, sign in SIGNS.items():
        for one in root.iter(tag):
            one.tag, one.text = f"{TEXT}span", sign
    for style in root.iter(f"{STYLE}style"):
        look = style.find(f"{STYLE}text-properties")
        if look is None:
            continue
        if struck(look) and style.get(f"{STYLE}family") == "text":
            gone.add(style.get(f"{STYLE}name"))
        place = look.get(f"{STYLE}text-position", "").split(" ")[0]
        if place not in ("", "0%"):
            lowered = place == "sub" or place.startswith("-")
            moved[style.get(f"{STYLE}name")] = MOVED["subscript" if lowered else "superscript"]
    for span in root.iter(f"{TEXT}span"):
        name = span.get(f"{TEXT}style-name")
        if name in gone and seen_of(span.getparent().getparent(), gone):
            for inner in list(span):
                span.remove(inner)
            span.text = ""
        elif name in moved and span.text:
            span.text = span.text.translate(moved[name])
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content


def seen_of(cell: etree._Element, gone: set[str]) -> str:
    """What of the text of a cell no span with one of these styles holds."""
    return "".join(part for line in cell.iterfind(f"{TEXT}p") for part in _kept(line, gone)).strip()


def _kept(element: etree._Element, gone: set[str]) -> Iterator[str]:
    if element.get(f"{TEXT}style-name") in gone and element.tag == f"{TEXT}span":
        return
    yield element.text or ""
    for inner in element:
        yield from _kept(inner, gone)
        yield inner.tail or ""


def _tree(xml: bytes) -> etree._Element:
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    return etree.fromstring(xml, etree.XMLParser(**options))
