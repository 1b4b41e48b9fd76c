"""The signed editions of a year as data: the list, one of them opened with what has moved since, and signing off."""

from __future__ import annotations

from kpi.form.saved_records import Edition
from lang import day, say
from ui.assessment import actions, cached_form, comparison, view
from ui.assessment.contract import Editions, ListedEdition, OpenedEdition
from ui.shell.page_context import Filled

WORDS = ("sign", "sign-title", "signed-by", "editions")


def opened(page: Filled) -> Edition | None:
    """The edition that the address names."""
    asked = actions.edition(page.version)
    signed = cached_form.records(page.version).signed(actions.year_of(page))
    return next((one for one in signed if asked == one.number), None)


def shown(page: Filled) -> Editions:
    """The editions, newest first."""
    lang, form, chosen = page.lang, view.current(page), opened(page)
    waiting = len(form.rows) - form.done
    return {
        "part": "editions", "stamp": f"{page.version}-{form.year}-{form.as_of}-{chosen.number if chosen else 0}",
        "query": page.query, "lead": say("form-sign-lead", lang, day=day(form.as_of, lang)),
        "warning": say("form-sign-warning", lang, open=waiting) if waiting else "",
        "editions": [_listed(one, chosen, lang) for one in cached_form.records(page.version).signed(form.year)],
        "opened": _opened(page, chosen) if chosen else None,
        "files": view.file_buttons(lang), "sources": say("form-with-sources", lang),
        "words": {key: say(f"form-{key}", lang) for key in WORDS} | {"none": say("form-editions-none", lang)},
    }  # fmt: skip


def _title(one: Edition, lang: str) -> str:
    return say("form-edition-title", lang, number=one.number, day=day(one.as_of, lang))


def _listed(one: Edition, chosen: Edition | None, lang: str) -> ListedEdition:
    by = say("form-edition-by", lang, who=one.signed_by, day=day(one.signed_on, lang))
    return {
        "number": one.number,
        "title": _title(one, lang),
        "by": by,
        "open": chosen is not None and chosen.number == one.number,
    }


def _opened(page: Filled, one: Edition) -> OpenedEdition:
    """What the edition says against what the same cut-off says now."""
    lang = page.lang
    kept, now = view.frozen(one, lang), cached_form.form(page.version, one.year, one.as_of, lang)
    rows = comparison.differing(kept, now)
    heads = [say(f"form-{key}", lang) for key in ("compare-standard", "edition-then", "edition-now")]
    return {
        "title": _title(one, lang), "said": say("form-edition-moved", lang, count=len(rows)), "heads": heads,
        "lead": _title(one, lang), "rows": comparison.pairs(rows, now, lang), "query": page.query,
    }  # fmt: skip
