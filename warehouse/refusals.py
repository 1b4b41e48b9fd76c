"""Uploads that were refused, a line for each beside the store, which such an upload leaves untouched."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from warehouse.upkeep import line_files

NAME = "refusals.jsonl"


def note(home: Path, source: str, files: Sequence[str], at: datetime) -> None:
    """Remember that files of a source were refused; ``files``: their names as they are kept."""
    record = {"at": at.isoformat(), "source": source, "files": list(files)}
    try:
        line_files.append_record(home / "runtime" / NAME, record)
    except OSError:  # what is wrong with the file is what has to be said
        logging.getLogger(__name__).warning("a refusal could not be noted", exc_info=True)


def noted(home: Path) -> dict[str, datetime]:
    """When an upload of each source was last refused."""
    found, _ = line_files.records(home / "runtime" / NAME)
    return {one["source"]: datetime.fromisoformat(one["at"]) for one in found if {"source", "at"} <= one.keys()}
