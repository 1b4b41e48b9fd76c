"""Undo, redo, closed months, and the way back from a figure to its rows."""

from __future__ import annotations

from datetime import date

import pytest

from etl.intake import load, redo_load, undo_load
from kpi.dates.periods import Period
from kpi.errors import KpiError, MonthClosed, UndoRefused, UnknownName
from kpi.evaluate import evaluate
from tests.conftest import ACTOR, NOW, TODAY, check, sql, take
from warehouse.commit.closing import close, closings, editions
from warehouse.commit.undo import blocked_by
from warehouse.reads.provenance import rows_behind, rows_of_load
from warehouse.reads.version_differences import moves_between

HEAD = "案件編號,收文日期,結案日期,承辦單位,案件類別\n"
NOV = ("陳情_11411.csv", HEAD + "P1,1141103,1141120,甲組,興革\nP2,1141104,,乙組,檢舉\n")
NOV_MENDED = ("陳情_11411.csv", HEAD + "P1,1141103,1141121,甲組,興革\nP3,1141105,1141106,甲組,檢舉\n")
YEAR = Period(date(2025, 1, 1), date(2025, 11, 30))


def facts(warehouse, source="petitions"):
    return sorted(sql(warehouse, f"SELECT * FROM facts_{source}"), key=str)


def observations(warehouse):
    return sorted(sql(warehouse, "SELECT * FROM observations WHERE source = 'petitions'"), key=str)


def reach(warehouse):
    return sorted(sql(warehouse, 'SELECT source, "from", "to", as_of, load FROM coverage'), key=str)


def state(warehouse):
    return facts(warehouse), observations(warehouse), reach(warehouse)


def test_an_undone_load_leaves_no_trace_in_the_figures_and_can_be_redone(warehouse):
    empty = state(warehouse)
    first = take(warehouse, "petitions", NOV)
    one = state(warehouse)
    second = take(warehouse, "petitions", NOV_MENDED, replace_period=True)
    two = state(warehouse)
    undone = undo_load(warehouse, second.load, ACTOR, "wrong file", NOW)
    assert state(warehouse) == one
    assert undone.version > second.version
    redo_load(warehouse, second.load, ACTOR, "right after all", NOW)
    assert state(warehouse) == two
    undo_load(warehouse, second.load, ACTOR, "", NOW)
    undo_load(warehouse, first.load, ACTOR, "", NOW)
    assert state(warehouse) == empty
    kinds = [(one.kind, one.of) for one in warehouse.loads(limit=4, source="petitions")]
    assert kinds == [("undo", first.load), ("undo", second.load), ("redo", second.load), ("undo", second.load)]
    assert all(one.undone for one in warehouse.loads(only={first.load, second.load}))


def test_an_undo_is_refused_where_later_loads_touched_the_same_rows_and_names_them(warehouse):
    first = take(warehouse, "petitions", NOV)
    second = take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141122,甲組,興革\n"))
    third = take(warehouse, "petitions", ("陳情_11412.csv", HEAD + "P9,1141203,,甲組,興革\n"))
    before = state(warehouse)
    assert blocked_by(warehouse, first.load) == [second.load]
    with pytest.raises(UndoRefused) as refused:
        undo_load(warehouse, first.load, ACTOR, "", NOW)
    assert refused.value.key == "undo-later"
    assert refused.value.params["loads"] == [second.load]
    assert state(warehouse) == before
    assert blocked_by(warehouse, second.load) == []
    undo_load(warehouse, second.load, ACTOR, "", NOW)
    undo_load(warehouse, first.load, ACTOR, "", NOW)
    assert {row[0] for row in sql(warehouse, "SELECT case_no FROM facts_petitions")} == {"P9"}
    assert third.load not in {one.load for one in warehouse.loads() if one.undone}


@pytest.mark.parametrize(("act", "key"), [(redo_load, "redo-not-undone"), (undo_load, "undo-unknown")])
def test_what_is_not_in_that_state_is_refused(warehouse, act, key):
    done = take(warehouse, "petitions", NOV)
    number = done.load if act is redo_load else 999
    with pytest.raises(UndoRefused) as refused:
        act(warehouse, number, ACTOR, "", NOW)
    assert refused.value.key == key


