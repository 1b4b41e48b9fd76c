"""Pauses of the clock (補正) are a set of days: against a simulation that lives through a case day by day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpi.dates.time_limits import DAY, NEVER, Timing, time_cases
from kpi.dates.workdays import WorkCalendar

ONE = timedelta(days=1)
FIRST = date(2025, 3, 3)  # a Monday
HOLIDAYS = {date(2025, 3, 12), date(2025, 3, 13), date(2025, 4, 3), date(2025, 4, 4)}
MADE_UP = {date(2025, 3, 15)}  # a Saturday of work
CALENDAR = WorkCalendar(
    {
        day
        for n in range(365)
        if (day := date(2025, 1, 1) + n * ONE) in HOLIDAYS or (day.weekday() >= 5 and day not in MADE_UP)
    },
    {2025},
)


@dataclass(frozen=True)
class Case:
    start: date
    end: date | None
    limit: int
    working: bool
    pairs: tuple[tuple[date, date | None], ...] = ()
    extended: date | None = None
    withdrawn: bool = False

    def as_known(self, day: date) -> "Case":
        """What an export of a day holds of it."""
        pairs = tuple((a, b if b and b <= day else None) for a, b in self.pairs if a <= day)
        return replace(self, pairs=pairs, end=self.end if self.end and self.end <= day else None)


def column(days) -> np.ndarray:
    return np.array([NEVER if day is None else np.datetime64(day, "D") for day in days], dtype=DAY)


def timed(*cases: Case) -> Timing:
    most = max(len(case.pairs) for case in cases)
    padded = [(*case.pairs, *[(None, None)] * (most - len(case.pairs))) for case in cases]
    return time_cases(
        CALENDAR, column(c.start for c in cases), column(c.end for c in cases),
        np.array([float(c.limit) for c in cases]), np.array([c.working for c in cases]),
        completed=np.array([c.end is not None and not c.withdrawn for c in cases]),
        extended_to=column(c.extended for c in cases),
        pauses=[(column(row[n][0] for row in padded), column(row[n][1] for row in padded)) for n in range(most)],
    )  # fmt: skip


def seen(timing: Timing, index: int = 0) -> tuple:
    days = timing.days[index]
    return timing.due[index].item(), timing.entered[index].item(), None if np.isnan(days) else float(days)


def lived(case: Case, until: date) -> tuple[date | None, float | None]:
    """The day on which a case was first overdue, and its days to complete, found by living through it day by day.

    Nothing is looked up ahead: a day is a day of waiting when a notice lies before it and no answer before it. Waiting
    that begins while the case is not overdue stops the clock; a limit in calendar days ends on a working day.
    """
    used, spent, overdue_since = 0, 0, None
    extended = case.extended if case.extended and case.extended >= run_out(case) else None
    over, waits, stopped, settled = False, False, False, False
    day = case.start
    while (day := day + ONE) <= min(case.end or until, until):
        was_waiting, waits = waits, any(a < day and (b is None or day <= b) for a, b in case.pairs)
        if waits and not was_waiting:
            stopped = not over
        if extended and overdue_since is None and day > extended:
            overdue_since = day
        work = not CALENDAR.is_off(day)
        counted = work or not case.working
        spent += counted and not waits
        if waits and stopped:
            settled = settled and case.working or (used >= case.limit and (work or case.working))
            continue
        over = used >= case.limit and settled
        if over and overdue_since is None and extended is None:
            overdue_since = day
        used += counted
        settled = used >= case.limit and (case.working or settled or work)
    done = case.end is not None and case.end <= until and not case.withdrawn
    return overdue_since, max(float(spent), 0.5) if done else None


def run_out(case: Case) -> date:
    """The last day of the limit where nothing stops the clock."""
    day, used = case.start, 0
    while used < case.limit or (not case.working and CALENDAR.is_off(day)):
        day += ONE
        used += not case.working or not CALENDAR.is_off(day)
    return day


@st.composite
def cases(draw) -> Case:
    start = draw(st.integers(0, 9).map(lambda n: FIRST + n * ONE))
    end = draw(st.none() | st.integers(0, 60).map(lambda n: start + n * ONE))
    pairs = []
    for _ in range(draw(st.integers(0, 4))):
        asked = start + draw(st.integers(0, 40)) * ONE
        pairs.append((asked, draw(st.none() | st.integers(0, 20).map(lambda n, a=asked: a + n * ONE))))
    extended = draw(st.none() | st.integers(0, 40).map(lambda n: start + n * ONE))
    return Case(start, end, draw(st.integers(1, 12)), draw(st.booleans()), tuple(pairs), extended, draw(st.booleans()))


HORIZON = FIRST + 120 * ONE
GOLDEN = Case(
    start=date(2025, 3, 3),
    end=date(2025, 3, 27),
    limit=10,
    working=True,
    pairs=((date(2025, 3, 5), date(2025, 3, 12)), (date(2025, 3, 10), date(2025, 3, 14))),
)


def weekdays_only() -> WorkCalendar:
    return WorkCalendar({day for n in range(365) if (day := date(2025, 1, 1) + n * ONE).weekday() >= 5}, {2025})


def test_two_pairs_that_overlap_count_each_day_once(monkeypatch):
    monkeypatch.setitem(globals(), "CALENDAR", weekdays_only())
    assert seen(timed(GOLDEN)) == (date(2025, 3, 26), date(2025, 3, 27), 11.0)


@pytest.mark.parametrize(
    ("pairs", "due"),
    [
        (((5, 14),), 26),
        (((10, 14), (5, 12)), 26),  # columns in another order
        (((5, 14), (6, 7)), 26),  # one inside the other
        (((5, 10), (10, 14)), 26),  # cut in two
        (((5, 14), (5, 14), (5, 14)), 26),  # told three times
        (((17, 19),), 19),  # the notice on the due date itself
        (((18, 24),), 17),  # the day after it: changes nothing
        (((14, 19), (20, 21)), 21),  # on time only because of the first
        (((1, 5),), 19),  # what lies before receipt is cut off
    ],
)
def test_when_a_pause_moves_the_due_date(monkeypatch, pairs, due):
    monkeypatch.setitem(globals(), "CALENDAR", weekdays_only())
    spans = tuple((date(2025, 3, low), date(2025, 3, high)) for low, high in pairs)
    assert seen(timed(replace(GOLDEN, end=None, pairs=spans)))[0] == date(2025, 3, due)


def test_while_a_pause_that_counts_is_open_the_case_is_not_due_and_an_open_one_that_does_not_changes_nothing():
    waiting = Case(FIRST, None, 5, True, ((FIRST + 3 * ONE, None),))
    too_late = Case(FIRST, None, 5, True, ((FIRST + 9 * ONE, None),))
    assert seen(timed(waiting))[:2] == (None, None)
    assert seen(timed(too_late))[:2] == (date(2025, 3, 10), date(2025, 3, 11))


@pytest.mark.parametrize("pair", [
    (date(2025, 3, 18), date(2025, 3, 20)), (date(2025, 3, 5), date(2025, 3, 14)), (date(2025, 3, 5), None),
], ids=["after the limit", "moves the limit beyond it", "open"])  # fmt: skip
def test_an_extension_stands_as_given_whatever_pauses_there_are(pair):
    case = Case(FIRST, None, 5, True, (pair,), extended=date(2025, 3, 12))
    assert seen(timed(case))[:2] == (date(2025, 3, 12), date(2025, 3, 13))


def test_an_extension_that_ends_before_the_limit_extends_nothing():
    case = Case(FIRST, None, 5, True, extended=date(2025, 3, 7))
    assert seen(timed(case))[0] == seen(timed(replace(case, extended=None)))[0] == date(2025, 3, 10)


@settings(max_examples=400)
@given(cases())
@example(Case(date(2025, 3, 7), None, 5, True, ((date(2025, 3, 14), date(2025, 3, 16)),)))  # answered on a day off
@example(
    Case(date(2025, 3, 12), None, 10, False, ((date(2025, 3, 24), date(2025, 3, 29)),))
)  # after a limit that moved
def test_it_is_what_a_case_lives_through_day_by_day(case):
    due, entered, taken = seen(timed(case))
    overdue_since, lived_days = lived(case, HORIZON)
    assert taken == lived_days
    late = entered is not None and (due is not None and entered > due)
    assert (entered if late and entered <= HORIZON else None) == overdue_since
    if not late:
        assert entered == (case.end if case.end and not case.withdrawn else None)


@settings(max_examples=300)
@given(cases(), st.randoms(use_true_random=False))
def test_neither_the_order_nor_the_cutting_of_pairs_matters(case, chance: Random):
    pairs = []
    for asked, answered in case.pairs:
        cut = asked + chance.randint(0, 25) * ONE
        inside = answered is None or cut <= answered
        pairs += [(asked, cut), (cut, answered)] if inside else [(asked, answered)]
        if chance.random() < 0.3:
            pairs.append((asked, answered))
    chance.shuffle(pairs)
    assert seen(timed(replace(case, pairs=tuple(pairs)))) == seen(timed(case))


@settings(max_examples=400)
@given(cases(), st.integers(0, 80).map(lambda n: FIRST + n * ONE))
def test_a_later_file_never_changes_what_an_earlier_day_saw(case, day):
    def on_that_day(told: Case) -> tuple[date, bool] | None:
        due, entered, _ = seen(timed(told))
        return (entered, entered > due) if entered and entered <= day else None

    assert on_that_day(case.as_known(day)) == on_that_day(case)


def test_an_extension_stands_as_given_even_where_it_comes_after_the_case_was_overdue():
    """Ten working days from 3 March end on the 18th; a file of April brings an extension to the 31st."""
    told = Case(FIRST, None, 10, True)
    later = replace(told, extended=date(2025, 3, 31))
    assert seen(timed(told))[:2] == (date(2025, 3, 18), date(2025, 3, 19))
    assert seen(timed(later))[:2] == (date(2025, 3, 31), date(2025, 4, 1))
    done = replace(later, end=date(2025, 3, 28))  # overdue by what was known on the 19th, in time as it was given
    assert seen(timed(done))[:2] == (date(2025, 3, 31), date(2025, 3, 28))
    assert seen(timed(replace(done, extended=None)))[:2] == (date(2025, 3, 18), date(2025, 3, 19))


@settings(max_examples=50)
@given(st.lists(cases(), min_size=1, max_size=30))
def test_many_at_once_are_timed_as_each_alone(several):
    together = timed(*several)
    assert [seen(together, n) for n in range(len(several))] == [seen(timed(case)) for case in several]
