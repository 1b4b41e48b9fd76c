"""What to look at first, worked out once from what the pages keep."""

from __future__ import annotations

from kpi.attention import Attention, look_first
from kpi.dates.periods import Period
from kpi.lateness import late_sources
from ui import data
from warehouse import Version


def to_look_at(version: Version, asked: Period, office: str | None) -> list[Attention]:
    catalogue, processes = data.catalogue(), data.processes(version, asked.end, office)
    late = late_sources(catalogue, data.book(version), data.today())
    return look_first(catalogue, data.results(version, asked, office), processes, late)
