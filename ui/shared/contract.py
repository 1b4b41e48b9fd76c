"""What Python hands to the scripts, and what they may say back: the pieces that several components share.

Each page has such a file of its own. `tools.contract` writes the types of the scripts from them (ui/contract.d.ts), which
`make lint` holds the scripts against; a test holds what the pages really hand over against them.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from kpi.status import Status


class Line(TypedDict):
    """The last thing that was heard of a component."""

    line: str
    number: int


class Drawn(TypedDict):
    """What `ui.parts.drawing.draw` hands to every component besides what its page says."""

    heard: Line
    store: str


class Option(TypedDict):
    value: str
    text: str


class OptionGroup(TypedDict):
    text: str
    options: list[Option]


class Control(TypedDict):
    """A list (``options`` or ``groups``) or, of the kind date, a day."""

    key: str
    label: str
    value: str
    kind: NotRequired[Literal["date"]]
    text: NotRequired[str]
    min: NotRequired[str]
    max: NotRequired[str]
    options: NotRequired[list[Option]]
    groups: NotRequired[list[OptionGroup]]


class Switch(TypedDict):
    value: str
    text: str
    label: str
    lang: str


class Seen(TypedDict):
    """What the browser is to keep of this visit."""

    name: str
    before: str
    version: int
    at: int
    pause: int
    asks: bool


class PrintedHead(TypedDict):
    scope: str
    words: str
    zone: str


class Head(TypedDict):
    title: str
    sub: str
    controls: list[Control]
    crumbs: list[str]
    lang: str
    switch: Switch
    skip: str
    seen: Seen | None
    printed: PrintedHead


class Empty(TypedDict):
    title: str
    text: str
    steps: list[str]


class Fresh(TypedDict):
    """A sentence of the freshness line; ``tone``: late, where a source is."""

    text: str
    tone: NotRequired[str]


class Named(TypedDict):
    id: str
    name: str


class Tab(Named):
    on: bool


class Signs(TypedDict):
    variation: str
    side: int
    word: str
    why: str
    assurance: str | None
    assurance_word: str
    outlook: str


class Made(TypedDict):
    """A file for the reader's disk, or why there is none."""

    token: str
    content: str
    trouble: str
    name: NotRequired[str]
    type: NotRequired[str]


class LoadRow(TypedDict):
    load: int
    state: str
    undone: bool
    when: str
    who: str
    source: str
    demo: str
    files: str
    counts: list[str]
    message: str


class LoadTable(TypedDict):
    rows: list[LoadRow]
    words: dict[str, str]


class Side(TypedDict):
    value: str
    n: str
    period: str
    status: Status
    word: str


class Difference(TypedDict):
    id: str
    name: str
    year: str
    flipped: bool
    before: Side
    after: Side


class Differences(TypedDict):
    rows: list[Difference]
    more: str
    words: dict[str, str]


class SourceRow(TypedDict):
    file: str
    where: str
    load: int | None
    cells: list[str]


class Pages(TypedDict):
    """Which of how many rows; ``from`` counts from 0."""

    size: int
    total: int
    said: str
    before: str
    after: str


SourceRows = TypedDict("SourceRows", {"heads": list[str], "rows": list[SourceRow], "of": int, "from": int, "size": int,
                                      "total": int, "said": str, "before": str, "after": str, "none": str})  # fmt: skip


class Edition(TypedDict):
    edition: str
    word: str
    value: str
    n: str
    by: str
    message: str
    load: int


class Answer(TypedDict):
    """What an act did."""

    good: bool
    text: str


class MonthLink(TypedDict):
    text: str
    href: str
    to: dict[str, str]


class HeadChoice(TypedDict):
    """A control of the head of a page was set, or the browser tells what it kept of the visit."""

    key: Literal["year", "month", "until", "office", "dimension", "indicator", "seen"]
    value: str


class RowsChoice(TypedDict):
    """Rows of a source from a number on; nothing closes them."""

    key: Literal["rows"]
    value: str
