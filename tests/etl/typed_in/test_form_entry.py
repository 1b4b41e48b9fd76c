"""A row of the form is written by the office in charge, over the text that its writer saw; a signed edition stays."""

from __future__ import annotations

from datetime import date

import pytest

from etl.typed_in.form_entry import sign_off, write_row
from kpi.errors import KpiError, LoadRefused, NotAllowed, Overtaken
from lang import LANGUAGES, say
from lang.problem import words
from tests.conftest import ACTOR, NOW, check, take
from warehouse import permissions
from warehouse.permissions import Actor
from warehouse.reads.form_records import records
from warehouse.upkeep.verify import verify

DAY, CODE = date(2025, 12, 10), "E2.1b"
WORDING = "年度,代碼,評核項目,評核指標,次評核指標/參考標準,主責組室\n114,E2.1b,,,,甲組\n114,E2.1c,回應民意,,演練,乙組\n"
TEXT = '1. 收辦 {首長信箱收辦件數}，較去年同期{首長信箱收辦件數|增減}。\n=1+1 | 管線 "引號"\n（二）{petitions_received|去年同期}'


@pytest.fixture
def worded(warehouse):
    """甲組 writes one row, 乙組 another."""
    take(warehouse, "framework", ("評核項目.csv", WORDING))
    return warehouse


def write(warehouse, text=TEXT, *, code=CODE, actor=ACTOR, basis=0, lang="zh-Hant", as_of=None):
    return write_row(warehouse, 2025, code, lang, text, as_of, "讀起來", as_of or DAY, actor, NOW, basis)


def test_a_text_is_kept_line_by_line_its_placeholders_as_no_renaming_touches_them(worded):
    done = write(worded, as_of=date(2025, 11, 30))
    (found,) = records(worded).written
    assert found.text.splitlines() == [
        "1. 收辦 {mailbox_handled}，較去年同期{mailbox_handled|change}。",
        '=1+1 | 管線 "引號"',
        "（二）{petitions_received|last year}",
    ]
    assert (found.year, found.code, found.lang, found.office) == (2025, CODE, "zh-Hant", "甲組")
    assert (found.as_of, found.shown, found.shown_as_of) == (date(2025, 11, 30), "讀起來", date(2025, 11, 30))
    assert (found.author, found.load) == (ACTOR.name, done.load)


def test_each_language_has_its_own_text(worded):
    write(worded)
    write(worded, "Letters: {Mailbox letters handled}.", lang="en")
    found = records(worded)
    assert found.text(CODE, 2025, "en").text == "Letters: {mailbox_handled}."
    assert "收辦" in found.text(CODE, 2025, "zh-Hant").text


def test_a_later_year_begins_with_the_text_of_the_year_before(worded):
    write(worded)
    assert records(worded).text(CODE, 2026, "zh-Hant").year == 2025
    assert records(worded).text(CODE, 2024, "zh-Hant") is None


def test_the_second_of_two_writers_is_told_and_overwrites_nothing(worded):
    first = write(worded, "先寫的")
    for basis in (0, first.load - 1):
        with pytest.raises(Overtaken) as error:
            write(worded, "後寫的", basis=basis)
        assert error.value.params["load"] == first.load
    assert [one.text for one in records(worded).written] == ["先寫的"]
    second = write(worded, "看過再寫", basis=first.load)
    assert [(one.text, one.load) for one in records(worded).written] == [("看過再寫", second.load)]
    for lang in LANGUAGES:
        assert len(say("row-overtaken", lang)) > 10


@pytest.mark.parametrize(
    "text",
    [
        "收辦 {首長信箱收辦件} 件", "收辦 {首長信箱收辦件數|前年} 件", "收辦 {首長信箱收辦件數", "  ",
        "標章去年為 {website_accessibility_badge|last year}", "收辦 {首長信箱收辦件數|分母}", "{創新服務清單|狀態}",
        "收辦 {首長信箱收辦件數|自 12/1 至 3/31}",
    ],
)  # fmt: skip
def test_a_placeholder_that_stands_for_nothing_is_refused_and_nothing_is_written(worded, text):
    before = worded.version()
    with pytest.raises(LoadRefused) as error:
        write(worded, text)
    (problem,) = [one for file in error.value.report.files for one in file.problems if one.severity == "error"]
    assert problem.key.startswith("placeholder-") or problem.key == "cell-empty"
    for lang in LANGUAGES:
        sentence, wanted = words(problem, lang)
        assert len(sentence) > 10
        assert wanted or any(word in sentence for word in ("可以寫", "Known:", "It has:")), sentence
    assert problem.column == "評核結果說明"
    assert (records(worded).written, worded.version()) == ((), before)


