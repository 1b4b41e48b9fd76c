"""The Indicator page as data: everything that it shows, in words."""

from __future__ import annotations

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import Period
from kpi.evaluate import Point, Result
from kpi.forecast.outlook import Outlook
from kpi.observations import Scope
from kpi.spc.control_chart import Process
from kpi.values import POINTS
from lang import amount, day, month_name, period, places_of, say, sentence, year
from lang.precision import bounds_of, places
from present.charts.annotations import Remark
from present.charts.funnel import FunnelModel
from present.charts.labels import days_of_part
from present.charts.laney import LaneyModel
from present.charts.process import ProcessModel, process_chart, process_words
from present.sentences import result as words
from present.sentences.change import DASH, compared_words, is_of_another_day, moved_words
from present.sentences.outlook import outlook_words
from present.sentences.signals import Signs, signs_of
from present.sentences.standard import standard_text
from ui.indicator import suggested_questions
from ui.indicator.contract import ChartNotes, ChartRemark, IndicatorFact, IndicatorValue, MonthTable, ViewTabs
from ui.shared import cached
from ui.shared.attention import to_look_at
from ui.shared.contract import Control, OptionGroup
from ui.shared.memory import kept
from ui.shared.signs import signs_data
from ui.shell.controls import option
from warehouse import Version

VIEWS = ("month", "running", "years", "process", "laney", "funnel", "table")
ALL_YEARS = 5


def crumbs(catalogue: Catalogue, indicator: str, lang: str) -> list[str]:
    """Dimension, item and indicator of the yearly self-assessment to which it belongs."""
    row = catalogue.framework[catalogue.indicators[indicator].framework]
    parts = [catalogue.dimensions[row.dimension].get(lang), row.item.get(lang), row.indicator.get(lang)]
    return list(dict.fromkeys(parts))


def scope(asked: Period, office: str | None, lang: str) -> str:
    """What the controls say: the period and the office."""
    return " · ".join((period(asked, lang), office or say("ui-office-all", lang)))


def definition(catalogue: Catalogue, indicator: str, lang: str) -> str:
    """The definition in one sentence, with its direction."""
    item = catalogue.indicators[indicator]
    text = item.definition.get(lang).rstrip("。.")
    return say(f"ui-direction-{item.direction.value}", lang, definition=text)


@kept(128)
def card(version: Version, indicator: str, asked: Period, office: str | None, lang: str) -> IndicatorValue:
    """The value and what belongs to it, and what to ask."""
    catalogue = cached.catalogue()
    result = cached.result(version, indicator, asked, Scope(office))
    process = cached.process(version, indicator, asked.end, office)
    return {
        "value": words.value_words(catalogue, result, lang),
        "n": words.n_of(catalogue, indicator, result.value, lang)
        if result.value and result.value.value is not None
        else "",
        "status": result.status,
        "word": words.status_word(result.status, lang),
        "reason": sentence(result.reason, lang, catalogue),
        "facts": _facts(catalogue, result, lang, process, cached.outlook(version, indicator, asked.end, office)),
        "asksTitle": say("ui-ask-title", lang),
        "asks": suggested_questions.shown(version, indicator, asked, office, lang),
    }


def _facts(
    catalogue: Catalogue, result: Result, lang: str, process: Process | None, outlook: Outlook | None
) -> list[IndicatorFact]:  # fmt: skip
    facts: list[IndicatorFact] = []

    def fact(key: str, text: str, signs: Signs | None = None, **params: str) -> None:
        if text:
            one: IndicatorFact = {"label": say(f"ui-fact-{key}", lang, **params), "text": text}
            if signs:
                one["signs"] = signs_data(signs)
            facts.append(one)

    if result.prior is not None and is_of_another_day(result):
        fact("prior-day", _prior(catalogue, result, lang), day=day(result.prior.period.end, lang))
    else:
        fact("prior", _prior(catalogue, result, lang))
    compared = compared_words(catalogue, result, lang)
    fact("periods", compared)
    evidence = catalogue.indicators[result.indicator].behaviour is Behaviour.evidence
    narrower = result.compared and result.value and result.compared.period != result.value.period
    if (not compared or narrower) and not evidence:
        fact("period", period(result.value.period if result.value else result.asked, lang))
    fact("process", process_words(catalogue, process, lang) if process else "", signs_of(catalogue, process, lang))
    fact("per-day", words.per_day_words(catalogue, result, lang))
    fact("outlook", outlook_words(catalogue, outlook, lang) if outlook else "")
    fact("standard", words.standard_long(catalogue, result, lang))
    if result.through and not evidence:
        fact("through", day(result.through, lang))
    return facts


def _prior(catalogue: Catalogue, result: Result, lang: str) -> str:
    if result.prior is None:
        return sentence(result.no_comparison, lang, catalogue) if result.no_comparison else ""
    prior, digits = result.prior, places_of(catalogue, result)
    value = DASH
    if prior.value is not None:
        value = amount(catalogue, result.indicator, prior.value, lang, qualifier=prior.qualifier, digits=digits)
    n = words.n_of(catalogue, result.indicator, result.prior, lang)
    before = say("ui-with-n", lang, value=value, n=n) if n else value
    moved = moved_words(catalogue, result, lang)
    return say("ui-fact-prior-moved", lang, before=before, moved=moved) if moved else before


