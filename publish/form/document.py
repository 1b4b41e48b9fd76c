"""The form as a document: title block, and one table whose items and indicators span the rows that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import groupby

from kpi.form.saved_records import Edition
from lang import say, year
from present.form.figure_text import long_day
from present.form.filled import FilledLine, Form, Printed, Row, placed
from publish.document.elements import Cell, Document, Items, Paragraph, Run, Section, Table

WIDTHS = {"zh-Hant": (0.13, 0.15, 0.24, 0.48), "en": (0.15, 0.165, 0.235, 0.45)}
"""Shares of the columns. The longest English words (participation, Administrative) want room, in a wide font too."""
NO_NOTE: Callable[[Printed], str] = lambda printed: ""  # noqa: E731


def document_of(
    form: Form, author: str, at: datetime, *, edition: Edition | None = None,
    note: Callable[[Printed], str] = NO_NOTE,
) -> Document:  # fmt: skip
    """The form as a document. ``note`` says of a figure where it came from ("" prints no note)."""
    lang = form.lang
    title = say("form-title", lang, ministry=form.ministry, year=year(form.year, lang).removesuffix(" 年"))
    about = [
        say("form-agency", lang, agency=form.agency),
        say("form-as-of", lang, day=long_day(form.as_of, lang)),
    ]
    if edition is not None:
        day = long_day(edition.signed_on, lang)
        about.append(say("form-signed", lang, number=edition.number, who=edition.signed_by, day=day))
    if form.demo:
        about.append(say("form-demo", lang))
    table = Table(WIDTHS[lang], (_head(lang),), tuple(_body(form, note)), say("form-about", lang, count=len(form.rows)))
    return Document(title, lang, (title,), tuple(about), (Section("", (table,)),), author, at)


def _head(lang: str) -> tuple[Cell, ...]:
    names = ("item", "indicator", "standard", "result")
    return tuple(_cell(say(f"form-head-{name}", lang), role="head") for name in names)


def _cell(text: str, rows: int = 1, columns: int = 1, role: str = "data") -> Cell:
    return Cell((Paragraph((Run(text),)),), rows, columns, role)


def _body(form: Form, note: Callable[[Printed], str]):
    """A heading row for each dimension; an item spans its rows, and so does an indicator within it."""
    for dimension, of_dimension in groupby(form.rows, lambda row: row.dimension):
        yield (_cell(form.dimensions[dimension], columns=4, role="group"),)
        for item, of_item in groupby(of_dimension, lambda row: row.item):
            rows = list(of_item)
            for place, (indicator, first, span) in enumerate(_spans(rows)):
                cells = [_cell(item, rows=len(rows))] if place == 0 else []
                cells += [_cell(indicator, rows=span)] if first else []
                row = rows[place]
                yield (*cells, _cell(row.standard), Cell(blocks_of(row.lines, form.lang, note)))


def _spans(rows: list[Row]) -> list[tuple[str, bool, int]]:
    """Of each row its indicator, whether it is the first of it, and over how many rows it goes."""
    found = []
    for indicator, those in groupby(rows, lambda row: row.indicator):
        count = len(list(those))
        found += [(indicator, place == 0, count) for place in range(count)]
    return found


def blocks_of(
    lines: tuple[FilledLine, ...], lang: str, note: Callable[[Printed], str] = NO_NOTE
) -> tuple[Paragraph | Items, ...]:
    """Lines as paragraphs and lists; an empty result is an empty paragraph."""
    found: list[Paragraph | Items] = []
    for (listed, level), those in groupby(placed(lines), lambda one: (one.line.listed, one.level)):
        group = list(those)
        runs = [_runs(one.line, lang, note) for one in group]
        if not listed:
            found += [Paragraph(one) for one in runs]
        elif listed == "-":
            found.append(Items(tuple(runs), level=level))
        else:
            found.append(Items(tuple(runs), True, listed, group[0].number, level))
    return tuple(found) or (Paragraph(()),)


def _runs(line: FilledLine, lang: str, note: Callable[[Printed], str]) -> tuple[Run, ...]:
    return tuple(
        Run(piece) if isinstance(piece, str) else Run(piece.text, note=note(piece), lang=_other_language(piece, lang))
        for piece in line.pieces
    )


def _other_language(printed: Printed, lang: str) -> str:
    """Titles and statements that exist in Chinese only stand so in an English form."""
    return "zh-Hant" if lang == "en" and any("\u4e00" <= sign <= "\u9fff" for sign in printed.text) else ""
