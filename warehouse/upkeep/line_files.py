"""Files of lines beside the store. Lines are appended whole or not at all; one that a crash tore is skipped, and told."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import Any

from kpi.json_text import json_text


def append(path: Path, lines: Sequence[str]) -> None:
    """Add lines at the end, all or none, in their order whoever else appends.

    What a crash left half written before is closed with a line break, so that it spoils no other line.

    Raises
    ------
    OSError
        When they cannot be written (a full disk); the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b", buffering=0) as out:
        fcntl.flock(out, fcntl.LOCK_EX)
        size = out.seek(0, os.SEEK_END)
        content = "".join(f"{line}\n" for line in lines).encode("utf-8")
        if size and not _ends(out, size):
            content = b"\n" + content
        try:
            written = 0
            while written < len(content):
                written += out.write(content[written:])
            os.fsync(out.fileno())
        except OSError:
            with suppress(OSError):
                out.truncate(size)
            raise


def replace(path: Path, content: bytes) -> None:
    """Write a file whole, or leave it as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with half.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _ends(file: FileIO, size: int) -> bool:
    file.seek(size - 1)
    return file.read(1) == b"\n"


def lines(path: Path) -> list[str]:
    """The lines of a file, none where there is no file. What is no UTF-8 is marked as such, never raised."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    return content.decode("utf-8", "replace").split("\n")


def records(path: Path) -> tuple[list[dict[str, Any]], int]:
    """The objects of a file with one in each line, and how many lines are none."""
    found, torn = [], 0
    for line in lines(path):
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if isinstance(record, dict):
            found.append(record)
        elif line.strip():
            torn += 1
    return found, torn


def append_record(path: Path, record: Mapping[str, object]) -> None:
    """Add one object as a line; raises as `append` does."""
    append(path, [json_text(record)])
