"""What the page of months hands to its component, and what that may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from kpi.status import Status
from ui.shared.contract import Empty, Head, HeadChoice, Named


class MonthCell(TypedDict):
    """``say``: all that there is to say about it, line by line."""

    status: Status
    open: bool
    fresh: bool
    change: str
    tone: str
    step: int
    say: list[str]
    value: NotRequired[str]


class MonthsRow(TypedDict):
    id: str
    name: str
    dimension: str
    standard: str
    unit: str
    cells: list[MonthCell]
    total: MonthCell


class MonthHead(TypedDict):
    name: str
    short: str
    note: str


class Legend(TypedDict):
    label: str
    statuses: list[Named]
    tones: list[Named]
    steps: str
    open: str
    carried: str
    grey: str
    dash: str


class MonthsEmpty(TypedDict):
    stamp: str
    query: dict[str, str]
    head: Head
    empty: Empty


class MonthsFilter(TypedDict):
    view: str


class Months(TypedDict):
    stamp: str
    query: dict[str, str]
    head: Head
    empty: NotRequired[Empty]
    ribbon: str
    filter: MonthsFilter
    views: list[Named]
    summary: dict[str, str]
    months: list[MonthHead]
    dimensions: list[Named]
    rows: list[MonthsRow]
    legend: Legend
    leftOut: str
    words: dict[str, str]


class ViewChoice(TypedDict):
    key: Literal["view"]
    value: str


MonthsChoices = HeadChoice | ViewChoice
DATA = {"months": Months | MonthsEmpty}
CHOICES = {"months": MonthsChoices}
