"""A funnel plot (漏斗圖) before it is drawn: each office by its n and its rate, in the limits of chance around the whole's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.catalogue import Behaviour, Catalogue
from kpi.spc.funnel import FEWEST, Cases, limits_at, share_of, side_of
from kpi.spc.xmr import Flag, Rule, Variation, variation_of
from kpi.values import Value
from lang import joined, list_of, number, say
from lang import period as period_words
from present.charts.labels import counted, demo_note, shown, value_text, value_with_n

STEPS = 60  # points of a curve
ROOM = 1.06  # of the axis beyond the largest n
NAMED = 3  # offices outside that the summary tells of


@dataclass(frozen=True)
class FunnelPoint:
    """One office: ``value`` in per cent; ``few``: too few cases to be judged; ``lines`` are the words about it."""

    name: str
    n: float
    value: float
    side: int  # 1 above the limits, -1 below, 0 inside or not judged
    kind: Variation  # common cause where it is not outside
    few: bool
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Funnel:
    """A pair of limits in per cent over growing n, with its name."""

    role: str  # 95, 998
    name: str
    sizes: tuple[int, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class FunnelModel:
    """Names and words are plain text, never markup. ``funnels``: none where nothing can be judged."""

    title: str
    subtitle: str
    points: tuple[FunnelPoint, ...]  # in the order given
    funnels: tuple[Funnel, ...]  # the wider first
    whole: float  # in per cent
    whole_name: tuple[str, str]  # what the whole is called, and its rate in words
    right: float  # where the axis of n ends
    axis: str
    summary: str
    note: str


def funnel_chart(
    catalogue: Catalogue, indicator: str, parts: Sequence[tuple[str, Value]], whole: Value, lang: str, *, demo: bool
) -> FunnelModel | None:
    """The funnel of (office, value) pairs around the whole; None for what is no share of counted cases, or no office.

    An office without cases, or whose n is not given, is named below the chart and not drawn.
    """
    item = catalogue.indicators[indicator]
    every = share_of(whole.numerator, whole.denominator)
    if item.behaviour is not Behaviour.ratio or every is None:
        return None
    known = [(name, value, cases) for name, value in parts if (cases := share_of(value.numerator, value.denominator))]
    if not known:
        return None
    rate = every.rate
    points = tuple(_point(catalogue, indicator, name, value, cases, rate, lang) for name, value, cases in known)
    right = max(max(point.n for point in points) * ROOM, 2.0 * FEWEST)
    judged = 0 < rate < 1 and not all(point.few for point in points)
    left_out = [name for name, value in parts if share_of(value.numerator, value.denominator) is None]
    shown_rate = value_text(catalogue, indicator, shown(catalogue, indicator, rate), lang)
    what = counted(catalogue, indicator, every.n, lang).removeprefix(number(every.n)).strip()
    return FunnelModel(
        title=item.name.get(lang), subtitle=say("funnel-subtitle", lang, period=period_words(whole.period, lang)),
        points=points, funnels=_funnels(rate, right, lang) if judged else (), whole=rate * 100,
        whole_name=(say("funnel-whole", lang), shown_rate), right=right,
        axis=say("funnel-axis", lang, what=what) if what else say("funnel-axis-plain", lang),
        summary=joined(_summary(catalogue, indicator, [value for _, value, _ in known], points, rate, shown_rate, lang), lang),
        note=joined(_notes(points, left_out, lang, judged=judged, demo=demo), lang),
    )  # fmt: skip


def _point(
    catalogue: Catalogue, indicator: str, name: str, value: Value, cases: Cases, rate: float, lang: str
) -> FunnelPoint:
    side = side_of(cases.those, cases.n, rate)
    few = cases.n < FEWEST
    kind = variation_of(Flag(Rule.outside, side) if side else None, catalogue.indicators[indicator].direction)
    label = say("chart-point", lang, when=name, value=value_with_n(catalogue, indicator, value, lang, beside=(rate,)))
    if few:
        said = say("funnel-side-few", lang, n=counted(catalogue, indicator, cases.n, lang))
    else:
        said = say(f"funnel-side-{_word(side)}", lang)
    return FunnelPoint(name, cases.n, cases.rate * 100, side, kind, few, (label, said))


def _word(side: int) -> str:
    return {1: "above", -1: "below", 0: "inside"}[side]


def _funnels(rate: float, right: float, lang: str) -> tuple[Funnel, ...]:
    """Both pairs of limits from the fewest cases that are judged to the end of the axis, denser where they bend."""
    last = int(right)
    growth = (last / FEWEST) ** (1 / (STEPS - 1))
    sizes = tuple(sorted({min(round(FEWEST * growth**step), last) for step in range(STEPS)}))
    found = [limits_at(rate, n) for n in sizes]
    pairs = {"998": [(one.low998, one.high998) for one in found], "95": [(one.low95, one.high95) for one in found]}
    return tuple(
        Funnel(
            role, say(f"funnel-limit-{role}", lang), sizes, tuple(low * 100 for low, _ in pair),
            tuple(high * 100 for _, high in pair),
        )
        for role, pair in pairs.items()
    )  # fmt: skip


def _summary(
    catalogue: Catalogue, indicator: str, values: Sequence[Value], points: Sequence[FunnelPoint], rate: float, whole: str,
    lang: str,
) -> list[str]:  # fmt: skip
    """Which offices are outside, the farthest first; how many are not; and of whom nothing can be said. ``values``: those
    of the points."""
    few = [point.name for point in points if point.few]
    if not 0 < rate < 1:
        return [say("funnel-summary-level", lang, whole=whole)]
    if len(few) == len(points):
        return [say("funnel-summary-all-few", lang, whole=whole)]
    out = [(point, value) for point, value in zip(points, values, strict=True) if point.side]
    out.sort(key=lambda pair: -abs(pair[0].value - rate * 100) * pair[0].n ** 0.5)
    said = [
        say(f"funnel-summary-{_word(point.side)}", lang, office=point.name, whole=whole,
            value=value_with_n(catalogue, indicator, value, lang, beside=(rate,)))
        for point, value in out[:NAMED]
    ]  # fmt: skip
    if len(out) > NAMED:
        said.append(say("funnel-summary-more", lang, count=len(out) - NAMED))
    if inside := len(points) - len(out) - len(few):
        said.append(say("funnel-summary-inside", lang, count=inside, whole=whole))
    if few:
        said.append(say("funnel-summary-few", lang, offices=list_of(few, lang, of="offices")))
    return said


def _notes(points: Sequence[FunnelPoint], left_out: list[str], lang: str, *, judged: bool, demo: bool) -> list[str]:
    said = [say("funnel-note-range", lang)] if judged else []
    kinds = {point.kind for point in points}
    said += [
        say(f"funnel-note-{kind.value}", lang)
        for kind in (Variation.concerning, Variation.improving, Variation.neutral)
        if kind in kinds
    ]
    if any(point.few for point in points):
        said.append(say("funnel-note-few", lang, fewest=FEWEST))
    if left_out:
        said.append(say("funnel-note-left-out", lang, offices=list_of(left_out, lang, of="offices")))
    return [*said, demo_note(lang)] if demo else said
