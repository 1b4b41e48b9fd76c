"""The summary as a table of typed cells; the three file forms write this same table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kpi.catalogue import Indicator, Text
from kpi.dates.time_limits import RECKONED
from kpi.evaluate import Result
from kpi.tone import Tone
from kpi.values import ABOUT_AT_LEAST, Value
from lang import day, joined, say, sentence, unit_of
from lang import period as period_words
from lang.precision import MOST, decimal_of, enough, places, places_of, rounded
from present.charts.annotations import remarks_of
from present.charts.labels import offices_words, qualifier_words
from present.charts.standard_lines import place_of
from present.sentences.change import is_of_another_day, tone, verdict
from present.sentences.signals import signs_of
from present.sentences.standard import standard_text
from publish.summary.figures import Summary


@dataclass(frozen=True)
class Cell:
    """``kind``: text, number, percent (a fraction), points (percentage points) or date; None is an empty cell."""

    kind: str
    value: str | float | date | None
    decimals: int = 0
    signed: bool = False
    tone: str = ""  # a status, for its colour


PRIOR_QUALIFIED = {
    "約": "summary-prior-about", "以上": "summary-prior-bound", ABOUT_AT_LEAST: "summary-prior-both",
    RECKONED: "summary-qualified-reckoned",
}  # fmt: skip
EMPTY = Cell("text", None)


@dataclass(frozen=True)
class Column:
    key: str  # its header is the message summary-column-<key>
    printed: bool  # is it on paper, or on the screen only
    cell: Callable[[Summary, Result, str], Cell]


@dataclass(frozen=True)
class Table:
    heading: tuple[str, ...]  # title, agency and office, periods, version, demonstration notice
    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(summary: Summary, lang: str) -> Table:
    return Table(
        heading=heading_of(summary, lang),
        columns=COLUMNS,
        headers=tuple(say(f"summary-column-{column.key}", lang) for column in COLUMNS),
        rows=tuple(tuple(column.cell(summary, row, lang) for column in COLUMNS) for row in summary.rows),
    )


def heading_of(summary: Summary, lang: str) -> tuple[str, ...]:
    agency = summary.catalogue.settings.agency.get(lang)
    part = say("summary-office", lang, agency=agency, office=summary.office) if summary.office else agency
    lines = [
        say("summary-title", lang),
        part,
        say("summary-period", lang, period=period_words(summary.period, lang), prior=period_words(summary.prior, lang)),
        say("summary-version", lang, version=str(summary.version)),
    ]
    return tuple(lines + ([say("summary-demo", lang)] if summary.demo else []))


def amount_cell(summary: Summary, indicator: str, value: float | None, digits: int | None = None) -> Cell:
    """A value with the places in which it is printed: as many as it needs, and those of what stands beside it."""
    if value is None:
        return EMPTY
    if digits is None:
        digits = places(summary.catalogue, indicator, value)
    if summary.catalogue.indicators[indicator].unit == "percent":
        while value < 1 and digits < MOST and rounded(decimal_of(value).scaleb(2), digits) >= 100:
            digits += 1  # a spreadsheet rounds what it shows
        return Cell("percent", value, digits)
    return Cell("number", value, 0 if float(value).is_integer() else digits)


def _amount(summary: Summary, row: Result, value: Value | None) -> Cell:
    return amount_cell(summary, row.indicator, value.value if value else None, places_of(summary.catalogue, row))


def _text(value: str | None, tone: str = "") -> Cell:
    return Cell("text", value or None, tone=tone)


def _number(value: float | None) -> Cell:
    if value is None:
        return EMPTY
    return Cell("number", value, 0 if float(value).is_integer() else 1)


def _day(value: date | None) -> Cell:
    return Cell("date", value) if value else EMPTY


def _start(value: Value | None) -> Cell:
    return _day(value.period.start if value else None)


def _end(value: Value | None) -> Cell:
    return _day(value.period.end if value else None)


def _change(summary: Summary, row: Result, lang: str) -> Cell:
    if row.change is None:
        return EMPTY
    gap, digits = decimal_of(row.change.absolute), places_of(summary.catalogue, row) or 0
    if summary.catalogue.indicators[row.indicator].unit == "percent":
        return Cell("points", float(gap.scaleb(2)), enough(gap.scaleb(2), digits), signed=True)
    whole = gap == gap.to_integral_value()
    return Cell("number", float(gap), 0 if whole else enough(gap, digits), signed=True)


def _verdict(summary: Summary, row: Result, lang: str) -> Cell:
    """變好, 變差, 持平; of an indicator without a direction 增加 or 減少."""
    if row.change is None:
        return EMPTY
    judged = tone(summary.catalogue, row)
    if judged is Tone.neutral:
        return _text(say("tone-up" if row.change.absolute > 0 else "tone-down", lang))
    return _text(verdict(judged, lang))


def _relative(summary: Summary, row: Result, lang: str) -> Cell:
    moved = row.change
    if moved is None or moved.relative is None:
        return EMPTY
    return Cell("percent", moved.relative, enough(decimal_of(moved.relative).scaleb(2), 1), signed=True)


def _remark(summary: Summary, row: Result, lang: str) -> Cell:
    """The statement of evidence, about or at least, an earlier standard, or why last year cannot be compared."""
    parts: list[str | None] = [row.value.text if row.value else None]
    parts += [qualifier_words(row.value, lang)] if row.value else []
    parts += _compared_remarks(row, lang)
    if row.value and (offices := offices_words(row.value, lang)):
        parts.append(say("summary-offices", lang, offices=offices))
    if row.earlier_standard:
        text = standard_text(summary.catalogue, row.indicator, row.earlier_standard, lang)
        parts.append(say("summary-earlier-standard", lang, standard=text))
    if row.no_comparison:
        parts.append(sentence(row.no_comparison, lang, summary.catalogue))
    return _text(joined([part for part in parts if part], lang))


def _compared_remarks(row: Result, lang: str) -> list[str]:
    """Where last year's value is about or at least, and where it is of a day that is not the same day of last year."""
    said = []
    if row.prior and row.prior.qualifier in PRIOR_QUALIFIED:
        said.append(say(PRIOR_QUALIFIED[row.prior.qualifier], lang))
    if row.prior and is_of_another_day(row):
        said.append(say("summary-prior-day", lang, day=day(row.prior.period.end, lang)))
    return said


