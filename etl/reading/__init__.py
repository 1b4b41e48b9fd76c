"""The reader: bytes in, sheets of plain cells out, whatever the file is called. Nothing in a file is ever run."""

from etl.reading.model import Area, Document, Sheet, Unreadable
from etl.reading.workbook import read

__all__ = ["Area", "Document", "Sheet", "Unreadable", "read"]
