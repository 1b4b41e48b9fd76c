"""Where things are and what day it is: the edges that pure code is handed."""

from __future__ import annotations

import os
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from kpi.catalogue import Catalogue, parse

ROOT = Path(__file__).resolve().parent.parent


def home() -> Path:
    """The folder of everything that is not tracked: ``KPI_HOME``, else ``data/``."""
    return Path(os.environ.get("KPI_HOME") or ROOT / "data")


def catalogue_path() -> Path:
    """``KPI_METRICS``, else ``metrics.yml`` at the top."""
    return Path(os.environ.get("KPI_METRICS") or ROOT / "metrics.yml")


def catalogue() -> Catalogue:
    """The catalogue as the file stands now (read again only when the file has changed)."""
    path = catalogue_path()
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _stamp: int) -> Catalogue:
    return parse(path.read_text(encoding="utf-8"), path.name)


def now() -> datetime:
    return datetime.now(ZoneInfo(catalogue().settings.timezone))


def local(at: datetime) -> datetime:
    """A moment in the agency's time zone."""
    return at.astimezone(ZoneInfo(catalogue().settings.timezone))


def today() -> date:
    """Today in the agency's time zone (``KPI_TODAY`` fixes it, for rehearsals)."""
    fixed = os.environ.get("KPI_TODAY")
    return date.fromisoformat(fixed) if fixed else now().date()
