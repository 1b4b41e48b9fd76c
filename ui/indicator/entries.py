"""What people set under an indicator, as data: its standards, notes, changes of process and discussion, and the forms for them."""

from __future__ import annotations

from datetime import date, datetime

from kpi.catalogue import Catalogue, Standard, StandardKind, misfit
from kpi.dates.periods import Period
from kpi.observations import Book
from kpi.standards import in_force
from lang import day, period, say
from present.sentences.standard import standard_text
from ui.indicator import entries_actions
from ui.indicator.contract import (
    Entries,
    EntriesThere,
    EntryField,
    FieldKind,
    NoteEntry,
    Signed,
    StandardEntry,
    Thread,
    ThreadRow,
)
from ui.shared import cached
from ui.shared.freshness import moment
from ui.shared.memory import kept
from ui.shell import controls
from warehouse import Version
from warehouse.permissions import local_actor

FIELDS: dict[str, FieldKind] = {
    "value": "text", "high": "text", "good": "text", "excellent": "text", "window": "select", "rolling": "check", "each_office": "check",
    "path": "select", "from": "date", "to": "date", "until": "date", "office": "select", "set_by": "text", "written": "text",
    "reason": "text", "text": "area", "kind": "select",
}  # fmt: skip
NEEDED = {"kind", "value", "high", "window", "from", "set_by", "reason", "text"}
FORMS = {
    "standard": ("kind", *entries_actions.ALL_OF_KINDS, "from", "to", "office", "set_by", "written", "reason"),
    "rebase": ("from", "until", "office", "reason"),
    "note": ("from", "to", "office", "text"),
    "question": ("text",),
    "answer": ("text",),
}


def shown(version: Version, indicator: str, asked: Period, office: str | None, lang: str) -> Entries:
    """Everything that the section shows."""
    return {
        **_there(version, indicator, asked, office, lang),
        "said": entries_actions.said(indicator), "indicator": indicator, "lang": lang, "stamp": str(version),
        "who": say("up-who", lang, who=local_actor().name),
    }  # fmt: skip


@kept(64)
def _there(version: Version, indicator: str, asked: Period, office: str | None, lang: str) -> EntriesThere:
    catalogue, book = cached.catalogue(), cached.book(version)
    keys = ("standards", "notes", "rebases", "threads", "none-notes", "none-rebases", "none-threads", "save", "saving", "cancel", "answer",
            "settle", "settled", "unset", "correct")  # fmt: skip
    return {
        "words": {key: say(f"entry-{key}", lang) for key in keys},
        "open": {form: say(f"entry-open-{form}", lang) for form in ("standard", "rebase", "note", "question")},
        "forms": {form: [_field(catalogue, book, indicator, name, asked, office, lang) for name in names] for form, names in FORMS.items()},
        "kinds": _kinds(indicator),
        "ofKinds": list(entries_actions.ALL_OF_KINDS),
        "charted": cached.process(version, indicator, asked.end, office) is not None,
        "standards": [_standard(catalogue, book, indicator, one, asked.end, lang) for one in _standards(catalogue, book, indicator)],
        "notes": _notes(book, indicator, lang),
        "rebases": _rebases(book, indicator, lang),
        "threads": _threads(version, indicator, lang),
    }  # fmt: skip


def _standards(catalogue: Catalogue, book: Book, indicator: str) -> list[Standard]:
    """All of them, those of single offices too, the newest first."""
    found = [*catalogue.standards_of(indicator), *book.standards.get(indicator, ())]
    return sorted(found, key=lambda one: (one.start, one.office or ""), reverse=True)


def _standard(catalogue: Catalogue, book: Book, indicator: str, one: Standard, on: date, lang: str) -> StandardEntry:
    mine = [s for s in _standards(catalogue, book, indicator) if s.office == one.office]
    now = in_force(tuple(sorted(mine, key=lambda s: s.start)), on)
    when = (
        say("entry-from", lang, day=day(one.start, lang))
        if one.end is None
        else period(Period(one.start, one.end), lang)
    )
    written = say("entry-written", lang, where=one.written.get(lang)) if one.written else ""
    return {
        "what": standard_text(catalogue, indicator, one, lang), "now": now is not None and now.id == one.id,
        "when": when, "office": one.office or "", "by": say("entry-by", lang, who=one.set_by.get(lang)), "written": written,
        "reason": one.reason.get(lang) if one.reason else "",
    }  # fmt: skip


