"""Error values, as spreadsheets number and write them."""

from __future__ import annotations

ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
"""Numbers of error values in .xls and .xlsb ([MS-XLS] 2.5.10), with their words."""
OTHER_ERROR = "#ERROR!"
WORDS = frozenset(
    (*ERRORS.values(), OTHER_ERROR, "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!",
     "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!", "#DATA!")
)  # fmt: skip
"""Error values as Excel and LibreOffice show them, whatever kind of file they stand in; ``Err:502`` and its kin beside."""


def is_error(text: str) -> bool:
    """Is a text an error value, or the signs that stand for a number in a column that is too narrow?"""
    text = text.strip() if len(text) < 40 else ""
    return (
        text.upper() in WORDS
        or (len(text) > 2 and not text.strip("#"))
        or (text[:4].lower() == "err:" and text[4:].isdigit())
    )
