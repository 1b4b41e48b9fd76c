"""What the Overview hands to its component, and what that may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from kpi.status import Status
from ui.shared.contract import Empty, Fresh, Head, HeadChoice, Named, Signs


class Trend(TypedDict):
    now: list[float | None]
    before: list[float | None]
    line: list[float | None]
    provisional: bool
    label: str
    special: list[tuple[int, str]]


class OverviewRow(TypedDict):
    id: str
    name: str
    dimension: str
    n: str
    value: str
    standard: str
    set: bool
    status: Status
    word: str
    reason: str
    change: str
    prior: str
    through: str
    trend: Trend | None
    signal: Signs | None
    why: NotRequired[str]


class ChangesLine(TypedDict):
    text: str
    open: str


class OverviewFilter(TypedDict):
    status: str | None
    dimension: str | None


class OverviewEmpty(TypedDict):
    stamp: str
    query: dict[str, str]
    head: Head
    empty: Empty


class Overview(TypedDict):
    stamp: str
    query: dict[str, str]
    head: Head
    empty: NotRequired[Empty]
    ribbon: str
    fresh: list[Fresh]
    changes: ChangesLine | None
    first: list[OverviewRow]
    rows: list[OverviewRow]
    dimensions: list[Named]
    statuses: list[Named]
    filter: OverviewFilter
    words: dict[str, str]


class StatusChoice(TypedDict):
    key: Literal["status", "dimension"]
    value: str


OverviewChoices = HeadChoice | StatusChoice
DATA = {"overview": Overview | OverviewEmpty}
CHOICES = {"overview": OverviewChoices}
