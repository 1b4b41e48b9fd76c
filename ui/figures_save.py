"""The grid of hand-counted figures is saved as a load like any other: as a file in memory, checked and committed."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import streamlit as st

from etl.clean import symbol
from etl.intake import Plan, load, note_refusal, prepare
from etl.problem import words
from kpi.errors import KpiError
from kpi.periods import Period
from kpi.values import POINTS
from lang import roc, say
from ui import data, upload_check
from ui import upload_flow as flow
from ui.figures_grid import FIELDS, SOURCE, by_hand, code, months
from warehouse import settings
from warehouse.access import local_actor

COLUMNS = ("indicator", "from", "to", *FIELDS)


@dataclass(frozen=True)
class Said:
    """What a save did: a sentence, and by indicator what is wrong. ``number`` tells one save from another."""

    text: str
    good: bool
    wrong: dict[str, list[str]]
    number: int


def said() -> dict | None:
    """What the last save of this session did."""
    found = st.session_state.get(flow.SAID)
    return asdict(found) if found else None


def heard(lang: str, what: str, value: object) -> None:
    """A control of the grid was used: another month, or save."""
    key = value.get("key") if what == "choose" and isinstance(value, Mapping) else None
    if key == "for":
        st.session_state.pop(flow.SAID, None)
        st.query_params["for"] = str(value.get("value", ""))
    elif key == "figures":
        month = next((one for one in months() if code(one) == value.get("month")), None)
        if month:
            st.query_params["for"] = code(month)
            st.session_state[flow.SAID] = save(
                month, value.get("cells") or {}, str(value.get("message", ""))[:200], lang
            )
    else:
        flow.heard(what, value)


def save(month: Period, cells: Mapping[str, Mapping[str, str]], message: str, lang: str) -> Said:
    """Load the cells that were filled in."""
    known = by_hand()
    sent = {key: fields for key, fields in cells.items() if key in known}
    at = settings.now()
    number = int(at.timestamp() * 1000)
    try:
        name = f"人工統計_{code(month)}.csv"
        plan = prepare(
            data.warehouse(), SOURCE, [(name, as_csv(month, sent))], today=data.today(), replace_period=False
        )
        if plan.refused:
            note_refusal(data.warehouse(), plan, at)
            wrong = _wrong(plan, list(sent), lang)
            return Said(say("up-grid-refused", lang, count=sum(map(len, wrong.values()))), False, wrong, number)
        done = load(data.warehouse(), plan, local_actor(), message.strip(), at)
    except KpiError as error:
        return Said(upload_check.sentence(error, lang), False, {}, number)
    data.watcher().version = max(data.watcher().version, done.version)
    if done.load is None:
        return Said(say("up-grid-saved-same", lang), True, {}, number)
    return Said(say("up-grid-saved", lang, count=len(sent), version=str(done.version)), True, {}, number)


def as_csv(month: Period, cells: Mapping[str, Mapping[str, str]]) -> bytes:
    """The cells in the heading's spellings of the source; a per cent that is written without its sign gets it."""
    spec = data.catalogue().sources[SOURCE].columns
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([spec[column].headers[0] for column in COLUMNS])
    for key, fields in cells.items():
        item = data.catalogue().indicators[key]
        texts = {field: str(fields.get(field, "")).strip() for field in FIELDS}
        exact = texts["value"] and symbol(texts["value"]) is None
        if item.unit == "percent" and exact and "%" not in texts["value"] and "％" not in texts["value"]:
            texts["value"] += "%"
        start = "" if item.behaviour in POINTS else roc(month.start)
        writer.writerow([key, start, roc(month.end), *(texts[field] for field in FIELDS)])
    return out.getvalue().encode("utf-8-sig")


def _wrong(plan: Plan, keys: list[str], lang: str) -> dict[str, list[str]]:
    """What is wrong, by indicator: row 2 of the file is the first that was sent."""
    found: dict[str, list[str]] = {}
    for report in plan.files:
        for problem in report.problems:
            row = int("".join(sign for sign in problem.cell or "" if sign.isdigit()) or 0) - 2
            if problem.severity == "error":
                sentence, wanted = words(problem, lang)
                key = keys[row] if 0 <= row < len(keys) else ""
                tail = f"{say('up-expected', lang)}{wanted}" if wanted else ""
                found.setdefault(key, []).append(f"{sentence} {tail}".strip())
    return found
