"""One file that holds everything: the catalog, its files and the kept copies, each with its SHA-256."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath

from kpi.catalogue import Catalogue
from kpi.errors import KpiError
from kpi.json_text import json_text
from warehouse.apart import copied
from warehouse.checksums import digest
from warehouse.store import Warehouse

MANIFEST = "manifest.json"
CATALOG = "warehouse/catalog.sqlite"
ROOMS = ("warehouse", "kept")
Tell = Callable[[float], None]


def backup(warehouse: Warehouse, target: Path, tell: Tell = lambda share: None) -> int:
    """Write a backup while nobody writes; readers go on. Gives the number of files in it.

    The file is whole or not there. ``tell`` hears the share done and may raise to cancel.
    """
    target = Path(target)
    if not target.resolve().parent.is_dir():
        raise KpiError("backup-no-folder", folder=str(target.parent))
    half = target.with_name(f".{target.name}.{os.getpid()}")
    sums: dict[str, str] = {}
    try:
        with warehouse.writing(), zipfile.ZipFile(half, "w", zipfile.ZIP_STORED) as out:
            version = warehouse.version()
            paths = _paths(warehouse)
            for index, (name, path) in enumerate(paths):
                tell(index / len(paths))
                content = copied(path) if name == CATALOG else path.read_bytes()
                sums[name] = hashlib.sha256(content).hexdigest()
                out.writestr(name, content)
            out.writestr(MANIFEST, json_text({"version": version, "files": sums}, indent=1))
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return len(sums)


def _paths(warehouse: Warehouse) -> list[tuple[str, Path]]:
    found = []
    for room in ROOMS:
        folder = warehouse.home / room
        for path in sorted(folder.rglob("*")) if folder.exists() else ():
            if path.is_file() and not path.name.startswith(("writer.lock", "catalog.sqlite-", ".")):
                found.append((path.relative_to(warehouse.home).as_posix(), path))
    return found


def restore(home: Path, source: Path, catalogue: Catalogue, at: datetime) -> tuple[int, Path | None]:
    """Put a backup in place. Gives its version, and where the former warehouse was moved to (None: there was none).

    The backup is unpacked beside, checked by its sums and opened before anything is moved.

    Raises
    ------
    KpiError
        ``backup-unreadable``, ``backup-damaged``, ``backup-foreign``; nothing was changed.
    """
    home = Path(home)
    home.mkdir(parents=True, exist_ok=True)
    beside = home / f".restore-{os.getpid()}"
    try:
        version = _unpack(Path(source), beside)
        opened = Warehouse.open(beside, catalogue)
        opened.book()
        opened.close()
        (beside / "warehouse" / "writer.lock").unlink(missing_ok=True)
        return version, _swap(home, beside, at)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _unpack(source: Path, beside: Path) -> int:
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            names = set(archive.namelist()) - {MANIFEST}
            if names != set(manifest["files"]) or CATALOG not in names or not all(map(_ours, names)):
                raise KpiError("backup-foreign", file=source.name)
            for name, wanted in manifest["files"].items():
                place = beside / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as content, place.open("wb") as out:
                    shutil.copyfileobj(content, out)
                if digest(place) != wanted:
                    raise KpiError("backup-damaged", file=source.name, part=name)
            return int(manifest["version"])
    except FileNotFoundError:
        raise KpiError("file-missing", file=str(source)) from None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise KpiError("backup-unreadable", file=source.name, why=str(error)[:120]) from None


def _ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[0] in ROOMS and ".." not in parts and not name.startswith("/") and "\\" not in name and ":" not in name


def _swap(home: Path, beside: Path, at: datetime) -> Path | None:
    former = home / f"before-restore-{at:%Y%m%d-%H%M%S}"
    moved = None
    for room in ROOMS:
        if (home / room).exists():
            former.mkdir(exist_ok=True)
            (home / room).rename(former / room)
            moved = former
        if (beside / room).exists():
            (beside / room).rename(home / room)
    return moved
