"""The loads since a version as data: each as History lists it, and what people set or said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lang import day, list_of, say
from present.sentences.standard import standard_text
from ui.shared import cached, source_rows
from ui.shared.load_rows import list_words, load_row
from ui.shell.page_context import Frame
from warehouse import LoadRecord
from warehouse.reads.set_on_pages import as_standard

LOADS = 40  # listed
TOLD = 12  # of them, whose entries are read
ENTRIES = 3  # of a load


def listed(page: Frame, came: Sequence[LoadRecord]) -> dict:
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


def entry(source: str, row: dict, lang: str) -> str:
    """A standard, note, change of process or remark in one sentence."""
    catalogue = cached.catalogue()
    known = catalogue.indicators.get(row.get("indicator") or "")
    about = known.name.get(lang) if known else say("chg-entry-all", lang)
    about = list_of([about, row["office"]], lang) if row.get("office") else about
    text, since_day = row.get("text") or row.get("reason") or "", day(row["from"], lang) if row.get("from") else ""
    if source == "standards":
        standard = as_standard(catalogue.sources[source], row)
        what = standard_text(catalogue, row["indicator"], standard, lang) if standard and known else ""
        said = say("chg-entry-standards", lang, about=about, what=what, day=since_day, text=text)
    elif source == "remarks":
        codes = {code.zh: code for code in catalogue.sources[source].columns["kind"].codes}
        code = codes.get(row.get("kind"))
        kind = (code.en if lang == "en" else code.zh) if code else ""
        said = say("chg-entry-remarks", lang, about=about, kind=kind, text=text)
    elif source == "rebases":
        said = say("chg-entry-rebases", lang, about=about, day=since_day, text=text)
    else:
        cells = text or "、".join(filter(None, (source_rows.cell(value, lang) for value in row.values())))
        said = say("chg-entry-notes", lang, about=about, day=since_day, text=cells)
    return say("chg-entry-removed", lang, what=said) if row.get("what") == "removed" else said
