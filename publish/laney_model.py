"""A p′ or u′ control chart (管制圖) before it is drawn: the months of a process with limits that follow each month's n."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.catalogue import Behaviour, Catalogue
from kpi.evaluate import Point
from kpi.laney import Kind, Laney, LaneyPoint, laney_of
from kpi.process import Member, Process
from kpi.xmr import Flag, Rule, Variation, variation_of
from lang import list_of, month_name, number, say, unit_of, year
from publish.labels import demo_note, is_percent, part_name, point_label, shown, value_text
from publish.process_model import process_chart

ALIKE = (0.95, 1.05)  # a sigma_z that is as good as 1


@dataclass(frozen=True)
class LaneyDot:
    """One month: ``place`` counts calendar months from the first; value and limits in the unit shown."""

    place: int
    value: float
    lower: float
    upper: float
    kind: Variation  # common cause where it is not outside
    lines: tuple[str, ...]


@dataclass(frozen=True)
class LaneyModel:
    """Words are plain text, never markup; only the ticks of ``months`` break their lines with <br>."""

    title: str
    subtitle: str
    unit: str
    percent: bool
    dots: tuple[LaneyDot, ...]
    centre: float
    names: tuple[str, str, str]  # of the centre (with its value), the lower and the upper limit
    months: tuple[tuple[int, str], ...]  # places with a tick, and its words
    summary: str
    note: str


def laney_chart(catalogue: Catalogue, process: Process, lang: str, *, demo: bool) -> LaneyModel | None:
    """p′ for shares, u′ for means; None for what has no n, and for fewer than two months that have one."""
    key, item = process.indicator, catalogue.indicators[process.indicator]
    if item.behaviour not in (Behaviour.ratio, Behaviour.mean):
        return None
    above = [member.value.numerator for member in process.members]
    below = [member.value.denominator for member in process.members]
    found = laney_of(above, below, _kind(item.behaviour, above, below))
    if found is None:
        return None
    base = process_chart(catalogue, process, lang, demo=False)  # the same months on the same axis
    dots = tuple(
        _dot(catalogue, process, process.members[point.place], base.dots[point.place].place, point, lang)
        for point in found.points
    )
    centre = shown(catalogue, key, found.centre)
    chart = say("laney-chart-per-case" if found.kind is Kind.per_case else "laney-chart-share", lang)
    return LaneyModel(
        title=item.name.get(lang),
        subtitle=say("laney-subtitle", lang, chart=chart, part=part_name(catalogue, key, process.scope, lang)),
        unit=unit_of(catalogue, key, None, lang), percent=is_percent(catalogue, key), dots=dots, centre=centre,
        names=(
            say("process-line-mean", lang, value=value_text(catalogue, key, centre, lang)),
            say("laney-line-lower", lang), say("laney-line-upper", lang),
        ),
        months=base.months, summary=_joined(_summary(process.members, found, lang), lang),
        note=_joined(_notes(found, dots, len(process.members) - len(dots), lang, demo=demo), lang),
    )  # fmt: skip


def _kind(behaviour: Behaviour, above: list, below: list) -> Kind:
    """A rate whose numerator may exceed its denominator is a count per case."""
    shares = all(a <= b for a, b in zip(above, below, strict=True) if a is not None and b)
    return Kind.share if behaviour is Behaviour.ratio and shares else Kind.per_case


def _dot(
    catalogue: Catalogue, process: Process, member: Member, place: int, point: LaneyPoint, lang: str
) -> LaneyDot:  # fmt: skip
    key = process.indicator
    value, lower, upper = (shown(catalogue, key, one) for one in (point.value, point.lower, point.upper))
    label = point_label(catalogue, key, Point(member.month, member.value, False, member.standard), lang)
    low, high = (value_text(catalogue, key, one, lang) for one in (lower, upper))
    lines = [label, say("laney-limits", lang, lower=low, upper=high)]
    if point.side:
        lines.append(say("laney-side-above" if point.side > 0 else "laney-side-below", lang))
    flag = Flag(Rule.outside, point.side) if point.side else None
    return LaneyDot(
        place, value, lower, upper, variation_of(flag, catalogue.indicators[key].direction), tuple(lines)
    )  # fmt: skip


def _summary(members: tuple[Member, ...], found: Laney, lang: str) -> list[str]:
    """What the last month says, and which months before it were outside."""
    last, count = found.points[-1], len(found.points)
    if not found.sigma_z:
        return [say("laney-summary-level", lang, months=count)]
    word = {1: "above", -1: "below", 0: "inside"}[last.side]
    month = _month(members[last.place], lang)
    said = [
        say("laney-summary-inside", lang, month=month, months=count)
        if not last.side
        else say(f"laney-summary-{word}", lang, month=month)
    ]
    earlier = [_month(members[point.place], lang) for point in found.points[:-1] if point.side]
    if earlier:
        said.append(say("laney-summary-earlier", lang, when=list_of(earlier, lang)))
    elif not last.side:
        said.append(say("laney-summary-none", lang))
    return said


def _month(member: Member, lang: str) -> str:
    """114 年 11 月, Nov 2025."""
    words = month_name(member.month.start.month, lang), year(member.month.start, lang)
    return " ".join(words if lang == "en" else words[::-1])


def _notes(found: Laney, dots: tuple[LaneyDot, ...], left_out: int, lang: str, *, demo: bool) -> list[str]:
    said = [say("laney-note-limits", lang)]
    if found.kind is Kind.share and found.sigma_z:  # of a mean, sigma_z depends on the unit and says nothing
        times = number(found.sigma_z, 1 if found.sigma_z >= ALIKE[1] else 2)
        if ALIKE[0] < found.sigma_z < ALIKE[1]:
            said.append(say("laney-note-same", lang))
        else:
            said.append(say(f"laney-note-{'wider' if found.sigma_z > 1 else 'narrower'}", lang, times=times))
    kinds = {dot.kind for dot in dots}
    said += [
        say(f"laney-note-{kind.value}", lang)
        for kind in (Variation.concerning, Variation.improving, Variation.neutral)
        if kind in kinds
    ]
    if left_out:
        said.append(say("laney-note-left-out", lang, count=left_out))
    if found.trial:
        said.append(say("process-trial", lang, months=len(dots)))
    return [*said, demo_note(lang)] if demo else said


def _joined(said: list[str], lang: str) -> str:
    return (" " if lang == "en" else "").join(said)
