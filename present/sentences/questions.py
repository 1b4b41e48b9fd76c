"""What to ask (要問什麼): one to three questions worked out from the data of an indicator. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from statistics import median

from kpi.catalogue import AtLeast, AtMost, Behaviour, Catalogue, Direction, Frequency, Range, TimeLimit
from kpi.evaluate import Result
from kpi.exact import sign
from kpi.sentence import Amount, Named, Sentence, Share
from kpi.spc.control_chart import Process
from kpi.spc.funnel import FEWEST, share_of, side_of
from kpi.spc.standout import How, Lot, most_of
from kpi.spc.xmr import Variation
from kpi.status import Status
from present.charts.breakdown import Dot, OfficeDots
from present.sentences.change import is_of_another_day

MOST = 3
SOON = timedelta(days=60)
LARGE = 0.2  # a change of a count that asks for a reason


def questions(
    catalogue: Catalogue, result: Result, offices: OfficeDots, categories: Callable[[], OfficeDots], process: Process | None
) -> list[Sentence]:  # fmt: skip
    """The most pressing first; empty when nothing calls for a question. ``categories`` is asked only where they matter."""
    rules = (
        _windows,
        _evidence,
        _behind,
        _office_out,
        _most_of_count,
        _signal,
        _missed,
        _no_data,
        _large,
        _no_standard,
    )
    found = [rule(catalogue, result, offices, process) for rule in rules]
    late = _overdue(result, offices, categories) if _overdue_at_all(result) else []
    told = {ask.params["part"] for ask in late if "part" in ask.params}
    rest = [ask for ask in found if ask and ask.params.get("office") not in told]
    return [*late, *rest][:MOST]


def worst_first(catalogue: Catalogue, indicator: str, dots: OfficeDots) -> list[Dot]:
    """Parts in the order in which they ask for attention; the highest first where no direction is better."""
    best_high = catalogue.indicators[indicator].direction is Direction.higher
    return sorted(dots.rows, key=lambda dot: (dot.value if best_high else -dot.value, -(dot.n or 0)))


def marked(catalogue: Catalogue, indicator: str, dots: OfficeDots) -> dict[str, int]:
    """Parts outside the range of chance around the whole: 1 above, -1 below. Only shares of counted cases can be."""
    whole = share_of(dots.whole.numerator, dots.whole.n) if dots.whole else None
    if catalogue.indicators[indicator].behaviour is not Behaviour.ratio or whole is None:
        return {}
    sides = {
        dot.key: side_of(cases.those, cases.n, whole.rate)
        for dot in dots.rows
        if (cases := share_of(dot.numerator, dot.n))
    }
    return {key: side for key, side in sides.items() if side}


def named(asks: Sequence[Sentence]) -> list[Named]:
    """The offices and categories that the questions name."""
    values = [value for ask in asks for value in ask.params.values()]
    return [
        one for value in values for one in (value if isinstance(value, list) else [value]) if isinstance(one, Named)
    ]


def _overdue_at_all(result: Result) -> bool:
    standard = result.standard
    return result.status is Status.not_met and isinstance(standard, TimeLimit)


def _overdue(result: Result, offices: OfficeDots, categories: Callable[[], OfficeDots]) -> list[Sentence]:
    """Where the cases over their limit lie: by office, and by category where one stands out or no office can be told."""
    found = [] if result.scope.office else [_lies(result, offices, "offices")]
    by_category = _lies(result, categories(), "categories")
    if by_category and (not any(found) or by_category.key.endswith("alone")):
        found.append(by_category)
    return [ask for ask in found if ask]


def _lies(result: Result, parts: OfficeDots, kind: str) -> Sentence | None:
    """Who holds most of the late cases, if by more than its share of the cases explains; else that they are spread."""
    value = result.value
    if value is None or value.numerator is None or value.denominator is None:
        return None
    whole, late = value.denominator, round(value.denominator - value.numerator)
    lots = [
        Lot(dot.key, cases.n - cases.those, cases.n) for dot in parts.rows if (cases := share_of(dot.numerator, dot.n))
    ]
    told = most_of(lots, late, whole)
    if told is None:
        return None
    how, lot = told
    params: dict[str, int | Named | Share] = {"late": late}
    if lot is not None:
        name = next(dot.name for dot in parts.rows if dot.key == lot.name)
        params |= {"part": Named(name, kind, lot.name), "count": round(lot.late)}
        shares = lot.late / late, lot.n / whole
        beside = shares[::-1] if how is How.alone else (None, None)  # those that differ are printed so
        params |= {"share": Share(shares[0], beside[0]), "cases": Share(shares[1], beside[1])}
    return Sentence(f"ui-ask-overdue-{kind}-{how.value}", params)


def _windows(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    """Windows that were missed, or what remains to be done in the open one."""
    missed = [window for window in result.windows if window.state == "missed"]
    if missed:
        if missed[-1].missing:
            offices_short = _offices(missed[-1].missing)
            return Sentence("ui-ask-window-offices", {"window": missed[-1].period, "offices": offices_short})
        return Sentence("ui-ask-window-missed", {"window": missed[-1].period})
    last, standard = result.windows[-1] if result.windows else None, result.standard
    if last and last.state == "open" and isinstance(standard, Frequency):
        need = round(standard.value - last.count)
        if last.missing:
            return Sentence("ui-ask-window-open-offices", {"day": last.period.end, "offices": _offices(last.missing)})
        return Sentence("ui-ask-window-open", {"day": last.period.end, "need": need}) if need > 0 else None
    return None


def _offices(names: Iterable[str]) -> list[Named]:
    return [Named(name, "offices", name) for name in names]


def _evidence(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    if result.status is Status.evidence_missing:
        return Sentence("ui-ask-evidence-missing", {})
    evidence = catalogue.indicators[result.indicator].behaviour is Behaviour.evidence
    if evidence and result.value and result.value.period.end - result.asked.end <= SOON:
        return Sentence("ui-ask-evidence-ends", {"day": result.value.period.end})
    return None


def _behind(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    """What the rest of the year would need, beside what a month has brought."""
    if result.status is not Status.at_risk or process is None:
        return None
    usual = sorted(member.number for member in process.members[-12:])
    params = {"each": result.reason.params["each"], "usual": Amount(result.indicator, median(usual))}
    return Sentence("ui-ask-behind" if result.reason.key == "year-behind" else "ui-ask-ahead", params)


def _missed(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    """Of a bound that was missed. Which office stands out is asked only where it does so by more than chance."""
    missed = result.status is Status.not_met and isinstance(result.standard, AtLeast | AtMost | Range)
    return Sentence("ui-ask-missed", {}) if missed else None


def _office_out(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    """The office that stands out most: first on the wrong side, else on the good one. Of two that lie as far none."""
    sides, whole = marked(catalogue, result.indicator, offices), offices.whole
    if not sides or whole is None or result.scope.office:
        return None
    bad = {Direction.higher: -1, Direction.lower: 1}.get(catalogue.indicators[result.indicator].direction, 0)
    out = [dot for dot in offices.rows if sides.get(dot.key)]
    wrong = [dot for dot in out if sides[dot.key] == bad]
    word = "differs" if bad == 0 else "worse" if wrong else "better"
    first = _farthest(wrong or out, whole)
    if first is None:
        return Sentence(f"ui-ask-offices-{word}", {"count": len(wrong or out), "whole": _whole(result, whole)})
    params = {"office": Named(first.name, "offices", first.key), "value": value_label(first)}
    return Sentence(f"ui-ask-office-{word}", {**params, "whole": _whole(result, whole, first)})


def _most_of_count(
    catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None
) -> Sentence | None:
    """Of a count that is too high the office that has most of it, with its share: no cases explain that, so only the share
    is said."""
    standard, item, value = result.standard, catalogue.indicators[result.indicator], result.value
    if (
        not isinstance(standard, AtMost)
        or item.behaviour is not Behaviour.flow
        or result.status not in (Status.not_met, Status.at_risk)
    ):
        return None
    if result.scope.office or len(offices.rows) < 2 or value is None or value.value is None:
        return None
    first, second, *_ = sorted(offices.rows, key=lambda dot: -dot.value)
    if first.value < FEWEST or not sign(first.value, second.value):
        return None
    part = Named(first.name, "offices", first.key)
    return Sentence("ui-ask-count-most", {"part": part, "share": Share(first.value / value.value)})


def _farthest(dots: list[Dot], whole: Dot) -> Dot | None:
    """The one that lies farthest out for its size; None where two lie as far."""
    far = {dot.key: abs(dot.value - whole.value) * (dot.n or 0) ** 0.5 for dot in dots}
    first, *others = sorted(dots, key=lambda dot: -far[dot.key])
    return first if all(sign(far[first.key], far[dot.key]) for dot in others) else None


def _whole(result: Result, whole: Dot, beside: Dot | None = None) -> Amount:
    return Amount(result.indicator, whole.value / 100, beside=(beside.value / 100,) if beside else ())


def value_label(dot: Dot) -> str:
    """The label of a dot without its name: 8.2%（19／231 件）."""
    return dot.label.removeprefix(dot.name).lstrip("：: ")


def _signal(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    """Since when a special cause for the worse has been at work."""
    if process is None or process.variation is not Variation.concerning:
        return None
    return Sentence("ui-ask-signal", {"since": process.reason.params["since"]})


def _no_data(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    if result.status is not Status.no_data:
        return None
    return Sentence("ui-ask-no-data", {"source": catalogue.sources[catalogue.indicators[result.indicator].source].name})


def _large(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    moved, prior = result.change, result.prior
    if moved is None or prior is None or moved.relative is None or sign(abs(moved.relative), LARGE) < 0:
        return None
    neutral = catalogue.indicators[result.indicator].direction is Direction.neutral
    params = {"up": int(moved.relative > 0), "same": int(not is_of_another_day(result)), "day": prior.period.end}
    return Sentence("ui-ask-large" if neutral else "ui-ask-large-judged", params)


def _no_standard(catalogue: Catalogue, result: Result, offices: OfficeDots, process: Process | None) -> Sentence | None:
    directed = catalogue.indicators[result.indicator].direction is not Direction.neutral
    if result.status is Status.tracked and directed and result.value and result.value.value is not None:
        return Sentence("ui-ask-no-standard", {"value": Amount(result.indicator, result.value.value)})
    return None
