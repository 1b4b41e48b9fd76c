"""What changed since a visit, a load, a day or a version; and that a browser's word is checked before it counts."""

import shutil
from datetime import UTC, date, datetime

import pytest

from etl.retime import undo_load
from kpi.differences import Move
from kpi.status import Status
from present.sentences import difference
from tests.conftest import ACTOR, NOW, take
from ui.changes import view
from ui.changes.baseline import Since, loads_since, since
from ui.changes.loads import entry
from ui.shell import last_visit
from ui.shell.last_visit import PAUSE, Seen, Visit
from warehouse import LoadRecord, Version, Warehouse
from warehouse.reads.version_differences import moves_between

LANGUAGES = ("zh-Hant", "en")
TODAY = date(2026, 1, 16)
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
PROOF = "參考標準,佐證說明,資料日期,有效迄日\nstaff_competence,每月檢查紀錄,114/01/05,114/12/31\n"


def loaded(number: int, version: int | None, day: int, source: str = "petitions") -> LoadRecord:
    at = datetime(2026, 1, day, 9, tzinfo=UTC)
    return LoadRecord(number, at, "王小明", source, "", False, 1, 0, 0, 0, version, ())


LOADS = [loaded(3, 6, 15), loaded(2, 5, 12), loaded(1, 2, 2)]  # versions 3 and 4 closed a month


# -- what a browser keeps --------------------------------------------------------------------------------------------


ID = "0123456789ab"
NEWEST = Version(ID, 6)


def test_a_visit_that_was_kept_is_read_with_the_one_before_it():
    assert last_visit.read(f"{ID}.4.1000.6.2000", NEWEST, now=2500) == Visit(ID, Seen(4, 1000), Seen(6, 2000))
    assert last_visit.read(f"{ID}.0.0.6.2000", NEWEST, now=2500) == Visit(ID, None, Seen(6, 2000))


@pytest.mark.parametrize(
    "forged",
    [
        None, "", "6", "4.1000.6", "4.1000.6.2000", "ID.4.1000.6", "ID.4.1000.6.2000.1", "ID.a.1000.6.2000",
        "ID.-4.1000.6.2000", "ID.4.1000.6e3.2000", "ID.４.1000.6.2000",
        "ID.4.1000.7.2000",  # there is no version 7
        "ID.9.1000.6.2000",
        "ID.0.0.0.2000",
        "ID.4.1000.6.9999",  # a moment to come
        "ID.4.2100.6.2000",  # the visit before ends after this one
        "ID.0.1000.6.2000",
        "ba9876543210.4.1000.6.2000",  # seen before another store was put in its place
        "ID.4.1000.6.99999999999999", "<img src=x>", "ID.4.1000.6.2000; x=1", "1" * 5000,
    ],
)  # fmt: skip
def test_what_cannot_be_is_taken_for_nothing(forged):
    assert last_visit.read(forged and forged.replace("ID", ID), NEWEST, now=2500) is None


def test_a_visit_goes_on_until_half_an_hour_without_a_page():
    first = last_visit.arrive(None, Version(ID, 4), 1000)
    assert first == Visit(ID, None, Seen(4, 1000))
    assert last_visit.arrive(first, Version(ID, 5), 1000 + PAUSE) == Visit(ID, None, Seen(5, 1000 + PAUSE))
    later = last_visit.arrive(first, Version(ID, 5), 1001 + PAUSE)
    assert later == Visit(ID, Seen(4, 1000), Seen(5, 1001 + PAUSE))
    assert last_visit.arrive(later, NEWEST, later.now.at + 60).before == Seen(4, 1000)


def test_an_address_names_a_version_of_one_store():
    assert (NEWEST.numbered(str(NEWEST)), NEWEST.numbered("5"), str(NEWEST.of(5))) == (6, 5, f"{ID}-5")
    for other in ("ba9876543210-6", f"{ID}-", f"{ID}-x", "-", "", "６", f"{ID}--6", "1" * 10):
        assert NEWEST.numbered(other) is None


# -- since when ------------------------------------------------------------------------------------------------------


