"""One value as people read it and as programs read it; both from the same `Result`."""

from __future__ import annotations

from typing import Any

from kpi.catalogue import Catalogue, Standard
from kpi.evaluate import Result
from kpi.spc.control_chart import Process
from kpi.told import Lacking
from kpi.values import Value
from lang import amount, day, period, places_of, say, sentence
from present.charts.labels import demo_note, part_name, value_with_n
from present.sentences.change import change_words, is_of_another_day
from present.sentences.signals import signs_of
from present.sentences.standard import standard_text


def as_dict(
    catalogue: Catalogue, result: Result, process: Process | None, version: int, lang: str
) -> dict[str, Any]:  # fmt: skip
    """The JSON object of ``python -m publish value``: rates and their changes are fractions, dates ISO.

    ``unit`` is the key of the unit in ``metrics.yml``, or ``fraction`` for a rate. ``from`` and ``to`` are the days that
    the value really covers; ``compared`` is this year's value over the days that were compared with those of ``prior``.
    """
    value, prior = result.value, result.prior
    unit = catalogue.indicators[result.indicator].unit
    return {
        "indicator": result.indicator,
        "value": _plain(value.value) if value else None,
        "from": value.period.start.isoformat() if value else None,
        "to": value.period.end.isoformat() if value else None,
        "qualifier": _qualifier(value),
        "numerator": _plain(value.numerator) if value else None,
        "denominator": _plain(value.denominator) if value else None,
        "n": _plain(value.n) if value else None,
        "unit": "fraction" if unit == "percent" else unit,
        "status": result.status.value,
        "reason": sentence(result.reason, lang, catalogue),
        "standard": _standard(result.standard, lang) if result.standard else None,
        "prior": _side(prior) if prior else None,
        "compared": _side(result.compared) if prior and result.compared else None,
        "no_comparison": sentence(result.no_comparison, lang, catalogue) if result.no_comparison else None,
        "change": {"absolute": _plain(result.change.absolute), "relative": _plain(result.change.relative)}
        if result.change
        else None,
        "version": version,
        "per_working_day": {
            "value": per_day.now, "prior": per_day.before, "days": per_day.days, "prior_days": per_day.days_before,
        } if (per_day := result.per_day) else None,
        "level": result.level.value if result.level else None,
        "signal": _signal(catalogue, process, lang),
        "lacking": [_lacking(one) for one in value.lacking] if value else [],
        "told": [{"office": one.office, "to": one.day.isoformat(), "value": _plain(one.value)} for one in value.told]
        if value else [],
    }  # fmt: skip


def _side(value: Value) -> dict[str, Any]:
    """A value of a comparison with its own days."""
    return {
        "value": _plain(value.value), "from": value.period.start.isoformat(), "to": value.period.end.isoformat(),
        "qualifier": _qualifier(value),
    }  # fmt: skip


def _qualifier(value: Value | None) -> str | None:
    """約, 以上 or both (約以上), where the counts themselves bear them."""
    return value.qualifier if value is not None and value.text is None else None


def _lacking(one: Lacking) -> dict[str, Any]:
    """An office whose count a sum lacks, with the days that it has not told; none of a stock that it never told."""
    return {"office": one.office, "spans": [{"from": s.start.isoformat(), "to": s.end.isoformat()} for s in one.spans]}


def _plain(number: float | None) -> float | int | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _signal(catalogue: Catalogue, process: Process | None, lang: str) -> dict[str, Any] | None:
    signs = signs_of(catalogue, process, lang)
    limits = process.limits if process else None
    if signs is None or limits is None:
        return None
    return {
        "variation": signs.variation, "reason": signs.why, "assurance": signs.assurance, "outlook": signs.outlook or None,
        "mean": limits.mean, "lower": limits.lower, "upper": limits.upper, "months": limits.count, "trial": limits.trial,
    }  # fmt: skip


def _standard(standard: Standard, lang: str) -> dict[str, Any]:
    """The same keys for each kind; null or false where a kind has no such field."""
    said = standard.model_dump()
    return {
        "id": standard.id,
        "kind": standard.kind.value,
        **{name: _plain(said.get(name)) for name in ("value", "high", "good", "excellent")},
        "window": said.get("window"),
        "rolling": said.get("rolling", False),
        "each_office": said.get("each_office", False),
        "path": said.get("path"),
        "office": standard.office,
        "from": standard.start.isoformat(),
        "to": standard.end.isoformat() if standard.end else None,
        "set_by": standard.set_by.get(lang),
    }


def as_words(catalogue: Catalogue, result: Result, process: Process | None, version: int, lang: str) -> list[str]:
    """The same in lines for a person."""
    item, value, prior = catalogue.indicators[result.indicator], result.value, result.prior
    part = part_name(catalogue, result.indicator, result.scope, lang)
    actual = value.period if value else result.asked
    status, why = say(f"status-{result.status.value}", lang), sentence(result.reason, lang, catalogue)
    lines = [
        say("value-name", lang, name=item.name.get(lang), part=part, period=period(actual, lang)),
        say("value-status", lang, status=status, why=why),
    ]
    if value and value.text:
        lines.insert(1, value.text)
    elif value and value.value is not None:
        lines.insert(1, value_with_n(catalogue, result.indicator, value, lang, digits=places_of(catalogue, result)))
    words = standard_text(catalogue, result.indicator, result.standard, lang)
    if result.standard:
        words = say(
            "value-standard",
            lang,
            standard=words,
            day=day(result.standard.start, lang),
            by=result.standard.set_by.get(lang),
        )
    lines.append(words)
    if prior and prior.value is not None:
        digits = places_of(catalogue, result)
        earlier = amount(catalogue, result.indicator, prior.value, lang, qualifier=prior.qualifier, digits=digits)
        moved = change_words(catalogue, result, lang)
        changed = say("value-change", lang, change=moved.text, verdict=moved.verdict) if moved.verdict else moved.text
        said = {"value": earlier, "change": changed}
        if is_of_another_day(result):
            lines.append(say("value-prior-day", lang, day=day(prior.period.end, lang), **said))
        else:
            lines.append(say("value-prior", lang, period=period(prior.period, lang), **said))
        now = result.compared
        if now and value and now.value is not None and now.period != value.period:
            mine = amount(catalogue, result.indicator, now.value, lang, qualifier=now.qualifier, digits=digits)
            lines.append(say("value-compared", lang, period=period(now.period, lang), value=mine))
    elif result.no_comparison:
        lines.append(sentence(result.no_comparison, lang, catalogue))
    if signs := signs_of(catalogue, process, lang):
        lines.append(say("value-status", lang, status=signs.word, why=signs.why))
    lines.append(say("value-version", lang, version=str(version)))
    return lines + ([demo_note(lang)] if result.demo else [])
