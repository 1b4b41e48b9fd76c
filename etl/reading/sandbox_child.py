"""The other side of `etl.reading.sandbox`: a nursery that forks, and the children that look at what strangers sent."""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import socket
from collections.abc import Callable

from etl.attach.file_type import looked_at
from etl.reading.by_kind import read_here
from etl.reading.document import Document, Unreadable
from etl.reading.limits import MEMORY, SECONDS, WAIT, refuse
from etl.reading.sandbox import NUMBER
from kpi.errors import Problem


def answer(name: str, content: bytes) -> Document | Problem:
    """The document of a file, or the problem, whatever went wrong in the libraries."""
    try:
        return read_here(name, content)
    except Unreadable as error:
        return error.problem
    except MemoryError:
        return refuse(name, "file-too-large").problem
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of a library in Rust is no Exception
        return refuse(name, "file-broken", why=type(error).__name__).problem


JOBS: dict[str, Callable[..., object]] = {"read": answer, "look": looked_at}


def main() -> None:
    """Fork a child for each line that comes, until the process that started this one has gone."""
    control = socket.socket(fileno=0)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: the parent decides
    gc.freeze()
    gc.disable()  # a child lives for one file, under a limit of memory
    while (told := socket.recv_fds(control, 1, 1))[0]:
        for line in told[1]:
            if not os.fork():
                control.close()
                _child(line)
            os.close(line)


def _child(handle: int) -> None:
    """Do one job; never returns."""
    code = 1
    try:
        for what, most in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(what, (most, most))
        signal.alarm(WAIT + 1)  # whoever waits may have gone
        line = socket.socket(fileno=handle)
        line.sendall(os.getpid().to_bytes(NUMBER, "little"))
        with line.makefile("rb") as heard:
            what, args = pickle.load(heard)
        found = JOBS[what](*args)
        with line.makefile("wb") as says:
            pickler = pickle.Pickler(says, protocol=5)
            pickler.fast = (
                True  # what was said twice is not looked for: of a million cells that takes more than saying it
            )
            pickler.dump(found)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