def test_only_the_office_in_charge_may_write_a_row(worded, monkeypatch):
    monkeypatch.setattr(
        permissions, "may", lambda actor, action, office=None: (action, office) == ("write_form", "甲組")
    )
    clerk = Actor("甲組的承辦人")
    done = write(worded, actor=clerk)
    for code in ("E2.1c", "B1.1"):  # another office's, and one that nobody was named for
        with pytest.raises(NotAllowed):
            write(worded, actor=clerk, code=code)
    with pytest.raises(NotAllowed):
        sign_off(worded, 2025, 1, DAY, "承辦人", b"{}", clerk, NOW, date(2026, 1, 5), "zh-Hant")
    assert [one.load for one in records(worded).written] == [done.load]


def test_a_file_cannot_put_a_row_into_another_office_s_name(worded):
    head = "年度,代碼,語言,評核結果說明,本列截止日,存檔時內容,存檔時截止日,組室\n"
    plan = check(worded, "results", ("結果.csv", f"{head}114,E2.1c,中文,好,,好,114/12/10,甲組\n"))
    assert [one.key for file in plan.files for one in file.problems] == ["form-office-other"]
    plan = check(worded, "results", ("結果.csv", f"{head}114,X9,中文,好,,好,114/12/10,甲組\n"))
    assert "form-row-unknown" in [one.key for file in plan.files for one in file.problems]


def test_the_agency_s_own_words_hold_from_their_year_on(worded):
    found = records(worded)
    assert (found.wording("E2.1c", 2025).item, found.wording("E2.1c", 2025).standard) == ("回應民意", "演練")
    assert found.wording("E2.1c", 2024) is None
    take(worded, "framework", ("評核項目.csv", WORDING.replace("114,E2.1c,回應民意", "115,E2.1c,新的項目")))
    assert [records(worded).wording("E2.1c", year).item for year in (2025, 2026)] == ["回應民意", "新的項目"]
    assert records(worded).office("E2.1c", 2027) == "乙組"


def test_an_edition_keeps_its_content_and_its_number_is_given_once(worded):
    content = '{"格式": 1}'.encode()
    sign_off(worded, 2025, 1, DAY, "主任秘書", content, ACTOR, NOW, date(2026, 1, 5), "zh-Hant")
    (edition,) = records(worded).signed(2025)
    assert worded.copy(edition.kept) == content
    assert (edition.number, edition.as_of, edition.signed_by, edition.signed_on) == (
        1,
        DAY,
        "主任秘書",
        date(2026, 1, 5),
    )
    with pytest.raises(Overtaken):
        sign_off(worded, 2025, 1, DAY, "別人", b"{}", ACTOR, NOW, date(2026, 1, 5), "zh-Hant")
    head = "年度,版次,資料截止日,簽核者,簽核日,內容檔\n"
    forged = f"114,1,114/12/10,別人,115/01/05,{edition.kept}\n114,2,114/12/10,別人,115/01/05,{'0' * 64}.json\n"
    wrong = check(worded, "editions", ("定稿.csv", head + forged)).files[0].problems
    assert [one.key for one in wrong if one.severity == "error"] == ["edition-there", "edition-not-kept"]
    assert verify(worded) == []


def test_an_edition_without_a_name_is_refused(worded):
    with pytest.raises(KpiError):
        sign_off(worded, 2025, 1, DAY, " ", b"{}", ACTOR, NOW, date(2026, 1, 5), "zh-Hant")
    assert records(worded).editions == ()


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2026, 2, 1), date(2031, 12, 10)])
def test_a_row_s_own_cut_off_of_another_year_is_refused_and_nothing_is_written(worded, day):
    before = worded.version()
    with pytest.raises(KpiError, match="row-other-year"):
        write(worded, as_of=day)
    assert (records(worded).written, worded.version()) == ((), before)


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2025, 12, 28), date(2026, 1, 31)])
def test_a_row_may_keep_a_cut_off_earlier_or_later_than_the_form_s(worded, day):
    write(worded, as_of=day)
    assert [one.as_of for one in records(worded).written] == [day]


def test_an_edition_is_signed_for_a_day_of_its_year(worded):
    with pytest.raises(KpiError, match="form-other-year"):
        sign_off(worded, 2024, 1, DAY, "主任秘書", b"{}", ACTOR, NOW, date(2026, 1, 5), "zh-Hant")
    assert records(worded).editions == ()
