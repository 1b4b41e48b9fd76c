"""What is set for the yearly form: the text of a row, and an edition that is signed off."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from etl.typed_in.enter import TypedRows, enter
from kpi.dates.roc import roc_year
from kpi.form.cut_offs import check_cut_off, check_row_cut_off
from kpi.form.template import respelled
from lang import day, say
from warehouse import Warehouse
from warehouse.commit.load_request import FileIn, Kept, Loaded
from warehouse.permissions import Actor, action_on, require
from warehouse.reads.form_records import LANGS, records

LANG_CODES = {lang: code for code, lang in LANGS.items()}


def write_row(
    warehouse: Warehouse, year: int, code: str, lang: str, text: str, as_of: date | None, shown: str, shown_as_of: date,
    actor: Actor, at: datetime, basis: int,
) -> Loaded:  # fmt: skip
    """Save the text of a row for the form of a Gregorian year, for the office in charge of it.

    ``shown``: what it reads now, at the cut-off ``shown_as_of``. ``basis``: the load of the text that the writer saw.

    Raises
    ------
    NotAllowed
        The actor may not write for that office; nothing else is looked at.
    LoadRefused
        A placeholder names no indicator, or the text is empty.
    Overtaken
        Somebody else saved the row meanwhile.
    KpiError
        The row's own cut-off is no day that the form of that year can have.
    """
    office = records(warehouse).office(code, year)
    require(actor, action_on("results"), office)
    if as_of is not None:
        check_row_cut_off(year, as_of)
    row = {
        "year": roc_year(year), "code": code, "lang": LANG_CODES[lang], "office": office, "as_of": as_of,
        "text": respelled(text, warehouse.catalogue, None), "shown": shown, "shown_as_of": shown_as_of,
    }  # fmt: skip
    standard = warehouse.catalogue.framework[code].standard.get(lang)
    typed = TypedRows("results", [row], say("form-message", lang, standard=standard), basis=basis)
    return enter(warehouse, typed, actor, at)


def sign_off(
    warehouse: Warehouse, year: int, number: int, as_of: date, signed_by: str, content: bytes, actor: Actor, at: datetime,
    today: date, lang: str,
) -> Loaded:  # fmt: skip
    """Keep a form as it reads, signed by a person today. ``content`` is its edition file; ``number`` that of the edition.

    Raises
    ------
    NotAllowed, LoadRefused
    Overtaken
        There is an edition of that number already.
    KpiError
        The cut-off is no day of that year.
    """
    require(actor, action_on("editions"))
    check_cut_off(year, as_of)
    digest = hashlib.sha256(content).hexdigest()
    row = {
        "year": roc_year(year), "number": number, "as_of": as_of, "signed_by": signed_by, "signed_on": today,
        "kept": f"{digest}.json",
    }  # fmt: skip
    file = FileIn(f"自行評核表_{roc_year(year)}_{number}.json", digest, 0, copy=Kept(lambda: (".json", content)))
    message = say("form-message-signed", lang, number=number, day=day(as_of, lang), who=signed_by)
    return enter(warehouse, TypedRows("editions", [row], message, attached=file, basis=0), actor, at)
