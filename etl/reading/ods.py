"""What an .ods says beside its values. Run in the child process."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from itertools import product

from lxml import etree  # type: ignore[import-untyped]  # lxml says no types

from etl.reading.document import EPOCH
from etl.reading.errors import OTHER_ERROR, is_error
from etl.reading.limits import CELLS, COLUMNS, ROWS, UNPACKED, refuse
from etl.reading.ods_texts import seen_of, struck, with_content
from etl.reading.package_parts import FORBIDDEN, gap, utf8
from etl.reading.sheet_marks import Inspected, Marks, nothing

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
UNSEEN = ("collapse", "filter")
SIZES = {
    f"{STYLE}table-properties": f"{TABLE}display", f"{STYLE}table-row-properties": f"{STYLE}row-height",
    f"{STYLE}table-column-properties": f"{STYLE}column-width",
}  # fmt: skip
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def inspect(name: str, content: bytes) -> Inspected:
    """Marks by the name of the sheet. Raises `Unreadable` for hostile or protected files."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise refuse(name, "file-protected")
        with archive.open("content.xml") as part:
            xml = part.read(UNPACKED + 1)
    if len(xml) > UNPACKED:
        raise refuse(name, "file-too-large")
    coded, xml = xml, _utf8(name, xml)
    if any(mark in xml for mark in FORBIDDEN):
        raise refuse(name, "file-hostile")
    if gap(xml):
        raise refuse(name, "cell-too-long-somewhere")
    found: dict[str, Marks] = {}
    epoch = EPOCH
    unseen: set[tuple[str | None, str | None]] = (
        set()
    )  # styles (family, name) of sheets, rows and columns that are not displayed
    bottom = right = 0
    looks = Looks(name, content)
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    for event, element in etree.iterparse(io.BytesIO(xml), ("start", "end"), **options):
        if event == "start" and element.tag == f"{STYLE}style":
            looks.begin(element)
        elif event == "start" and element.tag == f"{STYLE}text-properties":
            looks.tell(element)
        elif event == "start" and element.tag in SIZES:
            if (said := element.get(SIZES[element.tag])) == "false" or nothing(said):
                unseen.add(looks.last)
        elif event == "start" and element.tag == f"{TABLE}table":
            marks = found.setdefault(element.get(f"{TABLE}name", ""), Marks())
            marks.hidden = ("table", element.get(f"{TABLE}style-name")) in unseen
            row = column = bottom = right = 0
            looks.columns = []
        elif event == "start" and element.tag == f"{TABLE}null-date":
            epoch = date.fromisoformat(element.get(f"{TABLE}date-value", str(EPOCH))[:10])
        elif event == "end" and element.tag == f"{TABLE}table":
            marks.fits(name, bottom, right)
        elif event == "end" and element.tag == f"{TABLE}table-column":
            repeated = _times(element, "columns")
            style = "table-column", element.get(f"{TABLE}style-name")
            if element.get(f"{TABLE}visibility") in UNSEEN or style in unseen:
                marks.hide_columns(column, column + repeated - 1)
            looks.columns.append((column + repeated, element.get(f"{TABLE}default-cell-style-name")))
            column += repeated
        elif event == "end" and element.tag == f"{TABLE}table-row":
            repeated = _times(element, "rows")
            filled = _row(name, element, marks, row, repeated, looks)
            style = "table-row", element.get(f"{TABLE}style-name")
            if (element.get(f"{TABLE}visibility") in UNSEEN or style in unseen) and repeated < 10_000:
                marks.hidden_rows |= set(range(row, row + repeated))
            if filled:
                bottom, right = row + repeated - 1, max(right, filled - 1)
                if bottom >= ROWS or repeated * filled > CELLS or (bottom + 1) * filled > 3 * CELLS:
                    raise refuse(name, "file-too-large")
            row += repeated
            element.clear()
    macros = any(path.startswith(("Basic/", "Scripts/")) for path in names)
    if b"ruby-text" in xml:
        xml = _without_readings(xml)
    if xml is not coded:
        content = with_content(content, xml)
    return Inspected(content, found, notes=["file-macros"] if macros else [], epoch=epoch)


