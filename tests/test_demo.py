"""The demonstration exports: their 2025 totals are the published ones, they stay plausible, and they can be remade.

``reference/published-figures.csv`` holds every figure that the agency published for 114, ``reference/framework.csv``
the 46 reference standards of the yearly self-assessment.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from tests import independent

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "data" / "demo"
FORM_CUTOFF = date(2025, 12, 10)
YEAR_START = date(2025, 1, 1)
MONTHS = [(date(2025, m, 1), date(2025 + m // 12, m % 12 + 1, 1) - timedelta(days=1)) for m in range(1, 13)]
CATALOGUE = independent.definitions()
STANDARDS = {item["id"]: item for item in CATALOGUE["standards"]}
AS_STANDARDS = {"frequency": "frequency", "threshold": "at_least", "time_limit": "time_limit"}
MIB = 1 << 20


def reference(name: str) -> list[dict]:
    with (ROOT / "tests" / "reference" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


PUBLISHED = reference("published-figures.csv")
FIGURES = [row for row in PUBLISHED if row["behaviour"] not in (*AS_STANDARDS, "evidence")]
STANDARD_ROWS = [row for row in PUBLISHED if row["behaviour"] in AS_STANDARDS]


def ids(rows: list[dict]) -> list[str]:
    return [row["id"] for row in rows]


def test_every_published_row_is_compared_by_one_of_the_tests_below():
    badge = [row for row in PUBLISHED if row["behaviour"] == "evidence"]
    assert len(PUBLISHED) == len(FIGURES) + len(STANDARD_ROWS) + len(badge)
    assert ids(badge) == ["website_accessibility_badge"]


@pytest.mark.parametrize("row", FIGURES, ids=ids(FIGURES))
def test_value_at_the_published_cut_off_is_the_published_one(row):
    start = date.fromisoformat(row["period_from"]) if row["period_from"] else YEAR_START
    value, _, _ = independent.value(row["id"], start, date.fromisoformat(row["period_to"]))
    assert value is not None
    published, found = float(row["value"]), value * 100 if row["unit_zh"] == "%" else value
    if row["qualifier"] == "at least":
        assert found >= published
    else:
        assert round(found) == published


@pytest.mark.parametrize("row", STANDARD_ROWS, ids=ids(STANDARD_ROWS))
def test_rows_that_are_standards_equal_the_standard_in_metrics_yml(row):
    standard = STANDARDS[row["id"]]
    assert standard["kind"] == AS_STANDARDS[row["behaviour"]]
    assert standard["value"] == float(row["value"])
    assert standard["from"] <= FORM_CUTOFF


def test_the_second_answer_limit_is_the_one_that_the_clock_counts():
    limit = CATALOGUE["sources"]["mailbox"]["clocks"]["second"]["limit"]
    assert limit == STANDARDS["mailbox_second_answer_limit"]["value"]


def test_badge_is_the_published_one_and_ends_after_its_term():
    (row,) = [row for row in PUBLISHED if row["behaviour"] == "evidence"]
    held = independent.evidence(row["id"], FORM_CUTOFF)
    assert held["level"] == row["value"]
    assert held["from"] == date.fromisoformat(row["period_from"])
    assert independent.evidence(row["id"], date(2025, 12, 31)) is None


@pytest.mark.parametrize(("start", "end"), MONTHS, ids=lambda day: f"{day:%m-%d}")
def test_own_practices_of_the_agency_hold_in_every_month_of_2025(start, end):
    assert independent.value("phone_tests_switchboard_monthly", start, end)[0] == 4
    assert independent.value("website_link_checks", start, end)[0] == 1
    for office, row in independent.offices().iterrows():
        if row["last"] > pd.Timestamp(end):
            assert independent.value("phone_tests_office_monthly", start, end, office)[0] >= 1, office


def test_reference_standards_of_the_form_are_those_of_metrics_yml():
    rows, framework = reference("framework.csv"), CATALOGUE["framework"]
    assert len(rows) == 46
    assert [row["code"] for row in rows] == list(framework)
    for row in rows:
        item = framework[row["code"]]
        assert (item["standard"]["zh"], item["standard"]["en"]) == (row["standard_zh"], row["standard_en"])
        assert item["kind"] == row["kind"]


def test_applications_are_plausible():
    frame = independent.applications()
    received, completed = frame["收件日期"], frame["辦結日期"]
    status, year = frame["案件狀態"], received.dt.year
    assert frame["案件編號"].is_unique
    assert not (completed < received).any()
    assert completed.max() <= pd.Timestamp(2025, 12, 31)
    assert (completed.isna() == status.isin(["審查中", "補正中"])).all()
    assert year.value_counts().sort_index().is_monotonic_increasing
    assert completed.dropna().isin(pd.to_datetime(independent.working())).mean() > 0.99
    assert independent.value("applications_on_time_rate", YEAR_START, FORM_CUTOFF)[0] == pytest.approx(0.98, abs=0.01)
    assert 0.05 < independent.value("applications_supplement_rate", YEAR_START, FORM_CUTOFF)[0] < 0.07
    shares = [
        independent.value("applications_online_share", date(y, 1, 1), date(y, 12, 31))[0] for y in (2023, 2024, 2025)
    ]
    assert shares == sorted(shares)
    assert (frame["due"][status == "審查中"] < pd.Timestamp(2025, 12, 31)).any(), "some are open and overdue"
    assert frame["補正通知日2"].notna().any()
    assert frame["展延至"].notna().any()


def test_lunar_new_year_and_the_typhoon_show():
    months = independent.applications()["收件日期"].dt.strftime("%Y-%m").value_counts()
    assert months["2024-02"] < 0.7 * months["2024-03"]
    assert months["2025-02"] < 0.8 * months["2025-03"]
    august, may = (
        independent.value("applications_on_time_rate", date(2024, m, 1), date(2024, m, 31))[0] for m in (8, 5)
    )
    assert august < may


def test_points_of_phone_tests_add_up_within_their_maximum():
    frame = independent.phone_tests()
    parts = frame[["接聽速度", "電話禮貌", "答話內容"]].astype(float).sum(axis=1)
    assert (parts == frame["總分"].astype(float)).all()
    assert (frame["總分"].astype(float) <= frame["測試類別"].map(independent.MAXIMUM)).all()
    assert 85 < frame["score"].mean() < 95


def test_periods_of_a_hand_counted_indicator_never_overlap():
    rows = independent.table_of_figures().dropna(subset=["first"]).sort_values(["id", "first"])
    before = rows.groupby("id")["last"].shift()
    assert not (rows["first"] <= before).any()


def test_personal_columns_hold_placeholders():
    letters = independent.table("mailbox")
    assert letters["回覆對象EMAIL"].str.endswith("@example.com").all()
    assert letters["承辦單位/承辦人"].str.endswith("○○").all()
    assert independent.table("applications")["聯絡電話"].unique().tolist() == ["00-0000-0000"]


def test_files_stay_small():
    sizes = [path.stat().st_size for path in DEMO.rglob("*") if path.is_file()]
    assert max(sizes) < MIB
    assert sum(sizes) < 8 * MIB


def test_the_script_writes_the_tracked_files_byte_for_byte(tmp_path):
    script = ROOT / "data" / "make_demo.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True, timeout=120)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    tracked = {path.relative_to(DEMO): path for path in DEMO.rglob("*") if path.is_file() and path.name != "README.md"}
    assert made.keys() == tracked.keys()
    assert [str(name) for name, path in tracked.items() if path.read_bytes() != made[name]] == []


def test_calendars_are_remade_with_the_published_totals(tmp_path):
    code = (
        f"import make_calendar as m; from pathlib import Path; [m.write(y, Path({str(tmp_path)!r})) for y in m.YEARS]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT / "data", timeout=120)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (ROOT / "data" / "calendar" / path.name).read_bytes()
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    ("received", "limit", "due"),
    [(date(2025, 1, 10), 30, date(2025, 2, 27)), (date(2025, 9, 19), 6, date(2025, 9, 30))],
)
def test_golden_due_days_of_the_recomputation(received, limit, due):
    start = pd.Series([pd.Timestamp(received)])
    cases = independent.clock(start, pd.Series([pd.NaT], dtype="datetime64[s]"), [limit])
    assert cases["due"][0] == pd.Timestamp(due)
