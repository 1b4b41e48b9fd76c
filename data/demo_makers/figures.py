"""Hand-counted figures (人工統計): one file a year, monthly rows; 2025 adds up to the published figures.

Periods of one indicator never overlap. A published cut-off inside December 2025 splits that month in two rows.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from demo_makers.common import END, PUBLISHED, YEARS, Out, chance, definitions, month_end, roc, split

HEADERS = ["指標", "組室", "起日", "迄日", "數值", "分子", "分母", "註記"]
ABOUT = "約"
ENDS = [month_end(date(year, month, 1)) for year in YEARS for month in range(1, 13)]
DECEMBER_16, DECEMBER_28 = date(2025, 12, 16), date(2025, 12, 28)
GROWTH = {2023: 0.84, 2024: 0.92}

FLOWS = {  # id: (published total, first day, cut-off, unit of rounding, qualifier)
    "helpdesk_calls": (1612, date(2025, 1, 1), PUBLISHED, 1, ABOUT),
    "forms_revised": (27, date(2025, 1, 1), PUBLISHED, 1, None),
    "press_cases_answered": (177, date(2025, 1, 1), PUBLISHED, 1, None),
    "press_releases": (108, date(2025, 1, 1), PUBLISHED, 1, None),
    "competitiveness_consultations": (4434, date(2025, 1, 1), PUBLISHED, 1, None),
    "competitiveness_visits": (135, date(2025, 1, 1), PUBLISHED, 1, None),
    "instant_messages": (458477, date(2025, 1, 1), PUBLISHED, 1, None),
    "recovery_grants": (691, date(2025, 7, 6), DECEMBER_16, 1, None),
    "recovery_grants_amount": (115_000_000, date(2025, 7, 6), DECEMBER_16, 10_000, ABOUT),
    "innovation_projects": (205, date(2025, 1, 1), END, 1, None),
    "innovation_grants_amount": (4_250_000_000, date(2025, 1, 1), END, 100_000, None),
    "biomedical_consultations": (35, date(2025, 1, 1), PUBLISHED, 1, None),
    "waste_window_cases": (75, date(2025, 1, 1), date(2025, 11, 30), 1, None),
    "events_published": (477, date(2025, 7, 1), END, 1, None),
}
SCHEME_OF_2025 = ("recovery_grants", "recovery_grants_amount")
HALF_YEARS = {(2023, 1): 352, (2023, 2): 398, (2024, 1): 401, (2024, 2): 442, (2025, 1): 455}  # events_published
SHARES = {"biomedical_investment_share": 20, "biomedical_information_share": 7}  # of 35
POINTS = {  # id: (value at the end of January 2023, published value, its day, whether it never falls)
    "online_services": (52, 58, PUBLISHED, True),
    "downloadable_forms": (25, 29, PUBLISHED, True),
    "website_category_browsing": (4, 4, PUBLISHED, True),
    "programme_site_items": (121, 148, PUBLISHED, False),
    "mit_firms": (2814, 3102, PUBLISHED, True),
    "mit_products": (247_310, 279_932, PUBLISHED, True),
    "mit_industries": (22, 22, PUBLISHED, True),
    "mit_classes": (17, 17, PUBLISHED, True),
    "technology_programmes": (139, 154, PUBLISHED, False),
    "youtube_views": (6120, 14725, DECEMBER_28, True),
    "youtube_subscribers": (905, 1337, DECEMBER_28, True),
    "facebook_followers": (238_400, 261_111, PUBLISHED, True),
}

Span = tuple[date, date]
Row = tuple  # from, to, value, numerator, denominator, qualifier


def months(first: date, last: date) -> list[Span]:
    """The months from ``first`` to ``last``, cut at both ends."""
    found = []
    while first <= last:
        found.append((first, min(month_end(first), last)))
        first = month_end(first) + timedelta(days=1)
    return found


def spread(rng: random.Random, total: float, spans: list[Span], unit: int = 1) -> list[int]:
    """Split a total over spans by their days, in multiples of ``unit``."""
    weights = [(last - first).days + 1 for first, last in spans]
    return [part * unit for part in split(rng, round(total / unit), weights)]


def flow(rng: random.Random, key: str) -> list[Row]:
    """Rows of a flow: 2023 and 2024 in proportion, 2025 to the cut-off exactly, the rest of 2025 at the same pace."""
    total, first, cut, unit, qualifier = FLOWS[key]
    pace, rows = total / ((cut - first).days + 1), []
    if key == "events_published":
        for (year, half), count in HALF_YEARS.items():
            start = date(year, 6 * half - 5, 1)
            rows.append((start, month_end(date(year, 6 * half, 1)), count, None, None, None))
    elif key not in SCHEME_OF_2025:
        for year, share in GROWTH.items():
            spans = months(date(year, 1, 1), date(year, 12, 31))
            values = spread(rng, pace * 365 * share * rng.uniform(0.97, 1.03), spans, unit)
            rows += [(*span, value, None, None, qualifier) for span, value in zip(spans, values, strict=True)]
    spans = months(first, cut)
    rows += [
        (*s, value, None, None, qualifier) for s, value in zip(spans, spread(rng, total, spans, unit), strict=True)
    ]
    if cut < END:
        start = cut + timedelta(days=1)
        rest = round(pace * ((END - start).days + 1) * 0.9 / unit) * unit
        rows.append((start, END, rest, None, None, qualifier))
    return rows


def shares(rng: random.Random, consultations: list[Row]) -> dict[str, list[Row]]:
    """Numerators beside the month's consultations as denominators, 20 and 7 of the 35 up to the cut-off."""
    found: dict[str, list[Row]] = {key: [] for key in SHARES}
    published = [row for row in consultations if date(2025, 1, 1) <= row[0] and row[1] <= PUBLISHED]
    kinds = ["biomedical_investment_share"] * 20 + ["biomedical_information_share"] * 7 + [None] * 8
    rng.shuffle(kinds)
    for row in consultations:
        count = row[2]
        drawn = kinds[:count] if row in published else rng.choices(kinds_of_all(), k=count)
        if row in published:
            kinds = kinds[count:]
        for key in SHARES:
            found[key].append((row[0], row[1], None, drawn.count(key), count, None))
    return found


