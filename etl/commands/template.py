"""A template of a source: headers, a sample row, lists to choose from, and a sheet that explains each column.

That of the form's wording holds every row of the form already: its codes are ours, and nobody should have to type them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from etl.commands.template_xlsx import to_xlsx
from kpi.catalogue import Catalogue, ColumnType
from kpi.catalogue import Column as SourceColumn
from kpi.dates.roc import parse_date
from kpi.errors import DateError
from lang import say
from opendocument.ods_file import to_ods
from opendocument.workbook import Cell, Choices, Column, Look, Row, Sheet, Shown, Workbook

WRITERS = {".ods": to_ods, ".xlsx": to_xlsx}
"""Writer of a template by the ending of the file's name."""
Filled = Mapping[str, str | None]
"""Column -> what stands there already."""
ROWS = 1000  # rows with lists to choose from
SIZE, CHARACTER = 11.0, 0.21  # points of type; centimetres that a character takes of a column
TITLE, PLAIN = Look(14, bold=True), Look(SIZE)
HEAD = Look(SIZE, bold=True, fill="#E9EDF2")
HEADER, EXPLAINED = replace(HEAD, wrap=True, stands="middle"), Look(SIZE, wrap=True, stands="top")
SAMPLE = Look(SIZE, italic=True, colour="#7A8490")
DAY, TEXT = replace(SAMPLE, shown=Shown("day", sign="/")), replace(SAMPLE, shown=Shown("text"))


def template(
    catalogue: Catalogue, source_name: str, lang: str, offices: Sequence[str] = (), services: Sequence[str] = (),
    ending: str = ".xlsx",
) -> bytes:  # fmt: skip
    """The template as a file with that ``ending``. ``offices`` and ``services`` fill the lists of those columns."""
    columns = catalogue.source(source_name).columns
    figures = [item.name.get(lang) for item in catalogue.indicators.values() if item.source == source_name]
    lists = {ColumnType.office: list(offices), ColumnType.service: list(services), ColumnType.indicator: figures}
    listed = {name: [code.zh for code in one.codes] or lists.get(one.type, []) for name, one in columns.items()}
    listed = {name: found for name, found in listed.items() if found}
    codes = _codes(listed, say("template-codes", lang))
    choices = tuple(
        Choices(name, codes.name, place, 2, len(found) + 1) for place, (name, found) in enumerate(listed.items(), start=1)
    )  # fmt: skip
    sheets = (_data(catalogue, source_name, listed, lang), codes, _explained(catalogue, source_name, lang))
    return WRITERS[ending](Workbook(sheets, lang, choices=choices))


def _data(catalogue: Catalogue, source_name: str, listed: dict[str, list[str]], lang: str) -> Sheet:
    """The sheet that is filled in: the headers, the samples, and empty rows in which one may choose."""
    columns = catalogue.sources[source_name].columns
    rows = [Row(tuple(Cell(one.headers[0], HEADER) for one in columns.values()))]
    for filled in FILLED[source_name](catalogue) if source_name in FILLED else [{}]:
        rows.append(
            Row(tuple(_sample(name, one, filled.get(name, one.sample), listed) for name, one in columns.items()))
        )
    empty = tuple(Cell(look=PLAIN, choices=name if name in listed else "") for name in columns)
    rows.append(Row(empty, times=ROWS - len(rows)))
    widths = (max(14, 2.2 * len(one.headers[0]) + 2) * CHARACTER for one in columns.values())
    return Sheet(say("template-sheet", lang), tuple(map(Column, widths)), tuple(rows), frozen=(1, 0))


def _wordings(catalogue: Catalogue) -> list[Filled]:
    """All rows of the form in our own words; the office is for the agency to say."""
    return [
        {"code": code, "item": row.item.zh, "indicator": row.indicator.zh, "standard": row.standard.zh, "office": None}
        for code, row in catalogue.framework.items()
    ]


FILLED: Mapping[str, Callable[[Catalogue], list[Filled]]] = {"framework": _wordings}
"""Source -> what the rows of its template hold in place of the samples; all others have one row of samples."""


def _sample(name: str, column: SourceColumn, value: str | float | date | None, listed: dict[str, list[str]]) -> Cell:
    if column.type is ColumnType.date and value is not None:
        with suppress(DateError):
            value = parse_date(str(value))
    look = PLAIN if value is None else DAY if isinstance(value, date) else TEXT if isinstance(value, str) else SAMPLE
    return Cell(value, look, choices=name if name in listed else "")


def _codes(listed: dict[str, list[str]], name: str) -> Sheet:
    """A column for each list, under the name of what it is for; hidden where there is none."""
    columns = [[name, *found] for name, found in listed.items()]
    rows = [
        Row(tuple(Cell(column[place] if place < len(column) else None, PLAIN) for column in columns))
        for place in range(max(map(len, columns), default=0))
    ]
    return Sheet(name, tuple(Column(13 * CHARACTER) for _ in columns), tuple(rows), hidden=not columns)


def _explained(catalogue: Catalogue, source_name: str, lang: str) -> Sheet:
    source = catalogue.sources[source_name]
    rows = [Row((Cell(source.name.get(lang), TITLE),))]
    rows += [Row((Cell(text, PLAIN),)) for text in (source.about.get(lang), say("template-note", lang), None)]
    heads = ("column", "needed", "kind", "about", "also", "codes")
    rows.append(Row(tuple(Cell(say(f"template-{key}", lang), HEAD) for key in heads)))
    for column in source.columns.values():
        texts = (
            column.headers[0], say("template-yes", lang) if column.required else "", say(f"kind-{column.type.value}", lang),
            column.about.get(lang), "、".join(column.headers[1:]), "、".join(code.zh for code in column.codes),
        )  # fmt: skip
        rows.append(Row(tuple(Cell(text, EXPLAINED) for text in texts)))
    widths = tuple(Column(width * CHARACTER) for width in (24, 8, 12, 60, 40, 50))
    return Sheet(say("template-help", lang), widths, tuple(rows), frozen=(5, 0))
