"""A native line chart of PowerPoint from a chart model: its values can be read, copied and changed there."""

from __future__ import annotations

from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.dml.chtfmt import ChartFormat
from pptx.enum.chart import XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from lang.printable import printable
from present.charts.year import ChartModel, Series
from publish.colours import INK, SOFT
from publish.document.pptx.text import language, rgb
from publish.pictures.canvas import EARLIER, LAST_YEAR, LINE, PAPER, STANDARD, THIS_YEAR
from publish.pictures.year import ticks_of

MONTHS = range(1, 13)
TYPE = 12


def data_of(model: ChartModel) -> CategoryChartData:
    """The months; the years, oldest first; each standard with the months in whose middle it holds. None is a gap."""
    data = CategoryChartData(number_format=_format(model))  # type: ignore[no-untyped-call]  # python-pptx says no types of it
    data.categories = [printable(month) for month in model.months]
    for series in model.series:
        known = {mark.month: mark.value for mark in series.marks}
        data.add_series(printable(series.name), [known.get(month) for month in MONTHS])  # type: ignore[no-untyped-call]  # nor of this
    for label, held in standards_of(model).items():
        data.add_series(printable(label), [held.get(month) for month in MONTHS])  # type: ignore[no-untyped-call]  # nor of this
    return data


def standards_of(model: ChartModel) -> dict[str, dict[int, float]]:
    """By name, the bound in each month; who set it stands in the words of the page."""
    found: dict[str, dict[int, float]] = {}
    for step in model.steps:
        months = {month: step.value for month in MONTHS if step.start <= month + 0.5 < step.end}
        if months:
            found.setdefault(step.short or step.label, {}).update(months)
    return found


def dress(chart: PptxChart, model: ChartModel, lang: str) -> None:
    """Lines, axes and legend in the product's colours."""
    chart.has_title, chart.has_legend = False, True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size = Pt(TYPE)
    chart.font.color.rgb = rgb(SOFT)
    for properties in chart._chartSpace.iter(qn("a:defRPr")):
        language(properties, lang)
    for place, (series, made) in enumerate(zip(model.series, chart.plots[0].series, strict=False)):
        _line(made, series, place)
    for made in list(chart.plots[0].series)[len(model.series) :]:
        _stroke(made, STANDARD, 2.0, dash=True)
        made.marker.style = XL_MARKER_STYLE.NONE
    _axes(chart, model)


def _line(made: LineSeries, series: Series, place: int) -> None:
    """This year stands out; an unfinished month is hollow, and the line into it dotted."""
    this = series.role == "this_year"
    colour = THIS_YEAR if this else LAST_YEAR if series.role == "last_year" else EARLIER[place % len(EARLIER)]
    _stroke(made, colour, 3.0 if this else 2.0)
    made.marker.style, made.marker.size = XL_MARKER_STYLE.CIRCLE, 8 if this else 5
    _fill(made.marker.format, colour, colour)
    for mark in series.known:
        if mark.provisional:
            point = made.points[mark.month - 1]
            point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 9
            _fill(point.marker.format, PAPER, colour)
            point.format.line.color.rgb, point.format.line.width = rgb(colour), Pt(3)
            point.format.line.dash_style = MSO_LINE.ROUND_DOT


def _stroke(made: LineSeries, colour: str, width: float, *, dash: bool = False) -> None:
    made.smooth = False
    made.format.line.color.rgb, made.format.line.width = rgb(colour), Pt(width)
    if dash:
        made.format.line.dash_style = MSO_LINE.DASH


def _fill(look: ChartFormat, inside: str, edge: str) -> None:
    look.fill.solid()
    look.fill.fore_color.rgb = rgb(inside)
    look.line.color.rgb = rgb(edge)


def _axes(chart: PptxChart, model: ChartModel) -> None:
    marks = ticks_of(model)
    value, month = chart.value_axis, chart.category_axis
    value.minimum_scale, value.maximum_scale = marks[0], marks[-1]
    value.major_unit = round(marks[1] - marks[0], 10)
    value.has_major_gridlines = True
    value.major_gridlines.format.line.color.rgb = rgb(LINE)
    value.format.line.fill.background()
    value.major_tick_mark = month.major_tick_mark = XL_TICK_MARK.NONE
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = _format(model, marks), False
    month.format.line.color.rgb = rgb(LINE)
    month.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    month.tick_labels.offset = 100
    for axis in (value, month):
        axis.tick_labels.font.size = Pt(TYPE)
        axis.tick_labels.font.color.rgb = rgb(INK)


def _format(model: ChartModel, marks: list[float] | None = None) -> str:
    """Values are drawn in per cent, so that the sign is written behind them."""
    whole = model.decimals == 0 if marks is None else all(float(mark).is_integer() for mark in marks)
    return ("#,##0" if whole else "#,##0.0") + ('"%"' if model.percent else "")
