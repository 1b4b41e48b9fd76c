"""Fill the form of a year: every row's text with its figures, and the state that it is in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kpi.catalogue import Catalogue, StandardKind, Text
from kpi.form.figure import Desk, Figure, cutoffs, figure_of
from kpi.form.figure_parts import INNOVATIONS, What
from kpi.form.placeholder import Placeholder
from kpi.form.saved_records import Evidence, Records, Written, valid_on
from kpi.form.template import Line, Template, parse
from kpi.sentence import Sentence
from lang import LANGUAGES, say
from present.charts.labels import offices_words
from present.form.figure_text import long_day, month_day, span, text_of, title
from present.form.filled import FilledLine, Form, Printed, Row, State, text_of_lines
from present.sentences.change import another_day

SAYS_WHEN = (What.cut_off, What.day, What.period)
DATELESS = (What.standard, What.unit, What.status, What.level, What.statement, *SAYS_WHEN, What.start)
"""Placeholders that print no value of their own day."""


def days_of(catalogue: Catalogue, records: Records, year: int, as_of: date) -> list[date]:
    """The days at whose ends the book for a form must be cut: the form's, and those of rows and placeholders."""
    found = {as_of}
    for code in catalogue.framework:
        for lang in LANGUAGES:
            text, written, _ = source_of(catalogue, records, code, year, lang)
            placeholders = parse(text, catalogue).placeholders
            for day in _row_days(written, year, as_of):
                found |= cutoffs(placeholders, year, day)
    return sorted(found)


def _row_days(written: Written | None, year: int, as_of: date) -> set[date]:
    if written is None or written.year != year:
        return {as_of}
    return {written.as_of or as_of, written.shown_as_of}


def build(desk: Desk, as_of: date, lang: str) -> Form:
    """The form as it reads on ``as_of``, in the order of the framework."""
    rows = tuple(_row(desk, code, as_of, lang) for code in desk.catalogue.framework)
    figures = [printed.figure for row in rows for printed in row.figures]
    used = {one.placeholder.name for one in figures if one and one.placeholder.name != INNOVATIONS}
    demo = any(desk.catalogue.indicators[key].source in desk.book.demo for key in used)
    settings = desk.catalogue.settings
    ministry, agency = (settings.ministry or settings.agency).get(lang), settings.agency.get(lang)
    dimensions = {key: name.get(lang) for key, name in desk.catalogue.dimensions.items()}
    return Form(desk.year, as_of, lang, desk.book.version, demo, ministry, agency, dimensions, rows)


def source_of(
    catalogue: Catalogue, records: Records, code: str, year: int, lang: str
) -> tuple[str, Written | None, str]:
    """The text of a row as it is stored, who wrote it, and where it comes from (see `Row.origin`)."""
    written = records.text(code, year, lang)
    if written is not None:
        return written.text, written, "written" if written.year == year else "earlier"
    ours = catalogue.framework[code].result
    if ours is not None:
        return ours.get(lang), None, "default"
    key = evidence_indicator(catalogue, code)
    return (f"{{{key}|statement}}", None, "default") if key else ("", None, "none")


def evidence_indicator(catalogue: Catalogue, code: str) -> str | None:
    """The indicator whose evidence a qualitative standard needs."""
    if catalogue.framework[code].kind is not StandardKind.evidence:
        return None
    mine = (key for key, item in catalogue.indicators.items() if item.framework == code)
    return next((key for key in mine if catalogue.indicators[key].measure.kind == "evidence"), None)


def _row(desk: Desk, code: str, as_of: date, lang: str) -> Row:
    framework, wording = desk.catalogue.framework[code], desk.records.wording(code, desk.year)
    text, written, origin = source_of(desk.catalogue, desk.records, code, desk.year, lang)
    mine = written if origin == "written" else None
    own = (mine.as_of if mine else None) or as_of
    template = parse(text, desk.catalogue)
    key = evidence_indicator(desk.catalogue, code)
    statements = desk.records.evidence.get(key, ()) if key else ()
    held = valid_on(statements, own)
    then, now = _moved(desk, template, mine, lang)
    lines = fill(desk, template, own, lang, head=as_of)
    state, why = _state(template, lines, mine, origin, key, statements, held, own, differs=then != now)

    def official(words: str | None, ours: Text) -> str:
        """The agency's own words stand in Chinese; the English form keeps ours."""
        return (words if lang != "en" else None) or ours.get(lang)

    return Row(
        code, lang, framework.dimension, official(wording.item if wording else None, framework.item),
        official(wording.indicator if wording else None, framework.indicator),
        official(wording.standard if wording else None, framework.standard), framework.kind,
        desk.records.office(code, desk.year), own, text, origin, lines, state, why, written, key, held,
        then if then != now else "", now if then != now else "",
    )  # fmt: skip


def _moved(desk: Desk, template: Template, mine: Written | None, lang: str) -> tuple[str, str]:
    """What a text read when it was saved, and what it reads now, at the same cut-off."""
    if mine is None:
        return "", ""
    return mine.shown, shown(desk, template, mine.shown_as_of, lang)


def shown(desk: Desk, template: Template, as_of: date, lang: str) -> str:
    """A text with its figures, as it is kept with it when it is saved: nothing of the form around it in it."""
    return text_of_lines(fill(desk, template, as_of, lang, head=None), lang)


