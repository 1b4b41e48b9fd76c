"""Reading in a process of its own with little memory and time: whatever a file does there ends as a sentence here."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from etl.reading.limits import MEMORY, SECONDS, refuse
from etl.reading.model import Document, Unreadable
from kpi.errors import Problem

ROOT = Path(__file__).parents[2]


def read_apart(name: str, kind: str, content: bytes, tell: Callable[[float], None]) -> Document:
    """Read a file in a child process. ``tell`` is called while waiting and may raise; the child is then ended.

    Raises
    ------
    Unreadable
        As the reader says, or when the child needs too much time or memory.
    """
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "etl.reading.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=env, cwd=ROOT,
    )  # fmt: skip
    begun, sent = time.monotonic(), pickle.dumps((name, kind, content), protocol=5)
    with ThreadPoolExecutor(1) as pool:  # communicate() with a timeout would forget what it had still to send
        answered = pool.submit(process.communicate, sent)
        try:
            while not wait([answered], timeout=0.2).done:
                tell(min((time.monotonic() - begun) / SECONDS, 0.99))
                if time.monotonic() - begun > SECONDS:
                    raise refuse(name, "file-too-slow", seconds=SECONDS)
        finally:
            if process.poll() is None:
                process.kill()
        said, _ = answered.result()
    if process.returncode != 0 or not said:
        raise refuse(name, "file-too-large")
    return given(pickle.loads(said))  # of our own child


def given(found: Document | Problem) -> Document:
    """The document of an answer; raises `Unreadable` where it is a problem."""
    if isinstance(found, Problem):
        raise Unreadable(found)
    return found


def read_here(name: str, kind: str, content: bytes) -> Document:
    """Read with the library of a kind; may raise whatever that raises."""
    from etl.reading.markup import read_html, read_xml2003
    from etl.reading.workbook import read_workbook

    if kind == "html":
        return read_html(name, content)
    return read_xml2003(name, content) if kind == "xml2003" else read_workbook(name, kind, content)


def answer(name: str, kind: str, content: bytes) -> Document | Problem:
    """What the child answers: the document, or the problem, whatever went wrong in the libraries."""
    try:
        return read_here(name, kind, content)
    except Unreadable as error:
        return error.problem
    except MemoryError:
        return refuse(name, "file-too-large").problem
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return refuse(name, "file-broken", why=type(error).__name__).problem


def main() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    pickle.dump(answer(*pickle.load(sys.stdin.buffer)), sys.stdout.buffer, protocol=5)


if __name__ == "__main__":
    main()
