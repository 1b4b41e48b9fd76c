"""How much a file may hold. Beyond these nobody exports a month of cases; a hostile file would fill the memory."""

from __future__ import annotations

from etl.reading.document import Unreadable
from kpi.errors import Problem

BYTES = 60 * 1024 * 1024  # of a file as it arrives; the uploader takes as much (.streamlit/config.toml)
UNPACKED = 400_000_000  # bytes of a workbook when unpacked; 200,000 applications take 100 million
MEMBERS = 5_000  # parts of a workbook
SHEETS = 500  # of a workbook
CELLS = 10_000_000  # of a sheet's rectangle, blanks included: the reader makes room for all of it
TEXT_CELLS = 5_000_000  # of a text, each a string in this process
ROWS, COLUMNS = 1_048_576, 16_384  # as Excel has
TEXT = 32_767  # characters in a cell, as Excel has
GAP = 1_000_000  # bytes between the ends of two cells in the XML
SECONDS = 20  # of processor time in a child; 200,000 applications take two, with formulas six
WAIT = 300  # seconds until a child is ended, however busy the machine is
MEMORY = 900_000_000  # bytes of a child
AT_ONCE = 4  # children


def refuse(name: str, key: str, **params: str | int) -> Unreadable:
    """The refusal of a whole file."""
    return Unreadable(
        Problem("error", key, params, file=name, found=str(params.get("found") or params.get("kind") or "") or None)
    )
