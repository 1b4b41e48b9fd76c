"""How far the data reach, which source is late, and how the last load went, in words. Pure: what day it is comes in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kpi.book import Book
from kpi.catalogue import Catalogue
from kpi.periods import ONE_DAY
from lang import day, list_of, month_name, say
from publish.late import late_sources
from warehouse import LoadRecord


def freshness(
    catalogue: Catalogue, book: Book, through: date | None, last: LoadRecord | None, refused: Mapping[str, datetime],
    today: date, lang: str,
) -> list[dict]:  # fmt: skip
    """The freshness line as sentences, each with the tone in which it is said (``late`` or none)."""
    if through is None:
        return []
    said = [{"text": say("ui-fresh-through", lang, day=day(through, lang))}]
    for late in late_sources(catalogue, book, today):
        params = {"source": catalogue.sources[late.source].name.get(lang), "days": late.days}
        month = month_name(late.month.start.month, lang)
        said.append({"text": say("ui-fresh-late", lang, month=month, **params), "tone": "late"})
    if last:
        params = {"source": catalogue.sources[last.source].name.get(lang), "at": moment(last.at, today, lang)}
        said.append({"text": say("ui-fresh-load", lang, **params)})
    failed = {name: at for name, at in refused.items() if last is None or at > last.at}
    if failed:
        name = max(failed, key=failed.get)
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
    """The ribbon: which sources still hold demonstration rows."""
    counted = [name for name, source in catalogue.sources.items() if source.kind not in ("reference", "entries")]
    demo = [name for name in counted if name in book.demo]
    if not demo:
        return ""
    real = [name for name in counted if name not in book.demo and name in book.reach and book.reach[name].through]
    if not real:
        return say("ui-demo-all", lang)
    names = list_of([catalogue.sources[name].name.get(lang) for name in demo], lang, most=6)
    return say("ui-demo-some", lang, sources=names)
