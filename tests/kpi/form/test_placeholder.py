"""A placeholder reads the same in either language, as it is stored and as it is spelled; what is none is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.catalogue import Behaviour
from kpi.form.figure_parts import PARTS, parts_of
from kpi.form.placeholder import INNOVATIONS, ZH, Day, Placeholder, Scale, What, backwards, read
from kpi.sentence import Sentence
from lang import LANGUAGES, expected, sentence
from warehouse.settings import catalogue as real_catalogue

CATALOGUE = real_catalogue()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("人民陳情受理件數", "{petitions_received}"),
        ("petitions_received", "{petitions_received}"),
        ("Petitions received", "{petitions_received}"),
        (" petitions  RECEIVED ", "{petitions_received}"),
        ("ＭＩＴ 微笑標章累計廠商", "{mit_firms}"),
        ("人民陳情受理件數|去年同期", "{petitions_received|last year}"),
        ("人民陳情受理件數｜去年同期", "{petitions_received|last year}"),
        ("Petitions received | Last Year", "{petitions_received|last year}"),
        ("首長信箱收辦件數|去年同期|截至 12/28", "{mailbox_handled|last year|as of 12/28}"),
        ("首長信箱收辦件數|截至12月28日", "{mailbox_handled|as of 12/28}"),
        ("首長信箱收辦件數|截至 12 月 28 日|去年同期", "{mailbox_handled|last year|as of 12/28}"),
        ("首長信箱收辦件數|截至 １２/２８", "{mailbox_handled|as of 12/28}"),
        ("首長信箱收辦件數|截至 114/12/31", "{mailbox_handled|as of 2025/12/31}"),
        ("mailbox_handled|as of 2025-12-31", "{mailbox_handled|as of 2025/12/31}"),
        ("mailbox_handled|AS OF 2/29", "{mailbox_handled|as of 2/29}"),
        ("mailbox_handled|截至 113/2/29", "{mailbox_handled|as of 2024/2/29}"),
        ("活動報報網站刊登活動|自 7/1 至 12/31|期間", "{events_published|period|from 7/1 to 12/31}"),
        ("events_published|from 7/1 to 12/31|period", "{events_published|period|from 7/1 to 12/31}"),
        ("Facebook 追蹤者|萬", "{facebook_followers|10k}"),
        ("內部滿意度調查回收率|整數|截至 12/31", "{staff_survey_response_rate|whole|as of 12/31}"),
        ("首長信箱收辦件數|組室 產業政策組", "{mailbox_handled|office 產業政策組}"),
        ("mailbox_on_time_rate|office 產業政策組|numerator", "{mailbox_on_time_rate|numerator|office 產業政策組}"),
        ("創新服務清單", "{innovations}"),
        ("List of innovative services", "{innovations}"),
    ],
)
def test_what_people_type_is_stored_the_same(typed, stored):
    found = read(typed, CATALOGUE)
    assert found.stored() == stored
    assert found.typed == typed


@pytest.mark.parametrize("option", [*What, *Scale])
def test_every_option_has_a_word_in_each_language(option):
    name = "premises_tidy" if option in (What.level, What.statement) else "mailbox_dissatisfied_rate"
    english, chinese = (read(f"{name}|{word}", CATALOGUE) for word in (option.value, ZH[option]))
    assert (english.what, english.scale) == (chinese.what, chinese.scale)
    assert option in (english.what, english.scale)


def test_no_two_options_share_a_word():
    assert len({*ZH.values()}) == len({option.value for option in ZH}) == len(What) + len(Scale)


DAYS = st.builds(
    lambda day, stated: Day(day.month, day.day, day.year if stated else None),
    st.dates(date(2011, 1, 1), date(2030, 12, 31)),
    st.booleans(),
)
NAMES = [*CATALOGUE.indicators, INNOVATIONS]
PLACEHOLDERS = st.builds(
    lambda of, scale, days, office: Placeholder(*of, scale, *days, office),
    st.sampled_from([(name, what) for name in NAMES for what in parts_of(CATALOGUE, name)]),
    st.sampled_from([None, *Scale]),
    st.one_of(st.just((None, None)), st.tuples(st.none(), DAYS), st.tuples(DAYS, DAYS)),
    st.one_of(st.none(), st.text("產業政策組室甲 office1", min_size=1).map(str.strip).filter(bool)),
).filter(lambda placeholder: backwards(placeholder) is None)


@given(PLACEHOLDERS, st.sampled_from(["zh-Hant", "en", "stored"]))
def test_what_is_spelled_reads_back_as_it_was(placeholder, how):
    spelled = placeholder.stored() if how == "stored" else placeholder.spelled(CATALOGUE, how)
    assert (spelled[0], spelled[-1]) == ("{", "}")
    found = read(spelled[1:-1], CATALOGUE)
    assert isinstance(found, Placeholder), found
    assert found.stored() == placeholder.stored()
    assert (found.start, found.end, found.office) == (placeholder.start, placeholder.end, placeholder.office)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("人民陳情受理件", "人民陳情受理件數"),
        ("petitions_recieved", "petitions_received"),
        ("Petition received", "Petitions received"),
    ],
)
def test_an_unknown_name_gets_the_ones_near_it(typed, near):
    told = read(typed, CATALOGUE)
    assert isinstance(told, Sentence)
    assert (told.key, told.params["found"]) == ("placeholder-unknown", typed)
    assert told.params["near"][0] == near
    assert told.params["count"] == len(told.params["near"])


@pytest.mark.parametrize("typed", ["", "？？？", "|去年同期"])
def test_a_name_like_none_gets_none(typed):
    told = read(typed, CATALOGUE)
    assert (told.key, told.params["near"], told.params["count"]) == ("placeholder-unknown", [], 0)


@pytest.mark.parametrize(
    "option",
    [
        "去年",
        "截至",
        "截至 2/30",
        "截至 13/1",
        "as of 0/5",
        "截至 114/2/29",
        "自 7/1",
        "自 7/1 至 13/1",
        "組室",
        "",
        "as of tomorrow",
    ],
)
def test_an_option_that_is_none_is_named_with_those_there_are(option):
    told = read(f"mailbox_handled|{option}", CATALOGUE)
    assert (told.key, told.params["found"], told.params["name"]) == ("placeholder-option", option, "mailbox_handled")
    for lang in LANGUAGES:  # what can be written stands in the sentence, and not once more behind it
        assert sentence(told, lang, CATALOGUE).count(told.params["known"].get(lang)) == 1
        assert expected(told.key, lang, **told.params) == ""
    assert all(word in told.params["known"].get("zh-Hant") for word in ZH.values())
    assert all(option.value in told.params["known"].get("en") for option in ZH)


@pytest.mark.parametrize(
    ("day", "year", "found"),
    [
        (Day(12, 28), 2025, date(2025, 12, 28)),
        (Day(2, 29), 2024, date(2024, 2, 29)),
        (Day(2, 29), 2025, date(2025, 2, 28)),
        (Day(2, 29, 2024), 2025, date(2024, 2, 29)),
        (Day(1, 5, 2026), 2025, date(2026, 1, 5)),
    ],
)
def test_a_day_without_a_year_is_one_of_the_form(day, year, found):
    assert day.of(year) == found


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("website_accessibility_badge|去年同期", "去年同期", "last year"),
        ("website_accessibility_badge|change", "增減", "change"),
        ("website_accessibility_badge|standard", "標準", "standard"),
        ("premises_tidy|number", "數字", "number"),
        ("premises_tidy|denominator", "分母", "denominator"),
        ("創新服務清單|狀態", "狀態", "status"),
        ("innovations|last year", "去年同期", "last year"),
        ("innovations|number", "數字", "number"),
        ("mailbox_handled|denominator", "分母", "denominator"),
        ("mailbox_handled|numerator", "分子", "numerator"),
        ("mailbox_handled|level", "等級", "level"),
        ("mailbox_dissatisfied_rate|statement", "說明", "statement"),
        ("applications_days_median|numerator", "分子", "numerator"),
        ("open_datasets|denominator", "分母", "denominator"),
    ],
)
def test_a_part_that_such_a_figure_has_not_is_told_with_those_it_has(typed, zh, en):
    told = read(typed, CATALOGUE)
    assert (told.key, told.params["found"]) == ("placeholder-part", typed)
    assert f"沒有「{zh}」" in sentence(told, "zh-Hant", CATALOGUE)
    assert f"has no “{en}”" in sentence(told, "en", CATALOGUE)
    assert zh not in told.params["known"].zh.split("、")


@pytest.mark.parametrize("name", NAMES)
def test_every_part_that_a_figure_has_can_be_asked_for_and_no_other(name):
    found = [what for what in What if isinstance(read(f"{name}|{what}", CATALOGUE), Placeholder)]
    assert found == list(parts_of(CATALOGUE, name))
    evidence = name != INNOVATIONS and CATALOGUE.indicators[name].measure.kind == "evidence"
    assert (What.statement in found) == evidence


def test_every_behaviour_has_its_parts():
    assert set(PARTS) == set(Behaviour)


@pytest.mark.parametrize(
    "days", ["from 12/1 to 3/31", "自 12/31 至 12/1", "from 114/6/30 to 113/7/1", "自 114/1/2 至 114/1/1"]
)
def test_days_that_run_backwards_are_told(days):
    told = read(f"mailbox_handled|{days}", CATALOGUE)
    assert told.key == "placeholder-backwards"
    assert told.params["start"] in sentence(told, "zh-Hant", CATALOGUE)
    assert told.params["end"] in sentence(told, "en", CATALOGUE)


def test_a_bound_that_another_option_moved_is_looked_at_as_it_stands():
    """From 7/1 to 12/31, and then up to 3/31 only."""
    assert read("mailbox_handled|from 7/1 to 12/31|as of 3/31", CATALOGUE).key == "placeholder-backwards"


@pytest.mark.parametrize("days", ["from 113/12/1 to 2/28", "from 12/1 to 115/1/15", "from 3/1 to 3/1"])
def test_of_days_only_one_of_which_states_its_year_the_form_decides(days):
    assert isinstance(read(f"mailbox_handled|{days}", CATALOGUE), Placeholder)
