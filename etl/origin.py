"""What a file held, for the copies that are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.reading import Document
from etl.table import Table


@dataclass(frozen=True)
class Origin:
    """Bytes, cells and tables of a file; never kept longer than a load takes."""

    content: bytes
    document: Document
    tables: list[Table]
