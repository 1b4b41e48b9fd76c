"""What the page of months may show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kpi.dates.periods import Period
from lang import say
from tests.ui import examples as some
from ui.months.view import heads, legend, words_of

DAY = date(2025, 11, 10)


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    rows = _rows(zh, lang)
    usual = {
        "query": {"year": "114"},
        "stamp": "14",
        "ribbon": some.ribbon(lang),
        "filter": {"view": "status"},
        "head": some.head(lang, say("ui-page-months", lang), "全機關" if zh else "Whole agency", *some.period(lang)),
        "views": [{"id": name, "name": say(f"ui-months-view-{name}", lang)} for name in ("status", "change")],
        "summary": {
            "status": "2 項未達標，合計 3 個月。" if zh else "2 indicators missed theirs, 3 months in all.",
            "change": "4 個月變好，5 個月變差。" if zh else "4 months were better, 5 worse.",
        },
        "months": heads(DAY, lang),
        "dimensions": [{"id": "basic", "name": "基礎服務" if zh else "Basic services"}],
        "rows": rows,
        "legend": legend(rows, lang),
        "leftOut": say("ui-months-left-out", lang, count=3, office="資訊室"),
        "words": words_of(Period(date(2025, 1, 1), DAY), lang),
    }
    yield "months", "usual", usual
    yield "months", "usual, as changes", {**usual, "filter": {"view": "change"}}
    yield "months", "nothing for this office", {**usual, "rows": [], "legend": legend([], lang)}
    yield (
        "months",
        "empty",
        {
            "query": {},
            "stamp": "1",
            "head": some.head(lang, say("ui-page-months", lang), ""),
            "empty": some.empty(lang),
        },
    )


def _rows(zh: bool, lang: str) -> list[dict]:
    def cell(state: str, change: str = "—", tone: str = "", step: int = 0, **more: object) -> dict:
        say_it = ["114 年 3 月：94.9%（n = 102）" if zh else "Mar 2025: 94.9% (n = 102)", some.status(state, lang)]
        return {
            "status": state,
            "open": False,
            "fresh": True,
            "change": change,
            "tone": tone,
            "step": step,
            "say": say_it,
            **more,
        }

    many = [
        cell("met", "+0.4", "better", 1),
        cell("met", "+2.1", "better", 2),
        cell("not_met", "−4.0", "worse", 3),
        cell("not_met", fresh=False),
        cell("at_risk", "−0.2", "worse", 1),
        cell("tracked", "+1,204.5", "neutral", 2),
        cell("no_cases"),
        cell("no_data"),
        cell("not_applicable"),
        cell("evidence_missing"),
        cell("met", "+0.1", "better", 1, open=True),
    ]
    row = {"dimension": "basic", "standard": "≥ 95%", "unit": "百分點" if zh else "points"}
    return [
        {
            "id": "petitions_on_time",
            "name": "人民陳情依限辦結率" if zh else "Petitions answered in time",
            "cells": many,
            "total": cell("met", value="94.9%"),
            **row,
        },
        {
            "id": "new",
            "name": "今年才有的指標" if zh else "New this year",
            "cells": [],
            "total": cell("no_data", value="—"),
            **row,
            "standard": "",
            "unit": "",
        },
    ]