def barred(catalogue: Catalogue, indicator: str, process: Process | None, office: str | None) -> set[str]:
    """The views of limits that an indicator cannot have."""
    behaviour = catalogue.indicators[indicator].behaviour
    found = set() if process else {"process", "laney"}
    if behaviour not in (Behaviour.ratio, Behaviour.mean) or not process or not process.members[-1].value.denominator:
        found.add("laney")
    return found if behaviour is Behaviour.ratio and office is None else found | {"funnel"}


def limits(
    chosen: str, version: Version, indicator: str, asked: Period, office: str | None, lang: str
) -> ProcessModel | LaneyModel | FunnelModel | None:  # fmt: skip
    """The model of the chosen view of limits; None where it is another view, or there is too little for it."""
    if chosen == "process":
        process = cached.process(version, indicator, asked.end, office)
        return process_chart(cached.catalogue(), cached.book(version), process, lang) if process else None
    if chosen == "laney":
        return cached.laney(version, indicator, asked.end, lang, office)
    return cached.funnel(version, indicator, asked, lang) if chosen == "funnel" else None


def tabs(catalogue: Catalogue, indicator: str, chosen: str, lang: str, out: set[str]) -> ViewTabs:
    """The views of the chart without those that are ``out``; a value that is a point in time has no running sum."""
    item = catalogue.indicators[indicator]
    out = out | ({"running"} if item.behaviour in POINTS or item.window else set())
    names = [name for name in VIEWS if name not in out]
    return {
        "label": say("ui-view", lang), "chosen": chosen if chosen in names else names[0],
        "views": [{"id": name, "name": say(f"ui-view-{name}", lang)} for name in names],
    }  # fmt: skip


@kept(32)
def table(version: Version, indicator: str, asked: Period, office: str | None, lang: str, years: int) -> MonthTable:
    """The numbers behind the chart: a row for each month, value and n of every year, the standard of this year."""
    catalogue = cached.catalogue()
    columns = cached.months(version, indicator, asked.end, office, years)
    columns = [(gregorian, points) for gregorian, points in columns if any(p.value for p in points)] or columns[:1]
    counted = any(p.value and words.n_of(catalogue, indicator, p.value, lang) for _, points in columns for p in points)
    heads = [say("ui-table-month", lang)]
    for gregorian, _ in columns:
        heads += [year(gregorian, lang), "n"] if counted else [year(gregorian, lang)]
    heads.append(say("ui-overview-standard", lang))
    rows = []
    for index in range(12):
        cells = [month_name(index + 1, lang)]
        for _, points in columns:
            both = _cells(catalogue, indicator, points[index] if index < len(points) else None, lang)
            cells += both if counted else both[:1]
        this = columns[0][1]
        standard = this[index].standard if index < len(this) else None
        rows.append([*cells, standard_text(catalogue, indicator, standard, lang)])
    return {"caption": catalogue.indicators[indicator].name.get(lang), "heads": heads, "rows": rows}


def _cells(catalogue: Catalogue, indicator: str, point: Point | None, lang: str) -> list[str]:
    if point is None or point.value is None:
        return [DASH, ""]
    value, exact = point.value, point.value.value
    if exact is None:
        return [say("status-no_cases", lang), ""]
    digits = places(catalogue, indicator, exact, bounds=bounds_of(point.standard))
    text = amount(catalogue, indicator, exact, lang, qualifier=value.qualifier, digits=digits)
    if part := days_of_part(point, lang):
        text = say("ui-table-part", lang, value=text, days=part)
    elif point.provisional:
        text = say("ui-table-provisional", lang, value=text)
    return [text, words.n_of(catalogue, indicator, value, lang).removeprefix("n = ")]


def options(catalogue: Catalogue, lang: str) -> list[OptionGroup]:
    """All indicators by dimension, for choosing another."""
    groups: list[OptionGroup] = []
    for key, text in catalogue.dimensions.items():
        mine = [i for i in catalogue.indicators if catalogue.dimension_of(i) == key]
        names = [option(i, catalogue.indicators[i].name.get(lang)) for i in mine]
        groups.append({"text": text.get(lang), "options": names})
    return groups


def chooser(catalogue: Catalogue, indicator: str, lang: str) -> Control:
    """The control that opens another indicator."""
    return {
        "key": "indicator",
        "label": say("ui-choose-indicator", lang),
        "value": indicator,
        "groups": options(catalogue, lang),
    }


def suggested(version: Version, asked: Period, office: str | None) -> str:
    """The indicator of a page without one in its address: what is to be looked at first, else the first with a value."""
    results, first = cached.results(version, asked, office), to_look_at(version, asked, office)
    if first:
        return first[0].result.indicator
    return next((r.indicator for r in results if r.value and r.value.value is not None), results[0].indicator)


def years_shown(chosen: str) -> int:
    """How many years a view shows."""
    return ALL_YEARS if chosen in ("years", "table") else 2


def has_chart(version: Version, indicator: str, asked: Period, office: str | None) -> bool:
    """Is there any month with a value?"""
    if cached.catalogue().indicators[indicator].behaviour is Behaviour.evidence:
        return False
    return any(
        point.value for _, points in cached.months(version, indicator, asked.end, office, ALL_YEARS) for point in points
    )


def is_demo(version: Version, indicator: str) -> bool:
    return cached.catalogue().indicators[indicator].source in cached.book(version).demo


def note(text: str, remarks: tuple[Remark, ...]) -> ChartNotes:
    """What stands below a chart."""
    rows: list[ChartRemark] = [
        {"number": one.number, "text": one.text, "by": one.by, "load": one.load or 0} for one in remarks
    ]
    return {"text": text, "remarks": rows}
