"""From a file to a figure: pauses stop the clock, a later file moves the right months, and new rules time old rows again."""

from datetime import date
from pathlib import Path

import pytest

from etl.retime import clocks_again
from kpi.catalogue import parse
from kpi.dates.periods import Period, month_of
from kpi.evaluate import evaluate
from tests.conftest import ACTOR, sql, take
from warehouse import Warehouse
from warehouse.commit import rollup
from warehouse.commit.loading import refresh_definitions
from warehouse.reads.provenance import rows_behind
from warehouse.upkeep.verify import verify

HEAD = (
    "案件編號,申辦項目,承辦組室,申請方式,收件日期,補正通知日1,補正完成日1,補正通知日2,補正完成日2,辦結日期,案件狀態\n"
)
SERVICES = "申辦項目,處理時限,日別,起日\n退稅,5,工作日,\n減免,10,日曆日,\n許可,10,工作日,\n"
GOLDEN = "A1,許可,甲組,線上,114/03/03,114/03/05,114/03/12,114/03/10,114/03/14,{end},核准\n"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def timed(warehouse) -> Warehouse:
    take(warehouse, "services", ("services.csv", SERVICES))
    return warehouse


def value(warehouse, key, period):
    return evaluate(warehouse.catalogue, warehouse.book([period.end]), key, period).value


def times(warehouse) -> dict[str, tuple]:
    query = "SELECT case_no, case_due, case_entered, case_days FROM facts_applications ORDER BY ALL"
    return {key: tuple(rest) for key, *rest in sql(warehouse, query)}


def month(number: int) -> Period:
    return month_of(date(2025, number, 1))


def test_any_notice_of_a_supplement_counts(timed):
    """definitions: cases with at least one supplement / cases received; in whichever pair of columns it stands."""
    head = HEAD.replace("補正完成日2", "補正完成日2,第三次補正通知日,第四次補正通知日")
    pairs = {"A1": "114/03/05,114/03/06,,,,", "A2": ",,114/03/05,114/03/06,,", "A3": ",,,,114/03/05,", "A4": ",,,,,114/03/05",
             "A5": ",,,,,"}  # fmt: skip
    rows = [f"{key},許可,甲組,線上,114/03/03,{days},,審查中\n" for key, days in pairs.items()]
    take(timed, "applications", ("申辦_11403.csv", head + "".join(rows)))
    rate = value(timed, "applications_supplement_rate", month(3))
    assert (rate.numerator, rate.denominator) == (4, 5)
    behind = rows_behind(timed, "applications_supplement_rate", month(3)).rows
    assert {row["case_no"]: row["counted"] for row in behind} == {key: key != "A5" for key in pairs}


def test_pairs_that_overlap_count_once_from_the_file_to_the_figure(timed):
    rows = [
        GOLDEN.format(end="114/03/27"),
        GOLDEN.replace("A1", "A2").format(end="114/03/26"),
        "A3,許可,甲組,線上,114/03/03,114/03/10,114/03/14,114/03/05,114/03/12,114/03/27,核准\n",  # the other way round
    ]
    take(timed, "applications", ("申辦_11403.csv", HEAD + "".join(rows)))
    late = (date(2025, 3, 26), date(2025, 3, 27), 11.0)
    assert times(timed) == {"A1": late, "A2": (date(2025, 3, 26), date(2025, 3, 26), 10.0), "A3": late}
    rate = value(timed, "applications_on_time_rate", month(3))
    assert (rate.numerator, rate.denominator) == (1, 3)
    assert value(timed, "applications_days_median", month(3)).value == 11
    counted = {row["case_no"]: row["counted"] for row in rows_behind(timed, "applications_on_time_rate", month(3)).rows}
    assert counted == {"A1": False, "A2": True, "A3": False}


HISTORIES = {  # item, what the April file holds of it, whether it counts in March, and in both months, and how
    "A1": ("許可", "114/03/07,114/04/08,,,114/04/10,核准", None, True),  # answered in April, in time
    "A2": ("許可", "114/03/07,114/04/08,,,114/04/30,核准", None, False),  # answered in April, late
    "A3": ("許可", "114/03/07,,,,114/04/10,駁回", None, True),  # never answered, rejected
    "A4": ("許可", "114/03/07,114/04/08,114/04/08,,,補正中", None, None),  # asked again before the limit
    "A5": ("退稅", "114/03/12,114/03/20,,,114/04/10,核准", False, False),  # asked after it was overdue
    "A6": ("減免", "114/03/13,,,,,補正中", None, None),  # asked on the last day of the limit: it waits
    "A7": ("減免", "114/03/14,,,,,補正中", False, False),  # asked a day later: changes nothing
    "A8": ("退稅", ",,,,114/04/10,撤回", False, False),  # withdrawn after its limit
    "A9": ("許可", "114/03/07,114/04/08,,,114/04/10,撤回", None, None),  # withdrawn within it
}


