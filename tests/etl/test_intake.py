"""A load is one commit: what is new, changed, gone or the same; demonstration rows leave; bad input changes nothing."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from etl.commands.plan_report import load_json
from etl.tabular.cells import Bad, Names, cleaner
from kpi.catalogue import Column
from kpi.dates.periods import Period, month_of, year_of
from kpi.errors import LoadRefused, NotAllowed
from kpi.evaluate import evaluate
from kpi.observations import Scope
from kpi.status import Status
from tests.conftest import ACTOR, NOW, TODAY, check, sql, take
from warehouse.commit.loading import commit
from warehouse.permissions import Actor

HEAD = "案件編號,申辦項目,承辦組室,申請方式,收件日期,辦結日期,案件狀態,申請人\n"
A1 = "A1,退稅,甲組,線上,114/11/03,114/11/05,核准,王小明\n"
A2 = "A2,減免,第一組,臨櫃,1141104,,審查中,李小華\n"
NOVEMBER = month_of(date(2025, 11, 1))


def value(warehouse, key, period=NOVEMBER, office=None):
    return evaluate(warehouse.catalogue, warehouse.book([period.end]), key, period, Scope(office))


def facts(warehouse, source="applications"):
    return sql(warehouse, f"SELECT * FROM facts_{source} ORDER BY ALL")


def test_rows_arrive_typed_and_every_row_knows_where_it_came_from(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1 + A2))
    query = 'SELECT case_no, office, received, completed, case_due, load, file, "row" FROM facts_applications ORDER BY case_no'
    first, second = sql(warehouse, query)
    load = warehouse.loads()[0].load
    assert first == ("A1", "甲組", date(2025, 11, 3), date(2025, 11, 5), date(2025, 11, 10), load, 0, 2)
    assert second == ("A2", "甲組", date(2025, 11, 4), None, date(2025, 11, 14), load, 0, 3)


def test_personal_columns_are_nowhere_on_the_disk(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1 + A2))
    stored = b"".join(path.read_bytes() for path in warehouse.home.rglob("*") if path.is_file())
    assert "王小明".encode() not in stored
    assert not any("王小明" in str(row) for row in facts(warehouse))


def test_the_same_file_again_changes_nothing_and_says_so(warehouse):
    first = take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1 + A2))
    again = take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1 + A2))
    assert again.load is None
    assert again.version == first.version
    assert again.counts[0].unchanged == 2


def test_facts_that_arrive_twice_are_recognised_by_their_key(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1 + A2))
    done = take(
        warehouse,
        "applications",
        (
            "申辦_11412.csv",
            HEAD + "A2,減免,甲組,臨櫃,1141104,114/12/01,核准,x\nA3,退稅,乙組,郵寄,114/12/02,,審查中,x\n",
        ),
    )
    assert (done.counts[0].added, done.counts[0].changed) == (1, 1)
    assert len(facts(warehouse)) == 3


def test_an_open_case_turns_late_when_the_data_reach_past_its_due_date(warehouse):
    """A1 was done in time; A2 fell due on 11/14 and was never done."""
    take(warehouse, "applications", ("a.csv", HEAD + A1 + A2), period=Period(date(2025, 11, 1), date(2025, 11, 14)))
    key = "applications_on_time_rate"
    assert value(warehouse, key, Period(date(2025, 11, 1), date(2025, 11, 14))).value.value == 1.0
    take(warehouse, "applications", ("b.csv", HEAD), period=Period(date(2025, 11, 15), date(2025, 11, 30)))
    now = value(warehouse, key)
    assert (now.value.numerator, now.value.denominator) == (1, 2)
    assert value(warehouse, key, Period(date(2025, 11, 1), date(2025, 11, 14))).value.value == 1.0  # no hindsight


def test_replace_removes_what_the_file_does_not_have(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1 + A2))
    done = take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1), replace_period=True)
    assert (done.counts[0].removed, done.counts[0].unchanged) == (1, 1)
    assert value(warehouse, "applications_online_share").value.value == 1.0


def test_a_preview_tells_what_would_change_and_writes_nothing(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1))
    version = warehouse.version()
    plan = check(warehouse, "applications", ("申辦_11411.csv", HEAD + A1.replace("核准", "駁回") + A2), seen=True)
    assert (plan.total.added, plan.total.changed) == (1, 1)
    assert warehouse.version() == version


def test_of_two_files_with_one_case_the_later_period_stands(warehouse):
    later = "A2,減免,甲組,臨櫃,1141104,114/12/01,核准,x\n"
    take(warehouse, "applications", ("申辦_11412.csv", HEAD + later), ("申辦_11411.csv", HEAD + A2))
    assert sql(warehouse, "SELECT status FROM facts_applications") == [("核准",)]


def test_the_first_real_load_removes_that_sources_demonstration_rows_in_the_same_commit(demo_copy):
    before = demo_copy.version()
    assert "petitions" in demo_copy.demo_sources()
    row = "P1,1141103,1141120,永續發展組\n"
    take(demo_copy, "petitions", ("陳情_11411.csv", "案件編號,收文日期,結案日期,承辦單位\n" + row))
    assert demo_copy.version() == before + 1
    assert len(facts(demo_copy, "petitions")) == 1
    assert "petitions" not in demo_copy.demo_sources()
    assert "mailbox" in demo_copy.demo_sources()
    assert value(demo_copy, "petitions_received").value.value == 1
    assert value(demo_copy, "petitions_received", year_of(2024)).status is Status.no_data


def test_a_correction_moves_only_the_months_that_it_touches(demo_copy):
    query = "SELECT load, count(*) FROM observations WHERE indicator = 'petitions_received' AND \"from\" < '2025-11-01' GROUP BY ALL"
    take(
        demo_copy,
        "petitions",
        ("陳情_11411.csv", "案件編號,收文日期,結案日期,承辦單位\nP1,1141103,1141120,永續發展組\n"),
    )
    take(demo_copy, "petitions", ("陳情_11412.csv", "案件編號,收文日期,結案日期,承辦單位\nP2,1141203,,永續發展組\n"))
    assert sql(demo_copy, query) == []
    assert value(demo_copy, "petitions_received", Period(date(2025, 11, 1), date(2025, 12, 31))).value.value == 2


def test_headers_only_need_a_stated_period_and_are_then_no_cases(warehouse):
    plan = check(warehouse, "applications", ("申辦.csv", HEAD))
    assert [p.key for p in plan.files[0].problems if p.severity == "error"] == ["period-needed"]
    take(warehouse, "applications", ("申辦.csv", HEAD), period=NOVEMBER)
    assert value(warehouse, "applications_online_share").status is Status.no_cases


def test_local_closures_move_due_dates_that_were_already_there(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1))
    take(warehouse, "closures", ("停班.csv", "日期,原因\n114/11/04,颱風\n"))
    assert sql(warehouse, "SELECT case_due FROM facts_applications") == [(date(2025, 11, 11),)]


def xlsx(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


BAD = [
    ("a.xlsx", b"not a workbook", "no-headers", None),
    ("a.csv", xlsx(["x"]), "no-headers", None),
    ("a.csv", b"", "file-empty", None),
    ("a.pdf", b"%PDF-1.4", "file-other-kind", None),
    ("a_11411.csv", "案件編號,申辦項目\nA1,退稅\n", "column-missing", "A1"),
    ("a_11411.csv", HEAD + A1.replace("114/11/03", "114/13/03"), "not-a-date", "E2"),
    ("a_11411.csv", HEAD + A1.replace("甲組", "丙組"), "unknown-office-cell", "C2"),
    ("a_11411.csv", HEAD + A1.replace("線上", "飛鴿"), "not-in-list", "D2"),
    ("a_11411.csv", HEAD + A1.replace("114/11/05", "115/11/05"), "date-in-future", "F2"),
    ("a_11411.csv", HEAD + A1.replace("114/11/05", "114/11/02"), "dates-out-of-order", "F2"),
    ("a_11411.csv", HEAD + A1.replace("A1", ""), "cell-empty", "A2"),
    ("a_11411.csv", HEAD + A1 + A1.replace("線上", "臨櫃"), "key-twice", "A3"),
]


@pytest.mark.parametrize(("name", "content", "key", "cell"), BAD)
def test_bad_input_is_refused_with_its_cell_and_the_warehouse_is_untouched(warehouse, name, content, key, cell):
    version = warehouse.version()
    plan = check(warehouse, "applications", (name, content))
    assert (key, cell) in {(p.key, p.cell) for p in plan.files[0].problems if p.severity == "error"}
    for lang in ("zh-Hant", "en"):  # every problem has words in both languages
        for problem in load_json(plan, version, lang)["files"][0]["problems"]:
            assert problem["message"]
            assert problem["expected"] or problem["severity"] == "note"
    with pytest.raises(LoadRefused):
        take(warehouse, "applications", (name, content))
    assert warehouse.version() == version
    assert facts(warehouse) == []


def test_all_problems_of_a_file_at_once_and_one_refused_file_refuses_all(warehouse):
    bad = HEAD + A1.replace("甲組", "丙組").replace("114/11/03", "?") + A2.replace("臨櫃", "飛鴿")
    plan = check(warehouse, "applications", ("ok_11410.csv", HEAD + A1.replace("A1", "A9")), ("bad_11411.csv", bad))
    assert plan.refused
    assert {p.cell for p in plan.files[1].problems} == {"C2", "E2", "D3"}


def test_unknown_columns_are_left_out_and_named_in_a_note(warehouse):
    plan = check(warehouse, "applications", ("a_11411.csv", HEAD.replace("申請人", "心情") + A1))
    notes = [p for p in plan.files[0].problems if p.key == "columns-left-out"]
    assert notes[0].params["headers"] == "心情"
    assert not plan.refused


def test_identical_rows_are_kept_once_and_told(warehouse):
    plan = check(warehouse, "applications", ("a_11411.csv", HEAD + A1 + A1), seen=True)
    assert plan.total.added == 1
    assert [p.severity for p in plan.files[0].problems if p.key == "rows-identical"] == ["note"]


def test_what_an_actor_may_not_do_is_refused(warehouse):
    plan = check(warehouse, "applications", ("a_11411.csv", HEAD + A1))
    with pytest.raises(NotAllowed):
        commit(warehouse, plan.incoming, Actor("stranger"), "", NOW)
    assert facts(warehouse) == []


def test_a_partial_calendar_is_refused(warehouse):
    plan = check(warehouse, "calendar", ("c.csv", "西元日期,星期,是否放假,備註\n20270101,五,2,\n"))
    assert [p.key for p in plan.files[0].problems] == ["year-not-whole"]


FIGURES = "指標,組室,起日,迄日,數值,分子,分母\n"


def test_hand_counted_figures_keep_their_qualifier_and_their_rates(warehouse):
    rows = (
        "線上申辦客服電話,,114/11/01,114/11/30,約 1萬2千,,\nstaff_survey_response_rate,,114/1/1,114/11/30,90%以上,,\n"
    )
    take(warehouse, "figures", ("f.csv", FIGURES + rows))
    calls, rate = (
        value(warehouse, "helpdesk_calls").value,
        value(warehouse, "staff_survey_response_rate", year_of(2025)).value,
    )
    assert (calls.value, calls.qualifier) == (12000, "約")
    assert (rate.value, rate.n, rate.qualifier) == (0.9, None, "以上")


@pytest.mark.parametrize(("cell", "word"), [("約 20", "以上"), ("20以上", "約"), ("約 20 以上", ""), ("20", "至少約")])
def test_a_figure_that_is_about_and_at_least_keeps_both_wherever_they_stand(warehouse, cell, word):
    take(
        warehouse,
        "figures",
        ("f.csv", f"指標,起日,迄日,數值,註記\n線上申辦客服電話,114/11/01,114/11/30,{cell},{word}\n"),
    )
    found = value(warehouse, "helpdesk_calls").value
    assert (found.value, found.qualifier) == (20, "約以上")


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ("線上申辦客服電話,,114/11/01,114/11/30,5,,\n線上申辦客服電話,,114/11/15,114/12/31,5,,\n", "periods-overlap"),
        (
            "線上申辦客服電話,,114/11/01,114/11/30,5,,\n線上申辦客服電話,甲組,114/12/01,114/12/31,5,,\n",
            "agency-beside-offices",
        ),
        ("首長信箱收辦件數,,114/11/01,114/11/30,5,,\n", "indicator-not-by-hand"),
        ("線上申辦客服電話,,114/11/01,114/11/30,五,,\n", "not-a-number"),
    ],
)
def test_figures_that_cannot_be_added_up_are_refused(warehouse, rows, key):
    assert key in {p.key for p in check(warehouse, "figures", ("f.csv", FIGURES + rows)).files[0].problems}


@pytest.mark.parametrize(
    ("kind", "cell", "expected"),
    [
        ("date", 46001.0, date(2025, 12, 10)),
        ("date", 1141210.0, date(2025, 12, 10)),
        ("date", "-", None),
        ("amount", "26萬1111", 261111),
        ("amount", "4萬9,714", 49714),
        ("amount", "61億4,924萬7千元", 6149247000),
        ("amount", "1.15 億元", 115000000),
        ("amount", "５７％", 0.57),
        ("interval", "每 1 月", "1 month"),
        ("interval", "每1年", "12 month"),
        ("interval", "不定期更新", None),
        ("items", "XLSX;CSV;CSV;json", ("XLSX", "CSV", "JSON")),
        ("text", "甲\n乙", "甲\n乙"),
    ],
)
def test_cells_as_people_type_them(kind, cell, expected):
    column = Column(type=kind, headers=("x",), about={"zh": "x", "en": "x"})
    found = cleaner(column, Names({}, {}, {}), TODAY)(cell)
    assert (
        getattr(found, "value", found) == pytest.approx(expected)
        if isinstance(expected, float)
        else getattr(found, "value", found) == expected
    )


@pytest.mark.parametrize(
    ("kind", "cell"),
    [("date", "11412"), ("date", True), ("number", "abc"), ("amount", "約莫"), ("url", "javascript:alert(1)")],
)
def test_cells_that_cannot_be_read(kind, cell):
    column = Column(type=kind, headers=("x",), about={"zh": "x", "en": "x"})
    assert isinstance(cleaner(column, Names({}, {}, {}), TODAY)(cell), Bad)


def test_who_loaded_what_is_kept(warehouse):
    take(warehouse, "applications", ("申辦_11411.csv", HEAD + A1))
    record = warehouse.loads()[0]
    assert (record.actor, record.source, record.message, record.added) == (ACTOR.name, "applications", "test", 1)
    assert (record.files[0].name, len(record.files[0].sha256), record.files[0].rows) == ("申辦_11411.csv", 64, 1)
    assert record.version == warehouse.version()


def test_a_problem_shows_the_cell_as_it_was_typed_and_days_as_the_reader_writes_them(warehouse):
    plan = check(warehouse, "applications", ("a_11411.csv", HEAD + A1.replace("114/11/05", "1141102")))
    found = load_json(plan, 1, "zh-Hant")["files"][0]["problems"][0]
    assert (found["cell"], found["found"], found["expected"]) == ("F2", "1141102", "不早於 114/11/3 的日期")


def test_rows_after_the_period_that_the_name_states_are_a_warning(warehouse):
    plan = check(warehouse, "applications", ("a_11410.csv", HEAD + A1))
    assert [(p.key, p.severity, p.cell) for p in plan.files[0].problems] == [("rows-after-period", "warning", "E2")]
    assert not plan.refused
