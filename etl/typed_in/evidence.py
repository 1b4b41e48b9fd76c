"""What is done with evidence: state it, correct it, attach a file, carry last year's statement over, confirm it.

Each is a load like any other: a small file in memory, checked, committed, kept. A new statement is the agency's own, so the
first one takes the demonstration's away; what is done to a demonstration's statement is demonstration too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime

from etl.attach.accept import MIB, check
from etl.typed_in.enter import TypedRows, enter
from kpi.dates.periods import year_of
from kpi.dates.roc import parse_date
from kpi.errors import DateError, EvidenceRefused
from lang import DEFAULT, day, say
from warehouse import Warehouse
from warehouse.commit.load_request import FileIn, Kept, Loaded
from warehouse.permissions import Actor, action_on, require
from warehouse.reads.evidence import Statement
from warehouse.reads.set_on_pages import YES
from warehouse.settings import local

EVIDENCE, ATTACHMENTS = "evidence", "attachments"
FIELDS = ("statement", "from", "until", "level", "link", "review")


def state(
    warehouse: Warehouse, indicator: str, office: str | None, fields: Mapping[str, str], basis: int, actor: Actor, at: datetime
) -> Loaded:  # fmt: skip
    """State evidence for an office, or correct the statement that load ``basis`` brought (0: a new one).

    ``fields``: those of `FIELDS`, as typed. A statement that was carried over is confirmed by correcting it.

    Raises
    ------
    EvidenceRefused
        ``evidence-day-there``: a new one begins on the day of another, which it would replace.
    NotAllowed, LoadRefused, Overtaken, Busy, DiskFailed
    """
    require(actor, action_on(EVIDENCE), office)
    told = {name: str(fields.get(name, "")).strip() for name in FIELDS}
    row: dict[str, str | None] = {**told, "indicator": indicator, "office": office}
    first_real = not basis and _demo(warehouse)
    if not basis and not first_real:
        start = _day(told["from"])
        if any(one["from"] == start for one in _rows(warehouse, indicator)):
            raise EvidenceRefused("evidence-day-there", day=start)
    typed = TypedRows(
        EVIDENCE, [row], " ".join(told["statement"].split())[:200], demo=bool(basis) and _demo(warehouse),
        basis=None if first_real else basis,
    )  # fmt: skip
    return enter(warehouse, typed, actor, at)


def _day(text: str) -> date | None:
    """The day as typed; what is none is told when the row is checked."""
    try:
        return parse_date(text)
    except DateError:
        return None


def attach(
    warehouse: Warehouse, indicator: str, start: date, name: str, content: bytes, actor: Actor, at: datetime
) -> Loaded:
    """Attach a file to the statement of an indicator that begins on ``start``. The message of the load is its name.

    Content and row are there together or not at all. The same file again changes nothing; one that was withdrawn comes back.

    Raises
    ------
    EvidenceRefused
        ``evidence-unknown``: there is no such statement.
    AttachmentRefused
        See `etl.attach.accept.check`.
    NotAllowed, Busy, DiskFailed
    """
    office = _statement(warehouse, indicator, start)["office"]
    require(actor, action_on(ATTACHMENTS), office)
    kind = check(name, content, warehouse.catalogue.settings.attachment_mb * MIB)
    digest = hashlib.sha256(content).hexdigest()
    row = {
        "indicator": indicator, "from": start, "name": kind.name, "kept": f"{digest}{kind.ending}", "size": len(content),
        "office": office, "withdrawn": None,
    }  # fmt: skip
    file = FileIn(kind.name, digest, 0, copy=Kept(lambda: (kind.ending, content)))
    return enter(warehouse, TypedRows(ATTACHMENTS, [row], kind.name, attached=file, demo=_demo(warehouse)), actor, at)


def withdraw(warehouse: Warehouse, indicator: str, start: date, kept: str, actor: Actor, at: datetime) -> Loaded:
    """No longer show an attachment. Its content stays, and so do the load that brought it and who did.

    Raises
    ------
    EvidenceRefused
        ``attachment-unknown``: there is none of that name.
    NotAllowed, Busy, DiskFailed
    """
    of = (indicator, start, kept)
    found = next((one for one in warehouse.attachments() if (one.indicator, one.start, one.kept) == of), None)
    if found is None:
        raise EvidenceRefused("attachment-unknown", day=start)
    require(actor, action_on(ATTACHMENTS), found.office)
    row = {
        "indicator": indicator, "from": start, "name": found.name, "kept": kept, "size": found.size, "office": found.office,
        "withdrawn": YES,
    }  # fmt: skip
    return enter(warehouse, TypedRows(ATTACHMENTS, [row], found.name, demo=_demo(warehouse)), actor, at)


def carry_over(
    warehouse: Warehouse, indicator: str, year: int, actor: Actor, at: datetime, lang: str = DEFAULT
) -> Loaded:
    """State for a (Gregorian) year what the newest statement of an earlier one says. It is evidence once it is confirmed.

    What was itself carried over and never confirmed is passed over. Attachments stay with the statement that they belong
    to. ``lang``: of the message.

    Raises
    ------
    EvidenceRefused
        ``evidence-year-ahead``: the year has not begun; ``evidence-none-earlier``; ``evidence-year-there``: a statement of
        that year, or one that holds in it, is there (``day``: its first day).
    NotAllowed, Overtaken, Busy, DiskFailed
    """
    span, rows = year_of(year), _rows(warehouse, indicator)
    if span.start > local(at).date():
        raise EvidenceRefused("evidence-year-ahead", day=span.start)
    earlier = next((row for row in rows if row["from"] < span.start and not row["carried"]), None)
    if earlier is None:
        raise EvidenceRefused("evidence-none-earlier", day=span.start)
    require(actor, action_on(EVIDENCE), earlier["office"])
    if there := [row for row in rows if row["from"] <= span.end and _until(row) >= span.start]:
        raise EvidenceRefused("evidence-year-there", day=there[0]["from"])
    row = {
        **earlier, "from": span.start, "until": span.end, "review": None, "carried": YES, "indicator": indicator,
    }  # fmt: skip
    message = say("evidence-carried", lang, day=day(earlier["from"], lang))
    return enter(warehouse, TypedRows(EVIDENCE, [row], message, demo=_demo(warehouse), basis=0), actor, at)


def confirm(
    warehouse: Warehouse, indicator: str, start: date, actor: Actor, at: datetime, lang: str = DEFAULT
) -> Loaded:
    """Say that a statement that was carried over still holds: the same row, no longer marked. ``lang``: of the message.

    Raises
    ------
    EvidenceRefused
        ``evidence-unknown``: there is no statement that begins on that day.
    NotAllowed, Overtaken, Busy, DiskFailed
    """
    row = _statement(warehouse, indicator, start)
    require(actor, action_on(EVIDENCE), row["office"])
    message = say("evidence-confirmed", lang)
    now = {**row, "indicator": indicator, "carried": None}
    return enter(warehouse, TypedRows(EVIDENCE, [now], message, demo=_demo(warehouse), basis=row["load"]), actor, at)


def _rows(warehouse: Warehouse, indicator: str) -> list[Statement]:
    """The statements of an indicator, newest first. Raises `UnknownName` where there is no such indicator."""
    warehouse.catalogue.indicator(indicator)
    return warehouse.evidence(indicator)


def _statement(warehouse: Warehouse, indicator: str, start: date) -> Statement:
    found = next((row for row in _rows(warehouse, indicator) if row["from"] == start), None)
    if found is None:
        raise EvidenceRefused("evidence-unknown", day=start)
    return found


def _until(row: Statement) -> date:
    """The last day of a statement: that of its year where none is given."""
    return row["until"] or year_of(row["from"].year).end


def _demo(warehouse: Warehouse) -> bool:
    """Is what is done here done to a demonstration?"""
    return EVIDENCE in warehouse.demo_sources()
