"""What to look at first: at most five indicators, each with the reason why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from kpi.catalogue import Catalogue
from kpi.evaluate import Result
from kpi.lateness import Late
from kpi.spc.control_chart import Process
from kpi.spc.xmr import Assurance, Variation
from kpi.status import Status

MOST = 5


class Signal(IntEnum):
    """Why an indicator is named, in the order in which they are named."""

    not_met = 0
    at_risk = 1
    evidence_missing = 2
    concerning = 3  # special cause, for the worse
    failing = 4  # the limits say that the standard will not be held
    stale = 5


@dataclass(frozen=True)
class Attention:
    """An indicator with its first signal, its process where there is one, and what is late where that is the signal."""

    result: Result
    signal: Signal
    process: Process | None = None
    late: Late | None = None


def look_first(
    catalogue: Catalogue, results: Iterable[Result], processes: Mapping[str, Process | None], late: Iterable[Late],
    most: int | None = MOST,
) -> list[Attention]:  # fmt: skip
    """A standard missed comes first, then a special cause that is concerning, then limits beyond the standard, then what is
    late. Of those missed, what a special cause makes worse comes before what varies as ever. All else stands in the order
    of the catalogue, in whatever order the results come in.

    Of a late source only its first indicator is named. ``most``: how many; None gives all.
    """
    order = {key: place for place, key in enumerate(catalogue.indicators)}
    waiting = {one.source: one for one in late}
    found = []
    for result in sorted(results, key=lambda one: order[one.indicator]):
        process = processes.get(result.indicator)
        signal = _signal(result, process)
        source = catalogue.indicators[result.indicator].source
        if signal is not None:
            found.append(Attention(result, signal, process))
        elif source in waiting:
            found.append(Attention(result, Signal.stale, process, waiting.pop(source)))
    found.sort(key=lambda one: (one.signal, not _concerning(one.process)))
    return found[:most]


def _signal(result: Result, process: Process | None) -> Signal | None:
    by_status = {
        Status.not_met: Signal.not_met, Status.at_risk: Signal.at_risk, Status.evidence_missing: Signal.evidence_missing,
    }  # fmt: skip
    if result.status in by_status:
        return by_status[result.status]
    if _concerning(process):
        return Signal.concerning
    return Signal.failing if process and process.assurance is Assurance.failing else None


def _concerning(process: Process | None) -> bool:
    return process is not None and process.variation is Variation.concerning
