"""An .xlsx as a reader sees it, where the library would see more: texts that are struck out, digits that are raised, and
numbers under the name that other languages give to the plain format. Run in the child."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_MOVED = {"superscript": RAISED, "subscript": LOWERED}
LOOKED_AT = 4_000_000  # bytes of a sheet beyond which its own texts are not looked through: Excel keeps none there
_FORMAT = re.compile(rb"\bformatCode ?= ?(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}')")
_GENERAL = re.compile(r"\b(?:Standard|Standaard|Estándar|Padrão|Normál)\b".encode(), re.IGNORECASE)
"""General in German, Spanish and others, which writers without Excel leave in the file; their d, m or s are no days."""
_TEXTS = re.compile(r"xl/(?:sharedstrings\.xml|worksheets/[^/]{1,100}\.xml)", re.IGNORECASE)


def as_shown(content: bytes) -> bytes:
    """The same workbook; a new one only where there is something to mend."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        mended = {}
        for member in archive.infolist():
            path = member.filename
            if path.lower() == "xl/styles.xml":
                xml = archive.read(member)
                found = _FORMAT.sub(lambda code: _GENERAL.sub(b"General", code.group()), xml)
            elif _TEXTS.fullmatch(path) and (member.file_size <= LOOKED_AT or "sharedstrings" in path.lower()):
                xml = archive.read(member)
                found = _texts(xml) if b"strike" in xml or b"vertAlign" in xml else xml
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
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    root = etree.fromstring(xml, etree.XMLParser(**options))
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


def _on(mark) -> bool:
    return mark is not None and mark.get("val", "1") not in ("0", "false", "off")
