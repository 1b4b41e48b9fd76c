"""What differs between two texts is marked in figures and in words, and nothing is lost of either."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.form.saved_records import Written
from present.form.diff import Compared, beside, marked
from present.form.edition import freeze, thaw
from present.form.fill import build
from publish.form.document import document_of
from tests.conftest import CUTOFF


def marks(before: str, after: str) -> str:
    """[-gone-] and {+new+} within what is the same."""
    sign = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(sign[piece.kind].format(piece.text) for piece in marked(before, after))


@pytest.mark.parametrize(
    ("before", "after", "reads"),
    [
        ("收辦 33,748 件", "收辦 34,100 件", "收辦 [-33,748-]{+34,100+} 件"),
        ("占 4.7%。", "占 4.9%。", "占 [-4.7%-]{+4.9%+}。"),
        ("約 54 萬次", "約 55 萬次", "約 [-54 萬-]{+55 萬+}次"),
        ("26萬1,111 人", "26萬1,112 人", "[-26萬1,111-]{+26萬1,112+} 人"),
        ("1.15 億元", "1.16 億元", "[-1.15 億-]{+1.16 億+}元"),
        ("3 件", "33 件", "[-3-]{+33+} 件"),
        ("12 月 10 日", "12 月 28 日", "12 月 [-10-]{+28+} 日"),
        ("about 4.25 billion TWD", "about 4.5 billion TWD", "about [-4.25 billion-]{+4.5 billion+} TWD"),
        ("收辦 825 件", "共收辦 825 件", "{+共+}收辦 825 件"),
        ("the website offers", "the site offers", "the [-website-]{+site+} offers"),
        ("依 B2.1 辦理", "依 B2.2 辦理", "依 [-B2.1-]{+B2.2+} 辦理"),
        ("", "新的 3 件", "{+新的 +}{+3+}{+ 件+}"),
        ("舊的", "", "[-舊的-]"),
        ("甲\n乙", "甲\n丙", "甲\n[-乙-]{+丙+}"),
        # the mark of what is missing has no sign in common with any words
        ("［無資料］", "網頁資訊定期更新", "[-［無資料］-]{+網頁資訊定期更新+}"),
        ("通過無障礙檢測", "［缺佐證］", "[-通過無障礙檢測-]{+［缺佐證］+}"),
        ("[no data]", "no case", "[-[no data]-]{+no case+}"),
        ("收辦［無資料］。", "收辦 825 件。", "收辦[-［無資料］-]{+ +}{+825+}{+ 件+}。"),
        # a sign or two between longer changes of words are the same by chance; punctuation and what is between figures is not
        ("協助物資捐贈", "參與資訊公開", "[-協助物資捐贈-]{+參與資訊公開+}"),
        ("甲乙，丙丁", "戊己，庚辛", "[-甲乙-]{+戊己+}，[-丙丁-]{+庚辛+}"),
        ("11 月 30 日", "12 月 10 日", "[-11-]{+12+} 月 [-30-]{+10+} 日"),
        ("甲資料乙", "丙資料丁", "[-甲-]{+丙+}資料[-乙-]{+丁+}"),
        ("新型工業用地查詢", "以上製造業用電大戶", "[-新型工業用地查詢-]{+以上製造業用電大戶+}"),
        ("辦理民眾意見調查完畢", "舉行民眾意見座談三場", "[-辦理-]{+舉行+}民眾意見[-調查完畢-]{+座談三場+}"),
    ],
)
def test_numbers_and_words_are_marked_as_a_whole(before, after, reads):
    assert marks(before, after) == reads


TEXTS = st.text("0123456789,.％%萬億 甲乙件次人，。\nabC-'/０１", max_size=60) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_nothing_is_lost_of_either_text(before, after):
    pieces = marked(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert {piece.kind for piece in marked(text, text)} <= {"same"}


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_number_that_differs_is_never_cut(before, after):
    pieces = marked(f"收辦 {before:,} 件", f"收辦 {after:,} 件")
    figures = [(piece.text, piece.kind) for piece in pieces if piece.figure]
    expected = [(f"{before:,}", "gone"), (f"{after:,}", "new")] if before != after else [(f"{before:,}", "same")]
    assert figures == expected


def row(found, code: str):
    return next(one for one in found if one.code == code)


def written(code: str, text: str, year: int = 2025) -> Written:
    return Written(year, code, "zh-Hant", text, None, "", CUTOFF, None, "clerk", None, 1)


def test_two_forms_stand_row_by_row_with_what_differs(with_records):
    now = with_records(written=(written("E2.1b", "收辦 {mailbox_handled}。"), written("D1.4d", "表單都看過了。")))
    then = with_records(written=(written("E2.1b", "收辦 780 件。"), written("D1.4d", "表單看過了。")))
    found = beside(build(then, CUTOFF, "zh-Hant"), build(now, CUTOFF, "zh-Hant"))
    assert [one.code for one in found] == list(now.catalogue.framework)
    letters, forms, same = row(found, "E2.1b"), row(found, "D1.4d"), row(found, "O2")
    assert (letters.before, letters.after) == ("收辦 780 件。", "收辦 825 件。")
    assert (letters.figures, letters.words) == (True, False)
    assert (forms.figures, forms.words) == (False, True)
    assert (same.figures, same.words, {piece.kind for piece in same.pieces}) == (False, False, {"same"})


def test_a_row_that_only_one_form_has_is_there_with_the_other_blank(form_zh):
    fewer = replace(form_zh, rows=form_zh.rows[1:])
    gone, new = beside(form_zh, fewer)[-1], beside(fewer, form_zh)[0]
    assert (gone.code, gone.before, gone.after) == ("B1.1", form_zh.rows[0].text, None)
    assert (new.code, new.before, new.after) == ("B1.1", None, form_zh.rows[0].text)
    assert new.words
    assert {gone.standard, new.standard} == {form_zh.rows[0].standard}


@pytest.mark.parametrize(
    ("before", "after", "lacking"),
    [
        ("［無資料］", "收辦 825 件。", True),
        ("已檢視。", "［缺佐證］", True),
        ("", "收辦 825 件。", True),
        ("收辦［無資料］，發布［無資料］。", "收辦［無資料］，發布 3 則。", True),
        ("收辦［無資料］，發布 2 則。", "收辦［無資料］，發布 3 則。", False),
        ("收辦 824 件。", "收辦 825 件。", False),
        (None, "收辦 825 件。", False),
    ],
)
def test_a_row_lacks_data_where_one_side_alone_has_less(before, after, lacking):
    assert Compared("O1", "", before, after, marked(before or "", after or "")).lacking is lacking


def test_another_year_differs_in_its_figures(demo, form_zh):
    from publish.form.files import desk_of

    day = date(2024, 12, 10)
    before = build(desk_of(demo, 2024, day), day, "zh-Hant")
    letters = row(beside(before, form_zh), "E2.1b")
    assert letters.figures
    assert any(piece.figure and piece.kind == "new" and piece.text == "825" for piece in letters.pieces)


def test_a_signed_edition_is_held_against_the_form_of_now(form_zh, with_records):
    signed = thaw(freeze({"zh-Hant": form_zh}, lambda printed, lang: ""), "zh-Hant")
    assert not any(one.figures or one.words for one in beside(signed, form_zh))
    now = build(with_records(written=(written("D1.4d", "修訂 28 件。"),)), CUTOFF, "zh-Hant")
    assert [one.code for one in beside(signed, now) if one.figures or one.words] == ["D1.4d"]


def test_a_signed_edition_keeps_the_names_of_the_agency(form_zh):
    """The agency may be called otherwise by the time that somebody prints it again."""
    signed = thaw(
        freeze({"zh-Hant": replace(form_zh, agency="舊機關", ministry="舊部")}, lambda printed, lang: ""), "zh-Hant"
    )
    document = document_of(signed, "王小明", datetime(2026, 1, 5, tzinfo=UTC))
    assert document.title.startswith("舊部 114 年度")
    assert "機關名稱：舊機關" in document.about


REPEATED = ("提升服務效能，" * 430, "服務效能提升、" * 430)
ENGLISH = "The office answered letters, and it wrote down what it did in the month. " * 60


@pytest.mark.parametrize(
    ("before", "after"),
    [
        REPEATED,
        ("甲乙" * 4000, "乙丙" * 4000),
        ("，" * 8000, "、" + "，" * 7999),
        ("".join(f"{n} 件，" + "甲乙" * 150 + "。" for n in range(25)), "".join(f"{n} 件，" + "乙丙" * 150 + "。" for n in range(25))),
        (ENGLISH, ENGLISH.replace("letters", "calls")),
    ],
)  # fmt: skip
def test_long_texts_that_say_the_same_over_and_over_are_compared_in_good_time(before, after):
    start = time.process_time()
    test_nothing_is_lost_of_either_text.hypothesis.inner_test(before, after)
    assert time.process_time() - start < 3


def test_in_a_long_text_still_only_what_differs_is_marked():
    """3,000 signs in which one number and one word changed."""
    before = "".join(f"第{n}項：收辦 {n},000 件，均依限辦結並回覆民眾。\n" for n in range(10, 130))
    after = before.replace("收辦 57,000", "收辦 58,000").replace("第99項：收辦", "第99項：共收辦")
    marks_of = [(piece.text, piece.kind) for piece in marked(before, after) if piece.kind != "same"]
    assert marks_of == [("57,000", "gone"), ("58,000", "new"), ("共", "new")]
    words = ENGLISH * 2
    found = [one for one in marked(words, words + "It wrote 3 letters.") if one.kind != "same"]
    assert "".join(one.text for one in found) == "It wrote 3 letters."
