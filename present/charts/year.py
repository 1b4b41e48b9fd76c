"""A chart before it is drawn. The browser (Plotly), the picture files and the workbook all draw this same object.

Values are in the unit shown: a rate is in per cent here (4.7), not a fraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kpi.catalogue import AtMost, Behaviour, Catalogue
from kpi.dates.periods import Period, year_of
from kpi.evaluate import Point, monthly
from kpi.forecast.outlook import outlook_of
from kpi.observations import ALL, Book, Scope
from kpi.standards import of_the_whole, standard_on, yearly_of
from kpi.targets import interim
from kpi.values import Value
from lang import day, joined, list_of, month_name, period, say, unit_of, year
from present.charts.annotations import Remark, remarks_of
from present.charts.labels import days_of_part, demo_note, is_percent, part_name, point_label, shown, value_text
from present.charts.standard_lines import Step, place_of, steps_of
from present.sentences.change import change_qualifier, clause


@dataclass(frozen=True)
class Mark:
    """One month of one series. ``label`` is the value in words with its n; None is a gap, any other is a `KnownMark`.

    A mark stands in the middle of its month: on the scale of `Step`, at ``month + 0.5``.
    """

    month: int
    value: float | None
    label: str
    provisional: bool = False
    qualifier: str | None = None  # 約, 以上


@dataclass(frozen=True)
class KnownMark(Mark):
    """A month with a value."""

    value: float


@dataclass(frozen=True)
class Series:
    name: str  # 114 年
    role: str  # this_year, last_year, earlier
    marks: tuple[Mark, ...]

    @property
    def known(self) -> tuple[KnownMark, ...]:
        return tuple(mark for mark in self.marks if isinstance(mark, KnownMark))


@dataclass(frozen=True)
class Path:
    """Where a target for the year should stand at the end of each month: (where that month's mark stands, value)."""

    points: tuple[tuple[float, float], ...]
    label: str


@dataclass(frozen=True)
class Band:
    """Where running values are likely to go: (place on the scale of `Step`, low, high), from the last whole month on."""

    points: tuple[tuple[float, float, float], ...]
    label: str


@dataclass(frozen=True)
class ChartModel:
    title: str
    subtitle: str
    unit: str
    percent: bool
    decimals: int
    months: tuple[str, ...]
    series: tuple[Series, ...]  # oldest first, this year last: what is drawn last lies on top
    steps: tuple[Step, ...]
    note: str  # provisional month, demonstration data
    summary: str  # text alternative
    indicator: str = ""
    remarks: tuple[Remark, ...] = ()
    band: Band | None = None  # where the year is likely to end, on running values
    path: Path | None = None  # of a target for the year, on running values
    from_zero: bool = True  # counts; rates, means and stocks may be drawn on the stretch where they live

    @property
    def empty(self) -> bool:
        return not any(series.known for series in self.series)


def beyond(model: ChartModel) -> list[float]:
    """What the axis must hold besides values and standards: the band and the path."""
    found = [end for _, low, high in model.band.points for end in (low, high)] if model.band else []
    return found + ([value for _, value in model.path.points] if model.path else [])


def year_chart(
    catalogue: Catalogue, book: Book, indicator: str, end: date, lang: str, scope: Scope = ALL, *,
    cumulative: bool = False, years: int = 2,
) -> ChartModel:  # fmt: skip
    """This year's months over last year's (or over more years), with the reference standard where one was set.

    Parameters
    ----------
    end
        The cut-off: this year's months stop there, earlier years are whole.
    cumulative
        Values counted from 1 January instead of each month for itself. Points in time (stocks) are the same in both.
    years
        How many years, this one included. Earlier years without any value are left out.
    """
    item = catalogue.indicator(indicator)
    running = cumulative and item.behaviour not in (Behaviour.stock, Behaviour.cumulative) and not item.window
    points: dict[int, list[Point]] = {}
    series = []
    for gregorian in range(end.year - years + 1, end.year + 1):
        until = min(end, date(gregorian, 12, 31))
        found = monthly(catalogue, book, indicator, gregorian, until, scope, cumulative=cumulative)
        marks = tuple(_mark(catalogue, indicator, point, lang, running=running) for point in found)
        if gregorian == end.year or any(mark.value is not None for mark in marks):
            role = {0: "this_year", 1: "last_year"}.get(end.year - gregorian, "earlier")
            series.append(Series(year(gregorian, lang), role, marks))
            points[gregorian] = found
    steps, aside = steps_of(catalogue, book, indicator, end.year, lang, scope, cumulative=running)
    view = "chart-view-point" if item.behaviour in (Behaviour.stock, Behaviour.cumulative) else "chart-view-month"
    names = list_of([one.name for one in reversed(series)], lang, 5, "years")
    subtitle = say(
        "chart-subtitle", lang, view=say("chart-view-running" if running else view, lang), years=names,
        part=part_name(catalogue, indicator, scope, lang),
    )  # fmt: skip
    return ChartModel(
        title=item.name.get(lang),
        subtitle=subtitle,
        unit=unit_of(catalogue, indicator, None, lang),
        percent=is_percent(catalogue, indicator),
        decimals=_decimals(catalogue, indicator, series),
        months=tuple(month_name(month, lang) for month in range(1, 13)),
        series=tuple(series),
        steps=steps,
        note=_note(catalogue, book, indicator, list(points.values()), aside, lang),
        summary=_summary(catalogue, indicator, series, steps, aside, lang, running=running),
        indicator=indicator,
        from_zero=item.behaviour is Behaviour.flow,
        remarks=remarks_of(book, indicator, scope, year_of(end.year), lang, place_of),
        band=_band(catalogue, book, indicator, end, scope, points[end.year], lang) if running else None,
        path=_path(catalogue, book, indicator, end, scope, lang) if running else None,
    )


def _mark(catalogue: Catalogue, indicator: str, point: Point, lang: str, *, running: bool) -> Mark:
    month, label = point.month.start.month, point_label(catalogue, indicator, point, lang, running=running)
    value = shown(catalogue, indicator, point.value.value) if point.value else None
    qualifier = point.value.qualifier if point.value else None
    if value is None:
        return Mark(month, None, label, point.provisional, qualifier)
    return KnownMark(month, value, label, point.provisional, qualifier)


def _band(
    catalogue: Catalogue, book: Book, indicator: str, end: date, scope: Scope, this_year: list[Point], lang: str
) -> Band | None:
    """The year-end outlook as a band that opens at the last whole month."""
    outlook = outlook_of(catalogue, book, indicator, end, scope)
    if outlook is None or not outlook.tells:
        return None
    steps = [(one.month.start.month + 0.5, one.low, one.high) for one in outlook.path]
    known = [
        (p.month.start.month + 0.5, p.value.value)
        for p in this_year
        if p.value and p.value.value is not None and p.month.end < outlook.path[0].month.start
    ]
    if known:
        place, value = known[-1]
        steps.insert(0, (place, value, value))
    points = tuple(
        (place, shown(catalogue, indicator, low), shown(catalogue, indicator, high)) for place, low, high in steps
    )
    return Band(points, say("outlook-band", lang, sure=round(outlook.level * 10)))


def _path(catalogue: Catalogue, book: Book, indicator: str, end: date, scope: Scope, lang: str) -> Path | None:
    """The interim path of the target that is in force at the cut-off."""
    item = catalogue.indicators[indicator]
    standard = yearly_of(item, standard_on(catalogue, book, indicator, end, scope.office))
    if standard is None or of_the_whole(item, standard, scope):
        return None
    months = year_of(end.year).months()
    shares = [interim(catalogue, book, standard, month.end, scope) for month in months]
    points = [(month.start.month + 0.5, standard.value * one.share) for month, one in zip(months, shares, strict=True)]
    seasonal = int(any(one.years for one in shares))
    return Path(tuple(points), say("chart-path", lang, season=seasonal, most=int(isinstance(standard, AtMost))))


def _decimals(catalogue: Catalogue, indicator: str, series: list[Series]) -> int:
    item = catalogue.indicators[indicator]
    if item.decimals is not None:
        return item.decimals
    values = [mark.value for one in series for mark in one.known]
    return 0 if all(float(value).is_integer() for value in values) else 1


def _note(
    catalogue: Catalogue, book: Book, indicator: str, years: list[list[Point]], aside: str, lang: str
) -> str:  # fmt: skip
    """What is to be known of the months drawn; ``years``: their points, this year's last."""
    *earlier, this_year = years
    parts = [
        _in_part(point.month, point.value, lang)
        for year in earlier
        for point in year
        if point.value and point.provisional
    ]
    whole = bool(earlier) and not parts
    for point in this_year:
        if point.value is None or not point.provisional:
            continue
        if point is not this_year[-1] or days_of_part(point, lang):
            parts.append(_in_part(point.month, point.value, lang))
        else:
            key = "chart-note-provisional-compared" if whole else "chart-note-provisional"
            name = month_name(point.month.start.month, lang)
            parts.append(say(key, lang, month=name, day=day(point.value.period.end, lang)))
    parts += _lacking(this_year, lang)
    parts += [aside] if aside else []
    if catalogue.indicators[indicator].source in book.demo:
        parts.append(demo_note(lang))
    return joined(parts, lang)


def _in_part(month: Period, value: Value, lang: str) -> str:
    name = month_name(month.start.month, lang)
    return say("chart-note-part", lang, month=name, days=period(value.period, lang))


def _lacking(points: list[Point], lang: str) -> list[str]:
    """Which months' sums lack the count of which offices."""
    months: dict[tuple[str, ...], list[str]] = {}
    for point in points:
        if point.value and point.value.lacking:
            offices = tuple(one.office for one in point.value.lacking)
            months.setdefault(offices, []).append(month_name(point.month.start.month, lang))
    return [
        say("chart-note-lacking", lang, months=list_of(names, lang, most=12), offices=list_of(offices, lang))
        for offices, names in months.items()
    ]


def _summary(
    catalogue: Catalogue, indicator: str, series: list[Series], steps: tuple[Step, ...], aside: str, lang: str, *,
    running: bool,
) -> str:  # fmt: skip
    """One or two sentences that say what the picture shows."""
    name, now = catalogue.indicators[indicator].name.get(lang), series[-1]
    known = now.known
    if not known:
        return say("chart-summary-empty", lang, name=name, year=now.name)

    def text(mark: KnownMark, *beside: float) -> str:
        return value_text(catalogue, indicator, mark.value, lang, beside, mark.qualifier)

    def month(mark: Mark) -> str:
        return month_name(mark.month, lang)

    last = known[-1]
    before = {mark.month: mark for mark in series[-2].known if not mark.provisional} if len(series) > 1 else {}
    newest = text(last, *([before[last.month].value] if last.month in before else []))
    whole = [mark for mark in known if not mark.provisional] or known  # an unfinished month is no extreme
    low, high = min(whole, key=lambda mark: mark.value), max(whole, key=lambda mark: mark.value)
    params = {"name": name, "year": now.name, "month": month(last), "value": newest}
    if running or len(known) == 1 or low.value == high.value:
        words = say("chart-summary-running" if running else "chart-summary-one", lang, **params)
    else:
        words = say(
            "chart-summary-months", lang, **params, low=text(low), low_month=month(low), high=text(high),
            high_month=month(high),
        )  # fmt: skip
    parts = [words]
    if last.month in before and not last.provisional:
        then = before[last.month]
        size = 100 if is_percent(catalogue, indicator) else 1
        about = change_qualifier(last.qualifier, then.qualifier)
        moved = clause(catalogue, indicator, last.value / size, then.value / size, lang, qualifier=about)
        earlier = text(then, last.value)
        parts.append(say("chart-summary-prior", lang, year=series[-2].name, value=earlier, moved=moved))
    parts += [step.label for step in steps] or [aside or say("chart-summary-no-standard", lang)]
    if lang == "en":
        return ". ".join(part.rstrip(".") for part in parts) + "."
    return "；".join(part.rstrip("。") for part in parts) + "。"
