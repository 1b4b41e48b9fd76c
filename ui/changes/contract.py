"""What the page of changes hands to its component, and what that may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ui.shared.contract import Empty, Head, HeadChoice, LoadRow, Option, Side


class Change(TypedDict):
    id: str
    name: str
    period: str
    also: str
    flipped: bool
    standard: str
    before: Side
    after: Side
    gap: str
    remark: str


class ChangeTable(TypedDict):
    title: str
    rows: list[Change]
    more: str
    words: dict[str, str]


class ChangeLoads(TypedDict):
    title: str
    rows: list[LoadRow]
    words: dict[str, str]
    more: str


class ChangesHead(TypedDict):
    part: Literal["head"]
    stamp: str
    head: Head
    ribbon: NotRequired[str]
    empty: NotRequired[Empty]


class ChangesWaiting(TypedDict):
    part: Literal["waiting"]
    stamp: str
    lead: str
    note: str


class ChangesBody(TypedDict):
    part: Literal["body"]
    stamp: str
    lead: str
    note: str
    others: list[Option]
    tables: list[ChangeTable]
    loads: ChangeLoads | None
    kept: str


class SinceChoice(TypedDict):
    key: Literal["since"]
    value: str


ChangesChoices = HeadChoice | SinceChoice
DATA = {"changes": ChangesHead | ChangesWaiting | ChangesBody}
CHOICES = {"changes": ChangesChoices}
