"""The year-end outlook in a sentence, its ends rounded outward so that they claim no precision."""

from __future__ import annotations

from math import ceil, floor, log10

from kpi.catalogue import Behaviour, Catalogue
from kpi.forecast.outlook import Outlook
from lang import amount, day, say, year


def outlook_words(catalogue: Catalogue, outlook: Outlook, lang: str) -> str:
    """Between what and what the year is likely to end; "" where the range is too wide to say anything."""
    if not outlook.tells:
        return ""
    key = outlook.indicator
    low, high = rounded(catalogue, outlook)
    ends = [amount(catalogue, key, end, lang) for end in (low, high)]
    if ends[0] == ends[1]:
        return say("outlook-same", lang, value=ends[0])
    params = {"low": ends[0], "high": ends[1], "sure": round(outlook.level * 10)}
    of_year = {**params, "year": year(outlook.year, lang)}
    early = outlook.through.year < outlook.year
    if early and not outlook.so_far:
        return say("outlook-january", lang, **of_year)
    if early or catalogue.indicators[key].behaviour is Behaviour.flow:
        return say("outlook-flow", lang, **params)
    return say("outlook-rate", lang, **of_year, through=day(outlook.through, lang))


def rounded(catalogue: Catalogue, outlook: Outlook) -> tuple[float, float]:
    """Both ends outward to a round number of about a tenth of the width; counts to whole ones, rates to 0.1 %."""
    width = outlook.high - outlook.low
    least = 0.001 if catalogue.indicators[outlook.indicator].unit == "percent" else 1.0
    if catalogue.indicators[outlook.indicator].behaviour is Behaviour.mean:
        least = 0.1
    step = max(least, 10.0 ** floor(log10(width / 5))) if width > 0 else least
    low, high = floor(outlook.low / step + 1e-9) * step, ceil(outlook.high / step - 1e-9) * step
    if outlook.so_far is not None and catalogue.indicators[outlook.indicator].behaviour is Behaviour.flow:
        low = max(low, outlook.so_far)
    if catalogue.indicators[outlook.indicator].behaviour is Behaviour.ratio:
        low, high = max(low, 0.0), min(high, 1.0)
    return low, high
