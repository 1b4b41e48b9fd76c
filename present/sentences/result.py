"""Results in words: n, standard, change, status. Every page and every document takes them from here."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.catalogue import Behaviour, Catalogue
from kpi.evaluate import Result
from kpi.exact import sign
from kpi.status import Status
from kpi.values import Value
from lang import amount, day, number, period, places_of, relative, say, sentence, unit_of
from lang.precision import decimal_of, told_apart
from present.charts.labels import counted, offices_words
from present.sentences.change import DASH
from present.sentences.standard import standard_text

ORDER = (
    Status.not_met, Status.at_risk, Status.evidence_missing, Status.met, Status.tracked, Status.no_cases,
    Status.no_data, Status.not_applicable,
)  # fmt: skip


def status_word(status: Status | str, lang: str) -> str:
    return say(f"status-{Status(status).value}", lang)


def value_words(catalogue: Catalogue, result: Result, lang: str, beside: Iterable[float] = ()) -> str:
    """The value with its unit; of a statement, that there is one; else a dash. ``beside``: values that it stands beside."""
    found = result.value
    if found is None:
        return DASH
    if found.value is None:
        return say("ui-evidence-there", lang) if _is_statement(catalogue, result) else DASH
    return amount(
        catalogue, result.indicator, found.value, lang, qualifier=found.qualifier,
        digits=places_of(catalogue, result, beside),
    )  # fmt: skip


def n_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """What stands below a value: 39／825 件, n = 2,814 件, or why there is nothing."""
    found = result.value
    if found is None or (found.value is None and not _is_statement(catalogue, result)):
        return sentence(result.reason, lang, catalogue)
    if _is_statement(catalogue, result):
        return sentence(result.reason, lang, catalogue) if result.status is Status.met else ""
    said = [n_of(catalogue, result.indicator, found, lang), own_days(result, lang)]
    return ("; " if lang == "en" else "；").join(filter(None, said))


def own_days(result: Result, lang: str) -> str:
    """The days of a value that begin later than those asked for; "" of any other, and of a point in time."""
    found = result.value
    if found is None or found.value is None:
        return ""
    return period(found.period, lang) if result.asked.start < found.period.start < found.period.end else ""


def n_of(catalogue: Catalogue, indicator: str, value: Value, lang: str) -> str:
    """n with what it was divided from, and of a sum over offices who is missing and of which days they are."""
    said = [_n_of(catalogue, indicator, value, lang), offices_words(value, lang)]
    return ("; " if lang == "en" else "；").join(filter(None, said))


def _n_of(catalogue: Catalogue, indicator: str, value: Value, lang: str) -> str:
    rate = catalogue.indicators[indicator].behaviour in (Behaviour.ratio, Behaviour.coverage)
    if value.n is None:
        return say("ui-n-not-given", lang) if rate else ""
    n = counted(catalogue, indicator, value.n, lang)
    if rate and value.numerator is not None:
        return say("ui-n-of", lang, numerator=number(value.numerator), n=n)
    return f"n = {n}"


def standard_long(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The standard with from when, by whom, and what it replaced."""
    standard = result.standard
    short = standard_text(catalogue, result.indicator, standard, lang)
    if standard is None:
        return short
    text = say("ui-standard-long", lang, what=short, day=day(standard.start, lang), by=standard.set_by.get(lang))
    if result.earlier_standard:
        before = standard_text(catalogue, result.indicator, result.earlier_standard, lang)
        text = say("ui-standard-replaced", lang, text=text, before=before)
    return text


def per_day_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """What came on each working day, of both years: 每個工作日 144.8 件，去年同期 139.6 件（+3.7%）；工作日 233 日，去年 236 日。"""
    found = result.per_day
    if found is None:
        return ""
    unit = unit_of(catalogue, result.indicator, None, lang)
    at = 1 if not sign(found.now, found.before) else told_apart(decimal_of(found.now), decimal_of(found.before), 1)
    params = {
        "now": f"{number(found.now, at)} {unit}",
        "before": f"{number(found.before, at)} {unit}",
        "relative": relative(found.relative) if found.relative is not None else DASH,
    }
    return say("ui-per-day", lang, **params, days=found.days, days_before=found.days_before)


def through_words(result: Result, lang: str) -> str:
    """The last day of the data behind a value, short: the year is said only where it is another one."""
    last = result.through
    if last is None or _evidence(result):
        return DASH
    if last.year != result.asked.end.year:
        return day(last, lang)
    return f"{last.month}/{last.day}" if lang != "en" else day(last, lang).rsplit(" ", 1)[0]


def _is_statement(catalogue: Catalogue, result: Result) -> bool:
    return catalogue.indicators[result.indicator].behaviour is Behaviour.evidence and result.value is not None


def _evidence(result: Result) -> bool:
    return result.value is not None and result.value.value is None
