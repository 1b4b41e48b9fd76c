"""The loads since a version as data: each as History lists it, and what people set or said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lang import day, list_of, say
from present.sentences.standard import standard_text
from ui.changes.contract import ChangeLoads
from ui.shared import cached, source_rows
from ui.shared.load_rows import list_words, load_row
from ui.shell.page_context import Frame
from warehouse import LoadRecord
from warehouse.reads.set_on_pages import as_standard

LOADS = 40  # listed
TOLD = 12  # of them, whose entries are read
ENTRIES = 3  # of a load
SourceEntry = dict[str, Any]  # a row of a source that people set: its columns, and what the load did with it


def listed(page: Frame, came: Sequence[LoadRecord]) -> ChangeLoads:
    """The loads in a table, newest first, as History lists them; of what people set, with what that is."""
    lang, today = page.lang, cached.today()
    rows = [load_row(load, today, lang) for load in came[:LOADS]]
    set_by_people = [at for at, load in enumerate(came[:LOADS]) if is_entry(load)]
    for at in set_by_people[:TOLD]:
        rows[at]["message"] = "\n".join(filter(None, [*entries(page, came[at]), rows[at]["message"]]))
    return {
        "title": say("chg-loads", lang),
        "rows": rows,
        "words": list_words(lang),
        "more": say("chg-more-loads", lang, count=len(came) - LOADS) if len(came) > LOADS else "",
    }


def is_entry(load: LoadRecord) -> bool:
    source = cached.catalogue().sources.get(load.source)
    return source is not None and source.kind == "entries"


def entries(page: Frame, load: LoadRecord) -> list[str]:
    """What people set or said with a load of such a source."""
    found = cached.rows_of_load(page.version, load.load, 0)
    told = [entry(load.source, row, page.lang) for row in found.rows[:ENTRIES]]
    if found.total > ENTRIES:
        told.append(say("chg-entry-more", page.lang, count=found.total - ENTRIES))
    return told


def entry(source: str, row: SourceEntry, lang: str) -> str:
    """A standard, note, change of process or remark in one sentence."""
    known = cached.catalogue().indicators.get(row.get("indicator") or "")
    about = known.name.get(lang) if known else say("chg-entry-all", lang)
    about = list_of([about, row["office"]], lang) if row.get("office") else about
    said = SENTENCES.get(source, _note)(row, about, lang)
    return say("chg-entry-removed", lang, what=said) if row.get("what") == "removed" else said


def _standard(row: SourceEntry, about: str, lang: str) -> str:
    catalogue = cached.catalogue()
    standard = as_standard(catalogue.sources["standards"], row)
    known = standard and row["indicator"] in catalogue.indicators
    what = standard_text(catalogue, row["indicator"], standard, lang) if known else ""
    return say("chg-entry-standards", lang, about=about, what=what, day=_day(row, lang), text=_text(row))


def _remark(row: SourceEntry, about: str, lang: str) -> str:
    codes = {code.zh: code for code in cached.catalogue().sources["remarks"].columns["kind"].codes}
    code = codes.get(row.get("kind") or "")
    kind = (code.en if lang == "en" else code.zh) if code else ""
    return say("chg-entry-remarks", lang, about=about, kind=kind, text=_text(row))


def _rebase(row: SourceEntry, about: str, lang: str) -> str:
    return say("chg-entry-rebases", lang, about=about, day=_day(row, lang), text=_text(row))


def _note(row: SourceEntry, about: str, lang: str) -> str:
    """A note; of another source that people set, what its row holds."""
    text = _text(row) or "、".join(filter(None, (source_rows.cell(value, lang) for value in row.values())))
    return say("chg-entry-notes", lang, about=about, day=_day(row, lang), text=text)


def _day(row: SourceEntry, lang: str) -> str:
    return day(row["from"], lang) if row.get("from") else ""


def _text(row: SourceEntry) -> str:
    text: str = row.get("text") or row.get("reason") or ""
    return text


SENTENCES = {"standards": _standard, "remarks": _remark, "rebases": _rebase}
"""Source -> a row of it in words."""
