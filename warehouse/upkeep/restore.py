"""Put a backup in the place of a warehouse: unpacked beside, checked, and swapped in one step while nobody writes."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NotRequired, TypedDict

from kpi.catalogue import Catalogue
from kpi.errors import KpiError, StoreLost, StoreNewer
from warehouse.lake.presence import BEFORE, GOING, MANIFEST
from warehouse.lake.transactions import undisturbed, writers_lock
from warehouse.store import Warehouse
from warehouse.upkeep.backup import CATALOG, ROOMS, incomplete
from warehouse.upkeep.checksums import digest
from warehouse.upkeep.kept_files import kept_names, named_copies
from warehouse.upkeep.upgrade import opened, put_back

UNPACKED = ".restore-"
HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE, renameat2(2)


class Manifest(TypedDict):
    """What a backup says of itself: the sum of every file in it; since it is noted, the version and what was lacking."""

    files: dict[str, str]
    version: NotRequired[int]
    lacking: NotRequired[list[str]]


def restore(home: Path, source: Path, catalogue: Catalogue, at: datetime) -> tuple[int, Path | None]:
    """Put a backup in place. Gives its version, and where the former warehouse was moved to (None: there was none).

    It is another store from then on: versions of the former one that bear the same numbers are not its own. Whoever has
    the former open reads the new one from the next question on. A crash leaves one or the other, and what was unpacked
    beside is cleared away by the next restore.

    Raises
    ------
    KpiError
        ``backup-unreadable``, ``backup-damaged``, ``backup-foreign``, ``backup-newer``; nothing was changed.
    """
    home, source = Path(home), Path(source)
    home.mkdir(parents=True, exist_ok=True)
    put_back(home)
    with writers_lock(home):
        for left in home.glob(f"{UNPACKED}*"):
            shutil.rmtree(left, ignore_errors=True)
        beside = home / f"{UNPACKED}{os.getpid()}"
        try:
            manifest = _unpack(source, beside)
            number = _ready(source, beside, catalogue, manifest)
            _on_disk(beside)
            with undisturbed():
                return number, _swap(home, beside, at)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _unpack(source: Path, beside: Path) -> Manifest:
    """Unpack a backup and hold every file against its sum; gives the manifest."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest: Manifest = json.loads(archive.read(MANIFEST))
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
            return manifest
    except FileNotFoundError:
        raise KpiError("file-missing", file=str(source)) from None
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
        raise KpiError("backup-unreadable", file=source.name, why=str(error)[:120]) from None


def _ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return parts[0] in ROOMS and ".." not in parts and not name.startswith("/") and "\\" not in name and ":" not in name


def _ready(source: Path, beside: Path, catalogue: Catalogue, manifest: Manifest) -> int:
    """See that what was unpacked is of the manifest's version and holds all that its catalog names, upgrade it, and make
    it a store of its own; gives its version. The sums of the manifest were checked before.

    Kept copies that were lacking when the backup was written may lack; backups of before this was noted are not asked.
    """
    try:
        plain = Warehouse(beside, catalogue)
        stands = plain.version()
        plain.close()
        if manifest.get("version", stands) != stands:
            raise KpiError("backup-damaged", file=source.name, part=CATALOG)
        warehouse = opened(beside, catalogue)
    except StoreNewer as error:
        raise KpiError("backup-newer", file=source.name, **{k: error.params[k] for k in ("found", "known")}) from None
    except StoreLost:
        raise KpiError("backup-damaged", file=source.name, part=CATALOG) from None
    try:
        for path in warehouse._read(lambda con: list(incomplete(warehouse, con))):
            raise KpiError("backup-damaged", file=source.name, part=f"warehouse/files/{path}")
        if "lacking" in manifest:
            for name in sorted(warehouse._read(named_copies) - kept_names(beside) - set(manifest["lacking"])):
                raise KpiError("backup-damaged", file=source.name, part=f"kept/{name}")
        warehouse.book()
        warehouse.name(anew=True)
        return warehouse.version()
    finally:
        warehouse.close()


def _on_disk(folder: Path) -> None:
    """Not only in memory: after a power cut the new store must be whole, if it is there."""
    for path in (*folder.rglob("*"), folder):
        place = os.open(path, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _swap(home: Path, beside: Path, at: datetime) -> Path | None:
    """Exchange the warehouses. Kept copies are named by their content, so both stores can have theirs in one folder:
    those that come are there before, and those that nobody names any more go after."""
    place, copies = home / "warehouse", home / "kept"
    stay = {path.name for path in (beside / "kept").glob("*")}
    if not place.exists():
        _bring(beside / "kept", copies)
        os.rename(beside / "warehouse", place)
        return None
    going = beside / "former"
    going.mkdir()
    _link_all(copies, going / "kept")
    _bring(beside / "kept", copies)
    os.rename(beside / "warehouse", going / "warehouse")
    former = _free(home / f"{BEFORE}{at:%Y%m%d-%H%M%S}")
    os.rename(going, former)
    _exchange(place, former / "warehouse")
    for path in copies.glob("*"):
        if path.name not in stay:
            path.unlink()
    return former


def _free(folder: Path) -> Path:
    """A folder of this name, or of one with a number behind it, that is not there yet."""
    number, found = 1, folder
    while found.exists():
        number, found = number + 1, folder.with_name(f"{folder.name}-{number + 1}")
    return found


def _link_all(source: Path, target: Path) -> None:
    for path in source.glob("*"):
        target.mkdir(exist_ok=True)
        with suppress(FileExistsError):
            os.link(path, target / path.name)


def _bring(source: Path, target: Path) -> None:
    """Move files into a folder that has some of them already."""
    for path in source.glob("*"):
        target.mkdir(exist_ok=True)
        os.replace(path, target / path.name)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places, in one step where the file system can.

    Where it cannot, a crash in between leaves no warehouse under its name; whoever opens it next puts the former one back.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is not None:
        if rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
            return
        if ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(one))
    between = other.with_name(GOING)
    os.rename(one, between)
    os.rename(other, one)
    os.rename(between, other)
