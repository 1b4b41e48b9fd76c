"""The rules of one source: each tells what is wrong at its cell, and a source that is not named has none."""

from __future__ import annotations

from shutil import copytree
from typing import get_args

import pytest

from etl.checks.source_rules import KIND_COMPARISONS, KIND_RULES, SOURCE_RULES
from kpi.catalogue import Source
from tests.conftest import check, take
from warehouse import Warehouse

FIGURES = "指標,起日,迄日,數值,分子,分母\n"
COUNT = "競爭力發展中心諮詢服務"
STANDARDS = "指標,類型,標準值,起日,訂定者,理由\n"
REMARKS = "編號,討論串,指標,類別,內容\n"
ATTACHMENTS = "參考標準,資料日期,檔名,留存檔\n"
FRAMEWORK = "年度,代碼\n"
RESULTS = "年度,代碼,語言,評核結果說明,本列截止日,存檔時內容,存檔時截止日,組室\n"
EDITIONS = "年度,版次,資料截止日,簽核者,簽核日,內容檔\n"
RATE = "首長信箱不滿意率（以收辦件數計）"

WRONG = {
    "figures_complete": ("figures", FIGURES + f"{COUNT},114/11/1,114/11/30,5,,5\n", "numerator-missing", "E2"),
    "figures_whole": ("figures", FIGURES + f"{COUNT},114/11/1,114/11/30,5.5,,\n", "count-not-whole", "D2"),
    "standards_fit": ("standards", STANDARDS + f"{RATE},至少,0.5,114/1/1,會議,偏高\n", "percent-ambiguous", "C2"),
    "bounds_whole": ("standards", STANDARDS + f"{COUNT},至少,5.5,114/1/1,會議,偏高\n", "count-not-whole", "C2"),
    "remarks_fit": ("remarks", REMARKS + f"Q1,Q1,{RATE},提問,\n", "cell-empty", "E2"),
    "threads_known": ("remarks", REMARKS + f"Q2,Q1,{RATE},回覆,因為\n", "thread-unknown", "B2"),
    "attachments_fit": ("attachments", ATTACHMENTS + "無障礙設施定期檢測維護,114/3/12,a.pdf,b.pdf\n", "attachment-not-kept", "D2"),
    "rows_exist": ("framework", FRAMEWORK + "114,Z9\n", "form-row-unknown", "B2"),
    "row_cut_offs_fit": ("results", RESULTS + "114,E2.1b,中文,都好,112/1/1,都好,114/12/10,\n", "cut-off-other-year", "E2"),
    "placeholders_read": ("results", RESULTS + "114,E2.1b,中文,{沒有},,都好,114/12/10,\n", "placeholder-unknown", "D2"),
    "in_charge": ("results", RESULTS + "114,E2.1b,中文,都好,,都好,114/12/10,乙組\n", "form-office-other", "H2"),
    "edition_cut_offs_fit": ("editions", EDITIONS + "114,1,113/1/1,主任,114/12/12,b.json\n", "cut-off-other-year", "C2"),
    "editions_fit": ("editions", EDITIONS + "114,1,114/12/10,主任,114/12/12,b.json\n", "edition-not-kept", "F2"),
}  # fmt: skip
"""Rule -> a file of its source that breaks it, what is told, and where."""


@pytest.fixture(scope="module")
def known(lists_home, tmp_path_factory, catalogue):
    """A row of the form that 甲組 writes."""
    home = tmp_path_factory.mktemp("rules") / "home"
    copytree(lists_home, home)
    warehouse = Warehouse.open(home, catalogue)
    take(warehouse, "framework", ("項目.csv", "年度,代碼,主責組室\n114,E2.1b,甲組\n"))
    yield warehouse
    warehouse.close()


@pytest.mark.parametrize("rule", WRONG)
def test_each_rule_tells_what_is_wrong_at_its_cell(known, rule):
    source, text, key, cell = WRONG[rule]
    (report,) = check(known, source, (f"{source}.csv", text), seen=False).files
    assert (key, cell) in {(one.key, one.cell) for one in report.problems}


def test_each_rule_of_a_source_has_such_a_file():
    rules = [rule for some in (*KIND_RULES.values(), *SOURCE_RULES.values()) for rule in some]
    assert {rule.__name__ for rule in rules} == set(WRONG)


def test_what_is_named_is_there(catalogue):
    assert SOURCE_RULES.keys() <= catalogue.sources.keys()
    assert KIND_RULES.keys() | KIND_COMPARISONS.keys() <= {*get_args(Source.model_fields["kind"].annotation)}


def test_a_source_that_nothing_is_known_of_has_no_rules(catalogue):
    """The sources of cases are declared in metrics.yml alone."""
    cases = {name for name, source in catalogue.sources.items() if source.kind == "cases"}
    assert cases
    assert not cases & SOURCE_RULES.keys()