def test_what_march_said_stands_when_april_comes(timed):
    """The April file holds the cases as they went on; a notice that is answered later moves nothing that lay before it."""
    start = "{},{},甲組,線上,114/03/03,{}\n"
    march = [start.format(k, item, f"{row.split(',')[0]},,,,,審查中") for k, (item, row, *_) in HISTORIES.items()]
    april = [start.format(k, item, row) for k, (item, row, *_) in HISTORIES.items()]

    def counted(period):
        rows = rows_behind(timed, "applications_on_time_rate", period).rows
        rate = value(timed, "applications_on_time_rate", period)
        assert (rate.numerator, rate.denominator) == (sum(row["counted"] for row in rows), len(rows))
        return {row["case_no"]: row["counted"] for row in rows}

    in_march = {key: one[2] for key, one in HISTORIES.items() if one[2] is not None}
    in_both = {key: one[3] for key, one in HISTORIES.items() if one[3] is not None}
    take(timed, "applications", ("申辦_11403.csv", HEAD + "".join(march)))
    assert counted(month(3)) == in_march
    period = Period(date(2025, 3, 1), date(2025, 4, 30))
    take(timed, "applications", ("申辦.csv", HEAD + "".join(april)), period=period)
    assert counted(month(3)) == in_march
    assert counted(period) == in_both
    assert verify(timed) == []


def test_a_clock_that_is_declared_anew_times_what_is_there_again(timed):
    take(timed, "applications", ("申辦_11403.csv", HEAD + GOLDEN.format(end="114/03/27")))
    take(timed, "petitions", ("陳情_11403.csv", "案件編號,收文日期,結案日期,承辦單位\nP1,1140303,1140320,甲組\n"))
    text = (ROOT / "metrics.yml").read_text(encoding="utf-8")
    stricter = Warehouse.open(timed.home, parse(text.replace("limit: 30, days: working", "limit: 10, days: working")))
    assert refresh_definitions(stricter, ACTOR, "metrics.yml", clocks_again(stricter)) is True
    assert sql(stricter, "SELECT case_due FROM facts_petitions") == [(date(2025, 3, 17),)]
    assert value(stricter, "petitions_on_time_rate", month(3)).numerator == 0
    assert times(stricter)["A1"][0] == date(2025, 3, 26)
    assert verify(stricter) == []
    stricter.close()


def test_rows_that_earlier_rules_timed_are_timed_again_by_the_next_command_or_load(timed, monkeypatch):
    def as_an_earlier_version_left_it():
        with timed.writing() as con:
            con.execute("BEGIN")
            con.execute("UPDATE facts_applications SET case_due = DATE '2025-03-31', case_entered = DATE '2025-03-27'")
            con.execute("UPDATE definitions SET fingerprint = 'earlier' WHERE indicator LIKE 'applications_%'")
            con.execute("COMMIT")

    take(timed, "applications", ("申辦_11403.csv", HEAD + GOLDEN.format(end="114/03/27")))
    right = times(timed)
    as_an_earlier_version_left_it()
    assert refresh_definitions(timed, ACTOR, "metrics.yml", clocks_again(timed)) is True
    assert times(timed) == right
    as_an_earlier_version_left_it()
    take(timed, "applications", ("申辦_11404.csv", HEAD + "A2,退稅,甲組,線上,114/04/01,,,,,114/04/02,核准\n"))
    assert times(timed)["A1"] == right["A1"]
    assert value(timed, "applications_on_time_rate", month(3)).numerator == 0
    assert verify(timed) == []


def test_the_rules_of_timing_are_part_of_what_a_figure_rests_on(catalogue, monkeypatch):
    before = {key: rollup.fingerprint(catalogue, key) for key in catalogue.indicators}
    monkeypatch.setattr(rollup, "RULES", rollup.RULES + 1)
    changed = {key for key in before if rollup.fingerprint(catalogue, key) != before[key]}
    assert {"petitions_on_time_rate", "applications_days_median"} <= changed
    assert "petitions_received" not in changed
