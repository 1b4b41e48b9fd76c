"""The named styles of a .docx and the settings that go with them; made from `look`, so that no run carries a font."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from lang.locales import letters_of, tag_of
from publish.colours import SOFT
from publish.document.styles import CELL_PADDING, FAMILIES, LOOKS, RULE, Look

TWIPS = 567  # in a centimetre
ASIAN = "zh-TW"
ALIGNED = {"start": "left", "center": "center", "end": "right"}
BASE = {"title": "Title", "subtitle": "Subtitle", "footer": "Footer", "body": "BodyText"} | {
    f"heading-{level}": f"Heading{level}" for level in (1, 2, 3)
}
"""Looks that Word has a style of its own for."""
UNUSED = (RT.CUSTOM_XML, RT.THUMBNAIL, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects")


def style_id(key: str) -> str:
    return BASE.get(key) or LOOKS[key].name.replace(" ", "")


def dress(docx: Docx, lang: str) -> None:
    """Replace the styles of python-docx's template (two hundred, in Cambria) by ours, and set the language."""
    styles = docx.styles.element
    for child in list(styles):
        styles.remove(child)
    for xml in (_defaults(lang), *_base(), *(_paragraph(key, look) for key, look in LOOKS.items()), *_others()):
        styles.append(parse_xml(xml))
    _set(docx, lang)
    for part in (docx.part, docx.part.package):
        for name, relation in list(part.rels.items()):
            if relation.reltype in UNUSED:
                del part.rels[name]


def _fonts() -> str:
    return (
        f'<w:rFonts w:ascii="{FAMILIES[0]}" w:hAnsi="{FAMILIES[0]}" w:eastAsia="{FAMILIES[0]}" w:cs="{FAMILIES[0]}"/>'
    )


def _defaults(lang: str) -> str:
    return f"""<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr>{_fonts()}<w:color w:val="{LOOKS["body"].colour[1:]}"/>
        <w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{tag_of(letters_of(lang))}" w:eastAsia="{ASIAN}" w:bidi="ar-SA"/>
        </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"""


def _base() -> list[str]:
    side = f'w:w="{CELL_PADDING * TWIPS:.0f}" w:type="dxa"'
    return [
        f"""<w:style {nsdecls("w")} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
            <w:qFormat/></w:style>""",
        f"""<w:style {nsdecls("w")} w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
            <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>""",
        f"""<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
            <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
            <w:left {side}/><w:right {side}/></w:tblCellMar></w:tblPr></w:style>""",
        f"""<w:style {nsdecls("w")} w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
            <w:semiHidden/></w:style>""",
    ]


def _paragraph(key: str, look: Look) -> str:
    outline = f'<w:outlineLvl w:val="{int(key[-1]) - 1}"/>' if key.startswith("heading") else ""
    return f"""<w:style {nsdecls("w")} w:type="paragraph" {"" if key in BASE else 'w:customStyle="1"'} w:styleId="{style_id(key)}">
        <w:name w:val="{look.name.lower() if key.startswith("heading") else look.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>
        <w:pPr>{"<w:keepNext/>" if look.keep else ""}{"<w:keepLines/>" if look.whole else ""}
        <w:spacing w:before="{look.before * 20:.0f}" w:after="{look.after * 20:.0f}" w:line="{look.line * 240:.0f}"
            w:lineRule="auto"/><w:jc w:val="{ALIGNED[look.align]}"/>{outline}</w:pPr>
        <w:rPr>{"<w:b/><w:bCs/>" if look.bold else ""}<w:color w:val="{look.colour[1:]}"/>
        <w:sz w:val="{look.size * 2:.0f}"/><w:szCs w:val="{look.size * 2:.0f}"/></w:rPr></w:style>"""


def _others() -> list[str]:
    """What a run may be, what comments need, and the table."""
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE[1:]}"'
    edges = "".join(f"<w:{side} {edge}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    room = f'w:w="{CELL_PADDING * TWIPS / 2:.0f}" w:type="dxa"'
    return [
        f"""<w:style {nsdecls("w")} w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>
            <w:rPr><w:b/><w:bCs/></w:rPr></w:style>""",
        f"""<w:style {nsdecls("w")} w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>
            <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>""",
        f"""<w:style {nsdecls("w")} w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>
            <w:basedOn w:val="Normal"/><w:rPr><w:color w:val="{SOFT[1:]}"/><w:sz w:val="20"/></w:rPr></w:style>""",
        f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>
            <w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>
            <w:top {room}/><w:bottom {room}/></w:tblCellMar></w:tblPr></w:style>""",
    ]


def _set(docx: Docx, lang: str) -> None:
    settings = docx.settings.element
    language = settings.find(qn("w:themeFontLang"))
    language.set(qn("w:val"), tag_of(lang))
    language.set(qn("w:eastAsia"), ASIAN)
    zoom = settings.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")  # else Word opens it in compatibility mode
    fonts = docx.part.part_related_by(RT.FONT_TABLE)
    fonts._blob = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {nsdecls("w")}>
        <w:font w:name="{FAMILIES[0]}"><w:altName w:val="{FAMILIES[1]}"/><w:charset w:val="88"/><w:family w:val="swiss"/>
        <w:pitch w:val="variable"/></w:font></w:fonts>""".encode()
