"""One DuckDB with the lake of a folder attached to it, and which store that is."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import duckdb

from warehouse.lake import presence

OPTIONS = "META_JOURNAL_MODE 'WAL', META_BUSY_TIMEOUT 30000"  # a long read never keeps a commit waiting
META = "__ducklake_metadata_lake"  # what DuckDB calls the catalog itself
STORE = "kpi_store"  # the key of the store's id in the catalog's own table of settings
EXTENSIONS = ("duckdb_extension_ducklake", "duckdb_extension_sqlite_scanner")
THREADS = 1
"""For one query. Ours are many and small: handing each to a second thread took as much again of the processor as the query
itself (a load of one row 0.7 s instead of 0.35), and 200,000 rows loaded no sooner; cores are for readers beside each other."""
BROKEN = ("malformed", "not a database", "file is encrypted")
ABSENT = "creating a new DuckLake is explicitly disabled"


class Connection:
    """The catalog that stood in a folder when it was opened; reads and writes go through cursors.

    DuckDB opens the catalog by its path in every transaction but keeps what it knows of its tables: where a restore has
    put another catalog in its place, this connection must not be asked again (`stands`).

    Parameters
    ----------
    number
        Read as of this commit.
    make
        Make an empty catalog where there is none.

    Raises
    ------
    StoreLost
        When the catalog is missing, empty, damaged or cannot be read; nothing was made.
    """

    def __init__(self, home: Path, number: int | None = None, make: bool = False) -> None:
        self.home = home
        self.identity = presence.identity(home)
        if self.identity is None and not make:
            raise presence.lost(home, "missing")
        self._con = _with_extensions()
        stood = "" if number is None else f", SNAPSHOT_VERSION {int(number)}"
        folder = home / "warehouse"
        try:
            self._con.execute(
                f"ATTACH 'ducklake:sqlite:{_quoted(presence.catalog(home))}' AS lake (DATA_PATH '{_quoted(folder / 'files')}/', "
                f"OVERRIDE_DATA_PATH true, CREATE_IF_NOT_EXISTS {make}, {OPTIONS}{stood})"  # a copied folder opens too
            )
            self._con.execute("USE lake")
            self._con.execute("SET TimeZone = 'UTC'")
            query = f"SELECT value FROM {META}.ducklake_metadata WHERE key = ? AND scope IS NULL"
            found = self._con.execute(query, [STORE]).fetchone()
        except duckdb.Error as error:
            self._con.close()
            if (fault := told(home, error)) is error and not locked(error):
                fault = presence.lost(home, "unreadable", _last(error))
            raise fault from error
        self.store: str | None = found[0] if found else None
        if make:
            self.identity = presence.identity(home)

    def stands(self) -> bool:
        """Is the catalog that was opened still the one of the folder?"""
        return presence.identity(self.home) == self.identity

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to the same store, for one thread."""
        cursor = self._con.cursor()
        cursor.execute("USE lake")
        return cursor

    def name(self) -> None:
        """Give the store an id of its own; every version of it is then another one than before."""
        self.store = uuid4().hex[:12]
        self._con.execute(f"DELETE FROM {META}.ducklake_metadata WHERE key = ?", [STORE])
        self._con.execute(f"INSERT INTO {META}.ducklake_metadata (key, value) VALUES (?, ?)", [STORE, self.store])

    def close(self) -> None:
        self._con.close()


def locked(error: duckdb.Error) -> bool:
    """Is the catalog just being written by another process? It may be asked again."""
    return "lock" in str(error).lower()


def told(home: Path, error: Exception) -> Exception:
    """An error as what it says of the catalog; the error itself where it says nothing of it."""
    text = str(error)
    if ABSENT in text:
        return presence.lost(home, "empty")
    if any(word in text.lower() for word in BROKEN):
        return presence.lost(home, "damaged", _last(error))
    return error


def _last(error: Exception) -> str:
    """What was wrong at the bottom, without what was being done."""
    return str(error).splitlines()[0].rsplit(": ", 1)[-1]


def _with_extensions() -> duckdb.DuckDBPyConnection:
    """A DuckDB with our extensions loaded.

    To look at the signature of an extension DuckDB reads and hashes all of it, 0.14 s each: most of the time that it takes
    to open a warehouse. So that is done once in a process for the same file.
    """
    paths = [_extension(module) for module in EXTENSIONS]
    files = {(path, *_mark(path)) for path in paths}
    con = duckdb.connect(config={
        "autoinstall_known_extensions": False, "autoload_known_extensions": False,
        "threads": THREADS, "allow_unsigned_extensions": files <= _SIGNED,
    })  # fmt: skip
    for path in paths:
        con.execute(f"LOAD '{_quoted(path)}'")
    _SIGNED.update(files)
    return con


_SIGNED: set[tuple[Path, int, int, int]] = set()  # extensions whose signature was looked at


def _mark(path: Path) -> tuple[int, int, int]:
    """What changes when a file does."""
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


@cache
def _extension(module: str) -> Path:
    """Path of a DuckDB extension that came as a wheel."""
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(module)
    folder = Path(spec.origin).parent / "extensions" / f"v{duckdb.__version__}"
    return next(folder.glob("*.duckdb_extension"))


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
