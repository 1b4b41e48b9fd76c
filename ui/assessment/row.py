"""The page of one row of the form as data: its text in the making, what it reads, what can be inserted, its evidence."""

from __future__ import annotations

from datetime import date

from kpi.form.cut_offs import row_days
from kpi.form.figure import Desk
from kpi.form.figure_parts import What
from kpi.form.placeholder import ZH, name_of
from kpi.form.saved_records import Written
from kpi.form.template import parse, respelled
from lang import day, say, sentence, year
from present.form.bare_numbers import offers
from present.form.diff import marked
from present.form.fill import fill
from present.form.filled import FilledLine, Form, Row
from present.form.insertable import available
from present.form.provenance import source_of as source_line
from ui.assessment import actions as form_flow
from ui.assessment import cached_form, evidence, view
from ui.assessment import row_actions as flow
from ui.assessment.contract import (
    Editor,
    Figure,
    FormRowPage,
    MovedText,
    RowAnswer,
    RowNav,
    RowPreview,
    RowStanding,
    TextLine,
    TheirText,
)
from ui.shared import cached, freshness
from ui.shell import controls
from ui.shell.page_context import Filled
from warehouse import Version
from warehouse.permissions import action_on, local_actor, may

INSERTED = (
    What.amount, What.number, What.cut_off, What.start, What.period, What.last_year, What.change, What.numerator, What.denominator,
    What.standard, What.status, What.level, What.statement,
)  # fmt: skip


def shown(page: Filled, code: str) -> FormRowPage:
    """Everything that the page shows."""
    lang, form = page.lang, view.current(page)
    row, draft = form.row(code), flow.draft(form.year, code, lang)
    text = draft.text if draft else respelled(row.template, cached.catalogue(), lang)
    mine = _mine(row)
    own = _own(draft.as_of if draft else mine.as_of if mine else None, row.as_of, form.as_of)
    desk = cached_form.desk_for(page.version, form.year, form.as_of, text, own)
    return {
        "stamp": f"{page.version}-{form_flow.place_of(code)}", "code": code, "lang": lang, "query": page.query,
        "head": controls.head(row.standard, _sub(row, lang), [], lang, _crumbs(page, row)),
        "nav": _nav(form, code, lang),
        "ribbon": freshness.demo_words(cached.catalogue(), cached.book(page.version), lang),
        "state": _state(row, lang), "said": _said(page, code), "moved": _moved(row, lang),
        "editor": _editor(page, row, text, draft, lang),
        "preview": preview(desk, text, own, form.as_of, code, lang, page.version),
        "figures": figures(desk, code, own, flow.part(), lang),
        "whats": [controls.option(what.value, ZH[what] if lang != "en" else what.value) for what in INSERTED],
        "what": flow.part().value,
        "evidence": evidence.shown(page, row, row.evidence_of, form) if row.evidence_of else None,
        "fetched": evidence.fetched(page, flow.to_fetch()),
        "words": {key: say(f"row-{key}", lang) for key in WORDS}
        | {"as-of-about": say("row-as-of-about", lang, day=day(form.as_of, lang))},
    }  # fmt: skip


WORDS = (
    "back", "previous", "next", "text", "as-of", "save", "saving", "preview", "insert", "find", "what", "none-found",
    "problems", "offers", "offer-use", "then", "now", "theirs", "mine", "keep-mine", "take-theirs", "help", "own-row", "discard",
)  # fmt: skip


def _mine(row: Row) -> Written | None:
    """What was written for this very year."""
    return row.written if row.origin == "written" else None


def _own(asked: date | str | None, row: date, head: date) -> date:
    """The cut-off of the text in the making; one that is no day leaves that of the row."""
    if isinstance(asked, date):
        return asked
    try:
        return date.fromisoformat(asked) if asked else head
    except ValueError:
        return row


def _sub(row: Row, lang: str) -> str:
    return say("row-sub", lang, indicator=row.indicator, office=row.office or say("form-nobody", lang))


def _crumbs(page: Filled, row: Row) -> list[str]:
    dimension = cached.catalogue().dimensions[row.dimension].get(page.lang)
    return [say("ui-page-assessment", page.lang), dimension, row.item]


def _nav(form: Form, code: str, lang: str) -> RowNav:
    place, total = form_flow.place_of(code), len(cached.catalogue().framework)
    return {
        "text": say(
            "row-place",
            lang,
            year=year(form.year, lang).removesuffix(" 年"),
            day=day(form.as_of, lang),
            place=place,
            total=total,
        ),
        "previous": place - 1 or None,
        "next": place + 1 if place < total else None,
    }