def _notes(book: Book, indicator: str, lang: str) -> list[NoteEntry]:
    found = [note for note in book.notes if note.indicator in (None, indicator)]
    return [
        {
            "when": period(note.period, lang), "text": note.text, "office": note.office or "",
            **_written(note.author, note.at, note.load, lang),
        }
        for note in reversed(found)
    ]  # fmt: skip


def _rebases(book: Book, indicator: str, lang: str) -> list[NoteEntry]:
    found = [one for one in book.rebases if one.indicator == indicator]
    return [
        {
            "when": say("entry-from", lang, day=day(one.start, lang)), "text": one.reason, "office": one.office or "",
            **_written(one.author, one.at, one.load, lang),
        }
        for one in reversed(found)
    ]  # fmt: skip


def _threads(version: Version, indicator: str, lang: str) -> list[Thread]:
    """Questions with their answers, those that are open first, the newest first."""
    mine = [one for one in cached.remarks(version) if one.indicator == indicator]
    found: list[Thread] = []
    for question in (one for one in mine if one.kind == "question"):
        rest = [one for one in mine if one.thread == question.number and one is not question]
        settled = any(one.kind == "settled" for one in rest)
        rows: list[ThreadRow] = [
            {"kind": one.kind, "text": one.text, **_written(one.author, one.at, one.load, lang)} for one in (question, *rest)
        ]  # fmt: skip
        found.append({"id": question.number, "settled": settled, "rows": rows})
    return [
        *(one for one in reversed(found) if not one["settled"]),
        *(one for one in reversed(found) if one["settled"]),
    ]


def _written(author: str, at: datetime | None, load: int | None, lang: str) -> Signed:
    when = moment(at.astimezone(cached.zone()), cached.today(), lang) if at else ""
    return {"by": say("entry-author", lang, who=author, at=when), "load": load or 0}


def _kinds(indicator: str) -> dict[str, list[str]]:
    """The kinds that fit an indicator, each with its own fields."""
    item = cached.catalogue().indicators[indicator]
    return {
        kind.value: list(entries_actions.fields_of(indicator, kind))
        for kind in StandardKind
        if misfit(item, kind) is None
    }


def _field(
    catalogue: Catalogue, book: Book, indicator: str, name: str, asked: Period, office: str | None, lang: str
) -> EntryField:  # fmt: skip
    found: EntryField = {
        "name": name,
        "kind": FIELDS[name],
        "label": say(f"entry-field-{name}", lang),
        "needed": name in NEEDED,
        "value": "",
    }
    if name in entries_actions.BOUNDS:
        unit = catalogue.units[catalogue.indicators[indicator].unit]
        found["unit"] = unit.en if lang == "en" else unit.zh
    elif FIELDS[name] == "check":
        found["yes"] = catalogue.sources["standards"].columns[name].codes[0].zh
    elif name == "kind":
        options = [controls.option(kind, say("entry-kind", lang, kind=kind)) for kind in _kinds(indicator)]
        found |= {"options": options, "value": options[0]["value"]}
    elif name == "window":
        options = [controls.option(str(n), say("entry-window", lang, months=n)) for n in (1, 2, 3, 4, 6, 12)]
        found |= {"options": options, "value": "12"}
    elif name == "path":
        options = [
            controls.option(code.zh, say("entry-path", lang, path=code.also[0]))
            for code in catalogue.sources["standards"].columns["path"].codes
        ]
        found |= {"options": options, "value": options[0]["value"]}
    elif name == "office":
        options = [controls.option("", say("ui-office-all", lang))] + [
            controls.option(o.name, o.name) for o in book.offices if o.in_force(asked)
        ]
        found |= {"options": options, "value": office or ""}
    return found