def test_twice_undone_is_refused(warehouse):
    done = take(warehouse, "petitions", NOV)
    undo_load(warehouse, done.load, ACTOR, "", NOW)
    with pytest.raises(UndoRefused, match="undo-not-in-force"):
        undo_load(warehouse, done.load, ACTOR, "", NOW)


def test_the_first_real_load_is_undone_back_to_the_demonstration(demo_copy):
    before = sql(demo_copy, "SELECT count(*), max(received) FROM facts_petitions"), demo_copy.demo_sources()
    stood = state(demo_copy)
    done = take(demo_copy, "petitions", ("陳情_11412.csv", HEAD + "P1,1141202,,產業政策組,興革\n"))
    assert "petitions" not in demo_copy.demo_sources()
    undo_load(demo_copy, done.load, ACTOR, "", NOW)
    assert (sql(demo_copy, "SELECT count(*), max(received) FROM facts_petitions"), demo_copy.demo_sources()) == before
    assert state(demo_copy) == stood


def test_due_dates_of_rows_that_come_back_follow_the_calendar_of_now(warehouse):
    done = take(warehouse, "petitions", NOV)
    mended = take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141104,1141120,甲組,興革\n"))
    take(warehouse, "closures", ("停止上班.csv", "日期\n114/11/05\n"))
    undo_load(warehouse, mended.load, ACTOR, "", NOW)
    back = facts(warehouse)
    undo_load(warehouse, done.load, ACTOR, "", NOW)
    take(warehouse, "petitions", NOV)
    columns = "case_no, received, case_due, case_entered, case_days"
    fresh = sorted(sql(warehouse, f"SELECT {columns} FROM facts_petitions"))
    assert len(back) == 2
    redo = warehouse.at(warehouse.loads(limit=1)[0].version - 1)
    assert fresh == sorted(sql(warehouse, f"SELECT {columns} FROM facts_petitions"))
    redo.close()


def test_preview_says_what_would_move_and_changes_nothing(warehouse):
    take(warehouse, "petitions", NOV)
    before = state(warehouse), warehouse.version()
    plan = check(warehouse, "petitions", NOV_MENDED, replace_period=True, seen=True)
    assert (state(warehouse), warehouse.version()) == before
    seen = plan.preview
    cells = {(cell.key, cell.column, cell.old, cell.new) for cell in seen.changed}
    assert cells == {("P1", "closed", date(2025, 11, 20), date(2025, 11, 21))}
    assert [row["key"] for row in seen.gone] == ["P2"]
    told = {move.indicator: move for move in seen.moves}
    done = load(warehouse, plan, ACTOR, "", NOW)
    moved = {move.indicator: move for move in moves_between(warehouse, done.version - 1, done.version)}
    assert told.keys() == moved.keys() != set()
    for key, move in moved.items():
        assert told[key].after.value == move.after.value
        assert told[key].before.value == move.before.value
        assert evaluate(warehouse.catalogue, warehouse.book(), key, move.after.asked).value == move.after.value


def test_a_closed_month_asks_for_a_reason_and_keeps_its_editions(warehouse):
    take(warehouse, "petitions", NOV)
    november = date(2025, 11, 1)
    close(warehouse, november, ACTOR, "王科長", "月報", NOW)
    assert [(one.month, one.name) for one in closings(warehouse)] == [(november, "王科長")]
    with pytest.raises(KpiError, match="month-closed-already"):
        close(warehouse, november, ACTOR, "王科長", "", NOW)
    plan = check(warehouse, "petitions", NOV_MENDED, seen=True)
    assert plan.preview.closed == (november,)
    before = state(warehouse)
    with pytest.raises(MonthClosed):
        load(warehouse, plan, ACTOR, "  ", NOW)
    assert state(warehouse) == before
    first = load(warehouse, plan, ACTOR, "補登一件", NOW)
    second = take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P4,1141105,,甲組,檢舉\n"))
    found = [(one.edition, one.value, one.load) for one in editions(warehouse, "petitions_received")]
    assert found == [("original", 2, None), ("superseded", 3, first.load), ("corrected", 4, second.load)]
    assert editions(warehouse, "petitions_received")[1].message == "補登一件"
    take(warehouse, "petitions", ("陳情_11412.csv", HEAD + "P8,1141203,,甲組,檢舉\n"))
    assert len(editions(warehouse, "petitions_received")) == 3