def kinds_of_all() -> list[str | None]:
    return ["biomedical_investment_share"] * 11 + ["biomedical_information_share"] * 5 + [None] * 5


def points(rng: random.Random, key: str) -> list[Row]:
    """Month-end points and the published day. Stocks waver a little, cumulative counts never fall."""
    start, published, day, rises = POINTS[key]
    first, rows, before = ENDS[0], [], start
    for end in sorted({*ENDS, day}):
        value = start + (published - start) * (end - first).days / (day - first).days
        if end != day and start != published:
            value += rng.gauss(0, abs(published - start) * (0.012 if rises else 0.06))
        if end < day and rises:
            value = min(value, published)
        value = published if end == day else round(max(value, before) if rises else value)
        rows.append((None, end, value, None, None, None))
        before = value
    return rows


def yearly() -> dict[str, list[Row]]:
    """What is stated for whole years, or held once a year or month."""
    whole = {year: (date(year, 1, 1), date(year, 12, 31)) for year in YEARS}
    spans = [*months(date(2023, 1, 1), date(2025, 11, 30)), *months(date(2025, 12, 1), PUBLISHED)]
    spans.append((PUBLISHED + timedelta(days=1), END))
    once = {"website_content_reviews": 10, "staff_surveys": 11}
    held = {key: [(*s, int(s[0].month == month), None, None, None) for s in spans] for key, month in once.items()}
    return held | {
        "website_link_checks": [(*s, int(s[0].day == 1), None, None, None) for s in spans],
        "innovative_services": [(*whole[y], n, None, None, None) for y, n in ((2023, 6), (2024, 7), (2025, 9))],
        "staff_survey_response_rate": [(*whole[y], "90%以上", None, None, None) for y in YEARS],
        "email_availability": [
            (*whole[2023], "99.8%", None, None, None), (*whole[2024], "99.9%", None, None, None),
            (date(2025, 1, 1), PUBLISHED, "100%", None, None, None),
        ],
    }  # fmt: skip


def monthly_views(rng: random.Random) -> list[Row]:
    """Views of each whole month, denominator 1, so that sum / sum is their mean; December 2025 is not counted yet."""
    rows = []
    for year, mean in ((2023, 455_000), (2024, 498_000), (2025, 540_000)):
        spans = months(date(year, 1, 1), date(2025, 11, 30) if year == 2025 else date(year, 12, 31))
        views = split(rng, mean * len(spans), [1] * len(spans))
        rows += [(*span, None, count, 1, ABOUT) for span, count in zip(spans, views, strict=True)]
    return rows


def all_rows() -> dict[str, list[Row]]:
    """Rows of every hand-counted indicator, by id."""
    found = yearly() | {"facebook_monthly_views": monthly_views(chance("figures facebook"))}
    found |= {key: flow(chance(f"figures {key}"), key) for key in FLOWS}
    found |= {key: points(chance(f"figures {key}"), key) for key in POINTS}
    return found | shares(chance("figures biomedical"), found["biomedical_consultations"])


def make(out: Out) -> None:
    """指標 holds the Chinese name. Helpdesk calls of 2025 are written with 約 in the cell, as people do."""
    indicators = definitions()["indicators"]
    found = all_rows()
    counted = {key for key, item in indicators.items() if item["source"] == "figures"}
    assert counted == set(found), counted ^ set(found)
    for year in YEARS:
        rows = []
        for key in indicators:
            for first, last, value, numerator, denominator, qualifier in found.get(key, []):
                if last.year != year:
                    continue
                if key == "helpdesk_calls" and year == 2025:
                    value, qualifier = f"約 {value:,}", None
                name = indicators[key]["name"]["zh"]
                rows.append((name, None, roc(first), roc(last), value, numerator, denominator, qualifier))
        out.workbook(f"figures/人工統計_{year - 1911}年.xlsx", HEADERS, rows, "人工統計")
