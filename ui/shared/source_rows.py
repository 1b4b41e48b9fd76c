"""Rows of a source with the file, sheet and row that each came from, in words; `ui/parts/source_rows.js` draws them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lang import day, number, say
from ui.shared import cached
from ui.shared.contract import SourceRow, SourceRows
from ui.shared.messages import number_of
from warehouse.reads.provenance import Rows


def shown(found: Rows, source: str, offset: int, lang: str, of: int = 0) -> SourceRows:
    """A page of rows from ``offset``; columns that are empty in all of them are left out. ``of``: the load that is open."""
    columns = cached.catalogue().sources[source].columns
    filled = [name for name in found.columns if any(row[name] not in (None, [], "") for row in found.rows)]
    rated = any(row.get("counted") is not None for row in found.rows)
    changed = any("what" in row for row in found.rows)
    heads = [say("rows-from", lang)]
    heads += [say("rows-what", lang)] if changed else [say("rows-counted", lang)] if rated else []
    heads += [columns[name].headers[0] if name in columns else say("up-option-as_of", lang) for name in filled]
    rows: list[SourceRow] = []
    for row in found.rows:
        cells = []
        if changed:
            cells.append(say(f"up-{row['what']}", lang))
        elif rated:
            cells.append(say("rows-yes" if row["counted"] else "rows-no", lang))
        cells += [cell(row[name], lang) for name in filled]
        rows.append({"file": row["file"] or "—", "where": _where(row, lang), "load": row["load"], "cells": cells})
    return {
        "heads": heads, "rows": rows, "of": of, "from": offset, "size": cached.ROWS, "total": found.total,
        "said": _said(found, offset, lang), "before": say("rows-before", lang), "after": say("rows-after", lang),
        "none": say("rows-none", lang),
    }  # fmt: skip


def offset_of(text: str | None) -> int:
    """The first row of a page, as an address states it."""
    return (number_of(text or "") or 0) // cached.ROWS * cached.ROWS


def cell(value: object, lang: str) -> str:
    """The value of a row as it is read; nothing for an empty one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("rows-yes" if value else "rows-no", lang)
    if isinstance(value, datetime):
        return f"{day(value.date(), lang)} {value:%H:%M}"
    if isinstance(value, date):
        return day(value, lang)
    if isinstance(value, float):
        return number(value, 0 if value.is_integer() else 4)
    if isinstance(value, list | tuple):
        return "、".join(str(one) for one in value)
    return str(value)


def _where(row: Mapping[str, Any], lang: str) -> str:
    place = say("up-row", lang, row=str(row["row"])) if row["row"] is not None else ""
    return " · ".join(part for part in (row["sheet"], place) if part)


def _said(found: Rows, offset: int, lang: str) -> str:
    if not found.rows:
        return ""
    last = offset + len(found.rows)
    return say("rows-said", lang, first=number(offset + 1), last=number(last), total=number(found.total))
