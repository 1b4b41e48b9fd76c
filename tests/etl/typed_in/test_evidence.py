"""Attached, carried over, confirmed: each is a load of its own, all or nothing, by who may, and can be taken back."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date, timedelta

import pytest

from etl.commands.template import template
from etl.intake import load
from etl.refusal_words import explained
from etl.retime import redo_load, undo_load
from etl.typed_in.evidence import attach, carry_over, confirm, state, withdraw
from kpi.dates.periods import year_of
from kpi.errors import (
    AttachmentRefused,
    EvidenceRefused,
    KpiError,
    LoadRefused,
    MonthClosed,
    NotAllowed,
    Overtaken,
    UnknownName,
)
from kpi.evaluate import evaluate
from kpi.status import Status
from lang import say
from tests.conftest import ACTOR, NOW, check, take
from tests.samples.attached import good, word
from warehouse import Warehouse, permissions
from warehouse.commit.closing import close
from warehouse.permissions import Actor
from warehouse.reads.provenance import rows_behind, rows_of_load
from warehouse.upkeep.verify import verify

KEY, OTHER = "barrier_free_inspection", "hardware_inspection"
START, NEW_YEAR = date(2025, 3, 12), date(2026, 1, 1)
HEAD = "參考標準,佐證說明,資料日期,有效迄日,等級,連結,組室,複查日期,沿用待確認\n"
ROW = f"{KEY},114 年 3 月完成檢測,114/03/12,,甲,https://example.gov.tw/1,甲組,114/11/30,\n"


@pytest.fixture
def stated(warehouse) -> Warehouse:
    """One statement of 114, of 甲組."""
    take(warehouse, "evidence", ("佐證.csv", HEAD + ROW))
    return warehouse


def status(warehouse, year: int) -> Status:
    return evaluate(warehouse.catalogue, warehouse.book(), KEY, year_of(year)).status


def kept_names(warehouse) -> set[str]:
    folder = warehouse.home / "kept"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def put(warehouse, name="報告.pdf", content=None, actor=ACTOR):
    return attach(warehouse, KEY, START, name, good()[".pdf"] if content is None else content, actor, NOW)


@pytest.fixture
def clerk(monkeypatch) -> Actor:
    """Who may write the form for 乙組, and nothing else."""
    monkeypatch.setattr(
        permissions, "may", lambda actor, action, office=None: (action, office) == ("write_form", "乙組")
    )
    return Actor("乙組的承辦人")


def told(error: KpiError) -> None:
    for lang in ("zh-Hant", "en"):
        assert len(say(error.key, lang, **explained(error, lang))) > 10


# -- attaching -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", good())
def test_what_is_attached_is_kept_as_it_came_and_traced_to_who_did_it(stated, ending):
    content = good()[ending]
    done = put(stated, f"報告{ending}", content)
    (found,) = stated.attachments()
    kept = hashlib.sha256(content).hexdigest() + ending
    assert (found.indicator, found.start, found.name, found.kept) == (KEY, START, f"報告{ending}", kept)
    assert (found.size, found.office, found.author, found.at) == (len(content), "甲組", "tester", NOW)
    assert stated.copy(found.kept) == content
    record = stated.loads(limit=1)[0]
    assert (record.load, record.source, record.message) == (done.load, "attachments", f"報告{ending}")
    assert record.files[1].copy == kept
    assert [row["name"] for row in rows_of_load(stated, done.load).rows] == [f"報告{ending}"]
    assert verify(stated) == []


def test_the_same_file_again_changes_nothing_and_says_so(stated):
    first = put(stated)
    again = put(stated)
    assert (again.version, again.load, again.counts[0].unchanged) == (first.version, None, 1)
    assert len(stated.attachments()) == 1
    assert verify(stated) == []  # no copy is left that nothing names


def test_several_files_stand_beside_each_other_and_a_new_name_is_a_change(stated):
    put(stated)
    put(stated, "照片.png", good()[".png"])
    renamed = put(stated, "檢測報告.pdf")
    assert renamed.counts[0].changed == 1
    assert {one.name for one in stated.attachments()} == {"照片.png", "檢測報告.pdf"}


def test_names_that_tables_would_misread_are_kept(stated):
    for index, name in enumerate(("合計.docx", "=1+1.docx", '註：說明, 「引號".docx', "無.docx", "-.docx")):
        put(stated, name, word(f"第 {index} 份"))
    assert {one.name for one in stated.attachments()} == {
        "合計.docx", "=1+1.docx", "註：說明, 「引號_.docx", "無.docx", "-.docx"
    }  # fmt: skip


def test_the_kept_row_is_one_that_loads_again(stated):
    put(stated)
    load = stated.loads(limit=1)[0]
    copy = stated.copy(load.files[0].copy)
    plan = check(stated, "attachments", ("附件.csv", copy), seen=True)
    assert (plan.refused, plan.total.unchanged) == (False, 1)


def test_withdrawn_is_no_longer_shown_and_comes_back(stated):
    put(stated)
    kept = stated.attachments()[0].kept
    withdraw(stated, KEY, START, kept, ACTOR, NOW)
    assert stated.attachments() == ()
    assert stated.copy(kept) == good()[".pdf"]
    with pytest.raises(EvidenceRefused) as error:
        withdraw(stated, KEY, START, kept, ACTOR, NOW)
    told(error.value)
    put(stated)
    assert [one.kept for one in stated.attachments()] == [kept]


def test_an_attachment_is_undone_and_redone_with_its_content(stated):
    done = put(stated)
    undo_load(stated, done.load, ACTOR, "附錯了", NOW)
    assert stated.attachments() == ()
    assert verify(stated) == []  # its load still names what is kept
    redo_load(stated, done.load, ACTOR, "沒有附錯", NOW)
    assert stated.copy(stated.attachments()[0].kept) == good()[".pdf"]


# -- refusals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [("報告.pdf", b""), ("報告.pdf", b"<html>"), ("報告.exe", b"MZ"), ("報告.docx", b"PK\x03\x04"), ("報告.pdf", bytes(11 << 20))],
    ids=["empty", "html", "program", "damaged", "large"],
)  # fmt: skip
def test_a_refused_file_leaves_nothing_behind(stated, name, content):
    before, there = stated.version(), kept_names(stated)
    with pytest.raises(AttachmentRefused) as error:
        put(stated, name, content)
    told(error.value)
    assert (stated.version(), kept_names(stated), stated.attachments()) == (before, there, ())


def test_who_may_not_for_that_office_is_told_before_the_file_is_looked_at(stated, clerk):
    before, there = stated.version(), kept_names(stated)
    for act in (
        lambda: put(stated, "報告.exe", b"MZ", clerk),
        lambda: put(stated, actor=clerk),
        lambda: carry_over(stated, KEY, 2026, clerk, NOW),
        lambda: confirm(stated, KEY, START, clerk, NOW),
    ):
        with pytest.raises(NotAllowed) as error:
            act()
        assert (error.value.params["action"], error.value.params["office"]) == ("write_form", "甲組")
    assert (stated.version(), kept_names(stated)) == (before, there)


def test_who_may_for_an_office_does_all_of_it_for_that_one(stated, monkeypatch):
    monkeypatch.setattr(
        permissions, "may", lambda actor, action, office=None: (action, office) == ("write_form", "甲組")
    )
    clerk = Actor("甲組的承辦人")
    assert put(stated, actor=clerk).load
    assert withdraw(stated, KEY, START, stated.attachments()[0].kept, clerk, NOW).load
    assert carry_over(stated, KEY, 2026, clerk, NOW).load
    assert confirm(stated, KEY, NEW_YEAR, clerk, NOW).load
    assert stated.loads(limit=1)[0].actor == "甲組的承辦人"


def test_rows_of_evidence_are_written_by_office(stated, clerk):
    def row(office, key=OTHER):
        return check(stated, "evidence", ("佐證.csv", f"{HEAD}{key},已檢查,114/05/01,,,,{office},,\n"))

    for office in ("甲組", ""):
        with pytest.raises(NotAllowed):
            load(stated, row(office), clerk, "", NOW)
    theirs = check(stated, "evidence", ("佐證.csv", HEAD + ROW.replace("甲組", "乙組")))
    with pytest.raises(NotAllowed):  # the statement that it would replace is another office's
        load(stated, theirs, clerk, "", NOW)
    assert stated.evidence(KEY)[0]["office"] == "甲組"
    assert load(stated, row("乙組"), clerk, "", NOW).load


@pytest.mark.parametrize("act", [lambda w: attach(w, KEY, date(2025, 3, 13), "a.pdf", b"x", ACTOR, NOW),
                                 lambda w: confirm(w, KEY, date(2025, 3, 13), ACTOR, NOW)])  # fmt: skip
def test_a_statement_that_is_not_there_is_told(stated, act):
    with pytest.raises(EvidenceRefused) as error:
        act(stated)
    assert error.value.key == "evidence-unknown"
    assert "114/3/13" in say(error.value.key, "zh-Hant", **explained(error.value, "zh-Hant"))
    told(error.value)


def test_an_indicator_that_is_not_there_is_told(stated):
    with pytest.raises(UnknownName):
        carry_over(stated, "nosuch", 2026, ACTOR, NOW)


def test_rows_of_attachments_belong_to_a_statement_and_to_content_that_is_kept(stated):
    put(stated)
    kept = stated.attachments()[0].kept
    head = "參考標準,資料日期,檔名,留存檔,大小,組室\n"
    for row, key in (
        (f"{KEY},114/03/13,a.pdf,{kept},9,甲組\n", "attachment-no-statement"),
        (f"{OTHER},114/03/12,a.pdf,{kept},9,甲組\n", "attachment-no-statement"),
        (f"{KEY},114/03/12,a.pdf,{'0' * 64}.pdf,9,甲組\n", "attachment-not-kept"),
        (f"{KEY},114/03/12,a.pdf,../warehouse/catalog.sqlite,9,甲組\n", "attachment-not-kept"),
    ):
        plan = check(stated, "attachments", ("附件.csv", head + row))
        assert [one.key for one in plan.files[0].problems if one.severity == "error"] == [key]


def test_a_statement_that_no_longer_reads_is_refused_as_any_file(stated):
    """Its office was taken from the list: nothing is carried over, and the refusal is remembered."""
    take(stated, "offices", ("組室.csv", "組室名稱,別名,起日,迄日,承接組室\n乙組,,,,\n"), replace_period=True)
    before = stated.version()
    with pytest.raises(LoadRefused) as error:
        carry_over(stated, KEY, 2026, ACTOR, NOW + timedelta(minutes=1))
    assert [one.key for one in error.value.report.files[0].problems] == ["unknown-office-cell"]
    assert stated.version() == before
    assert stated.last_refusals() == {"evidence": NOW + timedelta(minutes=1)}


# -- carried over ----------------------------------------------------------------------------------------------------


def test_what_is_carried_over_is_evidence_once_it_is_confirmed(stated):
    put(stated)
    assert (status(stated, 2025), status(stated, 2026)) == (Status.met, Status.evidence_missing)
    carried = carry_over(stated, KEY, 2026, ACTOR, NOW)
    assert status(stated, 2026) is Status.evidence_missing
    new, old = stated.evidence(KEY)
    assert (new["from"], new["until"], new["review"], new["carried"]) == (NEW_YEAR, date(2026, 12, 31), None, True)
    for name in ("statement", "level", "link", "office"):
        assert new[name] == old[name]
    assert (new["load"], new["actor"], new["at"], old["carried"]) == (carried.load, "tester", NOW, False)
    assert rows_behind(stated, KEY, year_of(2026)).total == 0
    done = confirm(stated, KEY, NEW_YEAR, ACTOR, NOW)
    assert status(stated, 2026) is Status.met
    assert rows_behind(stated, KEY, year_of(2026)).total == 1
    assert stated.evidence(KEY)[0] | {"carried": True, "load": new["load"]} == new
    assert [(one.start, one.name) for one in stated.attachments()] == [(START, "報告.pdf")]
    assert verify(stated) == []
    undo_load(stated, done.load, ACTOR, "還沒確認", NOW)
    assert status(stated, 2026) is Status.evidence_missing
    undo_load(stated, carried.load, ACTOR, "不沿用", NOW)
    assert [row["from"] for row in stated.evidence(KEY)] == [START]


def test_confirming_again_changes_nothing(stated):
    assert confirm(stated, KEY, START, ACTOR, NOW).load is None


def test_the_message_says_what_was_carried_over(stated):
    carry_over(stated, KEY, 2026, ACTOR, NOW)
    assert "114/3/12" in stated.loads(limit=1)[0].message
    confirm(stated, KEY, NEW_YEAR, ACTOR, NOW, "en")
    assert stated.loads(limit=1)[0].message == say("evidence-confirmed", "en")


def test_a_closed_month_is_opened_by_the_message(stated):
    """Evidence from 1 January falls in a month that may be closed by the time that somebody carries it over."""
    letters = "案件編號,收文日期,結案日期,承辦單位\nP1,1150105,1150106,甲組\n"
    take(stated, "petitions", ("陳情_11501.csv", letters), today=date(2026, 2, 5))
    close(stated, NEW_YEAR, ACTOR, "一月", "月結", NOW)
    assert carry_over(stated, KEY, 2026, ACTOR, NOW).load
    assert confirm(stated, KEY, NEW_YEAR, ACTOR, NOW).load
    plan = check(stated, "evidence", ("佐證.csv", f"{HEAD}{KEY},改寫,115/01/01,,,,甲組,,\n"))
    with pytest.raises(MonthClosed):  # without a word it stays closed
        load(stated, plan, ACTOR, "", NOW)


@pytest.mark.parametrize(
    ("rows", "year", "key"),
    [
        ("", 2025, "evidence-year-there"),
        (f"{KEY},已檢測,115/01/03,,,,甲組,,\n", 2026, "evidence-year-there"),
        (f"{KEY},三年有效,114/06/01,117/05/31,,,甲組,,\n", 2026, "evidence-year-there"),
        ("", 2024, "evidence-none-earlier"),
        ("", 2027, "evidence-year-ahead"),
    ],
)
def test_nothing_is_carried_over_where_it_makes_no_sense(stated, rows, year, key):
    if rows:
        take(stated, "evidence", ("再.csv", HEAD + rows))
    before = stated.version()
    if key == "evidence-year-there" and year == 2025:
        take(stated, "evidence", ("前.csv", f"{HEAD}{KEY},前一年,113/03/01,,,,甲組,,\n"))
        before = stated.version()
    with pytest.raises(EvidenceRefused) as error:
        carry_over(stated, KEY, year, ACTOR, NOW)
    assert error.value.key == key
    told(error.value)
    assert stated.version() == before


def test_the_newest_confirmed_statement_is_the_one_that_is_carried_over(stated):
    rows = f"{KEY},年底再檢測,114/11/20,,,,乙組,,\n{KEY},沒確認過,114/12/01,,,,乙組,,是\n{KEY},更早,112/01/01,,,,甲組,,否\n"
    take(stated, "evidence", ("再.csv", HEAD + rows))
    carry_over(stated, KEY, 2026, ACTOR, NOW)
    assert (stated.evidence(KEY)[0]["statement"], stated.evidence(KEY)[0]["office"]) == ("年底再檢測", "乙組")


def test_words_of_several_lines_come_over_as_they_are(stated):
    text = "完成檢測：\n1. 電梯　正常\n2. 坡道, 扶手"
    take(stated, "evidence", ("長.csv", f'{HEAD}{KEY},"{text}",114/12/20,,,,甲組,,\n'))
    carry_over(stated, KEY, 2026, ACTOR, NOW)
    assert stated.evidence(KEY)[0]["statement"] == text


def test_a_review_is_not_before_the_statement(stated):
    plan = check(stated, "evidence", ("佐證.csv", HEAD + ROW.replace("114/11/30", "114/03/11")))
    assert [one.key for one in plan.files[0].problems if one.severity == "error"] == ["dates-out-of-order"]


def test_what_comes_of_the_demonstration_is_demonstration_and_the_others_stay(demo_copy):
    before = demo_copy.evidence(OTHER)
    start = demo_copy.evidence(KEY)[0]["from"]
    attach(demo_copy, KEY, start, "報告.pdf", good()[".pdf"], ACTOR, NOW)
    carry_over(demo_copy, KEY, 2026, ACTOR, NOW)
    done = confirm(demo_copy, KEY, NEW_YEAR, ACTOR, NOW)
    assert demo_copy.evidence(OTHER) == before
    assert {"evidence", "attachments"} <= demo_copy.demo_sources()
    undo_load(demo_copy, done.load, ACTOR, "試試看", NOW)
    assert demo_copy.evidence(KEY)[0]["carried"]
    take(demo_copy, "evidence", ("真的.csv", HEAD + ROW.replace("甲組", "秘書室")))
    assert [row["statement"] for row in demo_copy.evidence(KEY)] == ["114 年 3 月完成檢測"]


# -- stating and correcting ------------------------------------------------------------------------------------------

TYPED = {"statement": "114 年 10 月複檢完成", "from": "2025-10-15", "until": "", "level": "", "link": "", "review": ""}


def test_a_new_statement_replaces_none_and_a_correction_only_the_one_it_was_written_over(stated):
    state(stated, KEY, "甲組", TYPED, 0, ACTOR, NOW)
    assert [row["statement"] for row in stated.evidence(KEY)] == ["114 年 10 月複檢完成", "114 年 3 月完成檢測"]
    with pytest.raises(EvidenceRefused) as refused:
        state(stated, KEY, "甲組", TYPED | {"statement": "另一個人的", "from": "114/10/15"}, 0, ACTOR, NOW)
    told(refused.value)
    put(stated)
    seen = stated.evidence(KEY)[1]["load"]
    corrected = TYPED | {"from": START.isoformat(), "statement": "114 年 3 月 12 日完成檢測"}
    state(stated, KEY, "甲組", corrected, seen, ACTOR, NOW)
    assert [row["statement"] for row in stated.evidence(KEY)] == ["114 年 10 月複檢完成", "114 年 3 月 12 日完成檢測"]
    assert [one.name for one in stated.attachments()] == ["報告.pdf"]  # stays with what was corrected
    with pytest.raises(Overtaken):
        state(stated, KEY, "甲組", corrected | {"statement": "晚了一步"}, seen, ACTOR, NOW)


def test_correcting_what_was_carried_over_confirms_it(stated):
    carry_over(stated, KEY, 2026, ACTOR, NOW)
    carried = stated.evidence(KEY)[0]
    state(stated, KEY, "甲組", TYPED | {"from": "2026-01-01"}, carried["load"], ACTOR, NOW)
    assert not stated.evidence(KEY)[0]["carried"]
    assert status(stated, 2026) is Status.met


def test_the_first_statement_of_ones_own_takes_the_demonstration_and_its_files_away(demo_copy):
    shown = next(row for row in demo_copy.evidence(KEY))
    attach(demo_copy, KEY, shown["from"], "示範.pdf", good()[".pdf"], ACTOR, NOW)
    done = state(demo_copy, KEY, "秘書室", TYPED | {"from": shown["from"].isoformat()}, 0, ACTOR, NOW)
    assert "evidence" not in demo_copy.demo_sources()
    assert [row["statement"] for row in demo_copy.evidence(KEY)] == [TYPED["statement"]]
    assert demo_copy.attachments() == ()
    undo_load(demo_copy, done.load, ACTOR, "試試看", NOW)
    assert [one.name for one in demo_copy.attachments()] == ["示範.pdf"]
    assert verify(demo_copy) == []


# -- older warehouses ------------------------------------------------------------------------------------------------


def test_a_warehouse_from_before_the_columns_opens_widens_and_counts_as_before(tmp_path, catalogue, lists_home):
    shutil.copytree(lists_home, tmp_path / "home")
    columns = {k: v for k, v in catalogue.sources["evidence"].columns.items() if k not in ("review", "carried")}
    evidence = catalogue.sources["evidence"].model_copy(update={"columns": columns, "order": (("from", "until"),)})
    sources = {k: v for k, v in catalogue.sources.items() if k != "attachments"} | {"evidence": evidence}
    old = Warehouse.open(tmp_path / "home", catalogue.model_copy(update={"sources": sources}))
    with old.writing() as con:
        con.execute("DROP TABLE facts_attachments")
        con.execute("ALTER TABLE facts_evidence DROP COLUMN review")
        con.execute("ALTER TABLE facts_evidence DROP COLUMN carried")
    take(old, "evidence", ("佐證.csv", "參考標準,佐證說明,資料日期,組室\n" + f"{KEY},已檢測,114/03/12,甲組\n"))
    version, found = old.version(), status(old, 2025)
    assert (found, verify(old)) == (Status.met, [])
    old.close()
    new = Warehouse.open(tmp_path / "home", catalogue)
    assert (status(new, 2025), verify(new), new.attachments()) == (found, [], ())
    assert (new.evidence(KEY)[0]["review"], new.evidence(KEY)[0]["carried"]) == (None, False)
    before = new.at(version)
    try:
        assert (before.evidence(KEY)[0]["statement"], before.attachments()) == ("已檢測", ())
    finally:
        before.close()
    assert put(new).load
    carry_over(new, KEY, 2026, ACTOR, NOW)
    assert status(new, 2026) is Status.evidence_missing


def test_the_sample_of_the_template_is_one_that_loads(warehouse):
    plan = check(warehouse, "evidence", ("佐證.xlsx", template(warehouse.catalogue, "evidence", "zh-Hant")))
    offices = [one.key for one in plan.files[0].problems if one.severity == "error"]
    assert offices == ["unknown-office-cell"]  # the sample's office is not one of this warehouse
