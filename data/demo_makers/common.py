"""What every maker needs: the working-day calendar, a seeded source of chance, spellings of dates, a workbook writer."""

from __future__ import annotations

import csv
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
import yaml

from kpi.catalogue.shorthand import expand

DATA = Path(__file__).parents[1]
FIRST, END = date(2023, 1, 1), date(2025, 12, 31)
PUBLISHED = date(2025, 12, 10)  # the self-assessment's cut-off
REFORM = date(2023, 9, 26)  # 經濟部工業局 became 經濟部產業發展署
YEARS = (2023, 2024, 2025)
CREATED = datetime(2026, 1, 5)
CLOSURES = {
    date(2023, 8, 3): "卡努颱風",
    date(2024, 7, 24): "凱米颱風",
    date(2024, 7, 25): "凱米颱風",
    date(2024, 10, 31): "康芮颱風",
}


def definitions() -> dict:
    """``metrics.yml``, every entry in full."""
    return expand(yaml.safe_load((DATA.parent / "metrics.yml").read_text(encoding="utf-8"))).values


def chance(source: str) -> random.Random:
    """A generator of its own for each source, so that one can be made without the others."""
    return random.Random(f"demonstration exports: {source}")


def roc(day: date | None, sep: str = "/") -> str | None:
    """``114/11/03``, or ``1141103`` with an empty separator."""
    return day and f"{day.year - 1911}{sep}{day.month:02}{sep}{day.day:02}"


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def month_end(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)


class Work:
    """Working days of the bundled calendars, less the local closures."""

    def __init__(self) -> None:
        self.days: list[date] = []
        for path in sorted((DATA / "calendar").glob("*年辦公日曆表.csv")):
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows = [(datetime.strptime(row["西元日期"], "%Y%m%d").date(), row) for row in csv.DictReader(file)]
            self.days += [day for day, row in rows if row["是否放假"] == "0" and day not in CLOSURES]
        self.known = frozenset(self.days)

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``; of 0, ``day`` itself or the next working day."""
        return self.next(day) if count <= 0 else self.days[bisect_right(self.days, day) + count - 1]

    def next(self, day: date) -> date:
        return self.days[bisect_left(self.days, day)]

    def between(self, after: date, to: date) -> int:
        """Working days after ``after`` up to ``to``."""
        return bisect_right(self.days, to) - bisect_right(self.days, after)


def split(rng: random.Random, total: int, weights: Sequence[float], noise: float = 0.12) -> list[int]:
    """Whole numbers that add up to ``total``, in proportion to the weights, unevenly (largest remainders)."""
    uneven = [weight * max(0.1, rng.gauss(1, noise)) for weight in weights]
    exact = [total * weight / sum(uneven) for weight in uneven]
    parts = [int(value) for value in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: parts[i] - exact[i])
    for place in by_rest[: total - sum(parts)]:
        parts[place] += 1
    return parts


@dataclass
class Out:
    """The folder written to. ``only``: parts of paths; other files are left out. Empty: all."""

    folder: Path
    only: tuple[str, ...] = ()
    written: list[Path] = field(default_factory=list)

    def path(self, name: str) -> Path | None:
        """Where to write ``name``, or None when it was not asked for."""
        if self.only and not any(part in name for part in self.only):
            return None
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.written.append(path)
        return path

    def workbook(self, name: str, headers: Sequence[str], rows: Iterable[Sequence], sheet: str = "工作表1") -> None:
        """One sheet with one header row. The same input gives the same bytes (the created property is fixed)."""
        path = self.path(name)
        if path is None:
            return
        with xlsxwriter.Workbook(path) as book:
            book.set_properties({"title": path.stem, "comments": "展示用合成資料", "created": CREATED})
            bold = book.add_format({"bold": True, "text_wrap": True})
            day_form = book.add_format({"num_format": "yyyy/mm/dd"})
            page = book.add_worksheet(sheet)
            page.freeze_panes(1, 0)
            page.set_column(0, len(headers) - 1, 13)
            for column, header in enumerate(headers):
                page.write_string(0, column, header, bold)
            for line, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    if cell is None or cell == "":
                        continue
                    if isinstance(cell, str):
                        page.write_string(line, column, cell)
                    elif isinstance(cell, date):
                        page.write_datetime(line, column, cell, day_form)
                    else:
                        page.write_number(line, column, cell)
