"""SHA-256 of every file of the store, noted when it is written, so that a damaged disk is noticed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb

LIST = "checksums.txt"

STORED = """
SELECT DISTINCT ON (f.{key}) f.{key}, s.path || t.path || f.path, f.file_size_bytes FROM {meta}.{kind} f
JOIN {meta}.ducklake_table t ON t.table_id = f.table_id
JOIN {meta}.ducklake_schema s ON s.schema_id = t.schema_id
WHERE f.{key} > ? ORDER BY f.{key}
"""
META = "__ducklake_metadata_lake"  # what DuckDB calls the catalog itself
KINDS = {"ducklake_data_file": "data_file_id", "ducklake_delete_file": "delete_file_id"}


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
    """Note what was written since the last time. Cost follows what is new."""
    noted = known(folder)
    last = {kind: max((number for k, number in noted if k == kind), default=-1) for kind in KINDS}
    lines = [
        f"{kind} {number} {digest(folder / 'files' / path)} {path}\n"
        for kind, number, path, _ in stored(con, last)
        if (folder / "files" / path).exists()
    ]
    if lines:
        with (folder / LIST).open("a", encoding="utf-8") as out:
            out.writelines(lines)


def known(folder: Path) -> dict[tuple[str, int], str]:
    """(kind, number) -> SHA-256 as it was noted."""
    path = folder / LIST
    if not path.exists():
        return {}
    parts = [line.split(" ", 3) for line in path.read_text(encoding="utf-8").splitlines()]
    return {(part[0], int(part[1])): part[2] for part in parts if len(part) == 4 and part[1].isdigit()}
