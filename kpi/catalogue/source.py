"""Sources as ``metrics.yml`` declares them: typed columns, spellings of headers, keys, clocks."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from kpi.dates.roc import parse_date
from kpi.errors import DateError


def _day(value: object) -> object:
    """A day as it may be written: Gregorian as YAML knows it, or an ROC one (114-01-01, 1140101)."""
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        try:
            return parse_date(str(value))
        except DateError:
            raise PydanticCustomError("wanted-day", "a day") from None
    return value


def _near(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError("wanted-day", "a day")
    return day


FIRST_YEAR, LAST_YEAR = 1912, 2200
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date | str), AfterValidator(_near)]
"""A day of our times: those beside it can be reckoned with, too."""

Scalar = str | int | float | bool | date

CLOCK_PARTS = ("due", "entered", "days")
"""What the warehouse works out for each clock of a row: its due date, the day on which it enters the on-time rate, and
its days to complete."""


Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")]
"""An id that names a table or a column of the warehouse."""


class Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Text(Frozen):
    """Words for people in both languages."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        return self.en if lang == "en" else self.zh


class Unit(Frozen):
    """What is counted; ``one`` is the English singular."""

    zh: str
    en: str
    one: str | None = None
    parts: bool = False  # of one there may be a part: half a day, but no half case


class ColumnType(StrEnum):
    text = "text"
    identifier = "identifier"  # a number that names something: of a case, a document, an extension
    time = "time"  # of day
    code = "code"
    date = "date"
    integer = "integer"
    number = "number"
    amount = "amount"  # a number that may carry 約 or 以上
    office = "office"
    service = "service"
    indicator = "indicator"
    items = "items"  # several values joined by ;
    interval = "interval"  # 每1年, 每月, 不定期更新
    url = "url"


class Code(Frozen):
    """One value of a closed list: the stored spelling, its English, and other spellings seen."""

    zh: str
    en: str
    also: tuple[str, ...] = ()


OFFICE_MARKS = "/／\\\n（(、，,；; \u3000"


class Column(Frozen):
    type: ColumnType
    headers: tuple[str, ...] = Field(min_length=1)
    about: Text
    required: bool = False  # the header must be there
    filled: bool = False  # and no cell of it may be empty
    future: bool = False  # a date that may lie after today
    month: Literal["first", "last"] | None = None  # which day a month stands for; None: a month is no day
    codes: tuple[Code, ...] = ()
    cut: str | None = None  # what follows one of these marks is personal and is cut off
    sample: Scalar | None = None
    low: float | None = None
    high: float | None = None
    percent: bool = False  # a number that may be written with its % sign
    free: bool = False  # a person's own words, kept as they were typed

    @property
    def marks(self) -> str | None:
        """The marks after which a person stands; behind an office that may be any that separates."""
        return self.cut or (OFFICE_MARKS if self.type is ColumnType.office else None)

    def spellings(self) -> dict[str, str]:
        return {spelling: code.zh for code in self.codes for spelling in (code.zh, *code.also)}


class Compare(Frozen):
    """A condition on a column other than equality; a bound may be another column of the row.

    ``or``: other columns; it is enough that one of them all meets it.
    """

    not_: tuple[Scalar, ...] | None = Field(None, alias="not")
    any_of: tuple[str, ...] | None = None
    at_least: Scalar | ColumnRef | None = None
    at_most: Scalar | ColumnRef | None = None
    present: bool | None = None
    or_: tuple[str, ...] = Field((), alias="or")


class ColumnRef(Frozen):
    column: str


Condition = Scalar | tuple[Scalar, ...] | Compare
Where = dict[str, Condition]


class Clock(Frozen):
    """A time limit: from when, until when, how long, what stops it and what moves it."""

    start: str
    end: str
    where: Where = {}  # the rows that have this limit at all
    completed: Where = {}  # the rows whose end is a completion (a withdrawal is not)
    limit: Annotated[int, Field(ge=1, le=3660)] | Literal["service"] = "service"
    days: Literal["working", "calendar"] | None = None  # None: as the service item says
    extended_to: str | None = None
    pauses: tuple[tuple[str, str], ...] = ()


class State(Frozen):
    """What a row says of itself against a day of it: while it is open the day is blank, when it is over it is filled."""

    column: str
    day: str
    open: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    severity: Literal["error", "warning"] = "error"


class Scaled(Frozen):
    """Raw points rescaled to 100 by the maximum of the row's kind, and checked against their parts."""

    kind: Literal["scaled"]
    points: str
    by: str
    maximum: dict[str, dict[str, float]]  # kind -> part -> its maximum


class NextUpdate(Frozen):
    """The day by which a data set should have been updated again: last update plus its stated interval."""

    kind: Literal["next_update"]
    updated: str
    interval: str


Derived = Annotated[Scaled | NextUpdate, Field(discriminator="kind")]


class Source(Frozen):
    name: Text
    about: Text
    kind: Literal["cases", "snapshot", "figures", "evidence", "reference", "entries"]
    date: str | None = None  # the day that says to which period a row belongs
    key: tuple[str, ...] = ()
    load: Literal["add", "replace"] = "add"
    office: str | None = None
    category: str | None = None
    columns: dict[Name, Column]
    drop: tuple[str, ...] = ()  # headers of personal columns
    order: tuple[tuple[str, ...], ...] = ()  # chains of dates: none may lie before one that stands earlier in its chain
    states: tuple[State, ...] = ()
    clocks: dict[str, Clock] = {}
    derived: dict[str, Derived] = {}
    only_names: str | None = None  # rows of other agencies are left out by this column

    @property
    def counts(self) -> bool:
        """Does it tell what happened? Not so lists that others refer to, and what people set on the pages."""
        return self.kind not in ("reference", "entries")

    @property
    def day(self) -> str | None:
        """The column that dates its rows; of a snapshot the day on which it was taken."""
        return "as_of" if self.kind == "snapshot" else self.date

    @property
    def identity(self) -> tuple[str, ...]:
        """The columns that tell one row from another; of a snapshot each case stands once a day."""
        return (*self.key, "as_of") if self.kind == "snapshot" else self.key

    def dates(self) -> list[str]:
        return [name for name, column in self.columns.items() if column.type is ColumnType.date]

    def known_columns(self) -> set[str]:
        """Every column that measures may name: those of the file and those that are worked out."""
        timed = {f"{clock}_{part}" for clock in self.clocks for part in CLOCK_PARTS}
        return set(self.columns) | set(self.derived) | timed | ({"as_of"} if self.kind == "snapshot" else set())


Compare.model_rebuild()