def _notes(summary: Summary, row: Result, lang: str) -> Cell:
    """What happened in the period: notes and changes of process."""
    found = remarks_of(summary.book, row.indicator, row.scope, summary.period, lang, place_of)
    return _text((" " if lang == "en" else "　").join(one.line for one in found))


def _other_compared(row: Result) -> Value | None:
    """This year's value over the days compared, where they are not those of the value itself."""
    return row.compared if row.compared and row.value and row.compared.period != row.value.period else None


def _item(summary: Summary, row: Result) -> Indicator:
    return summary.catalogue.indicators[row.indicator]


def _dimension(summary: Summary, row: Result) -> Text:
    return summary.catalogue.dimensions[summary.catalogue.dimension_of(row.indicator)]


def _signal(summary: Summary, row: Result, lang: str, part: str) -> Cell:
    """What the control chart says: the same words as on the page."""
    signs = signs_of(summary.catalogue, summary.processes.get(row.indicator), lang)
    return _text(getattr(signs, part) if signs else None)


def _per_day(row: Result, part: str) -> Cell:
    found = row.per_day
    return _number(round(getattr(found, part), 10) if found else None)


COLUMNS = (
    Column("dimension", True, lambda s, r, g: _text(_dimension(s, r).get(g))),
    Column("indicator", True, lambda s, r, g: _text(_item(s, r).name.get(g))),
    Column("value", True, lambda s, r, g: _amount(s, r, r.value)),
    Column("unit", True, lambda s, r, g: _text(unit_of(s.catalogue, r.indicator, None, g))),
    Column("n", True, lambda s, r, g: _number(r.value.n if r.value else None)),
    Column("standard", True, lambda s, r, g: _text(standard_text(s.catalogue, r.indicator, r.standard, g))),
    Column("status", True, lambda s, r, g: _text(say(f"status-{r.status.value}", g), r.status.value)),
    Column("prior", True, lambda s, r, g: _amount(s, r, r.prior)),
    Column("change", True, _change),
    Column("relative", True, _relative),
    Column("verdict", True, _verdict),
    Column("through", True, lambda s, r, g: _day(r.through)),
    Column("reason", True, lambda s, r, g: _text(sentence(r.reason, g, s.catalogue))),
    Column("variation", True, lambda s, r, g: _signal(s, r, g, "word")),
    Column("variation-why", False, lambda s, r, g: _signal(s, r, g, "why")),
    Column("assurance", False, lambda s, r, g: _signal(s, r, g, "assurance_word")),
    Column("remark", False, _remark),
    Column("notes", False, _notes),
    Column("numerator", False, lambda s, r, g: _number(r.value.numerator if r.value else None)),
    Column("denominator", False, lambda s, r, g: _number(r.value.denominator if r.value else None)),
    Column("from", False, lambda s, r, g: _start(r.value)),
    Column("to", False, lambda s, r, g: _end(r.value)),
    Column("prior-from", False, lambda s, r, g: _start(r.prior)),
    Column("prior-to", False, lambda s, r, g: _end(r.prior)),
    Column("per-day", False, lambda s, r, g: _per_day(r, "now")),
    Column("prior-per-day", False, lambda s, r, g: _per_day(r, "before")),
    Column("workdays", False, lambda s, r, g: _per_day(r, "days")),
    Column("prior-workdays", False, lambda s, r, g: _per_day(r, "days_before")),
    Column("compared", False, lambda s, r, g: _amount(s, r, _other_compared(r))),
    Column("compared-to", False, lambda s, r, g: _end(_other_compared(r))),
    Column("standard-from", False, lambda s, r, g: _day(r.standard.start if r.standard else None)),
    Column("standard-by", False, lambda s, r, g: _text(r.standard.set_by.get(g) if r.standard else None)),
    Column("source", False, lambda s, r, g: _text(s.catalogue.sources[_item(s, r).source].name.get(g))),
    Column("data", False, lambda s, r, g: _text(say("summary-data-demo" if r.demo else "summary-data-real", g))),
    Column("version", False, lambda s, r, g: Cell("number", s.version)),
)  # fmt: skip
