"""Who owes what as data: the rows of each office that wait, and the words that remind it."""

from __future__ import annotations

from itertools import groupby

from lang import day, say, sentence, year
from present.form.filled import DONE, Row
from ui.assessment import actions, view
from ui.assessment.contract import OpenOffice, OpenRows
from ui.shared import cached
from ui.shell.page_context import Filled


def shown(page: Filled) -> OpenRows:
    """Offices with what they owe first, each with its progress and a reminder to copy."""
    lang, form = page.lang, view.current(page)
    by_office = {name: list(rows) for name, rows in groupby(sorted(form.rows, key=_office), key=_office)}
    owing = {name: [row for row in rows if row.state not in DONE] for name, rows in by_office.items()}
    order = sorted(by_office, key=lambda name: (-len(owing[name]), name))
    count = sum(bool(rows) for rows in owing.values())
    return {
        "part": "offices", "stamp": f"{page.version}-{form.year}-{form.as_of}-offices", "query": page.query,
        "lead": say("form-owing-lead", lang, open=len(form.rows) - form.done, total=len(form.rows), offices=count),
        "offices": [_shown(page, name, by_office[name], owing[name]) for name in order],
        "words": {key: say(f"form-{key}", lang) for key in ("owes-nothing", "reminder", "copy", "copied")},
    }  # fmt: skip


def _office(row: Row) -> str:
    return row.office or ""


def _shown(page: Filled, name: str, rows: list[Row], owed: list[Row]) -> OpenOffice:
    lang = page.lang
    done = len(rows) - len(owed)
    return {
        "name": name or say("form-nobody", lang),
        "progress": {"done": done, "total": len(rows), "text": say("form-progress", lang, done=done, total=len(rows))},
        "rows": [
            {"place": actions.place_of(row.code), "standard": row.standard, "state": row.state,
             "word": view.state_word(row.state, lang), "why": _why(row, lang)}
            for row in owed
        ],
        "reminder": reminder(page, name, owed),
    }  # fmt: skip


def _why(row: Row, lang: str) -> str:
    return sentence(row.why[0], lang, cached.catalogue()) if row.why else view.state_word(row.state, lang)


def reminder(page: Filled, name: str, owed: list[Row]) -> str:
    """What can be sent to an office."""
    lang, form = page.lang, view.current(page)
    head = say(
        "form-reminder-head", lang, office=name or say("form-nobody", lang), year=year(form.year, lang).removesuffix(" 年"),
        count=len(owed), day=day(form.as_of, lang),
    )  # fmt: skip
    return "\n".join(
        [head, *(say("form-reminder-row", lang, standard=row.standard, why=_why(row, lang)) for row in owed)]
    )
