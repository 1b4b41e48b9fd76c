"""The store as reads and writes see it: whole, of one version, whoever restores it meanwhile."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

import duckdb
from filelock import AcquireReturnProxy, FileLock, Timeout

from kpi.errors import Busy, DiskFailed, StoreNewer, UnknownName
from kpi.json_text import json_text
from warehouse.lake.connection import Connection, locked, told
from warehouse.lake.migrations import NEWEST, number_of
from warehouse.lake.queries import whole_number
from warehouse.lake.version import Version
from warehouse.upkeep.checksums import note_new

Answer = TypeVar("Answer")

LOCK_SECONDS = 60
WAITS = (0.02, 0.05, 0.1, 0.3, 0.8, 2.0)  # seconds between asking a catalog again that is being written


def writers_lock(home: Path) -> FileLock:
    """The lock that all who write share, restores among them; it stands outside of what a restore replaces.

    Raises `Busy`, when it is taken, where another process holds it for a minute.
    """
    folder = home / "runtime"
    folder.mkdir(parents=True, exist_ok=True)
    return _Lock(folder / "writer.lock", timeout=LOCK_SECONDS)


class _Lock(FileLock):
    def acquire(self, *given: Any, **more: Any) -> AcquireReturnProxy[Self]:  # whatever `FileLock` takes
        try:
            return super().acquire(*given, **more)
        except Timeout:
            folder = str(Path(self.lock_file).parents[1] / "warehouse")
            raise Busy("warehouse-busy", file=folder, seconds=LOCK_SECONDS) from None


class Store:
    """Connections, versions and transactions. Reads may come from any thread; one process at a time writes.

    ``unnoted``: why the checksums of what was committed last could not be noted, "" where they were. What was committed
    stands; the next write makes up for it, and whoever answers says so beside the answer.
    """

    def __init__(self, home: Path, number: int | None = None) -> None:
        self.home = Path(home)
        self.folder = self.home / "warehouse"
        self._number = number
        self._thread_lock = threading.RLock()
        self._held: list[ExitStack] = []  # what lasts to the end of each `writing`
        self.unnoted = ""
        self._known: Version | None = None  # the last one of which it is known that this program can read it
        self._link = self._connected()

    def close(self) -> None:
        self._link.close()

    def _connected(self) -> Connection:
        link = _patient(lambda: Connection(self.home, self._number))
        try:
            self._not_newer(link.cursor())
        except StoreNewer:
            link.close()
            raise
        return link

    def _not_newer(self, con: duckdb.DuckDBPyConnection) -> None:
        found = number_of(con)
        if found > NEWEST:
            raise StoreNewer("store-newer", folder=str(self.folder), found=found, known=NEWEST)

    def _now(self) -> Connection:
        """The connection to the catalog that stands in the folder now.

        Raises
        ------
        StoreLost
            When it is gone.
        UnknownName
            When this is the store as it stood, and another one is there now.
        """
        if self._link.stands():
            return self._link
        with self._thread_lock:
            if not self._link.stands():
                if self._number is not None:
                    raise UnknownName("store-replaced")
                self._link = self._connected()  # the former is closed with the last cursor of it
                self.unnoted = ""
            return self._link

    # -- reading ------------------------------------------------------------------------------------------------

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of one's own to the same store, for one thread."""
        return self._now().cursor()

    def version(self) -> int:
        """The number of the newest commit."""
        return self.newest().number

    def newest(self) -> Version:
        """The newest commit. Raises `StoreNewer` where a newer program has upgraded the store since it was opened."""

        def ask() -> Version:
            link = self._now()
            return self._version(link, link.cursor())

        return self._retry(ask)

    def _version(self, link: Connection, con: duckdb.DuckDBPyConnection) -> Version:
        found = Version(link.store or "", _snapshot(con))
        if found != self._known:
            self._not_newer(con)
            self._known = found
        return found

    def schema_number(self) -> int:
        """The number of the schema; it is to be upgraded where that is lower than `migrations.NEWEST`."""
        return self._retry(lambda: number_of(self._cursor()))

    def _read(self, ask: Callable[[duckdb.DuckDBPyConnection], Answer]) -> Answer:
        """What ``ask`` reads, all of one version; for this room alone. What it does besides is rolled back.

        It is asked again while the catalog is being written, so it gives what it has read, and no iterator over it.
        """

        def reading() -> Answer:
            con = self._cursor()
            con.execute("BEGIN")
            try:
                return ask(con)
            finally:
                _rollback(con)
                con.close()

        return self._retry(reading)

    def _retry(self, read: Callable[[], Answer]) -> Answer:
        """Read, and again (bounded) while another process writes the catalog, or where a restore replaced it meanwhile:
        what was read then is of two stores."""
        for _ in range(3):
            link = self._now()
            try:
                found = _patient(read)
            except duckdb.Error as error:
                if link.stands():
                    fault = told(self.home, error)
                    if fault is error:
                        raise
                    raise fault from error
            else:
                if link.stands():
                    return found
        raise UnknownName("store-replaced")

    # -- writing ------------------------------------------------------------------------------------------------

    def name(self, anew: bool = False) -> None:
        """Give the store an id, where it has none or is to be another one."""
        if anew or not self._link.store:
            self._link.name()

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The writer's connection, under a lock that all processes share. What is to be a version of its own is
        committed by `commit`.

        Raises
        ------
        Busy
            When another process holds the lock for a minute.
        DiskFailed
            When the disk is full or fails; nothing was changed.
        StoreLost
        StoreNewer
            When a newer program has upgraded the store since it was opened.
        """
        with self._thread_lock, self._lock, ExitStack() as held:
            link = self._now()
            con = link.cursor()
            self._version(link, con)
            self._held.append(held)
            try:
                yield con
            except (duckdb.Error, OSError) as error:
                _rollback(con)
                found = self._failed(error)
                if found is error:
                    raise
                raise found from error
            except BaseException:
                _rollback(con)
                raise
            else:
                self._note(con)
            finally:
                self._held.pop()
                con.close()

    @cached_property
    def _lock(self) -> FileLock:
        return writers_lock(self.home)

    def _failed(self, error: duckdb.Error | OSError) -> Exception:
        found = told(self.home, error)
        if found is error and isinstance(error, duckdb.IOException | OSError):
            return DiskFailed("disk-failed", folder=str(self.folder), why=str(error).splitlines()[0][:160])
        return found

    def commit(
        self, con: duckdb.DuckDBPyConnection, actor: str, message: str, extra: Mapping[str, str | int] | None = None
    ) -> int:
        """Commit what was written in a transaction, with who and why; gives the number of the version.

        Nothing after it fails, and no interrupt comes between it and the end of `writing`: what was committed is said to
        be.
        """
        number = _snapshot(con) + 1
        said = json_text(extra) if extra else None
        con.execute("CALL lake.set_commit_message(?, ?, extra_info => ?)", [actor, message, said])
        self._held[-1].enter_context(undisturbed())
        try:
            con.execute("COMMIT")
        except duckdb.Error:
            _rollback(con)
            if _snapshot(con) < number:
                raise
        self._known = Version(self._link.store or "", number)  # nobody else wrote: the lock is ours
        return number

    def _note(self, con: duckdb.DuckDBPyConnection) -> None:
        """Note the checksums of what was written. It is committed already: what goes wrong here stands in ``unnoted``."""
        try:
            note_new(self.folder, con)
            self.unnoted = ""
        except Exception as error:
            self.unnoted = str(error).splitlines()[0][:160] if str(error) else type(error).__name__


def _snapshot(con: duckdb.DuckDBPyConnection) -> int:
    return whole_number(con.execute("FROM ducklake_current_snapshot('lake')"))


def _patient(read: Callable[[], Answer]) -> Answer:
    for wait in WAITS:
        try:
            return read()
        except duckdb.Error as error:
            if not locked(error):
                raise
            time.sleep(wait)
    return read()


@contextmanager
def undisturbed() -> Iterator[None]:
    """No interrupt of the keyboard until the end of the block (only the main thread gets any)."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGINT, signal.SIG_IGN) or signal.SIG_DFL
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def _rollback(con: duckdb.DuckDBPyConnection) -> None:
    with suppress(duckdb.Error):  # nothing was open
        con.execute("ROLLBACK")
