"""What the heads of several pages say: agency and period, and the dimensions to choose from."""

from __future__ import annotations

from kpi.catalogue import Catalogue
from kpi.dates.periods import Period, same_days_last_year
from lang import period, say
from ui.shared import cached
from ui.shared.contract import Named


def dimensions(lang: str) -> list[Named]:
    return [{"id": key, "name": text.get(lang)} for key, text in cached.catalogue().dimensions.items()]


def subtitle(catalogue: Catalogue, asked: Period, office: str | None, lang: str) -> str:
    """Agency, period in words with both date ranges."""
    before = same_days_last_year(asked)
    years = f"{asked.end.year} / {before.end.year}"
    who = catalogue.settings.agency.get(lang)
    if office:
        who = f"{who} · {office}"
    return say("ui-overview-sub", lang, who=who, now=period(asked, lang), before=period(before, lang), years=years)