def _state(row: Row, lang: str) -> RowStanding:
    catalogue = cached.catalogue()
    written = ""
    if row.written is not None and row.written.at is not None:
        at = freshness.moment(row.written.at, cached.today(), lang)
        written = say("row-written", lang, who=row.written.author, at=at)
    return {
        "id": row.state, "word": view.state_word(row.state, lang), "by": written,
        "why": [sentence(one, lang, catalogue) for one in row.why],
    }  # fmt: skip


def _said(page: Filled, code: str) -> RowAnswer | None:
    found = flow.said(code)
    if found is None:
        return None
    theirs = _theirs(form_flow.year_of(page), code, page.lang) if found.mine is not None else None
    return {
        "act": found.act, "good": found.good, "text": found.text, "wrong": list(found.wrong), "number": found.number,
        "mine": found.mine, "theirs": theirs,
    }  # fmt: skip


def _theirs(of: int, code: str, lang: str) -> TheirText:
    """The text that was saved meanwhile, as it is now."""
    written = cached_form.records(cached.version()).text(code, of, lang)
    return {
        "text": respelled(written.text, cached.catalogue(), lang) if written else "",
        "by": say("row-written", lang, who=written.author, at=freshness.moment(written.at, cached.today(), lang))
        if written and written.at
        else "",
    }


def _moved(row: Row, lang: str) -> MovedText | None:
    """What it read when it was saved against what it reads now, at the same cut-off."""
    if not row.read_then or row.written is None:
        return None
    pieces = [(piece.text, piece.kind, piece.figure) for piece in marked(row.read_then, row.reads_now)]
    return {"title": say("row-moved", lang, day=day(row.written.shown_as_of, lang)), "pieces": pieces}


def _editor(page: Filled, row: Row, text: str, draft: flow.Draft | None, lang: str) -> Editor:
    """``current`` is the load of the text that stands now, ``basis`` that of the one which is being typed over."""
    chosen = form_flow.year_of(page)
    days = row_days(chosen)
    mine = _mine(row)
    current = str(page.version.of(mine.load if mine else 0))
    allowed = may(local_actor(), action_on("results"), row.office)
    return {
        "text": text, "current": current, "basis": draft.basis if draft else current, "dirty": draft is not None,
        "year": chosen, "office": row.office or "",
        "as_of": draft.as_of if draft else mine.as_of.isoformat() if mine and mine.as_of else "",
        "min": days.start.isoformat(), "max": days.end.isoformat(), "head": day(form_flow.as_of(page), lang),
        "barred": "" if allowed else say("row-barred", lang, office=row.office or ""),
        "who": say("up-who", lang, who=local_actor().name),
    }  # fmt: skip


# -- what it reads ---------------------------------------------------------------------------------------------------


def preview(desk: Desk, text: str, own: date, head: date, code: str, lang: str, version: Version) -> RowPreview:
    """The text with its figures, what is wrong with it, and bare numbers for which there is a placeholder."""
    catalogue = desk.catalogue
    template = parse(text, catalogue)
    lines = fill(desk, template, own, lang, head=head)
    missing = dict.fromkeys(
        say("row-missing", lang, name=name_of(catalogue, piece.figure.placeholder.name, lang),
            why=sentence(piece.figure.missing, lang, catalogue))
        for line in lines for piece in line.pieces if not isinstance(piece, str) and piece.figure and piece.figure.missing
    )  # fmt: skip
    return {
        "lines": _lines(desk, lines, version, lang),
        "problems": [sentence(one, lang, catalogue) for one in template.problems] + list(missing),
        "offers": [
            {"start": _in_browser(text, one.start), "end": _in_browser(text, one.end), "found": one.found, "placeholder": one.placeholder,
             "text": say("row-offer", lang, found=one.found, name=catalogue.indicators[one.indicator].name.get(lang))}
            for one in offers(desk, text, own, lang, code=code)
        ],
    }  # fmt: skip


def _in_browser(text: str, place: int) -> int:
    """A place in a text as browsers count it: rare characters and emoji are two there."""
    return len(text[:place].encode("utf-16-le")) // 2


def _lines(desk: Desk, lines: tuple[FilledLine, ...], version: Version, lang: str) -> list[TextLine]:
    """As `assessment_view.lines_data`, each figure with the line that says where it came from."""
    behind = cached_form.files_behind(version)
    found = view.lines_data(lines, lang)
    for line, data_line in zip(lines, found, strict=True):
        for piece, marked_piece in zip(line.pieces, data_line["pieces"], strict=True):
            if not isinstance(piece, str) and not isinstance(marked_piece, str):
                marked_piece.append(source_line(desk, piece, behind, lang))
    return found


def figures(desk: Desk, code: str, own: date, what: What, lang: str) -> list[Figure]:
    """What can be inserted of the part that was chosen, the indicators of this row first."""
    return [
        {"name": one.name, "value": one.text, "insert": one.placeholder, "mine": one.mine, "missing": one.missing}
        for one in available(desk, code, own, lang, what)
    ]
