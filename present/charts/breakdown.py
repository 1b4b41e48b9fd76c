"""One indicator by office or by category, before it is drawn as dots."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from kpi.observations import ALL, Book, Scope
from kpi.values import Value, value_of
from lang import day, say, unit_of
from lang import period as period_words
from present.charts.labels import category_name, demo_note, is_percent, part_name, shown, value_with_n


@dataclass(frozen=True)
class Dot:
    """``value`` in the unit shown (rates in per cent); ``n`` and ``numerator`` as in `kpi.values.Value`; ``label``: both in
    words."""

    name: str
    value: float
    n: float | None
    label: str
    key: str = ""  # the office or category as the data spell it
    numerator: float | None = None


@dataclass(frozen=True)
class OfficeDots:
    title: str
    subtitle: str
    unit: str
    percent: bool
    rows: tuple[Dot, ...]  # highest value first
    whole: Dot | None  # the same indicator over all rows
    note: str
    summary: str


def office_chart(catalogue: Catalogue, book: Book, indicator: str, period: Period, lang: str) -> OfficeDots:
    """Dots by office in force; none for an indicator that is counted for the agency as a whole.

    An office that was merged into one that is in force too is counted there, as in every comparison.
    """
    live = {office.name for office in book.offices if office.in_force(period)}
    names = [o.name for o in book.offices if o.name in live and o.successor not in live]
    parts = [(name, name, Scope(office=name)) for name in names]
    if all(row.office is None for row in book.observations.get(indicator, [])):
        parts = []
    return _dots(catalogue, book, indicator, period, lang, parts, "chart-by-office")


def category_chart(
    catalogue: Catalogue, book: Book, indicator: str, period: Period, lang: str, scope: Scope = ALL
) -> OfficeDots:
    """Dots by category (service item, type of test ...), of the agency or of one office."""
    keys = sorted({row.category for row in book.of(indicator, scope).rows if row.category})
    parts = [(category_name(catalogue, indicator, key, lang), key, Scope(scope.office, key)) for key in keys]
    return _dots(catalogue, book, indicator, period, lang, parts, "chart-by-category", scope)


def _dots(
    catalogue: Catalogue, book: Book, indicator: str, period: Period, lang: str, parts: list[tuple[str, str, Scope]],
    kind: str, scope: Scope = ALL,
) -> OfficeDots:  # fmt: skip
    """``parts``: the name of each, its key, and what of the indicator it is."""

    def dot(name: str, key: str, part: Scope) -> Dot | None:
        found = value_of(catalogue, book, indicator, period, part)
        if not isinstance(found, Value) or found.value is None:
            return None
        text = value_with_n(catalogue, indicator, found, lang)
        if found.period.start == found.period.end != period.end:  # each office may have told its own on another day
            text = say("chart-value-offices", lang, value=text, offices=day(found.period.end, lang))
        label = say("chart-point", lang, when=name, value=text)
        return Dot(name, shown(catalogue, indicator, found.value), found.n, label, key, found.numerator)

    rows = sorted(filter(None, (dot(*part) for part in parts)), key=lambda row: (-row.value, row.name))
    whole = dot(part_name(catalogue, indicator, scope, lang), "", scope) if rows else None
    item, told = catalogue.indicators[indicator], value_of(catalogue, book, indicator, period, scope)
    labels = ("; " if lang == "en" else "；").join(row.label for row in rows)
    subtitle = say(
        "chart-dots-subtitle",
        lang,
        kind=say(kind, lang),
        period=period_words(told.period if isinstance(told, Value) else period, lang),
    )
    if scope.office:
        subtitle = say("chart-dots-part", lang, subtitle=subtitle, part=scope.office)
    return OfficeDots(
        title=item.name.get(lang),
        subtitle=subtitle,
        unit=unit_of(catalogue, indicator, None, lang),
        percent=is_percent(catalogue, indicator),
        rows=tuple(rows),
        whole=whole,
        note=demo_note(lang) if item.source in book.demo else "",
        summary=say("chart-dots-summary", lang, title=item.name.get(lang), subtitle=subtitle, rows=labels)
        if rows else say("chart-dots-none", lang, title=item.name.get(lang), subtitle=subtitle),
    )  # fmt: skip
