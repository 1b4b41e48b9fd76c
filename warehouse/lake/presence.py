"""Whether a folder holds a warehouse; and where its catalog is gone, what is still there."""

from __future__ import annotations

import os
import zipfile
from contextlib import suppress
from pathlib import Path
from shlex import quote

from kpi.errors import StoreLost

MANIFEST = "manifest.json"  # in a backup
NAME = "catalog.sqlite"
BEFORE = "before-restore-"  # folders to which a restore moves what was there
GOING = "warehouse-going"  # the former one in such a folder, as long as the new one is not in its place
Identity = tuple[int, int]


def catalog(home: Path) -> Path:
    return home / "warehouse" / NAME


def identity(home: Path) -> Identity | None:
    """Tells the catalog that stands in a folder from another one that took its place; None where there is none."""
    try:
        about = os.stat(catalog(home))
    except (FileNotFoundError, NotADirectoryError):
        return None
    return (about.st_dev, about.st_ino) if about.st_size else None


def remains(home: Path) -> tuple[int, int]:
    """How many data files and kept copies are there, whatever the catalog says."""
    files, copies = home / "warehouse" / "files", home / "kept"
    return (
        sum(1 for _ in files.rglob("*.parquet")) if files.is_dir() else 0,
        sum(1 for path in copies.iterdir() if not path.name.startswith(".")) if copies.is_dir() else 0,
    )


def is_new(home: Path) -> bool:
    """May a warehouse be made here? Only where nothing is left of another one."""
    noted = home / "warehouse" / "checksums.txt"
    return not (identity(home) or noted.exists() or any(remains(home)) or list(home.glob(f"{BEFORE}*")))


def half_restored(home: Path) -> list[Path]:
    """Former warehouses that a restore was moving away when it was killed, or is moving just now."""
    return list(home.glob(f"{BEFORE}*/{GOING}"))


def lost(home: Path, why: str, found: str = "") -> StoreLost:
    """Says what is there, what is gone, and the line that repairs it.

    ``why`` is ``missing``, ``empty``, ``damaged`` or ``unreadable``, ``found`` what was found in one of the last two.
    """
    if is_new(home):
        return StoreLost("store-absent", folder=str(home / "warehouse"))
    if why not in ("damaged", "unreadable"):
        why = "empty" if catalog(home).exists() else "missing"
    files, copies = remains(home)
    newest = max(backups(home), key=lambda path: path.stat().st_mtime, default=None)
    there = {"folder": str(home / "warehouse"), "files": files, "copies": copies, "why": found[:160]}
    return StoreLost(
        f"store-{why}", **there, newest="one" if newest else "none", backup=quote(str(newest)) if newest else ""
    )


def backups(home: Path) -> list[Path]:
    """The backups that lie in the folder of the data itself."""
    found = []
    for path in home.glob("*.zip"):
        with suppress(OSError, zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
            if MANIFEST in archive.namelist():
                found.append(path)
    return found
