"""Where things are and what day it is: the edges that pure code is handed."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from kpi.catalogue import Catalogue, parse
from kpi.errors import CatalogueError, Problem
from warehouse.upkeep.line_files import replace

ROOT = Path(__file__).resolve().parent.parent


def home() -> Path:
    """The folder of everything that is not tracked: ``KPI_HOME``, else ``data/``."""
    return Path(os.environ.get("KPI_HOME") or ROOT / "data")


def catalogue_path() -> Path:
    """``KPI_METRICS``, else ``metrics.yml`` at the top."""
    return Path(os.environ.get("KPI_METRICS") or ROOT / "metrics.yml")


def catalogue() -> Catalogue:
    """The catalogue as the file stands now (read again only when the file has changed).

    Raises
    ------
    CatalogueError
        The file holds mistakes; what serves readers goes on with what is `in_force`.
    """
    found = in_force()
    if found.problems:
        raise CatalogueError(list(found.problems))
    return found.catalogue


@dataclass(frozen=True)
class InForce:
    """The last catalogue without a mistake; ``problems``: what is wrong with the file as it stands now."""

    catalogue: Catalogue
    problems: tuple[Problem, ...] = ()


def in_force() -> InForce:
    """The catalogue that holds now: that of the file, or, while it holds mistakes, the last one that held none.

    A good one is kept under ``runtime/`` too, so that a start after a mistake finds it.

    Raises
    ------
    CatalogueError
        The file holds mistakes, and there never was a good one here.
    """
    path, kept = catalogue_path(), home() / "runtime" / "metrics.yml"
    return _in_force(path, _stamp(path), kept)


@lru_cache(maxsize=4)
def _in_force(path: Path, stamp: tuple[int, int] | None, kept: Path) -> InForce:
    try:
        text = path.read_text(encoding="utf-8")
        found = _parsed(text, path.name)
    except CatalogueError as error:
        problems = error.problems
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems = [Problem("error", "catalogue-encoding", {}, file=path.name, line=line)]
    except OSError as error:
        problems = [Problem("error", "catalogue-unreadable", {"why": str(error)}, file=path.name, line=1)]
    else:
        _keep(kept, text)
        return InForce(found)
    try:
        return InForce(_parsed(kept.read_text(encoding="utf-8"), path.name), tuple(problems))
    except (OSError, UnicodeDecodeError, CatalogueError):
        raise CatalogueError(problems) from None


@lru_cache(maxsize=4)
def _parsed(text: str, name: str) -> Catalogue:
    """One catalogue for one text."""
    return parse(text, name)


def _stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file is written; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _keep(path: Path, text: str) -> None:
    """Keep the text of a good catalogue; where it cannot be written, nothing else is at stake."""
    with suppress(OSError):
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            replace(path, text.encode("utf-8"))


def now() -> datetime:
    return datetime.now(ZoneInfo(in_force().catalogue.settings.timezone))


def local(at: datetime) -> datetime:
    """A moment in the agency's time zone."""
    return at.astimezone(ZoneInfo(in_force().catalogue.settings.timezone))


def today() -> date:
    """Today in the agency's time zone (``KPI_TODAY`` fixes it, for rehearsals)."""
    fixed = os.environ.get("KPI_TODAY")
    return date.fromisoformat(fixed) if fixed else now().date()
