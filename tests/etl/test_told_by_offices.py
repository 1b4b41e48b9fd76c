"""Hand counts that offices tell, from the file to the figure: who has not told is named, and nothing is judged without it."""

from datetime import date

from kpi.dates.periods import Period
from kpi.evaluate import evaluate
from kpi.status import Status
from publish.one_value import as_dict
from tests.conftest import take

HEAD = "指標,組室,起日,迄日,數值\n"
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def row(indicator: str, office: str, start: str, end: str, value: str) -> str:
    return f"{indicator},{office},{start},{end},{value}\n"


def test_the_sum_of_a_file_by_office_names_who_has_not_told(warehouse, catalogue):
    calls, forms = "線上申辦客服電話", "表單下載項數"
    text = HEAD + row(calls, "甲組", "114/1/1", "114/1/31", "10") + row(calls, "甲組", "114/2/1", "114/2/28", "12")
    text += row(calls, "乙組", "114/1/1", "114/1/31", "5") + row(forms, "甲組", "", "114/9/30", "20")
    take(warehouse, "figures", ("figures.csv", text))
    found = as_dict(catalogue, evaluate(catalogue, warehouse.book(), "helpdesk_calls", YEAR), None, 1, "zh-Hant")
    assert (found["value"], found["from"], found["to"]) == (27, "2025-01-01", "2025-02-28")
    assert found["lacking"] == [{"office": "乙組", "spans": [{"from": "2025-02-01", "to": "2025-02-28"}]}]
    stock = evaluate(catalogue, warehouse.book(), "downloadable_forms", YEAR)
    assert (stock.value.value, stock.value.lacks, stock.status) == (20, {"乙組"}, Status.tracked)
    later = HEAD + row(calls, "乙組", "114/2/1", "114/2/28", "--") + row(forms, "乙組", "", "114/3/31", "7")
    take(warehouse, "figures", ("later.csv", later))
    book = warehouse.book()
    whole = evaluate(catalogue, book, "helpdesk_calls", YEAR)
    assert (whole.value.value, whole.value.lacking) == (27, ())
    stock = evaluate(catalogue, book, "downloadable_forms", YEAR)
    assert (stock.value.value, stock.value.lacking) == (27, ())
    assert [(one.office, one.day) for one in stock.value.told] == [
        ("甲組", date(2025, 9, 30)), ("乙組", date(2025, 3, 31)),
    ]  # fmt: skip
