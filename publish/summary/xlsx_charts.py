"""Native Excel line charts over the sheet of monthly values."""

from __future__ import annotations

from openpyxl.chart import LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)  # fmt: skip
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kpi.catalogue import Behaviour
from lang import unit_of
from present.charts.axis import axis_ticks
from publish.pictures.canvas import INK, LAST_YEAR, LINE, SOFT, STANDARD, THIS_YEAR
from publish.summary.figures import Summary
from publish.summary.xlsx_months import FIRST_MONTH, Block
from publish.summary.xlsx_style import FACE, put_heading, set_print

MOST = 12
SHARE = {"standard": 4, "rate": 5, "count": 3}
LEAST_MONTHS = 2
WIDTH_CM, HEIGHT_CM = 17, 8.2
ROWS, COLUMNS = 18, 9  # cells between the corners of two charts
RATES = (Behaviour.ratio, Behaviour.mean, Behaviour.quantile, Behaviour.coverage)


def charted(summary: Summary, blocks: list[Block]) -> list[Block]:
    """At most twelve, in the order of the table: some of each kind, what rests on cases before hand counts.

    First rates and then counts with a standard, rates without one, counts; what is left over fills the rest.
    """
    catalogue = summary.catalogue

    def kind(block: Block) -> str:
        rate = catalogue.indicators[block.months.indicator].behaviour in RATES
        return "standard" if block.standards else "rate" if rate else "count"

    def rank(block: Block) -> tuple[bool, bool]:
        item = catalogue.indicators[block.months.indicator]
        return catalogue.sources[item.source].kind != "cases", item.behaviour not in (*RATES, Behaviour.flow)

    wanted = [block for block in blocks if block.months.known >= LEAST_MONTHS and block.months.moves]
    groups = {name: sorted((b for b in wanted if kind(b) == name), key=rank) for name in SHARE}
    chosen = [block for name, most in SHARE.items() for block in groups[name][:most]]
    chosen += [block for block in sorted(wanted, key=rank) if block not in chosen]
    return [block for block in wanted if block in chosen[:MOST]]


def fill_charts(
    sheet: Worksheet, values: Worksheet, summary: Summary, blocks: list[Block], lang: str, heading: tuple[str, ...]
) -> int:
    """Draw the charts two abreast; gives how many."""
    put_heading(sheet, heading)
    chosen = charted(summary, blocks)
    for place, block in enumerate(chosen):
        row = len(heading) + 2 + place // 2 * ROWS
        anchor = sheet.cell(row, 1 + place % 2 * COLUMNS).coordinate
        sheet.add_chart(line_chart(values, summary, block, lang), anchor)
    sheet.sheet_view.showGridLines = False
    set_print(sheet, 1, heading[0])
    last = len(heading) + 2 + (len(chosen) + 1) // 2 * ROWS
    sheet.print_area = f"A1:R{last}"
    for index in range(2, (len(chosen) + 1) // 2, 2):
        sheet.row_breaks.append(Break(id=len(heading) + index * ROWS))
    return len(chosen)


def line_chart(values: Worksheet, summary: Summary, block: Block, lang: str) -> LineChart:
    """This year over last year by month; the standard dashed; gaps stay gaps."""
    key = block.months.indicator
    item = summary.catalogue.indicators[key]
    chart = LineChart()
    chart.width, chart.height = WIDTH_CM, HEIGHT_CM
    chart.title = _title(item.name.get(lang), 1200, bold=True)
    rows: list[tuple[int, str, str | None]] = [(block.last_year, LAST_YEAR, None), (block.this_year, THIS_YEAR, None)]
    rows += [(row, STANDARD, "dash") for row in block.standards]
    for row, colour, dash in rows:
        chart.series.append(_series(values, row, colour, dash))
    top = block.last_year
    months = next(r for r in range(top, 0, -1) if values.cell(r, FIRST_MONTH).fill.fill_type == "solid")
    chart.set_categories(Reference(values, min_col=FIRST_MONTH, max_col=FIRST_MONTH + 11, min_row=months))
    chart.display_blanks = "gap"
    chart.legend = Legend(legendPos="b", txPr=_rich(900))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.txPr, chart.y_axis.txPr = _rich(900), _rich(900)
    chart.x_axis.number_format = "General"
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=LINE[1:]))
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINE[1:])))
    chart.y_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    percent = item.unit == "percent"
    cells = [cell.value for row, *_ in rows for cell in values[row][FIRST_MONTH - 1 :]]
    shown = [float(value) for value in cells if isinstance(value, int | float)]
    whole = all(value.is_integer() for value in shown)
    marks = axis_ticks(
        [value * (100 if percent else 1) for value in shown],
        from_zero=item.behaviour is Behaviour.flow, percent=percent, whole=whole,
    )  # fmt: skip
    unit = 100 if percent else 1
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = marks[0] / unit, marks[-1] / unit
    chart.y_axis.majorUnit = round((marks[1] - marks[0]) / unit, 10)
    small = not float(marks[1] - marks[0]).is_integer()
    chart.y_axis.number_format = ("0.0%" if small else "0%") if percent else ("#,##0.0" if small else "#,##0")
    word = unit_of(summary.catalogue, key, None, lang)
    if word and not percent:
        chart.y_axis.title = _title(word, 900, upright=True)
    return chart


def _series(values: Worksheet, row: int, colour: str, dash: str | None) -> Series:
    data = Reference(values, min_col=FIRST_MONTH, max_col=FIRST_MONTH + 11, min_row=row)
    series: Series = SeriesFactory(data)
    name = Reference(values, min_col=FIRST_MONTH - 1, min_row=row)
    series.tx = SeriesLabel(strRef=StrRef(f=str(name)))
    line = series.graphicalProperties.line
    line.solidFill, line.width, line.dashStyle = colour[1:], 28575 if colour == THIS_YEAR else 19050, dash
    series.smooth = False
    series.marker = Marker(symbol="none")
    if not dash:
        dot = GraphicalProperties(solidFill=colour[1:], ln=LineProperties(solidFill=colour[1:]))
        series.marker = Marker(symbol="circle", size=6 if colour == THIS_YEAR else 4, spPr=dot)
    return series


def _properties(size: int, *, bold: bool = False, colour: str = SOFT) -> CharacterProperties:
    face = Font(typeface=FACE)
    return CharacterProperties(sz=size, b=bold, solidFill=colour[1:], latin=face, ea=face)


def _rich(size: int) -> RichText:
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=_properties(size)), endParaRPr=_properties(size))
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _title(text: str, size: int, *, bold: bool = False, upright: bool = False) -> Title:
    look = _properties(size, bold=bold, colour=INK if bold else SOFT)
    run = RegularTextRun(rPr=look, t=text)
    body = RichTextProperties(rot=0, vert="horz") if upright else RichTextProperties()
    text_of = Text(rich=RichText(bodyPr=body, p=[Paragraph(pPr=ParagraphProperties(defRPr=look), r=[run])]))
    return Title(tx=text_of, overlay=False)
