"""How far the data reach, which source is late, and how the last load went, in words. Pure: what day it is comes in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kpi.catalogue import Catalogue
from kpi.dates.periods import ONE_DAY
from kpi.extent import behind, measured
from kpi.lateness import late_sources
from kpi.observations import Book
from lang import day, list_of, month_name, say
from ui.shared.contract import Fresh
from warehouse import LoadRecord


def freshness(
    catalogue: Catalogue, book: Book, through: date | None, last: LoadRecord | None, refused: Mapping[str, datetime],
    today: date, lang: str,
) -> list[Fresh]:  # fmt: skip
    """The freshness line as sentences, each with the tone in which it is said (``late`` or none)."""
    if through is None:
        return []
    said: list[Fresh] = [{"text": say("ui-fresh-through", lang, day=day(through, lang))}]
    short, late = behind(catalogue, book), {one.source: one for one in late_sources(catalogue, book, today)}
    for name in (one for one in catalogue.sources if one in short or one in late):
        key = "-".join(word for word, those in (("behind", short), ("late", late)) if name in those)
        params: dict[str, str | int] = {
            "source": catalogue.sources[name].name.get(lang),
            "day": day(short[name], lang) if name in short else "",
        }
        if name in late:
            params |= {"days": late[name].days, "month": month_name(late[name].month.start.month, lang)}
        said.append({"text": say(f"ui-fresh-{key}", lang, **params), "tone": "late"})
    if last:
        params = {"source": catalogue.sources[last.source].name.get(lang), "at": moment(last.at, today, lang)}
        said.append({"text": say("ui-fresh-load", lang, **params)})
    known = catalogue.sources  # a source may have gone since
    failed = {name: at for name, at in refused.items() if name in known and (last is None or at > last.at)}
    if failed:
        name = max(failed, key=failed.__getitem__)
        params = {"source": catalogue.sources[name].name.get(lang), "at": moment(failed[name], today, lang)}
        said.append({"text": say("ui-fresh-refused", lang, **params), "tone": "late"})
    return said


def moment(at: datetime, today: date, lang: str) -> str:
    """A day and a time: 今日 16:20, 昨日 09:05, 114/12/10 16:20."""
    when, clock = at.date(), at.strftime("%H:%M")
    if when == today:
        return say("ui-today", lang, time=clock)
    if when == today - ONE_DAY:
        return say("ui-yesterday", lang, time=clock)
    return f"{day(when, lang)} {clock}"


def demo_words(catalogue: Catalogue, book: Book, lang: str) -> str:
    """The ribbon: which sources still hold demonstration rows, lists among them; nothing once the last one is gone."""
    demo = [source.name.get(lang) for name, source in catalogue.sources.items() if name in book.demo]
    if not demo:
        return ""
    if measured(catalogue, book) <= book.demo:
        return say("ui-demo-all", lang)
    return say("ui-demo-some", lang, sources=list_of(demo, lang, most=len(demo)), count=len(demo))
