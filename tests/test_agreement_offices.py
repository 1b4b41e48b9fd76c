"""The product and an independent recomputation agree on figures told by office: sums, stocks, days, and who is missing."""

from collections import Counter
from datetime import date

import numpy as np
import pandas as pd
import pytest
import yaml

from etl.demo import load_calendars
from kpi.catalogue import parse
from kpi.dates.periods import Period, month_of
from kpi.evaluate import evaluate
from kpi.observations import Scope
from tests import independent, independent_coverage, independent_offices
from tests.conftest import ACTOR, NOW, take
from tests.independent_coverage import Delivered
from tests.independent_offices import Office, told_on
from tests.samples import agencies
from warehouse import Warehouse

OFFICES = agencies.MERGED
WHOLE = Office("")  # what is told for the agency as a whole
SCOPES = (None, *(one.name for one in OFFICES))
MONTHS = [month_of(date(2025, month, 1)) for month in range(1, 12)]
PERIODS = [
    *MONTHS, *(Period(date(2025, 1, 1), month.end) for month in MONTHS[1:]),
    *(Period(date(2025, first, 1), MONTHS[first + 1].end) for first in (2, 4, 7)),
]  # fmt: skip
FLOWS = {"helpdesk_calls": 1.0, "events_published": 0.97, "press_releases": 0.85, "instant_messages": 0.6}
RATES = {"staff_survey_response_rate": 0.97, "biomedical_investment_share": 0.8}
STOCKS = {
    "mit_firms": 1.0, "mit_products": 0.9, "youtube_subscribers": 1.0, "facebook_followers": 0.7,
    "online_services": 0.8, "downloadable_forms": 0.5,
}  # fmt: skip
OF_THE_AGENCY = {"forms_revised": 0.8, "innovation_projects": 1.0, "website_link_checks": 0.7}
LEAST = {"staff_survey_response_rate": 0.5, "mit_firms": 90, "facebook_followers": 90, "mit_products": 90}


@pytest.fixture(scope="module")
def figures() -> dict[str, list]:
    draw = np.random.default_rng(5)
    return (
        {key: agencies.monthly_figures(draw, OFFICES, told) for key, told in FLOWS.items()}
        | {key: agencies.monthly_figures(draw, OFFICES, told, rate=True) for key, told in RATES.items()}
        | {key: agencies.counted_stocks(draw, OFFICES, told) for key, told in STOCKS.items()}
        | {key: agencies.monthly_figures(draw, (WHOLE,), told) for key, told in OF_THE_AGENCY.items()}
    )


@pytest.fixture(scope="module")
def judging():
    """``metrics.yml`` with standards that nobody set."""
    words = {"zh": "測試", "en": "test"}
    invented = [
        {
            "id": f"x_{key}",
            "indicator": key,
            "kind": "at_least",
            "value": value,
            "from": date(2025, 1, 1),
            "set_by": words,
        }
        for key, value in LEAST.items()
    ]
    return parse(yaml.safe_dump(independent.definitions() | {"standards": invented}, allow_unicode=True))


@pytest.fixture(scope="module")
def book(tmp_path_factory, catalogue, figures):
    warehouse = Warehouse.open(tmp_path_factory.mktemp("offices"), catalogue)
    load_calendars(warehouse, ACTOR, NOW, "zh-Hant")
    take(warehouse, "offices", ("組室.csv", agencies.offices_file(OFFICES)))
    lines = [
        line
        for key, rows in figures.items()
        for line in agencies.figures_lines(catalogue.indicators[key].name.zh, rows, key in STOCKS)
    ]
    take(warehouse, "figures", ("數字.csv", "\n".join([agencies.FIGURES_HEAD, *lines]) + "\n"))
    yield warehouse.book([period.end for period in PERIODS])
    warehouse.close()


def own(figures, key: str, period: Period, office: str | None):
    if key in STOCKS:
        return independent_offices.stock(figures[key], OFFICES, period.end, office)
    return independent_offices.total(figures[key], OFFICES, *period, office)


