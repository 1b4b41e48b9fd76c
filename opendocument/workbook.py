"""A workbook before it is a file: sheets of typed cells, each with its look. Lengths in centimetres, type in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from opendocument.package import About


@dataclass(frozen=True)
class Shown:
    """How a number, a day or a text is shown.

    ``kind``: number, percent (of a fraction), day, moment (a day with its time), or text (stays one when it is typed over).
    ``sign``: between the parts of a day; ``roc``: its year is one of the Republic; ``short``: its month and day without
    zeros before them.
    """

    kind: str
    decimals: int = 0
    signed: bool = False
    ending: str = ""
    sign: str = "-"
    roc: bool = False
    short: bool = False


@dataclass(frozen=True)
class Look:
    """``box`` and ``below`` are colours, of the lines around a cell and of the one under it; ``stands``: top or middle."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    struck: bool = False
    colour: str = ""
    fill: str = ""
    align: str = ""
    stands: str = ""
    box: str = ""
    below: str = ""
    padding: float = 0.0
    wrap: bool = False
    shown: Shown | None = None


@dataclass(frozen=True)
class Cell:
    """A text is written as it is, whatever it begins with; None is an empty cell. ``choices``: the name of a list."""

    value: str | float | date | None = None
    look: Look = Look()
    rows: int = 1
    columns: int = 1
    notes: tuple[str, ...] = ()
    choices: str = ""


@dataclass(frozen=True)
class Covered:
    """A place that another cell spans."""

    look: Look | None = None


@dataclass(frozen=True)
class Row:
    """``repeated``: on each page; ``times``: so many rows that are the same."""

    cells: tuple[Cell | Covered, ...]
    height: float | None = None
    repeated: bool = False
    hidden: bool = False
    times: int = 1


@dataclass(frozen=True)
class Column:
    width: float
    hidden: bool = False


@dataclass(frozen=True)
class Choices:
    """Cells of a column of another sheet, from which one may choose: rows from ``first`` to ``last``, counted from 1."""

    name: str
    sheet: str
    column: int
    first: int
    last: int


@dataclass(frozen=True)
class Sheet:
    """``frozen``: rows and columns that stay in sight; ``printed``: rows and columns that are printed, all where None."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    frozen: tuple[int, int] = (0, 0)
    printed: tuple[int, int] | None = None
    hidden: bool = False


@dataclass(frozen=True)
class Workbook:
    """``font``: the family of all type, that of the program where it is not said; ``scale``: per cent on paper;
    ``footer``: what stands below each page, beside its number."""

    sheets: tuple[Sheet, ...]
    lang: str
    about: About | None = None
    font: str = ""
    scale: int | None = None
    footer: str = ""
    choices: tuple[Choices, ...] = field(default=())
