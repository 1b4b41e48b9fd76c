"""The params of a refusal as texts."""

from __future__ import annotations

from datetime import date
from typing import Any

from kpi.errors import KpiError
from lang import day, list_of, roc


def roc_month(day: date) -> str:
    """114/11"""
    return roc(day).rsplit("/", 1)[0]


def explained(error: KpiError, lang: str) -> dict[str, Any]:
    """The params of a refusal as texts."""
    params = {name: day(value, lang) if isinstance(value, date) else value for name, value in error.params.items()}
    if "months" in params:
        params["months"] = list_of([roc_month(day) for day in error.params["months"]], lang, of="months")
    if "month" in params:
        params["month"] = roc_month(error.params["month"])
    if "loads" in params:
        params["loads"] = list_of([f"#{load}" for load in params["loads"]], lang, of="loads")
    return params
