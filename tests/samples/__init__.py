"""Sample files, each made by a function that is named for what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """``make`` gives the content; ``key``: the problem that is expected (None: it is read), at ``cell``."""

    name: str
    file: str
    make: Callable[[], bytes]
    key: str | None = None
    cell: str | None = None
    rows: int | None = None  # rows that load


SAMPLES: dict[str, Sample] = {}


def sample(file: str, key: str | None = None, cell: str | None = None, rows: int | None = None):
    """Register a function as a sample."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        SAMPLES[make.__name__] = Sample(make.__name__, file, make, key, cell, rows)
        return make

    return register