def fill(desk: Desk, template: Template, as_of: date, lang: str, *, head: date | None) -> tuple[FilledLine, ...]:
    """The lines with their figures. A figure of other days than those from 1 January to ``head``, the form's cut-off, bears
    its own beside it, unless its line says so."""
    found: list[FilledLine] = []
    for line in template.lines:
        figures = {place: figure_of(desk, piece, as_of) for place, piece in _placeholders(line)}
        only = [piece for piece in line.pieces if not isinstance(piece, str) or piece.strip()]
        if len(only) == 1 and isinstance(only[0], Placeholder) and only[0].name == INNOVATIONS:
            (figure,) = figures.values()
            found += _listed(figure, desk, lang)
            continue
        beside = _beside(desk, figures, head, lang)
        pieces: list[str | Printed] = []
        for place, piece in enumerate(line.pieces):
            if isinstance(piece, str):
                pieces.append(piece)
                continue
            printed = Printed(text_of(desk, figures[place], lang), figures[place])
            if lang != "en":
                _close_up(pieces, printed)
            pieces.append(printed)
            if place in beside:
                pieces.append(beside[place])
        found.append(FilledLine(tuple(pieces), line.listed))
    return tuple(found)


def _close_up(pieces: list[str | Printed], printed: Printed) -> None:
    """Before a number stands a space; before 約 and other Chinese words none."""
    if pieces and isinstance(pieces[-1], str) and printed.text[:1] >= "\u2e80":
        pieces[-1] = pieces[-1].rstrip(" ")


def _placeholders(line: Line) -> list[tuple[int, Placeholder]]:
    return [(place, piece) for place, piece in enumerate(line.pieces) if isinstance(piece, Placeholder)]


def _beside(desk: Desk, figures: dict[int, Figure], head: date | None, lang: str) -> dict[int, str]:
    """Place -> the own days that are printed behind it: each once, behind the last figure that is of them."""
    if head is None:
        return {}
    last: dict[str, int] = {}
    for place, figure in figures.items():
        dated = figure.placeholder.what not in DATELESS and figure.evidence is None and figure.result is not None
        if not dated or figure.missing is not None:
            continue
        days = _own_days(desk, figure, figures.values(), head, lang)
        offices = offices_words(figure.value, lang) if figure.value else ""
        if words := days + (say("form-beside", lang, words=offices) if offices else ""):
            last[words] = place
    return {place: words for words, place in last.items()}


def _own_days(desk: Desk, figure: Figure, others: Iterable[Figure], head: date, lang: str) -> str:
    """The days of a figure where they are not those of the form and its line says them nowhere: its cut-off, both ends
    where it begins later, and of last year's value of a point in time the day that it is really of."""
    what, period = figure.placeholder.what, figure.period
    other = another_day(figure.result) if figure.result and what in (What.last_year, What.change) else None
    if other is not None:
        before = long_day(other, lang)
        if what is What.last_year:
            return say("form-beside", lang, words=before)
        return say("form-own-days", lang, now=month_day(period.end, lang, desk.year), before=before)
    said = {what: {one.period for one in others if one.placeholder.what is what} for what in (*SAYS_WHEN, What.start)}
    whole = {one for one in said[What.period] if one == period}
    ends = {head, *(one.end for what in SAYS_WHEN for one in said[what])}
    window = (
        desk.catalogue.indicators[figure.placeholder.name].window and not figure.placeholder.start
    )  # as its name says
    later = not window and date(period.end.year, 1, 1) < period.start < period.end
    if later and not whole and not (period.start in {one.start for one in said[What.start]} and period.end in ends):
        return say("form-beside", lang, words=span(period, lang, desk.year))
    return "" if period.end in ends else say("form-own-cut-off", lang, day=month_day(period.end, lang, desk.year))


def _listed(figure: Figure, desk: Desk, lang: str) -> list[FilledLine]:
    if not figure.items:
        return [FilledLine((Printed(text_of(desk, figure, lang), figure),))]
    return [FilledLine((Printed(title(one, lang), figure),), "1.") for one in figure.items]


def _state(
    template: Template, lines: tuple[FilledLine, ...], mine: Written | None, origin: str, key: str | None,
    statements: tuple[Evidence, ...], held: Evidence | None, as_of: date, *, differs: bool,
) -> tuple[State, tuple[Sentence, ...]]:  # fmt: skip
    """The state of a row with every reason for it, the gravest first."""
    printed = [piece for line in lines for piece in line.pieces if isinstance(piece, Printed)]
    figures = [piece.figure for piece in printed if piece.figure]
    holes = [figure.missing for figure in figures if figure.missing and not (key and figure.placeholder.name == key)]
    without = key is not None and held is None
    why = [_without_evidence(statements, as_of)] if without else []
    why += [*template.problems, *dict.fromkeys(holes)]
    why += [Sentence("form-why-changed")] if differs else []
    why += [Sentence(f"form-why-{origin}")] if mine is None else []
    if held and held.review and held.review < as_of:
        why.append(Sentence("form-why-review", {"day": held.review}))
    states = {
        State.evidence_missing: without,
        State.figure_missing: bool(template.problems or holes),
        State.changed: differs,
        State.not_reviewed: mine is None,
        State.fresh: any(figure.evidence is None for figure in figures),
    }
    return next((state for state, holds in states.items() if holds), State.written), tuple(why)


def _without_evidence(statements: tuple[Evidence, ...], as_of: date) -> Sentence:
    if any(one.carried and one.start <= as_of <= one.end for one in statements):
        return Sentence("form-why-carried")
    ended = max((one.end for one in statements if one.end < as_of and not one.carried), default=None)
    return Sentence("form-why-ended", {"day": ended}) if ended else Sentence("form-why-no-evidence")
