"""What the History page hands to its component, and what that may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ui.shared.contract import (
    Answer,
    Control,
    Differences,
    Edition,
    Head,
    HeadChoice,
    LoadRow,
    Made,
    Option,
    RowsChoice,
    SourceRows,
    Tab,
)


class Mistakes(TypedDict):
    title: str
    lines: list[str]


class LoadsAnswer(Answer):
    """``loads``: the loads that the sentence speaks of."""

    loads: list[int]


class HistoryHead(TypedDict):
    part: Literal["head"]
    stamp: str
    head: Head
    tabs: list[Tab]
    tabsLabel: str
    back: str
    said: LoadsAnswer | None
    ribbon: str
    mistakes: Mistakes | None


class Find(TypedDict):
    value: str
    label: str


HistoryLoads = TypedDict("HistoryLoads", {
    "part": Literal["loads"], "stamp": str, "source": Control, "find": Find,
    "rows": list[LoadRow], "from": int, "size": int, "total": int, "said": str, "before": str, "after": str, "none": str,
    "words": dict[str, str],
})  # fmt: skip


class Fact(TypedDict):
    label: str
    text: str


class LoadedFile(TypedDict):
    name: str
    about: str
    sha: str
    copy: bool


class NoLoad(TypedDict):
    part: Literal["one"]
    stamp: str
    none: str


class OneLoad(TypedDict):
    part: Literal["one"]
    stamp: str
    none: NotRequired[str]
    load: int
    facts: list[Fact]
    of: int
    ofText: str
    files: list[LoadedFile]
    act: Literal["undo", "redo", ""]
    blocked: str
    later: list[int]
    made: Made | None
    words: dict[str, str]


class LoadMoves(TypedDict):
    part: Literal["moves"]
    stamp: str
    moves: Differences
    title: str
    none: str


class LoadRows(TypedDict):
    part: Literal["rows"]
    stamp: str
    title: str
    rows: SourceRows


class CompareSide(TypedDict):
    select: Control
    label: str
    day: Control


class CompareVersions(TypedDict):
    part: Literal["compare"]
    stamp: str
    sides: list[CompareSide]
    sub: str
    trouble: NotRequired[str]
    count: NotRequired[str]
    moves: NotRequired[Differences]


class ClosedMonth(TypedDict):
    month: str
    name: str
    when: str
    message: str


class RestatedMonth(TypedDict):
    month: str
    editions: list[Edition]


class Restated(TypedDict):
    id: str
    name: str
    months: list[RestatedMonth]


class Closing(TypedDict):
    part: Literal["closing"]
    stamp: str
    sub: str
    months: list[Option]
    closed: list[ClosedMonth]
    restated: list[Restated]
    words: dict[str, str]


class HistoryChoice(TypedDict):
    """Tab, load, filters, versions (or days) to compare, the file whose copy is wanted."""

    key: Literal["tab", "load", "find", "from", "source", "older", "newer", "older-day", "newer-day", "copy"]
    value: str


class RevertChoice(TypedDict):
    key: Literal["undo", "redo"]
    value: str
    message: str


class CloseChoice(TypedDict):
    key: Literal["close"]
    value: str
    name: str
    message: str


HistoryChoices = HeadChoice | RowsChoice | HistoryChoice | RevertChoice | CloseChoice
DATA = {"history": HistoryHead | HistoryLoads | NoLoad | OneLoad | LoadMoves | LoadRows | CompareVersions | Closing}
CHOICES = {"history": HistoryChoices}
