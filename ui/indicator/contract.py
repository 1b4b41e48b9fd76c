"""What the Indicator page hands to its components, and what they may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from kpi.status import Status
from ui.shared.contract import (
    Edition,
    Empty,
    Head,
    HeadChoice,
    Named,
    Option,
    RowsChoice,
    Signs,
    SourceRows,
)

FieldKind = Literal["text", "select", "check", "date", "area"]


class IndicatorFact(TypedDict):
    label: str
    text: str
    signs: NotRequired[Signs]


class AskedAbout(TypedDict):
    """What a question names: an office or a category."""

    name: str
    kind: str
    key: str


class NoIndicator(TypedDict):
    stamp: str
    head: Head
    empty: Empty


class IndicatorValue(TypedDict):
    """The value and what belongs to it, without the head of its page."""

    value: str
    n: str
    status: Status
    word: str
    reason: str
    facts: list[IndicatorFact]
    asksTitle: str
    asks: list[list[str | AskedAbout]]


class IndicatorCard(IndicatorValue):
    stamp: str
    query: dict[str, str]
    head: Head
    empty: NotRequired[Empty]
    ribbon: str


class ViewTabs(TypedDict):
    label: str
    chosen: str
    views: list[Named]


class ChartTabs(ViewTabs):
    title: str
    summary: str


class ChartRemark(TypedDict):
    number: int
    text: str
    by: str
    load: int


class ChartNotes(TypedDict):
    text: str
    remarks: list[ChartRemark]


class MonthTable(TypedDict):
    caption: str
    heads: list[str]
    rows: list[list[str]]


class Part(TypedDict):
    name: str
    key: str
    value: float
    n: float | None
    label: str
    out: int


class WholeValue(TypedDict):
    value: float
    label: str


class Parts(TypedDict):
    title: str
    kind: str
    few: int
    rows: list[Part]
    summary: str
    whole: WholeValue | None
    wholeName: str
    hint: str
    marked: str
    more: str


class WindowRow(TypedDict):
    state: Status
    word: str
    period: str
    count: str
    missing: str


class Windows(TypedDict):
    title: str
    rows: list[WindowRow]


class EvidenceRow(TypedDict):
    text: str
    facts: list[str]
    link: str


class EvidenceList(TypedDict):
    title: str
    rows: list[EvidenceRow]
    open: str
    none: str


class RestatedRow(TypedDict):
    month: str
    editions: list[Edition]


class RestatedMonths(TypedDict):
    title: str
    rows: list[RestatedRow]


class FileBehind(TypedDict):
    name: str
    rows: str


class LoadBehind(TypedDict):
    load: int
    files: list[FileBehind]
    more: str
    who: str
    message: str
    demo: str


class LoadsBehind(TypedDict):
    title: str
    rows: list[LoadBehind]
    none: str
    version: str


class Provenance(TypedDict):
    dots: list[Parts]
    windows: Windows | None
    evidence: EvidenceList | None
    restated: RestatedMonths | None
    loads: LoadsBehind


class EntryField(TypedDict):
    """``yes``: what a tick stores."""

    name: str
    kind: FieldKind
    label: str
    needed: bool
    value: str
    unit: NotRequired[str]
    options: NotRequired[list[Option]]
    yes: NotRequired[str]


class StandardEntry(TypedDict):
    what: str
    now: bool
    when: str
    office: str
    by: str
    written: str
    reason: str


class Signed(TypedDict):
    """Who wrote it and when, and with which load it came."""

    by: str
    load: int


class NoteEntry(Signed):
    when: str
    text: str
    office: str


class ThreadRow(Signed):
    kind: str
    text: str


class Thread(TypedDict):
    id: str
    settled: bool
    rows: list[ThreadRow]


class EntryAnswer(TypedDict):
    form: str
    thread: str
    good: bool
    text: str
    wrong: list[str]
    number: int


class EntriesThere(TypedDict):
    """What was set under an indicator, and the forms in which more is."""

    words: dict[str, str]
    open: dict[str, str]
    forms: dict[str, list[EntryField]]
    kinds: dict[str, list[str]]
    ofKinds: list[str]
    charted: bool
    standards: list[StandardEntry]
    notes: list[NoteEntry]
    rebases: list[NoteEntry]
    threads: list[Thread]


class Entries(EntriesThere):
    stamp: str
    indicator: str
    lang: str
    who: str
    said: EntryAnswer | None


class RowsBehind(TypedDict):
    """``rows`` is None while they are not asked for."""

    title: str
    sub: str
    open: str
    close: str
    rows: SourceRows | None


class ChartChoice(TypedDict):
    key: Literal["view"]
    value: str


class EntryChoice(TypedDict):
    """A form was sent."""

    key: Literal["enter"]
    value: Literal["standard", "rebase", "note", "question", "answer", "settled"]
    indicator: str
    lang: str
    fields: dict[str, str]


IndicatorChoices = HeadChoice | RowsChoice | ChartChoice | EntryChoice
DATA = {
    "indicator": IndicatorCard | NoIndicator, "tabs": ChartTabs, "chart_notes": ChartNotes, "month_table": MonthTable,
    "provenance": Provenance, "entries": Entries, "source_rows": RowsBehind,
}  # fmt: skip
CHOICES = dict.fromkeys(DATA, IndicatorChoices)