class Looks:
    """Which styles strike out: their own word, or that of the style that they come from, also among those of the book."""

    def __init__(self, name: str, content: bytes) -> None:
        self.own: dict[
            tuple[str | None, str | None], tuple[str | None, bool | None]
        ] = {}  # family and name -> parent, word
        self.any = False
        self.last: tuple[str | None, str | None] = (None, "")
        self.columns: list[tuple[int, str | None]] = []  # the end of a run of columns, and the style of its cells
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            xml = b""
            if "styles.xml" in archive.namelist():
                with archive.open("styles.xml") as part:
                    xml = _utf8(name, part.read(UNPACKED))
        if b"line-through" not in xml or any(mark in xml for mark in FORBIDDEN):
            return
        options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
        for style in etree.fromstring(xml, etree.XMLParser(**options)).iter(f"{STYLE}style"):
            self.begin(style)
            look = style.find(f"{STYLE}text-properties")
            if look is not None:
                self.tell(look)

    def begin(self, style: etree._Element) -> None:
        self.last = style.get(f"{STYLE}family"), style.get(f"{STYLE}name", "")
        self.own[self.last] = style.get(f"{STYLE}parent-style-name"), None

    def tell(self, look: etree._Element) -> None:
        """The properties of the style that began last, or of a number format after it."""
        if (said := struck(look)) is not None and self.last in self.own:
            self.own[self.last] = self.own[self.last][0], said
            self.any |= said

    def strikes(self, name: str | None, family: str) -> bool:
        for _ in range(20):  # styles after each other
            if (family, name) not in self.own:
                return False
            name, said = self.own[family, name]
            if said is not None:
                return said
        return False

    def struck_out(self, cell: etree._Element, row: etree._Element, column: int) -> bool:
        """Is a cell that holds something struck out as a whole, by its style or by those of its texts?"""
        if not self.any:
            return False
        style = cell.get(f"{TABLE}style-name") or row.get(f"{TABLE}default-cell-style-name")
        style = style or next((name for end, name in self.columns if column < end), None)
        if self.strikes(style, "table-cell"):
            return True
        names = {span.get(f"{TEXT}style-name") for span in cell.iter(f"{TEXT}span")}
        spans = {name for name in names if self.strikes(name, "text")}
        return bool(spans) and not seen_of(cell, spans)


def _utf8(name: str, xml: bytes) -> bytes:
    """A part in UTF-8, which is all that calamine knows."""
    try:
        return utf8(xml)
    except ValueError as error:
        raise refuse(name, "file-broken", why=str(error)[:120]) from None


def _times(element: etree._Element, kind: str) -> int:
    text = element.get(f"{TABLE}number-{kind}-repeated", "1")
    return int(text) if text.isdigit() and len(text) < 10 else 1


def _row(name: str, element: etree._Element, marks: Marks, row: int, repeated: int, looks: Looks) -> int:
    """Reads the cells of a row; gives the last filled column (counted from 1), 0 for none."""
    column = last = 0
    for cell in element:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        times = _times(cell, "columns")
        if cell.get(f"{OFFICE}value-type") or len(cell):
            last = column + times
            if last > COLUMNS:
                raise refuse(name, "file-too-large")
            out, share = looks.struck_out(cell, element, column), cell.get(f"{OFFICE}value-type") == "percentage"
            if (out or share) and repeated * times > CELLS:
                raise refuse(name, "file-too-large")
            for place in product(range(row, row + repeated), range(column, last)) if out or share else ():
                if out:
                    marks.strike(*place)
                if share:
                    marks.percents.append(place)
        error = _error(cell)
        if error:
            marks.faults += [(row + r, column + c, error) for r in range(repeated) for c in range(times)]
        if cell.get(f"{TABLE}formula"):
            marks.formulas += times * repeated
            if not cell.get(f"{OFFICE}value-type") and not len(cell):  # LibreOffice writes "" as an empty paragraph
                marks.unvalued.append((row, column))
        down, across = _spanned(cell, "rows"), _spanned(cell, "columns")
        if down > 1 or across > 1:
            marks.merged.append((row, column, row + down - 1, column + across - 1))
        column += times
    return last


def _error(cell: etree._Element) -> str | None:
    """The word of an error value. What type such a cell has, and what value beside the word, differs by program."""
    typed = cell.get(f"{CALC}value-type") == "error"
    text = "".join("".join(line.itertext()) for line in cell.iterfind(f"{TEXT}p")).strip() if typed or len(cell) else ""
    return text if is_error(text) else OTHER_ERROR if typed else None


def _spanned(cell: etree._Element, kind: str) -> int:
    text = cell.get(f"{TABLE}number-{kind}-spanned", "1")
    return int(text) if text.isdigit() and len(text) < 8 else 1


def _without_readings(xml: bytes) -> bytes:
    """The content without the readings that stand beside characters (ruby): a cell's text is its base text."""
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    tree = etree.fromstring(xml, etree.XMLParser(**options))
    etree.strip_elements(tree, f"{TEXT}ruby-text", with_tail=False)
    content: bytes = etree.tostring(tree)
    return content
