"""Zero, none, not yet published and not applicable stay what they are, from the cell to the status."""

from datetime import date

from kpi.dates.periods import Period, month_end
from kpi.evaluate import evaluate
from kpi.status import Status
from tests.conftest import take

HEAD = "指標,起日,迄日,數值\n"
KEY = "events_published"


def status(warehouse, start, end, key=KEY):
    return evaluate(warehouse.catalogue, warehouse.book(), key, Period(start, end))


def test_each_symbol_has_its_own_status(warehouse):
    stated = {1: "0", 2: "-", 3: "…", 4: "--", 5: "無", 6: "12"}
    rows = "".join(f"{KEY},1140{n},1140{n},{value}\n" for n, value in stated.items())
    take(warehouse, "figures", ("人工統計.csv", HEAD + rows))
    found = {n: status(warehouse, date(2025, n, 1), month_end(date(2025, n, 1))) for n in stated}
    assert found[1].value.value == 0
    assert [found[n].status for n in (2, 3, 4, 5)] == [
        Status.no_cases,
        Status.no_data,
        Status.not_applicable,
        Status.no_cases,
    ]
    assert [found[n].reason.key for n in (2, 3, 4)] == ["stated-none", "stated-not-yet", "stated-not-applicable"]
    assert found[6].value.value == 12
    assert all(found[n].value is None for n in (2, 3, 4, 5))


def test_a_sum_over_a_hole_is_no_sum_but_what_does_not_apply_is_left_out(warehouse):
    def year(second):
        take(
            warehouse,
            "figures",
            ("人工統計.csv", HEAD + f"{KEY},11401,11401,5\n{KEY},11402,11402,{second}\n{KEY},11403,11403,7\n"),
        )
        return status(warehouse, date(2025, 1, 1), date(2025, 3, 31))

    assert year("--").value.value == 12
    assert (year("-").value, year("-").status) == (None, Status.no_data)
    assert (year("…").value, year("…").reason.key) == (None, "stated-not-yet")
    assert year("0").value.value == 12
    assert year("3").value.value == 15
