"""Two forms side by side on the page: the same day of both years, and rows that one of them has no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lang import say
from present.form.diff import Compared, marked
from ui.assessment.comparison import counts, differing, pairs


def test_a_row_that_the_framework_no_longer_has_stands_last_and_bears_its_own_standard(form_zh):
    gone = replace(form_zh.rows[1], code="Z9", standard="從前的標準")
    kept = replace(form_zh, rows=(gone, *form_zh.rows))
    now = replace(form_zh, rows=(replace(form_zh.rows[0], lines=form_zh.rows[1].lines), *form_zh.rows[1:]))
    found = pairs(differing(kept, now), now, "zh-Hant")
    assert [(one["place"], one["standard"]) for one in found] == [(1, form_zh.rows[0].standard), ("", "從前的標準")]
    assert (found[1]["before"] != [], found[1]["after"]) == (True, [])


def test_a_row_that_lacks_data_in_one_year_is_told_apart_from_rows_that_differ(form_zh):
    texts = [("［無資料］", "收辦 3 件"), ("收辦 2 件", "收辦 3 件"), ("收辦 2 件", "共收 3 件"), ("看過", "看完")]
    texts.append(("收辦 2 件，發布［無資料］", "收辦 3 件，發布 1 則"))
    rows = [Compared("O1", "", before, after, marked(before, after)) for before, after in texts]
    assert counts(rows) == {"lacking": 2, "figures": 3, "words": 2}
    said = [one["said"] for one in pairs(rows, form_zh, "zh-Hant")]
    assert said == ["有一邊缺資料或佐證", "數字不同", "數字與文字都不同", "文字不同", "有一邊缺資料或佐證；數字不同"]


@pytest.mark.parametrize(
    ("lang", "lacking", "reads"),
    [
        ("zh-Hant", 1, "4 列不同：1 列有一年缺資料或佐證，2 列數字不同，2 列文字不同。"),
        ("zh-Hant", 0, "4 列不同：2 列數字不同，2 列文字不同。"),
        ("en", 1, "4 rows differ: 1 for want of data or evidence in one year, 2 in figures, 2 in words."),
        ("en", 0, "4 rows differ: 2 in figures, 2 in words."),
    ],
)
def test_the_lead_counts_rows_that_lack_data_where_there_are_any(lang, lacking, reads):
    assert say("form-compare-lead", lang, count=4, lacking=lacking, figures=2, words=2).startswith(reads)
