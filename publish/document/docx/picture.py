"""A chart in a .docx: SVG for programs that draw it, PNG for the others, and its text alternative."""

from __future__ import annotations

import io

from docx.document import Document as Docx
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from lang.printable import printable
from publish.document.chart_sizes import for_offices, png_of

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # Office 2016 and later read the SVG here
SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def add_picture(docx: Docx, paragraph: Paragraph, svg: bytes, alt: str, size: tuple[float, float]) -> None:
    """Put the chart, ``size`` in centimetres, at the end of the paragraph."""
    width, height = size
    shape = paragraph.add_run().add_picture(io.BytesIO(png_of(svg)), Cm(width), Cm(height))
    shape._inline.docPr.set("descr", printable(alt))
    package = docx.part.package
    part = Part(package.next_partname("/word/media/chart%d.svg"), "image/svg+xml", for_offices(svg), package)
    relation = docx.part.relate_to(part, IMAGE)
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    blip.append(
        parse_xml(f"""<a:extLst {nsdecls("a", "r")}><a:ext uri="{SVG_EXTENSION}">
        <asvg:svgBlip xmlns:asvg="{SVG_NAMESPACE}" r:embed="{relation}"/></a:ext></a:extLst>""")
    )
