"""SHA-256 of every file of the store, noted when it is written, so that a damaged disk is noticed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb

from warehouse.lake.connection import META
from warehouse.upkeep import line_files

LIST = "checksums.txt"
LINE = re.compile(r"(ducklake_data_file|ducklake_delete_file) ([0-9]{1,18}) ([0-9a-f]{64}) [^\n]*")

STORED = """
SELECT DISTINCT ON (f.{key}) f.{key}, s.path || t.path || f.path, f.file_size_bytes FROM {meta}.{kind} f
JOIN {meta}.ducklake_table t ON t.table_id = f.table_id
JOIN {meta}.ducklake_schema s ON s.schema_id = t.schema_id
WHERE f.{key} > ? ORDER BY f.{key}
"""
KINDS = {"ducklake_data_file": "data_file_id", "ducklake_delete_file": "delete_file_id"}
Noted = dict[tuple[str, int], str]
"""(kind, number) -> SHA-256 as it was noted."""


def stored(
    con: duckdb.DuckDBPyConnection, after: dict[str, int] | None = None
) -> Iterator[tuple[str, int, str, int]]:  # fmt: skip
    """Kind, number, path under ``files`` and size of what the catalog names, beyond the numbers in ``after``."""
    for kind, key in KINDS.items():
        query = STORED.format(meta=META, kind=kind, key=key)
        for number, path, size in con.execute(query, [(after or {}).get(kind, -1)]).fetchall():
            yield kind, number, path, size


def digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def note_new(folder: Path, con: duckdb.DuckDBPyConnection) -> None:
    """Note what is not noted yet. Cost follows what is new, but where a line was torn everything is looked through.

    Raises
    ------
    OSError
        When it cannot be noted; the next time makes up for it.
    """
    noted, torn = known(folder)
    last = {kind: max((number for k, number in noted if k == kind), default=-1) for kind in KINDS}
    fresh = [
        f"{kind} {number} {digest(folder / 'files' / path)} {path}"
        for kind, number, path, _ in stored(con, None if torn else last)
        if (kind, number) not in noted and (folder / "files" / path).exists()
    ]
    if torn:
        whole = [line for line in line_files.lines(folder / LIST) if LINE.fullmatch(line)]
        line_files.replace(folder / LIST, "".join(f"{line}\n" for line in whole + fresh).encode("utf-8"))
    elif fresh:
        line_files.append(folder / LIST, fresh)


def known(folder: Path) -> tuple[Noted, int]:
    """What was noted, and how many lines are torn."""
    found, torn = {}, 0
    for line in line_files.lines(folder / LIST):
        part = LINE.fullmatch(line)
        if part:
            found[part[1], int(part[2])] = part[3]
        elif line:
            torn += 1
    return found, torn