def there(period: Period, office: str | None) -> bool:
    return office is None or any(one.there(*period) for one in independent_offices.family(OFFICES, office))


def cells(keys) -> list[tuple]:
    return [(key, period, office) for key in keys for period in PERIODS for office in SCOPES if there(period, office)]


def test_every_sum_its_days_and_who_is_missing_agree(judging, book, figures):
    differ, seen = unlike(judging, book, figures, [*FLOWS, *RATES])
    assert not differ, f"{len(differ)} differ: {differ[:10]}"
    assert min(seen[kind] for kind in ("none", "whole", "missing")) > 50


def test_every_stock_its_days_and_who_never_told_agree(judging, book, figures):
    differ, seen = unlike(judging, book, figures, STOCKS)
    assert not differ, f"{len(differ)} differ: {differ[:10]}"
    assert min(seen[kind] for kind in ("none", "whole", "missing")) > 50


def unlike(judging, book, figures, keys) -> tuple[list, Counter]:
    differ, seen = [], Counter()
    for key, period, office in cells(keys):
        result, theirs = evaluate(judging, book, key, period, Scope(office)), own(figures, key, period, office)
        seen["none" if theirs is None else "missing" if theirs.missing else "whole"] += 1
        mine = result.value and (
            result.value.value, *result.value.period, frozenset(one.office for one in result.value.lacking),
            frozenset((one.office, one.day, one.value) for one in result.value.told),
        )  # fmt: skip
        if not alike(mine, theirs) or result.status.value != status(key, theirs):
            differ.append((key, period, office, mine, theirs, result.status.value, status(key, theirs)))
    return differ, seen


def alike(mine: tuple | None, theirs: tuple | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    return mine[0] == pytest.approx(theirs[0]) and mine[1:] == theirs[1:]


def status(key: str, found) -> str:
    """What has no standard is only shown; a sum of which something is missing is not judged."""
    if found is None:
        return "no_data"
    if key not in LEAST:
        return "tracked"
    if found.missing:
        return "no_data"
    return "met" if found.value >= LEAST[key] else "not_met"


# ---- told for the agency as a whole -------------------------------------------------------------------------------


def test_a_figure_of_the_agency_has_no_sum_over_a_month_that_nobody_told(judging, book, figures):
    differ, seen = [], Counter()
    for key in ("forms_revised", "innovation_projects"):
        for period in PERIODS:
            result = evaluate(judging, book, key, period)
            theirs = independent_offices.total(figures[key], (WHOLE,), *period)
            mine = result.value and (result.value.value, *result.value.period, frozenset(), frozenset())
            if not alike(mine, theirs) or result.status.value != status(key, theirs):
                differ.append((key, period, mine, theirs, result.status.value))
            seen[theirs is None] += 1
    assert not differ, f"{len(differ)} differ: {differ[:10]}"
    assert min(seen[True], seen[False]) > 5


def test_a_month_that_nobody_told_is_no_missed_window(catalogue, book, figures):
    """Link checks are due every month: months that were told are done or missed, others are neither."""
    rows = figures["website_link_checks"]
    frame = pd.DataFrame([(row.first, "", min(row.num, 1)) for row in rows], columns=["day", "office", "num"])
    source, differ = Delivered(frozenset(told_on(rows)), frame), []
    for month in MONTHS[:10]:
        result = evaluate(catalogue, book, "website_link_checks", Period(date(2025, 1, 1), month.end))
        if month.start not in source.days:
            assert (result.value, result.status.value) == (None, "no_data")
            continue
        theirs = independent_coverage.windows(source, month.end, 1, 1)
        mine = [(*one.period, min(one.count, 1), one.state) for one in result.windows]
        mine = [(*one[:3], one[3] if one[3] in ("done", "missed") else "neither") for one in mine]
        if mine != theirs:
            differ.append((month, mine, theirs))
    assert not differ, f"{len(differ)} differ: {differ[:10]}"
    assert {"done", "neither"} <= {one.state for one in theirs}
