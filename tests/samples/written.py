"""Sheets of .xlsx written in the many ways that the standard allows, with what is said in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.samples import books


@dataclass(frozen=True)
class Cell:
    """``kind``: number, text, error, formula, unvalued, blank. ``value``: what a reader gives for it."""

    kind: str
    value: object = ""


@dataclass(frozen=True)
class Way:
    """How tags are written. ``refs``: do rows and cells state their places? ``gap``: white space within and between tags."""

    quote: str = '"'
    prefix: str = ""
    refs: bool = True
    gap: str = ""
    section: bool = False  # values as CDATA
    comment: str = ""
    encoding: str = "utf-8"
    type_first: bool = False


@dataclass
class Layout:
    """What stands in a sheet beside its values, as a reader should find it."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def sheet(rows: list[list[Cell]], said: Layout, way: Way) -> bytes:
    """The XML of a sheet."""
    q, gap, lines = way.quote, way.gap, []
    for index, cells in enumerate(rows):
        parts = [_cell(cell, f"{books.LETTERS[place]}{index + 1}", way) for place, cell in enumerate(cells)]
        attributes = [f"r={q}{index + 1}{q}"] if way.refs else []
        attributes += [f"hidden={q}1{q}"] if index in said.hidden_rows else []
        head = " ".join([f"<{way.prefix}row", *attributes])
        lines.append(f"{head}{gap}>{gap}{way.comment}{gap.join(parts)}</{way.prefix}row>{gap}")
    p = way.prefix
    columns = "".join(
        f"<{p}col min={q}{one + 1}{q} max={q}{one + 1}{q} hidden={q}1{q}{gap}/>" for one in sorted(said.hidden_columns)
    )
    areas = "".join(
        f"<{p}mergeCell{gap} ref={q}{books.LETTERS[left]}{top + 1}:{books.LETTERS[right]}{bottom + 1}{q}/>"
        for top, left, bottom, right in said.merged
    )
    space = f"xmlns{':' + p[:-1] if p else ''}={q}http://schemas.openxmlformats.org/spreadsheetml/2006/main{q}"
    xml = (
        f"<?xml version={q}1.0{q} encoding={q}{way.encoding}{q}?><{p}worksheet {space}>"
        + (f"<{p}cols>{columns}</{p}cols>" if columns else "")
        + f"<{p}sheetData>{''.join(lines)}</{p}sheetData>"
        + (f"<{p}mergeCells>{areas}</{p}mergeCells>" if areas else "")
        + f"</{p}worksheet>"
    )
    return xml.encode(way.encoding)


def _cell(cell: Cell, place: str, way: Way) -> str:
    p, q, gap = way.prefix, way.quote, way.gap
    kinds = {"text": "inlineStr", "error": "e", "text formula": "str"}
    typed = [f"t={q}{kinds[cell.kind]}{q}"] if cell.kind in kinds else []
    placed = [f"r={q}{place}{q}"] if way.refs else []
    head = " ".join([f"<{p}c", *(typed + placed if way.type_first else placed + typed)]) + gap
    formula = f"<{p}f>A1+1</{p}f>{gap}"
    if cell.kind == "blank":
        return f"{head}/>"
    if cell.kind == "unvalued":
        return f"{head}>{gap}{formula}</{p}c>"
    if cell.kind == "text":
        return f"{head}>{gap}<{p}is><{p}t>{_text(cell.value, way)}</{p}t></{p}is>{gap}</{p}c>"
    inside = formula if "formula" in cell.kind else ""
    return f"{head}>{gap}{inside}<{p}v>{_text(cell.value, way)}</{p}v>{gap}</{p}c>"


def _text(value: object, way: Way) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f"<![CDATA[{text}]]>" if way.section else escape(text)
