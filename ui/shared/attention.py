"""What to look at first, worked out once from what the pages keep."""

from __future__ import annotations

from kpi.attention import Attention, look_first
from kpi.dates.periods import Period
from kpi.lateness import late_sources
from ui.shared import cached
from warehouse import Version


def to_look_at(version: Version, asked: Period, office: str | None) -> list[Attention]:
    catalogue, processes = cached.catalogue(), cached.processes(version, asked.end, office)
    late = late_sources(catalogue, cached.book(version), cached.today())
    return look_first(catalogue, cached.results(version, asked, office), processes, late)
