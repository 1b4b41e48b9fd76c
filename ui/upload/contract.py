"""What the Upload page hands to its components, and what they may say."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from ui.shared.contract import Control, Differences, Head, HeadChoice, LoadRow, Made, MonthLink, Option, Tab


class SourceChoice(TypedDict):
    id: str
    name: str
    about: str


class SourceGroup(TypedDict):
    name: str
    sources: list[SourceChoice]


class Template(TypedDict):
    """A format in which there is a template: its ending, and the words of its button."""

    id: str
    name: str


class UploadHead(TypedDict):
    part: Literal["head"]
    stamp: str
    head: Head
    ribbon: str
    first: str
    tabs: list[Tab]
    tabsLabel: str
    title: str
    groups: list[SourceGroup]
    source: str
    open: str
    choose: str
    templates: list[Template]
    made: Made | None


class ListedFile(TypedDict):
    id: str
    name: str
    size: str
    out: str


class UploadOption(TypedDict):
    name: str
    label: str
    value: str
    hint: NotRequired[str]
    choices: NotRequired[list[Option]]


class UploadAnswer(TypedDict):
    """A button that answers a question: what it tells, what stands on it, and its name for the focus."""

    key: str
    value: str
    text: str
    focus: str
    more: dict[str, str | list[str]]
    no: NotRequired[bool]


class UploadQuestion(TypedDict):
    text: str
    answers: list[UploadAnswer]


class ColumnPair(TypedDict):
    ours: str
    theirs: str
    about: str
    same: bool


class CheckedFile(TypedDict):
    file: str
    sheet: str | None
    rows: str
    period: str
    counts: list[str]
    understood: str
    columns: list[ColumnPair]
    absent: str


class UploadProblem(TypedDict):
    """``severity``: error, warning or note."""

    severity: str
    word: str
    file: str
    sheet: str
    cell: str
    column: str
    found: str
    text: str
    expected: str


class ChangedCell(TypedDict):
    key: str
    column: str
    old: str
    new: str
    where: str


class GoneRow(TypedDict):
    key: str
    file: str
    where: str


class PlannedCells(TypedDict):
    cells: list[ChangedCell]
    gone: list[GoneRow]
    cellsMore: str
    goneMore: str


class UploadPlan(PlannedCells):
    refused: bool
    verdict: str
    demo: str
    files: list[CheckedFile]
    total: list[str]
    problems: list[UploadProblem]
    questions: list[UploadQuestion]
    moves: Differences
    kinds: dict[str, int]
    closed: str
    markable: list[str]
    more: str


class UploadDone(TypedDict):
    good: bool
    title: str
    text: str
    load: NotRequired[int]
    see: NotRequired[MonthLink | None]


class UploadBody(TypedDict):
    part: Literal["body"]
    stamp: str
    generation: int
    result: str
    files: list[ListedFile]
    limit: int
    options: list[UploadOption]
    seems: UploadQuestion | None
    plan: UploadPlan | None
    done: UploadDone | None
    words: dict[str, str]
    made: Made | None


class UploadHistory(TypedDict):
    part: Literal["history"]
    stamp: str
    none: str
    title: str
    rows: list[LoadRow]
    words: dict[str, str]


class GridBeside(TypedDict):
    text: str
    small: str


class GridRow(TypedDict):
    """``sign``: what stands behind the value; ``parts``, ``whole``: can numerator and denominator, can a value be given?"""

    id: str
    name: str
    unit: str
    sign: str
    point: str
    parts: bool
    whole: bool
    last: GridBeside
    prior: GridBeside
    cells: dict[str, str]
    note: str
    locked: bool


class GridGroup(TypedDict):
    name: str
    rows: list[GridRow]


class GridAnswer(TypedDict):
    """``wrong``: by indicator; ``asked``: they are questions."""

    text: str
    good: bool
    wrong: dict[str, list[str]]
    number: int
    asked: bool
    see: MonthLink | None


class Grid(TypedDict):
    stamp: str
    month: str
    control: Control
    qualifiers: list[Option]
    demo: str
    groups: list[GridGroup]
    said: GridAnswer | None
    words: dict[str, str | list[str]]


class UploadChoice(TypedDict):
    """Tab, source, what is to be done with the files, and buttons that need no more than a value."""

    key: Literal["tab", "source", "mark", "make", "clear", "cancel", "load", "characters", "so-far"]
    value: str


class RemoveChoice(TypedDict):
    key: Literal["remove"]
    value: str
    names: list[str]


class OptionChoice(TypedDict):
    key: Literal["option"]
    value: str
    name: str


class HeaderChoice(TypedDict):
    """Which column a header is; "" none."""

    key: Literal["answer"]
    value: str
    column: str


class MonthChoice(TypedDict):
    key: Literal["for"]
    value: str


class FiguresChoice(TypedDict):
    """The grid is saved. ``names``: the indicators whose unusual figure is right."""

    key: Literal["figures"]
    value: str
    month: str
    cells: dict[str, dict[str, str]]
    names: list[str]
    message: str


UploadChoices = HeadChoice | UploadChoice | RemoveChoice | OptionChoice | HeaderChoice
GridChoices = HeadChoice | MonthChoice | FiguresChoice
DATA = {"upload": UploadHead | UploadBody | UploadHistory, "grid": Grid}
CHOICES = {"upload": UploadChoices, "grid": GridChoices}