def asked(text: str, visit: Seen | None = None, loads=LOADS, newest: int = 6) -> Since:
    return since(text, loads, newest, visit, TODAY, UTC)


def test_the_last_visit_is_meant_unless_something_else_is_asked_for():
    at = int(datetime(2026, 1, 13, 8, tzinfo=UTC).timestamp())
    for text in ("", "visit", "yesterday", "99", "0", "-1", "５"):
        assert asked(text, Seen(5, at)) == Since("visit", 5, datetime(2026, 1, 13, 8, tzinfo=UTC))
    assert [load.load for load in loads_since(asked("", Seen(5, at)), LOADS)] == [3]
    assert loads_since(asked("", Seen(6, at)), LOADS) == []


def test_without_a_visit_the_last_load_is_compared_with_what_stood_before_it():
    assert asked("") == asked("load") == Since("load", 5, LOADS[0].at)


def test_a_week_a_month_and_a_version():
    assert asked("week") == Since("week", 2, date(2026, 1, 9))
    assert asked("month") == Since("month", None, date(2025, 12, 16))  # nothing was there
    assert asked("5") == Since("", 5, LOADS[1].at)
    assert asked("4") == Since("", 4, None)
    assert asked("1").version is None
    assert since("month", LOADS, 6, None, date(2026, 3, 31), UTC).at == date(2026, 2, 28)
    assert asked("", loads=[], newest=1) == Since("load", None, None)
    assert len(loads_since(asked("month"), LOADS)) == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_start_can_be_said(lang):
    for found in (asked("load"), asked("week"), asked("month"), asked("5"), asked("4"), asked("", loads=[], newest=1)):
        assert view.starting(found, lang)
        assert view.summary(found, 0, [], [], lang).endswith("." if lang == "en" else "。")


# -- what moved ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def turned(lists_home, tmp_path_factory, catalogue) -> tuple[Move, ...]:
    """A petition that was answered in time was not (30 working days); another was added."""
    home = tmp_path_factory.mktemp("turned")
    shutil.copytree(lists_home, home, dirs_exist_ok=True)
    warehouse = Warehouse.open(home, catalogue)
    take(warehouse, "petitions", ("陳情_114年.csv", HEAD + "P1,1140303,1140310,甲組\n"))
    older = warehouse.version()
    take(warehouse, "petitions", ("陳情_114年.csv", HEAD + "P1,1140303,1140630,甲組\nP2,1140304,1140312,乙組\n"))
    found = moves_between(warehouse, older, warehouse.version())
    warehouse.close()
    return found


def test_a_status_that_flipped_comes_first_with_its_marks_and_the_difference(catalogue, turned):
    flipped, others = difference.parted(catalogue, turned)
    assert [move.indicator for move in flipped] == ["petitions_on_time_rate"]
    assert "petitions_received" in {move.indicator for move in others}
    row = difference.row(catalogue, flipped[0], "zh-Hant")
    assert (row["before"]["status"], row["after"]["status"]) == ("met", "not_met")
    assert (row["before"]["value"], row["after"]["value"]) == ("100%", "50.0%")
    assert (row["gap"], row["remark"]) == ("−50.0 個百分點", "變差")
    assert row["period"]
    received = next(difference.row(catalogue, move, "en") for move in others if move.indicator == "petitions_received")
    assert received["gap"].startswith("+1 ")
    assert received["remark"] == ""  # neither way is better


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_sentence_counts_indicators_not_their_years(catalogue, turned, lang):
    flipped, others = difference.parted(catalogue, turned)
    found = asked("5")
    both = view.summary(found, 2, flipped + flipped, others, lang)
    assert {"zh-Hant": "1 個指標的達標情形變了，另有", "en": "one indicator changed its status, and"}[lang] in both
    assert {"zh-Hant": "資料更新了 2 次", "en": "updated 2 times"}[lang] in both
    assert {"zh-Hant": "達標情形都沒有變", "en": "no status changed"}[lang] in view.summary(found, 1, [], others, lang)
    assert {"zh-Hant": "都和之前一樣", "en": "as it was"}[lang] in view.summary(found, 1, [], [], lang)
    assert {"zh-Hant": "沒有可以比較", "en": "nothing to compare"}[lang] in view.summary(
        asked("month"), 3, [], [], lang
    )


