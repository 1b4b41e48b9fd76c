"""The controls of the pages as data: what can be chosen, and what is chosen. The browser's own lists draw them."""

from __future__ import annotations

from datetime import date

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from kpi.observations import Book
from lang import month_name, say, year
from ui.shared import cached
from ui.shared.contract import Control, Head, Option, Switch
from ui.shell import last_visit
from ui.shell.language import other
from ui.shell.reader_choice import TO_DATE, Choice


def option(value: str, text: str) -> Option:
    return {"value": value, "text": text}


def select(key: str, label: str, value: str | None, options: list[Option]) -> Control:
    return {"key": key, "label": label, "value": value or "", "options": options}


def period_controls(
    choice: Choice, period: Period, years: list[int], newest: date, last: date, lang: str
) -> list[Control]:  # fmt: skip
    """Year, part of the year and cut-off day, which may be any up to the ``last`` that any source tells of."""
    gregorian = choice.year or newest.year
    named = {*years, gregorian}
    year_options = [option(str(n - 1911), year(n, lang, both=lang != "en")) for n in sorted(named, reverse=True)]
    first = date(gregorian, 1, 1)
    whole = date(gregorian, 12, 31)
    until = min(last, whole) if last.year >= gregorian else whole
    return [
        select("year", say("ui-year", lang), str(gregorian - 1911), year_options),
        select("month", say("ui-part", lang), choice.part, part_options(lang, whole=newest >= whole and not choice.until)),
        {
            "key": "until", "label": say("ui-until", lang), "kind": "date", "value": period.end.isoformat(),
            "min": max(first, period.start).isoformat(), "max": max(until, period.end).isoformat(),
            "text": say("ui-until-text", lang, day=_short(period.end, lang)),
        },
    ]  # fmt: skip


def _short(day: date, lang: str) -> str:
    return f"{day.day} {month_name(day.month, lang)}" if lang == "en" else f"{day.month}/{day.day}"


def part_options(lang: str, *, whole: bool) -> list[Option]:
    """Of a year that is over the ``whole`` of it, else the year to date."""
    options = [option(TO_DATE, say("ui-part-year" if whole else "ui-part-ytd", lang))]
    options += [option(f"h{n}", say("ui-part-half", lang, n=n)) for n in (1, 2)]
    options += [option(f"q{n}", say("ui-part-quarter", lang, n=n)) for n in (1, 2, 3, 4)]
    options += [option(str(n), month_name(n, lang)) for n in range(1, 13)]
    return options


def office_control(book: Book, period: Period, office: str | None, lang: str) -> Control:
    names = [o.name for o in book.offices if o.in_force(period) or o.name == office]
    options = [option("", say("ui-office-all", lang))] + [option(name, name) for name in names]
    return select("office", say("ui-office", lang), office, options)


def dimension_control(catalogue: Catalogue, dimension: str | None, lang: str) -> Control:
    options = [option("", say("ui-dimension-all", lang))]
    options += [option(key, text.get(lang)) for key, text in catalogue.dimensions.items()]
    return select("dimension", say("ui-dimension", lang), dimension, options)


def head(
    title: str, sub: str, controls: list[Control], lang: str, crumbs: list[str] | None = None, scope: str = ""
) -> Head:  # fmt: skip
    """The head of a page: where it belongs, title, what below it, controls, the other language.

    ``scope``: what the controls say, for print, where the line below the title does not say it.
    """
    to = other(lang)
    switch: Switch = {"value": to, "text": say("ui-switch", lang), "label": say("ui-switch-label", lang), "lang": to}
    return {
        "title": title,
        "sub": sub,
        "controls": controls,
        "crumbs": crumbs or [],
        "lang": lang,
        "switch": switch,
        "skip": say("ui-skip", lang),
        "seen": last_visit.told(),
        "printed": {"scope": scope, "words": say("ui-printed", lang), "zone": cached.catalogue().settings.timezone},
    }
