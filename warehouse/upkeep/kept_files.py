"""What is kept of every file, named by its own SHA-256: its copy without personal columns, or what was attached."""

from __future__ import annotations

from pathlib import Path

import duckdb

from kpi.errors import UnknownName
from warehouse.commit.load_request import FileIn
from warehouse.upkeep import line_files


def copy_name(file: FileIn) -> str | None:
    """The name under which a file's copy is kept."""
    return file.copy.made()[0] if file.copy else None


def keep(home: Path, file: FileIn) -> None:
    """Write a file's copy; it is whole or not there, and the same content is written once.

    It is there before the load is committed: a load that does not happen leaves a copy that nothing names.
    """
    if not file.copy:
        return
    name, content = file.copy.made()
    path = home / "kept" / name
    if path.exists():
        return
    line_files.replace(path, content)


def kept_names(home: Path) -> frozenset[str]:
    """The names of everything that is kept."""
    folder = home / "kept"
    return frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()


def named_copies(con: duckdb.DuckDBPyConnection) -> set[str]:
    """The names of everything that the catalog says is kept: copies of loaded files, and what people attached."""
    places = """SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'lake'
        AND (table_name = 'files' AND column_name = 'copy' OR starts_with(table_name, 'facts_') AND column_name = 'kept')"""
    found: set[str] = set()
    for table, column in con.execute(places).fetchall():
        rows = con.execute(f'SELECT DISTINCT "{column}" FROM lake.{table} WHERE "{column}" IS NOT NULL').fetchall()
        found |= {name for (name,) in rows}
    return found


def kept(home: Path, name: str) -> bytes:
    """The content of a kept copy.

    Raises
    ------
    UnknownName
        When there is none of that name.
    """
    path = home / "kept" / Path(name).name
    if not path.is_file():
        raise UnknownName("copy-missing", found=Path(name).name)
    return path.read_bytes()