def test_each_indicator_stands_there_once_and_names_its_other_years(catalogue, turned):
    flipped, others = difference.parted(catalogue, turned)
    older = [Move(m.indicator, year, m.before, m.after) for m in (*flipped, *others) for year in (2023, 2024)]
    every = [*older[::-1], *turned]
    again = difference.parted(catalogue, every)
    assert [[(m.indicator, m.year) for m in those] for those in again] == [
        [(m.indicator, m.year) for m in those] for those in (flipped, others)
    ]
    assert difference.row(catalogue, flipped[0], "zh-Hant", every)["also"] == "113 年、112 年也變了"
    assert difference.row(catalogue, flipped[0], "zh-Hant", turned)["also"] == ""


def test_an_older_year_of_which_the_status_flipped_stands_before_a_newer_one_that_only_moved(catalogue, turned):
    flip = next(move for move in turned if move.flipped)
    moved = [Move(flip.indicator, 2026, flip.before, flip.before), flip]
    assert difference.parted(catalogue, moved) == ([flip], [])


def test_what_has_no_figure_on_either_side_is_not_listed(catalogue, turned):
    move = next(move for move in turned if move.indicator == "petitions_received")
    bare = [one._replace(value=None, status=Status.no_data) for one in (move.before, move.after)]
    empty = bare[1]._replace(status=Status.no_cases)
    for before, after in ((bare[0], empty), (None, empty), (empty, None)):
        assert difference.parted(catalogue, [Move(move.indicator, 2024, before, after)]) == ([], [])
    gone = Move(move.indicator, 2024, move.before, bare[1])
    assert difference.parted(catalogue, [gone]) == ([gone], [])


def test_a_year_that_is_new_or_gone_says_so(catalogue, turned):
    move = turned[0]
    new, gone = Move(move.indicator, move.year, None, move.after), Move(move.indicator, move.year, move.before, None)
    assert difference.difference_words(catalogue, new, "zh-Hant") == ("", "首次有數字")
    assert difference.difference_words(catalogue, gone, "en") == ("", "Figures removed")
    assert difference.row(catalogue, new, "zh-Hant")["before"]["value"] == "—"


def test_evidence_that_was_taken_away_is_a_status_that_flipped_and_no_more_than_that(catalogue, warehouse):
    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P1,1141103,1141110,甲組\n"))
    done = take(warehouse, "evidence", ("佐證.csv", PROOF))
    undo_load(warehouse, done.load, ACTOR, "", NOW)
    moved = moves_between(warehouse, done.version, warehouse.version())
    assert [(move.year, move.before.status, move.after.status) for move in moved] == [(2025, "met", "evidence_missing")]
    row = difference.row(catalogue, moved[0], "zh-Hant")
    assert (row["before"]["value"], row["after"]["value"], row["period"]) == ("有佐證", "—", "114 年")


# -- what people set or said -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_people_set_is_said_in_one_sentence(lang, catalogue):
    key = "petitions_on_time_rate"
    name, day = catalogue.indicators[key].name.get(lang), {"zh-Hant": "114/10/31", "en": "31 Oct 2025"}[lang]
    common = {"indicator": key, "office": None, "from": date(2025, 10, 31), "what": "added"}
    note = entry("notes", common | {"text": "颱風 <b>"}, lang)
    assert name in note
    assert day in note
    assert "颱風 <b>" in note
    standard = {"kind": "至少", "value": 0.98, "set_by": "署務會議", "reason": "連續兩年達到"}
    assert "98%" in entry("standards", common | standard, lang)
    assert "改用表單" in entry("rebases", common | {"reason": "改用表單", "what": "removed"}, lang)
    remark = {"indicator": key, "kind": "提問", "text": "為什麼？"}
    assert {"zh-Hant": "（提問）：為什麼？", "en": "(question): 為什麼？"}[lang] in entry("remarks", remark, lang)
    assert entry("notes", common | {"indicator": None, "text": "x"}, lang).startswith(
        {"zh-Hant": "全部指標", "en": "All indicators"}[lang]
    )
