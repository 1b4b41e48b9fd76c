"""The evidence of a qualitative standard as data: its statements with their files, and what can be done with them."""

from __future__ import annotations

from functools import partial

from etl.attach.accept import ENDINGS
from kpi.dates.periods import Period
from kpi.form.saved_records import Evidence
from lang import day, number, period, say
from present.form.filled import Form, Row
from ui.assessment import cached_form
from ui.assessment.contract import Attached, RowEvidence, Standing, Statement
from ui.shared import cached
from ui.shared import download as files
from ui.shared.contract import Made
from ui.shell.page_context import Filled
from warehouse.permissions import action_on, local_actor, may

WORDS = (
    "title", "none", "add", "statement", "from", "until", "until-about", "level", "link", "review", "save", "attach", "attach-about",
    "withdraw", "carry", "carry-about", "confirm", "correct", "open", "cancel", "sending", "large",
)  # fmt: skip
FIELDS = ("statement", "from", "until", "review", "level", "link")


def shown(page: Filled, row: Row, evidence_of: str, form: Form) -> RowEvidence:
    """The statements, newest first, each with its state on the row's cut-off."""
    lang, found = page.lang, cached_form.records(page.version).evidence.get(evidence_of, ())
    of_year = [one for one in found if one.start.year <= form.year <= one.end.year]
    earlier = any(one.start.year < form.year and not one.carried for one in found)
    return {
        "rows": [_statement(page, row, one) for one in found],
        "carry": not of_year and earlier,
        "demo": say("ev-demo", lang) if "evidence" in cached.book(page.version).demo else "",
        "year": say("ev-of-year", lang, year=str(form.year - 1911) if lang != "en" else str(form.year)),
        "barred": not may(local_actor(), action_on("evidence"), row.office),
        "limit": cached.catalogue().settings.attachment_mb * 1024 * 1024,
        "endings": ",".join(ENDINGS),
        "fields": [{"name": name, "label": say(f"ev-{name}", lang)} for name in FIELDS],
        "words": {key: say(f"ev-{key}", lang, most=cached.catalogue().settings.attachment_mb) if key in ("attach-about", "large")
                  else say(f"ev-{key}", lang) for key in WORDS},
    }  # fmt: skip


def _statement(page: Filled, row: Row, one: Evidence) -> Statement:
    lang = page.lang
    attached: list[Attached] = [
        {"name": file.name, "kept": file.kept, "size": _size(file.size)}
        for file in cached_form.attachments(page.version)
        if (file.indicator, file.start) == (one.indicator, one.start)
    ]
    return {
        "statement": one.statement, "from": one.start.isoformat(), "span": period(Period(one.start, one.end), lang),
        "load": str(page.version.of(one.load)), "fields": {
            "statement": one.statement, "from": one.start.isoformat(), "until": one.end.isoformat(), "level": one.level or "",
            "link": one.link or "", "review": one.review.isoformat() if one.review else "",
        },
        "level": one.level or "", "link": one.link or "", "office": one.office or "",
        "review": say("ev-review-on", lang, day=day(one.review, lang)) if one.review else "",
        "state": _state(row, one), "word": say(f"ev-state-{_state(row, one)}", lang), "files": attached,
    }  # fmt: skip


def _state(row: Row, one: Evidence) -> Standing:
    """carried (waits to be confirmed), valid, ended or later, on the row's cut-off."""
    if one.carried:
        return "carried"
    if one.end < row.as_of:
        return "ended"
    return "later" if one.start > row.as_of else "valid"


def _size(size: int | None) -> str:
    if size is None:
        return ""
    return f"{number(size / 1024**2, 1)} MB" if size >= 1024**2 else f"{number(max(1, size / 1024))} KB"


def fetched(page: Filled, kept: str) -> Made | None:
    """The attached file that was asked for, under its own name."""
    found = next((one for one in cached_form.attachments(page.version) if one.kept == kept), None) if kept else None
    return files.made(found.name, partial(cached.warehouse().copy, found.kept), page.lang) if found else None
