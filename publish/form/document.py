"""The form as a document: title block, and one table whose items and indicators span the rows that belong to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby

from kpi.form.saved_records import Edition
from lang import say, year
from present.form.figure_text import long_day
from present.form.filled import FilledLine, Form, Printed, placed, shared_cells
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


def _body(form: Form, note: Callable[[Printed], str]) -> Iterator[tuple[Cell, ...]]:
    """A heading row for each dimension; an item spans its rows, and so does an indicator within it."""
    shared = shared_cells(form.rows)
    items, indicators = Counter(item for item, _ in shared), Counter(indicator for _, indicator in shared)
    for dimension, of_dimension in groupby(zip(form.rows, shared, strict=True), lambda one: one[0].dimension):
        yield (_cell(form.dimensions[dimension], columns=4, role="group"),)
        for row, (item, indicator) in of_dimension:
            cells = [_cell(row.item, rows=items.pop(item))] if item in items else []
            cells += [_cell(row.indicator, rows=indicators.pop(indicator))] if indicator in indicators else []
            yield (*cells, _cell(row.standard), Cell(blocks_of(row.lines, form.lang, note)))


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
