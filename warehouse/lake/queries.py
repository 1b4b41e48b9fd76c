"""The queries that stand in files of their own."""

from functools import cache
from pathlib import Path

SQL = Path(__file__).parent / "sql"


@cache
def sql(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
