"""Results in words: n, standard, change, status. Every page and every document takes them from here."""

from __future__ import annotations

from kpi.catalogue import Behaviour, Catalogue
from kpi.evaluate import Result
from kpi.judge import Status
from kpi.periods import same_days_last_year
from kpi.values import Value
from lang import amount, change, day, difference, number, period, say, sentence, unit_of
from publish.labels import counted
from publish.standards import standard_text

ORDER = (
    Status.not_met, Status.at_risk, Status.evidence_missing, Status.met, Status.tracked, Status.no_cases,
    Status.no_data, Status.not_applicable,
)  # fmt: skip
DASH = "—"


def status_word(status: Status | str, lang: str) -> str:
    return say(f"status-{Status(status).value}", lang)


def value_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The value with its unit; of a statement, that there is one; else a dash."""
    found = result.value
    if found is None:
        return DASH
    if found.value is None:
        return say("ui-evidence-there", lang) if _is_statement(catalogue, result) else DASH
    return amount(catalogue, result.indicator, found.value, lang, qualifier=found.qualifier)


def n_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """What stands below a value: 39／825 件, n = 2,814 件, or why there is nothing."""
    found = result.value
    if found is None or (found.value is None and not _is_statement(catalogue, result)):
        return sentence(result.reason, lang, catalogue)
    if _is_statement(catalogue, result):
        return sentence(result.reason, lang, catalogue) if result.status is Status.met else ""
    return n_of(catalogue, result.indicator, found, lang)


def n_of(catalogue: Catalogue, indicator: str, value: Value, lang: str) -> str:
    """n with what it was divided from."""
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


def change_words(catalogue: Catalogue, result: Result, lang: str) -> tuple[str, str]:
    """The change and, below it, last year's value; or a dash and nothing."""
    if result.prior is None or result.change is None:
        return DASH, ""
    before = amount(catalogue, result.indicator, result.prior.value, lang, qualifier=result.prior.qualifier, unit=False)
    text = say("ui-prior-short", lang, value=before)
    if compares_other_days(result):
        text = say("ui-prior-other", lang, value=before, days=compared_words(result, lang))
    return change(catalogue, result, lang), text


def compares_other_days(result: Result) -> bool:
    """Whether last year's value is of other days than the head of a page states, and so must be named with them."""
    return result.prior is not None and result.prior.period.end != same_days_last_year(result.asked).end


def moved_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The change as a clause: 增加 0.6 個百分點, 減少 12 件（−8.3%）, 相同."""
    moved = result.change
    if moved is None:
        return ""
    gap = difference(catalogue, result.indicator, abs(moved.absolute), lang, signed=False)
    if not any(sign in gap for sign in "123456789"):
        return say("ui-moved-same", lang)
    text = say("ui-moved-up" if moved.absolute > 0 else "ui-moved-down", lang, gap=gap)
    if moved.relative is not None and abs(moved.relative) >= 0.001:
        return say("ui-moved-relative", lang, text=text, relative=f"{number(moved.relative * 100, 1, signed=True)}%")
    return text


def per_day_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """What came on each working day, of both years: 每個工作日 144.8 件，去年同期 139.6 件（+3.7%）；工作日 233 日，去年 236 日。"""
    found = result.per_day
    if found is None:
        return ""
    unit = unit_of(catalogue, result.indicator, None, lang)
    relative = f"{number(found.relative * 100, 1, signed=True)}%" if found.relative is not None else DASH
    params = {
        "now": f"{number(found.now, 1)} {unit}",
        "before": f"{number(found.before, 1)} {unit}",
        "relative": relative,
    }
    return say("ui-per-day", lang, **params, days=found.days, days_before=found.days_before)


def compared_words(result: Result, lang: str) -> str:
    """Both date ranges of the comparison."""
    if result.prior is None or result.compared is None:
        return ""
    return say("ui-both", lang, now=period(result.compared.period, lang), before=period(result.prior.period, lang))


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
