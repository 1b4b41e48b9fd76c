"""The yearly form for the pages, kept per version of the warehouse like all that `ui.shared.cached` holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kpi.form.figure import Desk, cutoffs
from kpi.form.saved_records import Records
from kpi.form.template import parse
from present.form.fill import build, days_of
from present.form.filled import Form
from present.form.provenance import FilesBehind
from publish.form.files import files_behind as _files_behind
from ui.shared import cached
from ui.shared.memory import kept
from warehouse import Version
from warehouse.reads.attachments import Attachment
from warehouse.reads.form_records import records as _records


@kept(4)
def records(version: Version) -> Records:
    """What people set for the form, dated in the agency's time zone."""
    found = _records(cached.warehouse())
    local = tuple(replace(one, at=one.at.astimezone(cached.zone()) if one.at else None) for one in found.written)
    return replace(found, written=local)


@kept(8)
def desk(version: Version, year: int, as_of: date) -> Desk:
    """What the form of a Gregorian year is written from, cut at every day that its texts name."""
    found = records(version)
    return Desk(cached.catalogue(), cached.book(version, *days_of(cached.catalogue(), found, year, as_of)), found, year)


@kept(16)
def form(version: Version, year: int, as_of: date, lang: str) -> Form:
    """The form as it reads on its cut-off."""
    return build(desk(version, year, as_of), as_of, lang)


@kept(4)
def attachments(version: Version) -> tuple[Attachment, ...]:
    """The files that are attached to evidence."""
    return cached.warehouse().attachments()


@kept(4)
def files_behind(version: Version) -> FilesBehind:
    """The files whose rows stand behind a figure."""
    return _files_behind(cached.warehouse())


def desk_for(version: Version, year: int, as_of: date, text: str, own: date) -> Desk:
    """The desk of a form with its book cut at the days that a text in the making names as well."""
    found = records(version)
    days = {
        *days_of(cached.catalogue(), found, year, as_of),
        *cutoffs(parse(text, cached.catalogue()).placeholders, year, own),
    }
    return Desk(cached.catalogue(), cached.book(version, *days), found, year)
