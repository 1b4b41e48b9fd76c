"""Texts: the words of a system's list, and a person's own."""

from __future__ import annotations

import unicodedata

from etl.tabular.cells.cell import EMPTY, Bad, cell_text, failed, symbol


def clean_text(cell: object, *, cut: str | None = None) -> object:
    """A text without what nobody sees; a symbol is none."""
    if cut is None and isinstance(cell, str) and cell.isascii() and cell.isalnum():
        return cell
    if cell is None or (isinstance(cell, str) and symbol(cell) is not None):
        return None
    text = unicodedata.normalize("NFC", cell_text(cell, cut, wide=True))
    return Bad("cell-error") if failed(text) else None if text in EMPTY else text


def clean_words(cell: object) -> object:
    """A person's own words, kept as they were typed: 無 and - are answers here, not symbols."""
    if isinstance(cell, str):
        return unicodedata.normalize("NFC", cell.strip()) or None
    return cell_text(cell) if cell is not None else None
