"""What people set: standards, changes of process, notes and discussion are loads, with who and when, and can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from etl.commands.template import WRITERS, template
from etl.intake import load
from etl.retime import undo_load
from kpi.dates.periods import year_of
from kpi.errors import NotAllowed
from kpi.evaluate import evaluate
from kpi.status import Status
from lang.problem import words
from tests.conftest import ACTOR, NOW, check, take
from warehouse import permissions
from warehouse.permissions import Actor
from warehouse.reads.set_on_pages import standard_of
from warehouse.reads.version_differences import moves_between

KEY = "mailbox_dissatisfied_rate"
HEAD = "指標,組室,類型,標準值,上限,良好,優異,每幾個月,任何連續月份,逐組室,進度,起日,迄日,訂定者,依據,理由\n"
ROW = "首長信箱不滿意率（以收辦件數計）,,至多,4,,3,,,,,,114/07/01,,署務會議,第 6 次會議紀錄,連年偏高\n"


def standards(warehouse, *rows, **more):
    return check(warehouse, "standards", ("標準.csv", HEAD + "".join(rows)), **more)


def test_a_standard_is_a_load_that_moves_statuses_and_can_be_undone(demo_copy, catalogue):
    before = demo_copy.version()
    plan = standards(demo_copy, ROW, seen=True)
    assert [move.indicator for move in plan.preview.moves if move.flipped] == [KEY]  # told before it is loaded
    done = load(demo_copy, plan, ACTOR, "連年偏高", NOW)
    (standard,) = demo_copy.book().standards[KEY]
    assert (standard.value, standard.good, standard.start, standard.set_by.zh) == (
        0.04,
        0.03,
        date(2025, 7, 1),
        "署務會議",
    )
    assert (standard.written.zh, standard.reason.zh) == ("第 6 次會議紀錄", "連年偏高")
    record = demo_copy.loads(limit=1)[0]
    assert (record.source, record.actor, record.message, record.version) == (
        "standards",
        "tester",
        "連年偏高",
        done.version,
    )
    (move,) = [one for one in moves_between(demo_copy, before, done.version) if one.flipped]
    assert (move.before.status, move.after.status) == (Status.tracked, Status.not_met)
    undo_load(demo_copy, done.load, ACTOR, "會議改期", NOW)
    assert evaluate(catalogue, demo_copy.book(), KEY, year_of(2025)).status is Status.tracked
    assert evaluate(catalogue, demo_copy.at(done.version).book(), KEY, year_of(2025)).status is Status.not_met


def test_who_may_not_is_told_and_nothing_is_lost(warehouse):
    guest = Actor("訪客")
    plans = {
        "standards": standards(warehouse, ROW),
        "rebases": check(warehouse, "rebases", ("變更.csv", f"指標,起日,理由\n{KEY},114/07/01,改用線上表單\n")),
        "notes": check(warehouse, "notes", ("註記.csv", f"編號,指標,起日,說明\nN1,{KEY},114/10/31,颱風\n")),
    }
    before = warehouse.version()
    for source, plan in plans.items():
        with pytest.raises(NotAllowed) as refused:
            load(warehouse, plan, guest, "", NOW)
        assert refused.value.params["who"] == "訪客"
        assert refused.value.params["action"] == ("remark" if source == "notes" else "set_standard")
    assert warehouse.version() == before
    assert load(warehouse, plans["standards"], ACTOR, "", NOW).load  # the same plan, by who may


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize(
    ("row", "key"),
    [
        (f"{KEY},,至多,,,,,,,,,114/07/01,,署,,為何\n", "standard-needs-value"),
        (f"{KEY},,範圍,5,4,,,,,,,114/07/01,,署,,為何\n", "standard-needs-high"),
        (f"{KEY},,至多,4,,5,,,,,,114/07/01,,署,,為何\n", "standard-levels-order"),
        (f"{KEY},,次數,1,,,,4,,,,114/07/01,,署,,為何\n", "standard-only-counts"),
        ("mailbox_handled,,次數,1,,,,5,,,,114/07/01,,署,,為何\n", "standard-needs-window"),
        (f"{KEY},,期限內,,,,,,,,,114/07/01,,署,,為何\n", "standard-only-on-time"),
        (f"{KEY},,佐證,,,,,,,,,114/07/01,,署,,為何\n", "standard-only-evidence"),
        ("mailbox_handled,,不比去年差,,,,,,,,,114/07/01,,署,,為何\n", "standard-no-direction"),
    ],
)
def test_what_is_no_standard_is_told_by_its_cell(warehouse, row, key, lang):
    plan = standards(warehouse, row)
    problem = next(one for one in plan.files[0].problems if one.severity == "error")
    assert (problem.key, problem.cell) == (key, "C2")
    assert words(problem, lang)[0]


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_a_cell_that_the_kind_has_not_is_told_and_left_out(warehouse, lang):
    plan = standards(warehouse, f"{KEY},,至多,4,9,,,5,是,是,,114/07/01,,署,,為何\n")
    told = [(one.key, one.cell) for one in plan.files[0].problems if one.severity == "warning"]
    assert (plan.refused, told) == (False, [("standard-unread", place) for place in ("E2", "H2", "I2")])
    assert all(all(words(one, lang)) for one in plan.files[0].problems)


def test_what_a_kind_has_not_is_passed_over(catalogue):
    """A row has a cell for the fields of every kind; those of other kinds say nothing."""
    source = catalogue.sources["standards"]
    kinds = {name: code.zh for code in source.columns["kind"].codes for name in code.also}
    row = {"indicator": KEY, "from": date(2025, 7, 1), "set_by": "署", "reason": "為何", "value": 4.0, "high": 9.0, "window": 4,
           "rolling": "是", "each_office": "是", "path": "平均"}  # fmt: skip
    limit, most, window = (
        standard_of(source, row | {"kind": kinds[k]}) for k in ("time_limit", "at_most", "frequency")
    )
    assert limit.value == most.value == window.value == 4
    assert (most.path, most.each_office, window.window, window.rolling) == ("even", True, 4, True)
    assert not {"high", "window", "rolling"} & most.model_dump().keys()


@pytest.mark.parametrize(
    ("typed", "key"),
    [("5", None), ("5%", None), ("0.5%", None), ("100%", None), ("0.5", "percent-ambiguous"), ("150", "out-of-range"),
     ("150%", "out-of-range"), ("-5", "out-of-range")],
)  # fmt: skip
def test_a_bound_of_a_rate_is_read_once_and_lies_between_0_and_100_per_cent(warehouse, typed, key):
    plan = standards(warehouse, f"{KEY},,至多,{typed},,,,,,,,114/07/01,,署,,為何\n")
    assert [one.key for one in plan.files[0].problems if one.severity == "error"] == ([key] if key else [])
    if key is None:
        load(warehouse, plan, ACTOR, "", NOW)
        assert warehouse.book().standards[KEY][0].value == pytest.approx(float(typed.removesuffix("%")) / 100)


def test_words_are_kept_as_they_were_typed_and_answers_have_a_question(warehouse):
    head = "編號,討論串,指標,類別,內容\n"
    asked = f"Q1,Q1,{KEY},提問,為什麼？\nA1,Q1,{KEY},回覆,無\nA2,Q1,{KEY},回覆,10:20:00\n"
    take(warehouse, "remarks", ("討論.csv", head + asked))
    assert [one.text for one in warehouse.remarks()] == ["為什麼？", "無", "10:20:00"]
    for row, key in (
        (f"A3,NOSUCH,{KEY},回覆,好\n", "thread-unknown"), ("A3,Q1,mailbox_handled,回覆,好\n", "thread-unknown"),
        (f"A3,Q1,{KEY},回覆,\n", "cell-empty"),
    ):  # fmt: skip
        plan = check(warehouse, "remarks", ("討論.csv", head + row))
        assert [one.key for one in plan.files[0].problems if one.severity == "error"] == [key]


def test_who_may_for_one_office_may_for_that_one_only(warehouse, monkeypatch):
    monkeypatch.setattr(permissions, "may", lambda actor, action, office=None: office == "甲組")
    clerk = Actor("甲組的承辦人")

    def noted(office):
        return check(warehouse, "notes", ("註記.csv", f"編號,指標,組室,起日,說明\nN1,{KEY},{office},114/10/31,颱風\n"))

    for office in ("", "乙組"):
        with pytest.raises(NotAllowed):
            load(warehouse, noted(office), clerk, "", NOW)
    assert load(warehouse, noted("甲組"), clerk, "", NOW).load
    monkeypatch.setattr(permissions, "may", lambda actor, action, office=None: office == "乙組")
    with pytest.raises(NotAllowed):  # the number is another office's note
        load(warehouse, noted("乙組"), clerk, "", NOW)
    assert warehouse.book().notes[0].office == "甲組"


def test_of_the_same_day_the_last_one_stands_and_an_office_may_have_its_own(warehouse):
    load(warehouse, standards(warehouse, ROW), ACTOR, "", NOW)
    again = standards(warehouse, ROW.replace(",至多,4,", ",至多,3.5,"), ROW.replace("計）,,", "計）,甲組,"), seen=True)
    assert (again.total.changed, again.total.added) == (1, 1)
    load(warehouse, again, ACTOR, "", NOW)
    found = {one.office: one.value for one in warehouse.book().standards[KEY]}
    assert found == {None: 0.035, "甲組": 0.04}


def test_notes_and_remarks_bear_who_wrote_them_and_when(warehouse):
    take(warehouse, "notes", ("註記.csv", "編號,指標,起日,迄日,說明\nN1,,114/10/31,114/11/01,颱風停止上班\n"))
    text = f"編號,討論串,指標,類別,內容\nQ1,Q1,{KEY},提問,為什麼變多？\n"
    take(warehouse, "remarks", ("討論.csv", text))
    take(warehouse, "remarks", ("討論.csv", f"編號,討論串,指標,類別,內容\nQ2,Q1,{KEY},結案,\n"))
    (note,) = warehouse.book().notes
    assert (note.indicator, note.text, note.author, note.at) == (None, "颱風停止上班", "tester", NOW)
    assert note.period.days() == [date(2025, 10, 31), date(2025, 11, 1)]
    assert [(one.kind, one.thread, one.text) for one in warehouse.remarks()] == [
        ("question", "Q1", "為什麼變多？"),
        ("settled", "Q1", ""),
    ]


def test_a_version_from_before_there_were_entries_is_read(warehouse):
    old = warehouse.at(1)
    try:
        assert (old.book().standards, old.book().notes) == ({}, ())
    finally:
        old.close()


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("source", ["standards", "rebases", "notes", "remarks"])
def test_the_sample_of_each_template_is_one_that_loads(warehouse, source, ending):
    content = template(warehouse.catalogue, source, "zh-Hant", ending=ending)
    plan = check(warehouse, source, (f"{source}{ending}", content), seen=True)
    assert (plan.refused, plan.total.added) == (False, 1)
