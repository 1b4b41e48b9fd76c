"""What the Self-assessment page hands to its components, and what they may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from present.form.diff import Kind
from present.form.filled import State
from ui.shared.contract import Answer, Empty, Head, HeadChoice, Made, Named, Option, Tab


class NamedState(TypedDict):
    id: State
    name: str


class Progress(TypedDict):
    done: int
    total: int
    text: str


class AssessmentHead(TypedDict):
    part: Literal["head"]
    stamp: str
    head: Head
    empty: NotRequired[Empty]
    ribbon: NotRequired[str]
    said: NotRequired[Answer | None]
    tabs: NotRequired[list[Tab]]
    tabsLabel: NotRequired[str]
    made: NotRequired[Made | None]
    progress: NotRequired[Progress]
    files: NotRequired[list[Named]]
    sources: NotRequired[str]


class TextLine(TypedDict):
    """``pieces``: words, and figures as [text, kind] or [text, kind, where it came from]."""

    mark: str
    level: int
    pieces: list[str | list[str]]


class RowAlone(TypedDict):
    place: int
    dimension: str
    item: str
    indicator: str
    standard: str
    lines: list[TextLine]
    state: State
    word: str
    office: str
    why: str
    own: str


class FormRow(RowAlone):
    """``itemCell``, ``indicatorCell``: rows that follow each other with the same number share that cell."""

    itemCell: int
    indicatorCell: int


class FormFilter(TypedDict):
    state: str
    charge: str


class FormTable(TypedDict):
    part: Literal["form"]
    stamp: str
    states: list[NamedState]
    dimensions: list[Named]
    rows: list[FormRow]
    filter: FormFilter
    offices: list[Option]
    words: dict[str, str]
    query: dict[str, str]


class OpenRow(TypedDict):
    place: int
    standard: str
    state: State
    word: str
    why: str


class OpenOffice(TypedDict):
    name: str
    progress: Progress
    rows: list[OpenRow]
    reminder: str


class OpenRows(TypedDict):
    part: Literal["offices"]
    stamp: str
    query: dict[str, str]
    lead: str
    offices: list[OpenOffice]
    words: dict[str, str]


class Pair(TypedDict):
    """``before``, ``after``: pieces of text, each with its kind (same, gone or new) and whether it is a figure. ``place`` is ""
    where the form has that row no more."""

    place: int | str
    standard: str
    said: str
    before: list[tuple[str, Kind, bool]]
    after: list[tuple[str, Kind, bool]]


TwoYears = TypedDict("TwoYears", {
    "part": Literal["compare"], "stamp": str, "query": dict[str, str], "with": str,
    "years": list[Option], "heads": list[str], "lead": str, "rows": list[Pair], "words": dict[str, str],
})  # fmt: skip


class ListedEdition(TypedDict):
    number: int
    title: str
    by: str
    open: bool


class OpenedEdition(TypedDict):
    title: str
    said: str
    heads: list[str]
    lead: str
    rows: list[Pair]
    query: dict[str, str]


class Editions(TypedDict):
    part: Literal["editions"]
    stamp: str
    query: dict[str, str]
    lead: str
    warning: str
    editions: list[ListedEdition]
    opened: OpenedEdition | None
    files: list[Named]
    sources: str
    words: dict[str, str]


class RowNav(TypedDict):
    text: str
    previous: int | None
    next: int | None


class RowStanding(TypedDict):
    id: State
    word: str
    by: str
    why: list[str]


class TheirText(TypedDict):
    text: str
    by: str


Act = Literal["save", "evidence", "attach", "withdraw", "carry", "confirm"]


class RowAnswer(TypedDict):
    act: Act
    good: bool
    text: str
    wrong: list[str]
    number: int
    mine: str | None
    theirs: TheirText | None


class MovedText(TypedDict):
    title: str
    pieces: list[tuple[str, Kind, bool]]


class Editor(TypedDict):
    """``current`` is the load of the text that stands now, ``basis`` that of the one which is being typed over."""

    text: str
    current: str
    basis: str
    dirty: bool
    year: int
    office: str
    as_of: str
    min: str
    max: str
    head: str
    barred: str
    who: str


class Offer(TypedDict):
    start: int
    end: int
    found: str
    placeholder: str
    text: str


class RowPreview(TypedDict):
    lines: list[TextLine]
    problems: list[str]
    offers: list[Offer]


class Figure(TypedDict):
    name: str
    value: str
    insert: str
    mine: bool
    missing: bool


class Attached(TypedDict):
    name: str
    kept: str
    size: str


Standing = Literal["carried", "valid", "ended", "later"]
Statement = TypedDict("Statement", {
    "statement": str, "from": str, "span": str, "load": str, "fields": dict[str, str], "level": str, "link": str, "office": str,
    "review": str, "state": Standing, "word": str, "files": list[Attached],
})  # fmt: skip


class EvidenceField(TypedDict):
    name: str
    label: str


class RowEvidence(TypedDict):
    """``limit``: the most bytes of a file; ``endings``: those that are taken."""

    rows: list[Statement]
    carry: bool
    demo: str
    year: str
    barred: bool
    limit: int
    endings: str
    fields: list[EvidenceField]
    words: dict[str, str]


class FormRowPage(TypedDict):
    stamp: str
    code: str
    lang: str
    query: dict[str, str]
    head: Head
    nav: RowNav
    ribbon: str
    state: RowStanding
    said: RowAnswer | None
    moved: MovedText | None
    editor: Editor
    preview: RowPreview
    figures: list[Figure]
    whats: list[Option]
    what: str
    evidence: RowEvidence | None
    fetched: Made | None
    words: dict[str, str]


class FormChoice(TypedDict):
    """The view, the open row, filters, the year beside, the open edition; all of them live in the address."""

    key: Literal["view", "row", "state", "charge", "with", "edition"]
    value: str


class FileChoice(TypedDict):
    key: Literal["make"]
    value: str
    sources: bool


class SignChoice(TypedDict):
    key: Literal["sign"]
    value: str
    name: str


class OfRow(TypedDict):
    """The row that a message is about: that of the page that sent it."""

    year: int
    code: str
    lang: str


class DraftChoice(OfRow):
    """What is being typed; None forgets it."""

    key: Literal["draft"]
    value: str | None
    as_of: NotRequired[str]
    basis: NotRequired[str]


class SaveChoice(OfRow):
    key: Literal["save"]
    value: str
    as_of: str
    basis: str


class StatementChoice(OfRow):
    key: Literal["evidence"]
    value: str
    fields: dict[str, str]
    basis: str | int


StatementOfDay = TypedDict("StatementOfDay", {
    "key": Literal["attach", "withdraw", "confirm"], "value": str, "from": str, "name": NotRequired[str], "year": int, "code": str,
    "lang": str,
})  # fmt: skip


class RowChoice(OfRow):
    """Evidence is carried over, a file fetched, another part of figures listed, another row opened."""

    key: Literal["carry", "fetch", "part", "row"]
    value: str


AssessmentChoices = HeadChoice | FormChoice | FileChoice | SignChoice
FormRowChoices = HeadChoice | DraftChoice | SaveChoice | StatementChoice | StatementOfDay | RowChoice
DATA = {"assessment": AssessmentHead | FormTable | OpenRows | TwoYears | Editions, "form_row": FormRowPage}
CHOICES = {"assessment": AssessmentChoices, "form_row": FormRowChoices}
