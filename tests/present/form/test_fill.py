"""Each row says what it waits for: evidence, a figure, another look, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kpi.dates.periods import Period
from kpi.form.saved_records import Evidence, Innovation, Wording, Written
from kpi.form.template import parse
from present.form.fill import build, days_of, fill, shown
from present.form.filled import State
from publish.form.files import desk_of
from tests.conftest import CUTOFF, YEAR, take

ROW, EVIDENCE = "E2.1b", "B2.1a"  # one of figures, one that needs evidence of `premises_tidy`
LETTERS = "首長信箱收辦 {mailbox_handled}。"
READS = "首長信箱收辦 825 件。"


def text(code: str = ROW, template: str = LETTERS, **more) -> Written:
    """As an office saved it for 114 in Chinese."""
    given = {
        "as_of": None,
        "shown": READS,
        "shown_as_of": CUTOFF,
        "office": "產業政策組",
        "author": "clerk",
        "at": None,
    }
    year, lang = more.pop("year", YEAR), more.pop("lang", "zh-Hant")
    return Written(year=year, code=code, lang=lang, text=template, load=1, **{**given, **more})


def statement(start: date = date(2025, 1, 1), end: date = date(2025, 12, 31), **more) -> Evidence:
    return Evidence("premises_tidy", "已檢視", start, end, **more)


def row_of(desk, code: str = ROW, lang: str = "zh-Hant", as_of: date = CUTOFF):
    return build(desk, as_of, lang).row(code)


def reasons(row) -> list[str]:
    return [one.key for one in row.why]


# -- the states --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("evidence", "why"),
    [
        ((), "form-why-no-evidence"),
        ((statement(end=date(2025, 9, 30)),), "form-why-ended"),
        ((statement(start=date(2025, 12, 11)),), "form-why-no-evidence"),
        ((statement(carried=True),), "form-why-carried"),
        ((statement(carried=True), statement(end=date(2025, 9, 30))), "form-why-carried"),
        ((statement(date(2024, 1, 1), date(2024, 12, 31), carried=True),), "form-why-no-evidence"),
    ],
)
def test_a_row_without_valid_evidence_misses_it_and_says_why(with_records, evidence, why):
    row = row_of(with_records(evidence={"premises_tidy": evidence}), EVIDENCE)
    assert (row.state, row.evidence) == (State.evidence_missing, None)
    assert reasons(row) == [why, "form-why-default"]
    assert row.text == "［缺佐證］"
    assert row_of(with_records(evidence={"premises_tidy": evidence}), EVIDENCE, "en").text == "[evidence missing]"


def test_evidence_without_a_level_is_not_said_to_be_missing(with_records):
    written = text(EVIDENCE, "等級 {premises_tidy|level}。")
    row = row_of(with_records(written=(written,), evidence={"premises_tidy": (statement(),)}), EVIDENCE)
    assert (row.state, row.text) == (State.changed, "等級［無資料］。")


def test_evidence_is_missing_before_all_else(with_records):
    written = text(EVIDENCE, "{no_such} {premises_tidy|statement}", shown="別的")
    row = row_of(with_records(evidence={}, written=(written,)), EVIDENCE)
    assert row.state is State.evidence_missing
    assert reasons(row) == ["form-why-no-evidence", "placeholder-unknown", "form-why-changed"]


@pytest.mark.parametrize(
    ("template", "why", "reads"),
    [
        ("收辦 {mailbox_handeld}。", "placeholder-unknown", "收辦 {mailbox_handeld}。"),
        ("收辦 {mailbox_handled|截至 13/1}。", "placeholder-option", "收辦 {mailbox_handled|截至 13/1}。"),
        ("收辦 {mailbox_handled", "placeholder-brace", "收辦 {mailbox_handled"),
        ("收辦 {mailbox_handled|分母}。", "placeholder-part", "收辦 {mailbox_handled|分母}。"),
        (
            "標章 {website_accessibility_badge|去年同期}。",
            "placeholder-part",
            "標章 {website_accessibility_badge|去年同期}。",
        ),
        ("服務 {innovations|status}。", "placeholder-part", "服務 {innovations|status}。"),
        (
            "收辦 {mailbox_handled|自 12/1 至 3/31}。",
            "placeholder-backwards",
            "收辦 {mailbox_handled|自 12/1 至 3/31}。",
        ),
        ("可用 {email_availability|分母}。", "figure-no-parts", "可用［無資料］。"),
        ("收辦 {mailbox_handled|組室 不存在的組}。", "figure-no-office", "收辦［無資料］。"),
        ("觀看 {youtube_views|去年同期}。", "not-comparable", "觀看［無資料］。"),
    ],
)
def test_a_placeholder_that_stands_for_nothing_is_a_missing_figure(with_records, template, why, reads):
    row = row_of(with_records(written=(text(template=template, shown=reads),)))
    assert (row.state, reasons(row), row.text) == (State.figure_missing, [why], reads)


def test_a_list_of_innovations_that_is_not_there_is_missing(with_records):
    row = row_of(with_records(innovations=()), "O2")
    assert row.state is State.figure_missing
    assert reasons(row) == ["innovations-none", "form-why-default"]
    assert row.lines[-1].text == "［無資料］"


def test_a_reason_is_told_once_for_all_placeholders_that_share_it(with_records):
    written = text(template="{youtube_views|去年同期} {youtube_views|增減}", shown="")
    assert reasons(row_of(with_records(written=(written,)))).count("not-comparable") == 1


def test_a_figure_that_moved_since_the_text_was_saved_is_told_with_both(with_records):
    row = row_of(with_records(written=(text(shown="首長信箱收辦 824 件。"),)))
    assert (row.state, reasons(row)) == (State.changed, ["form-why-changed"])
    assert (row.read_then, row.reads_now) == ("首長信箱收辦 824 件。", READS)


def test_a_text_of_ours_waits_for_the_office(desk):
    row = row_of(desk)
    assert (row.state, row.origin, reasons(row)) == (State.not_reviewed, "default", ["form-why-default"])
    assert row.written is None


def test_a_text_of_an_earlier_year_waits_for_the_office_with_the_figures_of_this_year(with_records):
    old = text(year=2024, shown="首長信箱收辦 780 件。", shown_as_of=date(2024, 12, 10), as_of=date(2024, 12, 28))
    row = row_of(with_records(written=(old,)))
    assert (row.state, row.origin, reasons(row)) == (State.not_reviewed, "earlier", ["form-why-earlier"])
    assert (row.text, row.as_of, row.read_then) == (READS, CUTOFF, "")


def test_the_text_of_this_year_takes_the_place_of_earlier_ones_and_a_later_one_is_not_seen(with_records):
    texts = tuple(text(year=year, template=f"{year} 的文字", shown=f"{year} 的文字") for year in (2023, 2025, 2026))
    row = row_of(with_records(written=texts))
    assert (row.text, row.origin) == ("2025 的文字", "written")


def test_a_saved_text_with_figures_is_fresh_and_one_without_is_written(with_records):
    assert row_of(with_records(written=(text(),))).state is State.fresh
    plain = text(template="都處理了。", shown="都處理了。")
    assert row_of(with_records(written=(plain,))).state is State.written


def test_a_statement_of_evidence_is_no_figure(with_records):
    written = text(EVIDENCE, "環境：{premises_tidy|statement}", shown="環境：已檢視")
    row = row_of(with_records(written=(written,), evidence={"premises_tidy": (statement(),)}), EVIDENCE)
    assert (row.state, row.text, row.evidence) == (State.written, "環境：已檢視", statement())


def test_evidence_whose_review_is_due_is_told_without_barring_the_row(with_records):
    held = statement(review=date(2025, 12, 1))
    written = text(EVIDENCE, "{premises_tidy|statement}", shown="已檢視")
    row = row_of(with_records(written=(written,), evidence={"premises_tidy": (held,)}), EVIDENCE)
    assert (row.state, reasons(row)) == (State.written, ["form-why-review"])


def test_a_text_in_one_language_leaves_the_other_as_it_is(with_records):
    desk = with_records(written=(text(),))
    assert row_of(desk, lang="en").origin == "default"


def test_the_form_counts_the_rows_that_are_done(with_records):
    plain = text("D1.4d", "表單都看過了。", shown="表單都看過了。")
    assert build(with_records(written=(text(), plain)), CUTOFF, "zh-Hant").done == 2
    assert build(with_records(written=()), CUTOFF, "zh-Hant").done == 0


def test_a_row_bears_the_official_words_of_its_year_in_chinese_only(with_records):
    said = Wording(2024, ROW, "正式項目", None, "正式標準", "秘書室")
    later = replace(said, year=2026, item="以後的項目")
    desk = with_records(wordings=(said, later))
    chinese, english = row_of(desk), row_of(desk, lang="en")
    ours = desk.catalogue.framework[ROW]
    assert (chinese.item, chinese.indicator, chinese.standard) == ("正式項目", ours.indicator.zh, "正式標準")
    assert (english.item, english.standard) == (ours.item.en, ours.standard.en)
    assert chinese.office == english.office == "秘書室"


# -- cut-offs ----------------------------------------------------------------------------------------------------------


def lines(desk, template: str, lang: str = "zh-Hant", as_of: date = CUTOFF, head: date | None = CUTOFF) -> list[str]:
    return [line.text for line in fill(desk, parse(template, desk.catalogue), as_of, lang, head=head)]


OWN = "（截至 12 月 31 日）"


@pytest.mark.parametrize(
    ("template", "reads"),
    [
        ("收辦 {mailbox_handled}。", "收辦 825 件。"),
        ("核定 {innovation_projects|as of 12/31}。", f"核定 205 件{OWN}。"),
        # once for each day, behind the last figure that goes to it
        (
            "核定 {innovation_projects|as of 12/31}、補助 {innovation_grants_amount|100m|as of 12/31}，收辦 {mailbox_handled}。",
            f"核定 205 件、補助 42.5 億元{OWN}，收辦 825 件。",
        ),
        (
            "受理 {waste_window_cases|as of 11/30}、核定 {innovation_projects|as of 12/31}。",
            f"受理 75 件次（截至 11 月 30 日）、核定 205 件{OWN}。",
        ),
        # not where the line says so itself
        ("至 {innovation_projects|cut-off|as of 12/31}核定 {innovation_projects|as of 12/31}。", "至 12 月 31 日核定 205 件。"),
        ("{innovation_projects|as of 12/31|period}核定 {innovation_projects|as of 12/31}。", "1 月 1 日至 12 月 31 日核定 205 件。"),
        # a stock of an earlier day bears that day
        ("觀看 {youtube_views}。", "觀看 14,537 次（截至 11 月 30 日）。"),
        # what begins later than the year says when, unless the line does
        ("收辦 {mailbox_handled|from 7/1 to 9/30}。", "收辦 {letters} 件（7 月 1 日至 9 月 30 日）。"),
        ("收辦 {mailbox_handled|from 12/1 to 12/10}。", "收辦 {last} 件（12 月 1 日至 12 月 10 日）。"),
        ("{mailbox_handled|period|from 7/1 to 9/30}收辦 {mailbox_handled|from 7/1 to 9/30}。", "7 月 1 日至 9 月 30 日收辦 {letters} 件。"),
        (
            "自 {mailbox_handled|start|from 7/1 to 9/30}到 {mailbox_handled|cut-off|as of 9/30}"
            "收辦 {mailbox_handled|from 7/1 to 9/30}。",
            "自 7 月 1 日到 9 月 30 日收辦 {letters} 件。",
        ),
        ("較去年{mailbox_handled|change|from 7/1 to 9/30}。", "較去年{change}（7 月 1 日至 9 月 30 日）。"),
        # neither a standard nor a unit has a day
        ("標準 {website_category_browsing|standard|as of 12/31}。", "標準 3 種。"),
        # each line for itself
        ("核定 {innovation_projects|as of 12/31}。\n核定 {innovation_projects|as of 12/31}。", None),
    ],
)  # fmt: skip
def test_a_figure_that_goes_to_another_day_bears_it_once(desk, template, reads):
    asked = {
        "letters": "{mailbox_handled|number|from 7/1 to 9/30}",
        "last": "{mailbox_handled|number|from 12/1 to 12/10}",
    }
    asked["change"] = "{mailbox_handled|change|from 7/1 to 9/30}"
    bare = {name: lines(desk, one, head=None)[0] for name, one in asked.items()}
    assert len(set(bare.values())) == 3
    expected = [f"核定 205 件{OWN}。"] * 2 if reads is None else [reads.format(**bare)]
    assert lines(desk, template) == expected


def test_in_english_the_own_cut_off_stands_in_parentheses(desk):
    assert lines(desk, "{innovation_projects|as of 12/31} approved.", "en") == [
        "205 projects (up to 31 December) approved."
    ]


def test_before_a_number_stands_a_space_and_before_chinese_words_none(desk):
    assert lines(desk, "協助 {helpdesk_calls}、收辦 {mailbox_handled}") == ["協助約 1,612 人次、收辦 825 件"]
    assert lines(desk, "About {premises_tidy|statement}", "en")[0].startswith("About 洽公環境")


def test_what_is_kept_with_a_saved_text_holds_nothing_of_the_form_around_it(desk):
    template = parse("核定 {innovation_projects|as of 12/31}。", desk.catalogue)
    assert shown(desk, template, CUTOFF, "zh-Hant") == "核定 205 件。"


def test_a_row_with_its_own_cut_off_goes_to_it_and_says_so(demo, with_records):
    """825 letters up to 10 December; more came up to the 28th."""
    own = date(2025, 12, 28)
    records = replace(with_records().records, written=(text(as_of=own, shown_as_of=own, shown="?"),))
    desk = desk_of(demo, YEAR, CUTOFF, records)
    row = row_of(desk)
    head = desk_of(demo, YEAR, own, replace(records, written=()))
    counted = lines(head, "{mailbox_handled}", as_of=own, head=own)[0]
    assert counted != "825 件"
    assert (row.as_of, row.text) == (own, f"首長信箱收辦 {counted}（截至 12 月 28 日）。")


def test_the_book_is_cut_at_every_day_that_a_row_or_a_text_has(catalogue, with_records):
    written = text(
        template="{mailbox_handled|from 7/6 to 8/15} {press_releases|as of 2/29}", as_of=date(2025, 12, 28),
        shown_as_of=date(2025, 12, 5),
    )  # fmt: skip
    days = days_of(catalogue, with_records(written=(written,)).records, YEAR, CUTOFF)
    wanted = [(7, 5), (8, 15), (12, 5), (12, 10), (12, 28)]  # the end of a month is one anyhow
    assert {date(2025, *day) for day in wanted} <= set(days)
    assert days == sorted(days)


# -- real data ---------------------------------------------------------------------------------------------------------

HEAD = "案件編號,收文日期,結案日期,承辦單位,案件類別\n"
PETITIONS = "人民陳情受理 {petitions_received}，依限辦結率 {petitions_on_time_rate}。"


def petitions(desk) -> list[str]:
    return lines(desk, PETITIONS, as_of=date(2025, 11, 30), head=date(2025, 11, 30))


def test_another_file_changes_the_sentence_and_the_row_says_so(warehouse):
    """Two petitions, one of them 30 working days overdue by then; then a third one comes in a later file."""
    end = date(2025, 11, 30)
    first = HEAD + "P1,1140903,1140920,甲組,興革\nP2,1140904,,乙組,檢舉\n"
    take(warehouse, "petitions", ("陳情_114.csv", first), period=Period(date(2025, 1, 1), end))
    desk = desk_of(warehouse, YEAR, end)
    then = petitions(desk)
    assert then == ["人民陳情受理 2 件，依限辦結率 50.0%。"]
    saved = text(template=PETITIONS, shown=then[0], shown_as_of=end)
    records = replace(desk.records, written=(saved,))
    assert row_of(desk_of(warehouse, YEAR, end, records), as_of=end).state is State.fresh

    take(warehouse, "petitions", ("陳情_11411.csv", HEAD + "P3,1141105,1141106,甲組,檢舉\n"))
    after = desk_of(warehouse, YEAR, end, records)
    row = row_of(after, as_of=end)
    assert row.text == "人民陳情受理 3 件，依限辦結率 66.7%。"
    assert (row.state, row.read_then, row.reads_now) == (State.changed, then[0], row.text)
    assert after.book.version > desk.book.version


def test_innovations_and_official_words_come_from_their_files(warehouse):
    take(warehouse, "innovations", ("創新.csv", "年度,編號,服務名稱,英文名稱\n114,2,乙,Second\n114,1,甲,\n113,1,舊,\n"))
    take(warehouse, "framework", ("評核項目.csv", "年度,代碼,評核項目,主責組室\n114,O2,創新加值服務,甲組\n"))
    desk = desk_of(warehouse, YEAR, CUTOFF)
    assert desk.records.of_year(2025) == (Innovation(2025, 1, "甲"), Innovation(2025, 2, "乙", "Second"))
    row = row_of(desk, "O2")
    assert (row.item, row.office) == ("創新加值服務", "甲組")
    assert [line.text for line in row.lines if line.listed == "1."] == ["甲", "乙"]
    assert [line.text for line in row_of(desk, "O2", "en").lines if line.listed == "1."] == ["甲", "Second"]


def test_a_form_of_an_empty_warehouse_can_be_built_and_nothing_is_done(warehouse):
    for lang in ("zh-Hant", "en"):
        form = build(desk_of(warehouse, YEAR, CUTOFF), CUTOFF, lang)
        assert {row.state for row in form.rows} == {State.evidence_missing, State.figure_missing}
        assert form.done == 0
        assert not form.demo
