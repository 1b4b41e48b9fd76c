"""Read the catalog with SQLite's own library, in a process of its own.

DuckDB brings another copy of SQLite. Two copies in one process take each other's locks away as soon as one closes the file
(sqlite.org/howtocorrupt.html, 2.2); then the shared memory of the journal is cut off under whoever reads, and the process
dies. So nothing in a process that has the warehouse open may open the catalog itself.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

SECONDS = 600


def faults(catalog: Path) -> str:
    """What SQLite finds wrong with a catalog, "" where nothing is."""
    return _asked("faults", catalog).decode("utf-8").strip()


def copied(catalog: Path) -> bytes:
    """The catalog as one consistent file, whatever its journal holds.

    Raises
    ------
    OSError
        When it cannot be read.
    """
    return _asked("copied", catalog)


def _asked(what: str, catalog: Path) -> bytes:
    command = [sys.executable, "-I", __file__, what, str(catalog.resolve())]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    if done.returncode:
        raise OSError(done.stderr.decode("utf-8", "replace").strip() or f"{what}: {done.returncode}")
    return done.stdout


def _faults(catalog: Path) -> bytes:
    try:
        with closing(sqlite3.connect(f"{catalog.as_uri()}?mode=ro", uri=True, timeout=10)) as found:
            said = found.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error as error:
        said = str(error)
    return b"" if said == "ok" else said.encode("utf-8")


def _copied(catalog: Path) -> bytes:
    with closing(sqlite3.connect(catalog, timeout=30)) as source, closing(sqlite3.connect(":memory:")) as copy:
        source.backup(copy)
        return copy.serialize()


if __name__ == "__main__":
    try:
        sys.stdout.buffer.write({"faults": _faults, "copied": _copied}[sys.argv[1]](Path(sys.argv[2])))
    except sqlite3.Error as error:
        sys.exit(str(error))
