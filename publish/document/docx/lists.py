"""Lists of a .docx: real numbering, each kind of mark with levels of its own, each list with its own beginning."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from present.numbering import mark, room_behind
from present.text_width import width_of
from publish.document.elements import Items
from publish.document.styles import LOOKS

BULLET = "•"
LEVELS = 5  # a list in a list in ...: the four kinds of marks, and bullets below the last


class Lists:
    """The numbering part of one document; its definitions are made when they are first asked for."""

    def __init__(self, docx: Docx, lang: str) -> None:
        self.numbering, self.lang, self.made = docx.part.numbering_part.element, lang, 0
        self.definitions: dict[tuple[str, int, bool], int] = {}
        for child in list(self.numbering):
            self.numbering.remove(child)

    def new(self, block: Items, *, in_cell: bool) -> tuple[int, int]:
        """One more list: its id, and the level that its items have."""
        self.made += 1
        level = min(block.level, LEVELS - 1)
        self.numbering.append(
            parse_xml(f"""<w:num {nsdecls("w")} w:numId="{self.made}">
            <w:abstractNumId w:val="{self._definition(block, in_cell=in_cell)}"/>
            <w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{block.start}"/></w:lvlOverride></w:num>""")
        )
        return self.made, level

    def _definition(self, block: Items, *, in_cell: bool) -> int:
        """The number of the definition for its kind of mark, where the longest of its marks has room."""
        kind = block.marks if block.ordered else BULLET
        longest = max((self._mark(kind, block.start + place) for place in range(len(block.items))), key=len, default="")
        key = kind, len(longest), in_cell
        if key not in self.definitions:
            number = self.definitions[key] = len(self.definitions) + 1
            em = LOOKS["cell-item" if in_cell else "item"].size * 20
            definition = parse_xml(_definition(number, kind, self._mark(kind, 1), longest, em))
            self.numbering.insert(number - 1, definition)  # the schema wants them before the lists
        return self.definitions[key]

    def _mark(self, kind: str, number: int) -> str:
        return BULLET if kind == BULLET else mark(kind, number, self.lang)


def _definition(number: int, kind: str, first: str, longest: str, em: float) -> str:
    form = "bullet" if kind == BULLET else "taiwaneseCountingThousand" if "一" in kind else "decimal"
    digit = "一" if "一" in kind else "1"
    hanging = round(em * (width_of(longest if kind != BULLET else "1.", 1) + room_behind(first)))
    levels = "".join(
        f"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>
        <w:lvlText w:val="{first.replace(digit, f"%{level + 1}")}"/><w:lvlJc w:val="left"/>
        <w:pPr><w:ind w:left="{round(em * level) + hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>"""
        for level in range(LEVELS)
    )
    return f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>
        {levels}</w:abstractNum>"""