def test_from_a_figure_to_its_rows_and_from_a_load_to_its_rows(warehouse):
    first = take(warehouse, "petitions", NOV)
    second = take(warehouse, "petitions", NOV_MENDED, replace_period=True)
    behind = rows_behind(warehouse, "petitions_received", YEAR)
    assert behind.total == 2
    assert [(row["case_no"], row["load"], row["file"], row["row"]) for row in behind.rows] == [
        ("P1", second.load, "陳情_11411.csv", 2), ("P3", second.load, "陳情_11411.csv", 3),
    ]  # fmt: skip
    assert rows_behind(warehouse, "petitions_received", YEAR, office="乙組").total == 0
    assert rows_behind(warehouse, "petitions_received", YEAR, limit=1, offset=1).rows[0]["case_no"] == "P3"
    rows = rows_of_load(warehouse, second.load)
    assert sorted((row["case_no"], row["what"]) for row in rows.rows) == [
        ("P1", "changed"),
        ("P2", "removed"),
        ("P3", "added"),
    ]
    assert next(row for row in rows.rows if row["what"] == "removed")["load"] == first.load
    with pytest.raises(UnknownName):
        rows_of_load(warehouse, 999)


def test_the_rows_behind_every_figure_of_the_demonstration_add_up(demo):
    year = Period(date(2025, 1, 1), date(2025, 12, 10))
    book = demo.book([year.end])
    for key, item in demo.catalogue.indicators.items():
        source = demo.catalogue.sources[item.source]
        found = evaluate(demo.catalogue, book, key, year).value
        if source.kind != "cases" or found is None or item.measure.kind == "coverage":
            continue
        rows = rows_behind(demo, key, found.period, limit=1_000_000)
        expected = (
            found.denominator if found.denominator is not None else found.n if found.n is not None else found.value
        )
        if item.measure.kind == "count" and item.measure.where:
            continue
        assert rows.total == expected, key
        if item.measure.kind in ("share", "on_time"):
            assert sum(bool(row["counted"]) for row in rows.rows) == found.numerator, key


def test_a_version_that_is_not_there_is_refused(warehouse):
    with pytest.raises(UnknownName):
        warehouse.at(10_000)
    assert TODAY


def test_demonstration_rows_never_come_back_beside_real_ones(demo_copy):
    first = take(demo_copy, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141120,永續發展組,興革\n"))
    second = take(demo_copy, "petitions", ("陳情_11412.csv", HEAD + "P2,1141203,,永續發展組,檢舉\n"))
    with pytest.raises(UndoRefused) as refused:
        undo_load(demo_copy, first.load, ACTOR, "", NOW)
    assert (refused.value.key, refused.value.params["loads"]) == ("undo-later", [second.load])
    undo_load(demo_copy, second.load, ACTOR, "", NOW)
    undo_load(demo_copy, first.load, ACTOR, "", NOW)
    assert demo_copy.book().reach["petitions"].demo


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("services", "services.csv", "申辦項目,處理時限,日別,起日\n退稅,1,工作日,\n減免,10,日曆日,\n"),
        ("closures", "closures.csv", "日期,事由\n114/11/04,颱風\n114/11/05,颱風\n"),
    ],
)
def test_what_moves_a_closed_month_from_afar_asks_for_a_reason_too(warehouse, source, name, text):
    head = "案件編號,申辦項目,承辦組室,申請方式,收件日期,辦結日期,案件狀態\n"
    rows = head + "A1,退稅,甲組,線上,1141103,1141110,核准\nA2,減免,甲組,線上,1141020,1141107,核准\n"
    take(
        warehouse,
        "applications",
        ("申辦_1141020-1141130.csv", rows),
        period=Period(date(2025, 10, 1), date(2025, 11, 30)),
    )
    close(warehouse, date(2025, 11, 1), ACTOR, "王科長", "", NOW)
    plan = check(warehouse, source, (name, text), seen=True)
    assert plan.preview.closed == (date(2025, 11, 1),)
    version = warehouse.version()
    with pytest.raises(MonthClosed):
        load(warehouse, plan, ACTOR, "", NOW)
    assert warehouse.version() == version
    done = load(warehouse, plan, ACTOR, "修正時限", NOW)
    told = {edition.edition for key in warehouse.catalogue.indicators for edition in editions(warehouse, key)}
    assert told == {"original", "corrected"}
    assert done.version > version
