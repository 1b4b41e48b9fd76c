"""Lists of a .docx: real numbering, in which each list begins at 1."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

KINDS = {(False, False): 1, (False, True): 2, (True, False): 3, (True, True): 4}
"""By (ordered, in a cell): the number of its definition."""


class Lists:
    """The numbering part of one document."""

    def __init__(self, docx: Docx) -> None:
        self.numbering, self.made = docx.part.numbering_part.element, 0
        for child in list(self.numbering):
            self.numbering.remove(child)
        for (ordered, in_cell), number in KINDS.items():
            self.numbering.append(parse_xml(_definition(number, ordered=ordered, in_cell=in_cell)))

    def new(self, *, ordered: bool, in_cell: bool) -> int:
        """The id of one more list."""
        self.made += 1
        self.numbering.append(
            parse_xml(f"""<w:num {nsdecls("w")} w:numId="{self.made}">
            <w:abstractNumId w:val="{KINDS[ordered, in_cell]}"/>
            <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>""")
        )
        return self.made


def _definition(number: int, *, ordered: bool, in_cell: bool) -> str:
    kind, sign = ("decimal", "%1.") if ordered else ("bullet", "•")
    indent = 300 if in_cell else 380
    return f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>
        <w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl></w:abstractNum>"""
