"""What strangers sent is looked at in processes of their own: with little memory and time, and no lock of ours in hand.

A nursery (`etl.reading.sandbox_child`) has loaded the libraries and never sees a file. For each job it forks a child, which reads
the job, answers and ends; whatever happens in it ends as a sentence here.
"""

from __future__ import annotations

import io
import os
import pickle
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, overload

from etl.reading.document import Document
from etl.reading.limits import AT_ONCE, SECONDS, WAIT
from kpi.errors import Problem

ROOT = Path(__file__).parents[2]
PIECE = 1 << 20
TICK = 0.2  # seconds between two words to who waits
KEPT_MEMORY = {
    "MALLOC_TOP_PAD_": "64000000", "MALLOC_TRIM_THRESHOLD_": "1000000000", "MALLOC_MMAP_THRESHOLD_": "33554432",
}  # fmt: skip
"""Of glibc: what arrays leave is used again instead of being given back page by page; a tenth of the time of a large sheet."""
NUMBER = 8  # bytes of a child's process id, with which its answer begins
ANSWERS = {
    ("builtins", "frozenset"), ("builtins", "range"), ("builtins", "set"), ("datetime", "date"), ("datetime", "datetime"),
    ("datetime", "time"), ("datetime", "timedelta"), ("etl.reading.document", "Document"), ("etl.reading.document", "Lines"),
    ("etl.reading.document", "Sheet"), ("etl.reading.document", "unpacked"), ("kpi.errors", "Problem"),
}  # fmt: skip
"""All that an answer may be made of: a child that was overpowered by a file cannot run anything here."""


class Died(Exception):
    """A child ended without an answer. ``slow``: for want of time, otherwise of memory."""

    def __init__(self, slow: bool) -> None:
        super().__init__(slow)
        self.slow = slow


@overload
def ask(
    what: Literal["read"], name: str, content: bytes, /, *, tell: Callable[[float], None] = ...
) -> Document | Problem: ...
@overload
def ask(
    what: Literal["look"], content: bytes, wanted: str, /, *, tell: Callable[[float], None] = ...
) -> tuple[str, str]: ...
def ask(what: str, *args: str | bytes, tell: Callable[[float], None] = lambda share: None) -> object:
    """Have a job of `etl.reading.sandbox_child` done. ``tell`` is called while waiting and may raise; the child is then ended.

    Raises
    ------
    Died
        When the child needs too much time or memory.
    """
    job = pickle.dumps((what, args), protocol=5)
    with _place(tell), NURSERY.child() as line:
        return _Answer(io.BytesIO(_talk(line, memoryview(job), tell))).load()


class _Answer(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in ANSWERS:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


class _Nursery:
    """The process that forks; started when first needed, or ahead of time by `ready`."""

    def __init__(self) -> None:
        self.lock, self.owner = threading.Lock(), 0
        self.process: subprocess.Popen[bytes] | None = None
        self.control: socket.socket | None = None

    def ready(self) -> None:
        """Start it where it does not run; a fork of this process gets one of its own."""
        with self.lock:
            self._start()

    def _start(self) -> socket.socket:
        """The line to it, whether it ran already or not."""
        if self.process and self.control and self.owner == os.getpid() and self.process.poll() is None:
            return self.control
        env = os.environ | {
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "MALLOC_ARENA_MAX": "2",
            **KEPT_MEMORY,
        }
        self.control, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "etl.reading.sandbox_child"], stdin=theirs.fileno(), stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, env=env, cwd=ROOT,
            )  # fmt: skip
        self.owner = os.getpid()
        return self.control

    @contextmanager
    def child(self) -> Iterator[socket.socket]:
        """A line to a new child."""
        mine, theirs = socket.socketpair()
        with mine:
            with theirs, self.lock:
                socket.send_fds(self._start(), [b"1"], [theirs.fileno()])
            yield mine


NURSERY = _Nursery()
ready = NURSERY.ready
_PLACES = threading.BoundedSemaphore(AT_ONCE)


@contextmanager
def _place(tell: Callable[[float], None]) -> Iterator[None]:
    """Wait for one of the few places: memory for so many children is there."""
    while not _PLACES.acquire(timeout=TICK):
        tell(0.0)
    try:
        yield
    finally:
        _PLACES.release()


def _talk(line: socket.socket, unsent: memoryview, tell: Callable[[float], None]) -> memoryview:
    """Send a job and hear the answer. A child that takes too long, or whose answer nobody waits for, is ended."""
    said, child, begun, number, spent = bytearray(), None, 0.0, 0, 0.0
    line.setblocking(False)
    with selectors.DefaultSelector() as waiting:
        waiting.register(line, selectors.EVENT_READ | selectors.EVENT_WRITE)
        told = time.monotonic()
        try:
            while True:
                events = waiting.select(TICK)
                now = time.monotonic()
                if now - told >= TICK:
                    told, spent = now, max(spent, _spent(number)) if begun else 0.0
                    tell(min(spent / SECONDS, 0.99))
                if begun and now - begun > WAIT:
                    raise Died(slow=True)
                if events and events[0][1] & selectors.EVENT_WRITE:
                    unsent = unsent[_sent(line, unsent) :]
                    if not unsent:
                        waiting.modify(line, selectors.EVENT_READ)
                if events and events[0][1] & selectors.EVENT_READ:
                    piece = _heard(line)
                    if not piece:
                        break
                    said += piece
                    if not begun and len(said) >= NUMBER:
                        number = int.from_bytes(said[:NUMBER], "little")
                        begun, child = now, _handle(number)
        except BaseException:
            if child is not None:
                with suppress(ProcessLookupError):
                    signal.pidfd_send_signal(child, signal.SIGKILL)
            raise
        finally:
            if child is not None:
                os.close(child)
    if not begun:
        raise RuntimeError("the reader's process does not start")
    if len(said) == NUMBER:
        raise Died(slow=spent > SECONDS * 0.9)
    return memoryview(said)[NUMBER:]


def _sent(line: socket.socket, unsent: memoryview) -> int:
    try:
        sent = line.send(unsent[:PIECE])
        if sent == len(unsent):
            line.shutdown(socket.SHUT_WR)
        return sent
    except (BrokenPipeError, ConnectionResetError):
        return len(unsent)  # it has ended: what it said is still heard


def _heard(line: socket.socket) -> bytes:
    try:
        return line.recv(PIECE)
    except ConnectionResetError:
        return b""


def _spent(number: int) -> float:
    """Seconds of processor time that a process has used; 0 where it has ended."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _handle(number: int) -> int | None:
    """What stands for a process and for no later one of the same number; None where it has ended already."""
    with suppress(ProcessLookupError):
        return os.pidfd_open(number)
    return None
