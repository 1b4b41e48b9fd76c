"""A change in words: by how much, and whether it is for the better (變好、變差、持平) by the indicator's direction.

Every page and every document takes them from here; of an indicator without a direction only 增加 or 減少 is said.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kpi.catalogue import Catalogue
from kpi.dates.periods import last_year_day, same_days_last_year
from kpi.dates.time_limits import RECKONED
from kpi.evaluate import Result
from kpi.tone import Tone, tone_of
from lang import amount, change, day, difference, period, places_of, relative, say
from lang.figures import qualified

DASH = "—"


class Change(NamedTuple):
    """``text``: +0.6 個百分點; ``verdict``: 變差; ``prior``: last year's value, with its days where they are others."""

    text: str
    verdict: str
    prior: str


def change_words(catalogue: Catalogue, result: Result, lang: str) -> Change:
    """The parts of a change for a table; a dash and nothing where there is none."""
    if result.prior is None or result.prior.value is None or result.change is None:
        return Change(DASH, "", "")
    before = amount(
        catalogue, result.indicator, result.prior.value, lang, qualifier=result.prior.qualifier, unit=False,
        digits=places_of(catalogue, result),
    )  # fmt: skip
    text = say("ui-prior-short", lang, value=before)
    if other := another_day(result):
        text = say("ui-prior-day", lang, value=before, day=day(other, lang))
    elif compares_other_days(result):
        text = say("ui-prior-other", lang, value=before, days=compared_words(catalogue, result, lang))
    moved = about(result, change(catalogue, result, lang), lang)
    return Change(moved, verdict(tone(catalogue, result), lang), text)


def about(result: Result, text: str, lang: str) -> str:
    """A change in words with what qualifies the values that it is one of."""
    return qualified(text, _qualifier(result), lang) if text else text


def _qualifier(result: Result) -> str | None:
    return change_qualifier(*(one.qualifier for one in (result.compared, result.prior) if one is not None))


def change_qualifier(*qualifiers: str | None) -> str | None:
    """What qualifies a change between values: of a count that is about or at least so many only about so much can have
    changed."""
    found = set(filter(None, qualifiers))
    return RECKONED if found == {RECKONED} else "約" if found else None


def moved_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The change as a clause: 增加 0.6 個百分點，變差; 減少 12 件（−8.3%），變好; 持平; of no direction 增加 12 件."""
    moved, compared, prior = result.change, result.compared, result.prior
    if moved is None or compared is None or compared.value is None or prior is None or prior.value is None:
        return ""
    return clause(
        catalogue, result.indicator, compared.value, prior.value, lang, share=moved.relative,
        digits=places_of(catalogue, result), qualifier=_qualifier(result),
    )  # fmt: skip


def clause(
    catalogue: Catalogue, indicator: str, now: float, before: float, lang: str, *, share: float | None = None,
    digits: int | None = None, qualifier: str | None = None,
) -> str:  # fmt: skip
    """What changed from one value to another, and whether it is for the better."""
    judged = tone_of(catalogue.indicators[indicator].direction, now, before)
    if judged is Tone.same:
        return say("tone-same", lang)
    gap = qualified(difference(catalogue, indicator, now, before, lang, signed=False, digits=digits), qualifier, lang)
    text = say("ui-moved-up" if now > before else "ui-moved-down", lang, gap=gap)
    if share is not None:
        text = say("ui-moved-relative", lang, text=text, relative=relative(share))
    return text if judged is Tone.neutral else say("ui-moved-judged", lang, text=text, verdict=verdict(judged, lang))


def tone(catalogue: Catalogue, result: Result) -> Tone:
    """What the change against last year means; neutral where there is none."""
    if result.change is None:
        return Tone.neutral
    return tone_of(catalogue.indicators[result.indicator].direction, result.change.absolute, 0.0)


def verdict(judged: Tone, lang: str) -> str:
    """變好, 變差, 持平; "" where the sign says all."""
    return "" if judged is Tone.neutral else say(f"tone-{judged.value}", lang)


def compares_other_days(result: Result) -> bool:
    """Whether last year's value is of other days than the head of a page states, and so must be named with them."""
    if result.prior is None:
        return False
    if days := _days(result):
        return is_of_another_day(result) or days[0] != result.asked.end
    return result.prior.period != same_days_last_year(result.asked)


def is_of_another_day(result: Result) -> bool:
    """Is last year's value a point in time that is not the same day of last year? "The same days" is not said of it."""
    return another_day(result) is not None


def another_day(result: Result) -> date | None:
    """The day of last year's value, where it is a point in time that is not the same day of last year."""
    now, before = _days(result) or (None, None)
    return before if now is not None and before != last_year_day(now) else None


def _days(result: Result) -> tuple[date, date] | None:
    """The days of this year's and of last year's value, of a stock, a cumulative count or a snapshot; of flows that are of
    one day alone it makes no difference."""
    prior, compared = result.prior, result.compared
    if prior is None or compared is None:
        return None
    now, before = compared.period, prior.period
    return (now.end, before.end) if before.start == before.end and now.start == now.end else None


def compared_words(catalogue: Catalogue, result: Result, lang: str) -> str:
    """Both date ranges of the comparison, or both days; with this year's value over them where that is not the value."""
    if result.prior is None or result.compared is None:
        return ""
    days, value = (
        [period(one.period, lang) for one in (result.compared, result.prior)],
        _narrower(catalogue, result, lang),
    )
    if value:
        return say("ui-both-value", lang, now=days[0], value=value, before=days[1])
    return say("ui-both", lang, now=days[0], before=days[1])


def compared_now(catalogue: Catalogue, result: Result, lang: str) -> str:
    """The days of this year that were compared: 114/1/1–11/30, or 114/1/1–11/30（110 件）."""
    if result.compared is None:
        return ""
    days, value = period(result.compared.period, lang), _narrower(catalogue, result, lang)
    return say("ui-both-now", lang, days=days, value=value) if value else days


def _narrower(catalogue: Catalogue, result: Result, lang: str) -> str:
    """This year's value over the days that were compared; "" where it is the value itself."""
    found = result.compared
    if result.value is None or found is None or found.period == result.value.period or found.value is None:
        return ""
    digits = places_of(catalogue, result)
    return amount(catalogue, result.indicator, found.value, lang, qualifier=found.qualifier, digits=digits)
