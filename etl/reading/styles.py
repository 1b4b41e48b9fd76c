"""How the cells of an .xlsx look: its styles and its shared texts. Run in a child: see `etl.reading.sandbox`."""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.cell_looks import Font, Looks
from etl.reading.package_parts import PARSER, USUAL, Parts
from etl.reading.sheet_xml import walk
from etl.reading.text_runs import RunReader, Seen


def looks_of(parts: Parts) -> Looks:
    path, strings = parts.find(USUAL["styles"]), _strings(parts)
    if path is None:
        return Looks(strings=strings)
    root = etree.fromstring(parts.read(path), etree.XMLParser(**PARSER))
    fonts = [Font(_on(one.find("{*}strike"))) for one in root.iterfind("{*}fonts/{*}font")]
    codes = {_number(one, "numFmtId"): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")}
    cells = [(_number(one, "fontId"), _number(one, "numFmtId")) for one in root.iterfind("{*}cellXfs/{*}xf")]
    return Looks.by(fonts, codes, cells, strings)


def _on(mark: etree._Element | None) -> bool:
    return mark is not None and mark.get("val", "1") not in RunReader.OFF


def _number(element: etree._Element, name: str) -> int:
    text = element.get(name, "0")
    return int(text) if text.isdigit() and len(text) < 9 else 0


def _strings(parts: Parts) -> dict[int, Seen]:
    path = parts.find(USUAL["sharedStrings"])
    if path is None or not any(b"strike" in piece or b"vertAlign" in piece for piece in parts.pieces(path)):
        return {}
    reader, found, number = RunReader(), {}, 0

    def end(tag: str) -> None:
        nonlocal number
        reader.end(tag)
        if tag == "si":
            if odd := reader.taken():
                found[number] = odd
            number += 1

    walk(parts.name, parts.pieces(path), reader.start, end, reader.text)
    return found
