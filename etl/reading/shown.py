"""An .xlsx or .ods as a reader sees it, where the library would see more: texts that are struck out, digits that are raised.
Run in the child."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_MOVED = {"superscript": RAISED, "subscript": LOWERED}
LOOKED_AT = 4_000_000  # bytes of a sheet beyond which its own texts are not looked through: Excel keeps none there
_TEXTS = re.compile(r"xl/(?:sharedstrings\.xml|worksheets/[^/]{1,100}\.xml)", re.IGNORECASE)


def as_shown(kind: str, content: bytes) -> bytes:
    """The same workbook; a new one only where there is something to mend."""
    if kind not in ("xlsx", "ods"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        mended = {}
        for member in archive.infolist():
            path = member.filename
            if _TEXTS.fullmatch(path) and (member.file_size <= LOOKED_AT or "sharedstrings" in path.lower()):
                xml = archive.read(member)
                found = _texts(xml) if b"strike" in xml or b"vertAlign" in xml else xml
            elif kind == "ods" and path == "content.xml":
                xml = archive.read(member)
                found = _spans(xml) if b"<text:span" in xml else xml
            else:
                continue
            if found != xml:
                mended[path] = found
        if not mended:
            return content
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for member in archive.infolist():
                packed.writestr(member.filename, mended.get(member.filename) or archive.read(member))
    return out.getvalue()


def _texts(xml: bytes) -> bytes:
    """The part with the runs of its texts as they are seen."""
    root = _tree(xml)
    for space in (MAIN, STRICT):
        for run in list(root.iter(f"{space}r")):
            look, text = run.find(f"{space}rPr"), run.find(f"{space}t")
            if look is None or text is None:
                continue
            if _on(look.find(f"{space}strike")):
                text.text = ""
            moved = look.find(f"{space}vertAlign")
            table = _MOVED.get(moved.get("val", "")) if moved is not None else None
            if table and text.text:
                text.text = text.text.translate(table)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _spans(xml: bytes) -> bytes:
    """The content of an .ods with the spans of its texts as they are seen."""
    root, struck, moved = _tree(xml), set(), {}
    for style in root.iter(f"{STYLE}style"):
        look = style.find(f"{STYLE}text-properties")
        if look is None:
            continue
        if (
            look.get(f"{STYLE}text-line-through-style", "none") != "none"
            or look.get(f"{STYLE}text-line-through-type", "none") != "none"
        ):
            struck.add(style.get(f"{STYLE}name"))
        place = look.get(f"{STYLE}text-position", "").split(" ")[0]
        if place not in ("", "0%"):
            moved[style.get(f"{STYLE}name")] = LOWERED if place == "sub" or place.startswith("-") else RAISED
    for span in root.iter(f"{TEXT}span"):
        name = span.get(f"{TEXT}style-name")
        if name in struck:
            for inner in list(span):
                span.remove(inner)
            span.text = ""
        elif name in moved and span.text:
            span.text = span.text.translate(moved[name])
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _tree(xml: bytes):
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    return etree.fromstring(xml, etree.XMLParser(**options))


def _on(mark) -> bool:
    return mark is not None and mark.get("val", "1") not in ("0", "false", "off")
