"""A book is the largest thing that pages keep: of the same days in the year there is one, whoever asks for it."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.dates.periods import Period, month_end
from kpi.form.saved_records import Records
from kpi.observations import Book
from ui.assessment import cached_form
from ui.shared import cached
from warehouse import Version

INDICATOR = "petitions_received"
NUMBERS = count(1)


class Asked:
    """A warehouse that counts the books it is asked for."""

    def __init__(self) -> None:
        self.books: list[tuple[date, ...]] = []
        self.categories: list[tuple[date, ...]] = []

    def book(self, cutoffs=()):
        self.books.append(tuple(cutoffs))
        return Book(len(self.books), {})

    def category_book(self, base, indicator, cutoffs=()):
        self.categories.append(tuple(cutoffs))
        return base


@pytest.fixture
def asked(monkeypatch):
    found = Asked()
    monkeypatch.setattr(cached, "warehouse", lambda: found)
    return found


@pytest.fixture
def version():
    """One that no other test keeps anything of."""
    return Version("books", next(NUMBERS))


def test_the_same_day_of_two_years_is_one_book(asked, version):
    assert cached.book(version, date(2025, 12, 10)) is cached.book(version, date(2024, 12, 10))
    assert cached.book(version, date(2025, 12, 11)) is not cached.book(version, date(2025, 12, 10))
    assert len(asked.books) == 2


def test_a_book_is_cut_at_every_months_end_so_that_none_asks_for_another(asked, version):
    ends = [date(2025, 11, 30), date(2025, 2, 28), date(2024, 2, 29), date(2023, 12, 31)]
    assert all(cached.book(version, day) is cached.book(version) for day in ends)
    assert cached.book(version, date(2024, 2, 28)) is not cached.book(version)  # the last but one of a leap year
    assert len(asked.books) == 2


def test_the_first_look_at_an_indicator_asks_for_nothing_that_was_read_ahead(asked, version, monkeypatch):
    day = date(2025, 12, 10)
    monkeypatch.setattr(cached, "newest", lambda of: day)
    steps = cached._read_ahead(version)
    next(steps)
    assert not asked.categories  # pages of the new version go first
    divided = {
        key for key, item in cached.catalogue().indicators.items() if cached.catalogue().sources[item.source].category
    }
    assert len(list(steps)) == len(divided) - 1
    assert asked.categories == [cached._cuts([day])] * len(divided)
    for key in divided:
        cached._category_book(version, key, cached._cuts([day]))
    assert len(asked.categories) == len(divided)


@given(st.lists(st.dates(date(2020, 1, 1), date(2027, 12, 31)), max_size=5))
def test_days_are_the_same_in_whatever_order_and_year(days):
    cuts = cached._cuts(days)
    assert cuts == cached._cuts(reversed(days))
    assert {(day.month, day.day) for day in cuts} == {(day.month, day.day) for day in days if day != month_end(day)}


def test_the_form_takes_the_book_of_the_pages(asked, version, catalogue, monkeypatch):
    """The year's form and the pages show the same day."""
    day = date(2025, 12, 10)
    monkeypatch.setattr(cached, "catalogue", lambda: catalogue)
    monkeypatch.setattr(cached_form, "records", lambda version: Records())
    days = cached_form.days_of(catalogue, Records(), 2025, day)
    assert cached_form.desk(version, 2025, day).book is cached.book(version, *days)
    earlier = [one.replace(year=2023) for one in days]
    assert cached.book(version, *earlier) is cached.book(version, *days)
    assert cached_form.desk_for(version, 2025, day, "", day).book is cached.book(version, *days)
    assert len(asked.books) == 1


def test_the_book_by_category_is_one_for_the_same_day_too(asked, version, catalogue, monkeypatch):
    monkeypatch.setattr(cached, "catalogue", lambda: catalogue)
    for end in (date(2025, 12, 10), date(2024, 12, 10)):
        cached.categories(version, INDICATOR, Period(date(end.year, 1, 1), end), "zh-Hant", None)
    assert (len(asked.books), len(asked.categories)) == (1, 1)
