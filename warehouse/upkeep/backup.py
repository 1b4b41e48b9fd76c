"""One file that holds everything: the catalog, its files and the kept copies, each with its SHA-256."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from kpi.errors import KpiError
from kpi.json_text import json_text
from warehouse.lake.presence import MANIFEST, NAME
from warehouse.store import Warehouse
from warehouse.upkeep.checksums import stored
from warehouse.upkeep.kept_files import kept_names, named_copies
from warehouse.upkeep.sqlite_process import copied

CATALOG = f"warehouse/{NAME}"
ROOMS = ("warehouse", "kept")
Tell = Callable[[float], None]


def backup(warehouse: Warehouse, target: Path, tell: Tell = lambda share: None) -> int:
    """Write a backup while nobody writes; readers go on. Gives the number of files in it.

    The file is whole or not there. Its manifest holds the version, the sum of every file, and the kept copies that were
    lacking already, on which no figure rests. ``tell`` hears the share done and may raise to cancel.

    Raises
    ------
    KpiError
        ``backup-no-folder``; ``backup-incomplete`` where a data file is gone already: such a backup could not be restored.
    """
    target = Path(target)
    if not target.resolve().parent.is_dir():
        raise KpiError("backup-no-folder", folder=str(target.parent))
    half = target.with_name(f".{target.name}.{os.getpid()}")
    sums: dict[str, str] = {}
    try:
        with warehouse.writing() as con:
            for lost in incomplete(warehouse, con):
                raise KpiError("backup-incomplete", file=lost)
            version, paths = warehouse.version(), _paths(warehouse.home)
            lacking = sorted(named_copies(con) - kept_names(warehouse.home))
            with half.open("wb") as written:
                with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as out:
                    for index, (name, path) in enumerate(paths):
                        tell(index / len(paths))
                        content = copied(path) if name == CATALOG else path.read_bytes()
                        sums[name] = hashlib.sha256(content).hexdigest()
                        out.writestr(name, content)
                    out.writestr(MANIFEST, json_text({"version": version, "files": sums, "lacking": lacking}, indent=1))
                written.flush()
                os.fsync(written.fileno())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return len(sums)


def incomplete(warehouse: Warehouse, con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The data files that the catalog names and that are not there as they were written, by their size."""
    for _, _, path, size in stored(con):
        place = warehouse.folder / "files" / path
        if not place.is_file() or place.stat().st_size != size:
            yield path


def _paths(home: Path) -> list[tuple[str, Path]]:
    found = []
    for room in ROOMS:
        folder = home / room
        for path in sorted(folder.rglob("*")) if folder.exists() else ():
            if path.is_file() and not path.name.startswith(("writer.lock", f"{NAME}-", ".")):
                found.append((path.relative_to(home).as_posix(), path))
    return found
