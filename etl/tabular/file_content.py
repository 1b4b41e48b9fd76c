"""What a file held, for the copies that are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.kept_words import Recognised
from etl.reading import Document
from etl.tabular.tables import Table


@dataclass(frozen=True)
class Origin:
    """Bytes, cells and tables of a file, and the words that may be kept; never held longer than a load takes."""

    content: bytes
    document: Document
    tables: list[Table]
    words: Recognised
