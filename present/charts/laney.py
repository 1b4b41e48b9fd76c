"""A p′ or u′ control chart (管制圖) before it is drawn: the months of a process with limits that follow each month's n."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kpi.catalogue import Behaviour, Catalogue
from kpi.evaluate import Point
from kpi.observations import Book
from kpi.spc.control_chart import Member, Process
from kpi.spc.laney import Kind, Laney, laney_of
from kpi.spc.xmr import Flag, Rule, Variation, variation_of
from lang import joined, list_of, month_name, number, say, unit_of, year
from present.charts.annotations import Remark
from present.charts.labels import demo_note, is_percent, part_name, point_label, shown, value_text
from present.charts.process import process_chart

ALIKE = (0.95, 1.05)  # a sigma_z that is as good as 1


@dataclass(frozen=True)
class LaneyDot:
    """One month: ``place`` counts calendar months from the first; value, centre and limits in the unit shown.

    Centre and limits are None where the way of working changed so lately that there are fewer than two months.
    """

    place: int
    value: float
    centre: float | None
    lower: float | None
    upper: float | None
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
    names: tuple[tuple[str, ...], ...]  # of the last centre (and its value), of the lower and of the upper limit
    remarks: tuple[Remark, ...]
    months: tuple[tuple[int, str], ...]  # places with a tick, and its words
    summary: str
    note: str


def laney_chart(catalogue: Catalogue, book: Book, process: Process, lang: str) -> LaneyModel | None:
    """p′ for shares, u′ for means; None for what has no n or is negative, and for fewer than two months with an n.

    Where the way of working changed, each stretch of months has a centre and limits of its own, as in the process.
    """
    key, item = process.indicator, catalogue.indicators[process.indicator]
    if item.behaviour not in (Behaviour.ratio, Behaviour.mean):
        return None
    if any((one.value.numerator or 0) < 0 or (one.value.denominator or 0) < 0 for one in process.members):
        return None
    kind = _kind(item.behaviour, process.members)
    stretches = [(members, _laney(process, members, kind)) for members in _stretches(process)]
    base = process_chart(catalogue, book, process, lang)  # the same months and remarks on the same axis
    places = {member.month: dot.place for member, dot in zip(process.members, base.dots, strict=True)}
    dots = tuple(
        _dot(catalogue, process, member, places[member.month], found, place, lang)
        for members, found in stretches
        for place, member in enumerate(members)
        if member.value.numerator is not None and member.value.denominator
    )
    if not any(found for _, found in stretches):
        return None
    last = stretches[-1][1]
    centre = value_text(catalogue, key, shown(catalogue, key, last.centre), lang) if last else ""
    names = (
        (say("laney-line-centre", lang), centre),
        (say("laney-line-lower", lang),),
        (say("laney-line-upper", lang),),
    )
    chart = say("laney-chart-per-case" if kind is Kind.per_case else "laney-chart-share", lang)
    notes = _notes(last, dots, len(process.members) - len(dots), lang, demo=item.source in book.demo)
    return LaneyModel(
        title=item.name.get(lang),
        subtitle=say("laney-subtitle", lang, chart=chart, part=part_name(catalogue, key, process.scope, lang)),
        unit=unit_of(catalogue, key, None, lang), percent=is_percent(catalogue, key), dots=dots,
        names=names if last else (), remarks=base.remarks, months=base.months,
        summary=joined(_summary(stretches, lang), lang), note=joined(notes, lang),
    )  # fmt: skip


def _stretches(process: Process) -> list[list[Member]]:
    """The months between one change of process and the next."""
    return [list(members) for _, members in groupby(process.members, key=lambda member: id(member.limits))]


def _laney(process: Process, members: list[Member], kind: Kind) -> Laney | None:
    """The chart of one stretch; where a baseline was set, its limits come from the months up to that day."""
    change = next((one for one in reversed(process.rebases) if one.start <= members[0].month.end), None)
    until = change.until if change else None
    baseline = sum(member.month.end <= until for member in members) if until else 0
    above, below = ([getattr(one.value, name) for one in members] for name in ("numerator", "denominator"))
    gaps = {place for place, member in enumerate(members) if member.gap}
    return laney_of(above, below, kind, baseline or None, gaps)


def _kind(behaviour: Behaviour, members: Sequence[Member]) -> Kind:
    """A rate whose numerator may exceed its denominator is a count per case."""
    pairs = [(member.value.numerator, member.value.denominator) for member in members]
    shares = all(above <= below for above, below in pairs if above is not None and below)
    return Kind.share if behaviour is Behaviour.ratio and shares else Kind.per_case


def _dot(
    catalogue: Catalogue, process: Process, member: Member, place: int, found: Laney | None, index: int, lang: str
) -> LaneyDot:
    key = process.indicator
    point = next(point for point in found.points if point.place == index) if found else None
    edges = (point.lower, found.centre, point.upper) if found and point else ()
    label = point_label(catalogue, key, Point(member.month, member.value, False, member.standard), lang, beside=edges)
    value = shown(catalogue, key, member.number)
    if found is None or point is None:
        return LaneyDot(place, value, None, None, None, Variation.common_cause, (label,))
    centre, lower, upper = (shown(catalogue, key, one) for one in (found.centre, point.lower, point.upper))
    low, high = (value_text(catalogue, key, one, lang, beside=(value,)) for one in (lower, upper))
    lines = [label, say("laney-limits", lang, lower=low, upper=high)]
    if point.side:
        lines.append(say("laney-side-above" if point.side > 0 else "laney-side-below", lang))
    flag = Flag(Rule.outside, point.side) if point.side else None
    kind = variation_of(flag, catalogue.indicators[key].direction)
    return LaneyDot(place, value, centre, lower, upper, kind, tuple(lines))


def _summary(stretches: list[tuple[list[Member], Laney | None]], lang: str) -> list[str]:
    """What the last month says of its stretch, and which months before it were outside."""
    outside = [(members[p.place], p.side) for members, found in stretches if found for p in found.points if p.side]
    members, found = stretches[-1]
    if found is None:
        said, last = [say("laney-summary-new", lang)], None
    elif not found.sigma_z:
        said, last = [say("laney-summary-level", lang, months=len(found.points))], None
    else:
        point, last = found.points[-1], members[found.points[-1].place]
        word = {1: "above", -1: "below", 0: "inside"}[point.side]
        more = {} if point.side else {"months": len(found.points)}
        said = [say(f"laney-summary-{word}", lang, month=_month(last, lang), **more)]
    earlier = [_month(member, lang) for member, _ in outside if member is not last]
    if earlier:
        said.append(say("laney-summary-earlier", lang, when=list_of(earlier, lang, of="months")))
    elif last is not None and not outside:
        said.append(say("laney-summary-none", lang))
    return said


def _month(member: Member, lang: str) -> str:
    """114 年 11 月, Nov 2025."""
    words = month_name(member.month.start.month, lang), year(member.month.start, lang)
    return " ".join(words if lang == "en" else words[::-1])


def _notes(found: Laney | None, dots: tuple[LaneyDot, ...], left_out: int, lang: str, *, demo: bool) -> list[str]:
    said = [say("laney-note-limits", lang)]
    if found and found.kind is Kind.share and found.sigma_z:  # of a mean, sigma_z depends on the unit and says nothing
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
    if found and found.trial:
        said.append(say("process-trial", lang, months=len(found.points)))
    return [*said, demo_note(lang)] if demo else said
