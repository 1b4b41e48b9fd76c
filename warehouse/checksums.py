"""SHA-256 of every file of the store, noted when it is written, so that a damaged disk is noticed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

LIST = "checksums.txt"

STORED = """
SELECT f.{key}, s.path || t.path || f.path, f.file_size_bytes FROM {kind} f
JOIN ducklake_table t ON t.table_id = f.table_id
JOIN ducklake_schema s ON s.schema_id = t.schema_id
WHERE f.{key} > ? GROUP BY f.{key} ORDER BY f.{key}
"""
KINDS = {"ducklake_data_file": "data_file_id", "ducklake_delete_file": "delete_file_id"}


def stored(folder: Path, after: dict[str, int] | None = None) -> Iterator[tuple[str, int, str, int]]:
    """Kind, number, path under ``files`` and size of what the catalog names, beyond the numbers in ``after``."""
    address = f"{(folder / 'catalog.sqlite').resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=10)) as catalog:
        for kind, key in KINDS.items():
            rows = catalog.execute(STORED.format(kind=kind, key=key), [(after or {}).get(kind, -1)]).fetchall()
            for number, path, size in rows:
                yield kind, number, path, size


def digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def note_new(folder: Path) -> None:
    """Note what was written since the last time. Cost follows what is new."""
    noted = known(folder)
    last = {kind: max((number for k, number in noted if k == kind), default=-1) for kind in KINDS}
    lines = [
        f"{kind} {number} {digest(folder / 'files' / path)} {path}\n"
        for kind, number, path, _ in stored(folder, last)
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
