"""Characters that only the Hong Kong set could read: they may be others, so a person confirms them, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from etl.reading import Document, a1
from etl.tabular.cells import without_person
from etl.tabular.tables import Table
from kpi.errors import Problem

MOST = 50  # cells that are named
KEYS = {"characters-doubtful", "characters-doubtful-more"}


def doubts(document: Document, tables: list[Table], confirmed: bool) -> list[Problem]:
    """A problem for each doubtful cell that is taken; an error until somebody has confirmed them.

    big5hkscs reads some characters that cp950 lacks, but turns those that Taiwan's users have defined into others
    without a word. What is personal is not taken, and so not asked about.
    """
    if document.encoding != "big5hkscs":
        return []
    severity = "note" if confirmed else "error"
    found = [(table, *cell) for table in tables for cell in _cells(table)]
    problems = [
        Problem(
            severity, "characters-doubtful", {"found": text[:40]}, file=document.name, sheet=table.sheet, cell=a1(row, place),
            column=table.headers[place], found=text[:40],
        )
        for table, row, place, text in found[:MOST]
    ]  # fmt: skip
    if len(found) > MOST:
        more = {"count": len(found) - MOST}
        problems.append(Problem(severity, "characters-doubtful-more", more, file=document.name))
    return problems


def _cells(table: Table) -> Iterator[tuple[int, int, str]]:
    for row in range(table.first, len(table.rows)):
        if row in table.left_out:
            continue
        cells = table.rows[row]
        for place in table.columns.values():
            text = without_person(cells[place], table.cut.get(place)) if place < len(cells) else ""
            if isinstance(text, str) and _doubtful(text):
                yield row, place, text


def _doubtful(text: str) -> bool:
    try:
        text.encode("cp950")
    except UnicodeEncodeError:
        return True
    return False
