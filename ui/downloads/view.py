"""The Downloads page as data: the summary of a period and the chart of an indicator, made when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import streamlit as st

from kpi.dates.periods import Period
from kpi.errors import KpiError
from lang import period as period_words
from lang import say
from present.charts.breakdown import OfficeDots
from present.charts.year import ChartModel
from publish.pictures.writer import to_png, to_svg
from publish.summary import WRITERS, summarise
from ui.downloads import meeting
from ui.downloads.contract import ChartChooser, DownloadsHead, FileButton, IndicatorGroup, Preview
from ui.shared import cached, freshness
from ui.shared import download as files
from ui.shared.contract import Made
from ui.shared.file_names import FORBIDDEN, span
from ui.shared.memory import kept
from ui.shared.messages import Message
from ui.shell import controls, page_context
from ui.shell.page_context import Filled, Frame
from warehouse import Version

SUMMARY, PICTURE = (".ods", ".xlsx", ".csv"), (".png", ".svg")
VIEWS = ("month", "running", "office")


@dataclass(frozen=True)
class Asked:
    """Which chart: ``view`` is one of `VIEWS`; no ``indicator`` until one is chosen (drawing takes a moment)."""

    indicator: str | None
    view: str


def asked() -> Asked:
    """As the address says (``indicator``, ``view``)."""
    indicator, view = st.query_params.get("indicator"), st.query_params.get("view")
    return Asked(indicator if indicator in drawable() else None, view if view in VIEWS else VIEWS[0])


def drawable() -> list[str]:
    """The indicators that are numbers, in the order of the framework."""
    catalogue = cached.catalogue()
    return [key for key, item in catalogue.indicators.items() if item.measure.kind != "evidence"]


def empty(page: Frame) -> DownloadsHead:
    """What the page says while there are no data at all."""
    lang = page.lang
    top = controls.head(say("ui-page-downloads", lang), cached.catalogue().settings.agency.get(lang), [], lang)
    said = page_context.empty(lang)
    return {
        "part": "head",
        "stamp": str(page.version),
        "head": top,
        "empty": {**said, "title": say("dl-empty-title", lang), "text": say("dl-empty-text", lang)},
    }


def head(page: Filled, made: Made | None) -> DownloadsHead:
    """Title, period and office, and what the summary holds."""
    lang, catalogue = page.lang, cached.catalogue()
    agency = catalogue.settings.agency.get(lang)
    book, period, office = cached.book(page.version), page.period, page.choice.office
    fields = [
        *controls.period_controls(page.choice, period, cached.years(page.version), page.newest, page.last, lang),
        controls.office_control(book, period, office, lang),
    ]
    now = period_words(period, lang)
    sub = say("dl-sub", lang, who=f"{agency} · {office}" if office else agency, now=now)
    return {
        "part": "head",
        "stamp": str(page.version),
        "head": controls.head(say("ui-page-downloads", lang), sub, fields, lang),
        "ribbon": freshness.demo_words(catalogue, book, lang),
        "title": say("dl-summary", lang),
        "text": say("dl-summary-text", lang, now=now),
        "files": _buttons(SUMMARY, lang),
        "made": made,
    }


def _buttons(endings: tuple[str, ...], lang: str) -> list[FileButton]:
    return [
        {"id": ending, "name": say(f"dl-{ending[1:]}", lang), "for": say(f"dl-{ending[1:]}-for", lang)}
        for ending in endings
    ]


def on_message(message: Message) -> None:
    """A file was asked for; what else is done on the page goes to the frame."""
    if meeting.took(message):
        return
    if message.key == "make":
        files.want(message.value)
    else:
        page_context.on_message(message)


def made(page: Filled, which: Asked, endings: tuple[str, ...], wanted: str | None) -> Made | None:
    """The file that was asked for, if it is one of these."""
    if wanted is None or wanted not in endings:
        return None
    given = (wanted, page.version, page.period, page.choice.office)
    if wanted in SUMMARY:
        return files.made(summary_name(page, wanted), partial(summary_file, *given, page.lang), page.lang)
    if which.indicator is None:
        return None
    name = picture_name(page, which.indicator, which.view, wanted)
    return files.made(name, partial(picture_file, *given, which.indicator, which.view, page.lang), page.lang)


def chooser(page: Frame, which: Asked) -> ChartChooser:
    """The lists from which a chart is chosen."""
    lang, catalogue = page.lang, cached.catalogue()
    groups: list[IndicatorGroup] = [
        {
            "name": text.get(lang),
            "options": [
                controls.option(key, catalogue.indicators[key].name.get(lang))
                for key in drawable()
                if catalogue.dimension_of(key) == dimension
            ],
        }
        for dimension, text in catalogue.dimensions.items()
    ]
    views = [controls.option(view, say(f"dl-view-{view}", lang)) for view in VIEWS]
    return {
        "part": "chart",
        "stamp": f"{page.version}-{which.indicator}-{which.view}",
        "title": say("dl-chart", lang),
        "text": say("dl-chart-text", lang),
        "indicator": {
            "label": say("dl-chart-indicator", lang),
            "value": which.indicator or "",
            "groups": groups,
            "none": say("dl-chart-choose", lang),
        },
        "view": controls.select("view", say("dl-chart-view", lang), which.view, views),
    }


def preview(page: Filled, which: Asked, made: Made | None) -> Preview:
    """The picture as it will be downloaded, or the sentence that says why there is none."""
    shown: Preview = {
        "part": "preview",
        "stamp": f"{page.version}-{which.indicator}-{which.view}",
        "label": say("dl-preview", page.lang),
    }
    if which.indicator is None:
        return shown | {"none": say("dl-chart-waiting", page.lang)}
    asked = (page.version, page.period, page.choice.office, which.indicator, which.view, page.lang)
    drawn = _model(*asked)
    if drawn.empty if isinstance(drawn, ChartModel) else not drawn.rows:
        return shown | {"none": say("dl-chart-none", page.lang)}
    try:
        picture = _svg(*asked)
    except KpiError as error:
        return shown | {"none": say(error.key, page.lang, **error.params)}
    return shown | {"svg": picture, "alt": drawn.summary, "files": _buttons(PICTURE, page.lang), "made": made}


def _model(
    version: Version, period: Period, office: str | None, indicator: str, view: str, lang: str
) -> ChartModel | OfficeDots:  # fmt: skip
    if view == "office":
        return cached.offices(version, indicator, period, lang)
    return cached.chart(version, indicator, period.end, lang, office, view == "running", 2)


@kept(32)
def _svg(version: Version, period: Period, office: str | None, indicator: str, view: str, lang: str) -> str:
    return to_svg(_model(version, period, office, indicator, view, lang))


def summary_file(ending: str, version: Version, period: Period, office: str | None, lang: str) -> bytes:
    """The indicator summary in one of its three forms."""
    return WRITERS[ending](summarise(cached.catalogue(), cached.book(version, period.end), period, office), lang)


def picture_file(
    ending: str, version: Version, period: Period, office: str | None, indicator: str, view: str, lang: str
) -> bytes:  # fmt: skip
    """The chart as .svg or .png."""
    if ending == ".svg":
        return _svg(version, period, office, indicator, view, lang).encode("utf-8")
    return to_png(_model(version, period, office, indicator, view, lang))


def summary_name(page: Filled, ending: str) -> str:
    """服務品質指標_114年1月1日至12月10日.xlsx."""
    return _file_name(say("dl-summary-name", page.lang, span=span(page.period, page.lang)), page.choice.office, ending)


def picture_name(page: Filled, indicator: str, view: str, ending: str) -> str:
    name = cached.catalogue().indicators[indicator].name.get(page.lang)
    name = f"{name}_{say(f'dl-view-{view}', page.lang)}_{span(page.period, page.lang)}"
    return _file_name(name, page.choice.office if view != "office" else None, ending)


def _file_name(name: str, office: str | None, ending: str) -> str:
    return f"{name}_{office}{ending}".translate(FORBIDDEN) if office else f"{name}{ending}".translate(FORBIDDEN)
