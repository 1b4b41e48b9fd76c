"""Small agencies drawn at random from a seed: cases with many pauses, and the files that a clerk would load."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd

from tests.independent_clock import Calendar, Case, due
from tests.independent_offices import Figure, Office

OFFICES = ("甲組", "乙組")
ITEMS = {"退稅": (5, True), "減免": (10, False)}  # limit, working days
FIRST, LAST = date(2025, 1, 1), date(2025, 11, 30)
PAIRS = 4
HEADS = [
    "案件編號", "申辦項目", "承辦組室", "申請方式", "收件日期",
    *(f"補正{what}日{number or ''}" for number in (0, 2, 3, 4) for what in ("通知", "完成")),
    "展延至", "辦結日期", "案件狀態",
]  # fmt: skip


class Application(NamedTuple):
    number: str
    item: str
    office: str
    case: Case
    status: str


def applications(draw: np.random.Generator, size: int, calendar: Calendar) -> list[Application]:
    return [_application(draw, f"A{number:05}", calendar) for number in range(size)]


def _application(draw: np.random.Generator, number: str, calendar: Calendar) -> Application:
    """Most pauses begin around the due date and touch, overlap or hold one another; some are never answered."""
    item = str(draw.choice(list(ITEMS)))
    limit, working = ITEMS[item]
    received = FIRST + _days(draw, 0, (LAST - FIRST).days)
    life = int(draw.integers(0, limit * 5))
    end = received + timedelta(days=life) if draw.random() < 0.85 else None
    if end is not None and end > LAST:
        end = None
    over = LAST if end is None else end
    pairs = []
    for _ in range(int(draw.choice(PAIRS + 1, p=[0.15, 0.3, 0.25, 0.2, 0.1]))):
        notice = min(received + _days(draw, 0, limit * 3), over)
        answer = min(notice + _days(draw, 0, int(draw.choice([2, 5, 14]))), over)
        pairs.append((notice, None if draw.random() < 0.12 else answer))
    status = "審查中" if end is None else str(draw.choice(["核准", "駁回", "撤回"], p=[0.6, 0.15, 0.25]))
    case = Case(received, end, limit, working, tuple(pairs), None, status == "撤回")
    if draw.random() < 0.2:  # an extension leads beyond the limit, maybe not beyond what pauses make of it
        case = case._replace(extended=due(case._replace(pairs=()), calendar, LAST) + _days(draw, 0, limit * 3))
    return Application(number, item, str(draw.choice(OFFICES)), case, status)


def _days(draw: np.random.Generator, least: int, most: int) -> timedelta:
    return timedelta(days=int(draw.integers(least, most + 1)))


def as_it_stood(one: Application, day: date) -> Application:
    """The same case as the office knew it on a day: what came later is blank."""
    case = one.case
    pairs = tuple(
        (notice, None if answer is None or answer > day else answer) for notice, answer in case.pairs if notice <= day
    )
    if case.end is not None and case.end <= day:
        return one._replace(case=case._replace(pairs=pairs))
    return one._replace(case=case._replace(pairs=pairs, end=None, withdrawn=False), status="審查中")


def written(cases: list[Application]) -> str:
    """The export of these cases as CSV."""
    lines = [",".join(HEADS)]
    for number, item, office, case, status in cases:
        pairs = [cell for pair in case.pairs for cell in pair] + [None] * (2 * (PAIRS - len(case.pairs)))
        days = [case.received, *pairs, case.extended, case.end]
        lines.append(
            ",".join([number, item, office, "線上", *("" if day is None else str(day) for day in days), status])
        )
    return "\n".join(lines) + "\n"


# ---- deliveries with holes ----------------------------------------------------------------------------------------


class Delivery(NamedTuple):
    """A file that covers some days: ``rows`` are its records, maybe none."""

    first: date
    last: date
    rows: list[tuple]


def deliveries(draw: np.random.Generator, row, first_year: int = 2023) -> list[Delivery]:
    """The months to 2025-11: most come whole, some without a row, some stop half way, some never come."""
    found = []
    for first in pd.date_range(date(first_year, 1, 1), LAST, freq="MS"):
        last = first + pd.offsets.MonthEnd()
        kind = str(draw.choice(["whole", "empty", "half", "none"], p=[0.72, 0.08, 0.06, 0.14]))
        if kind == "none":
            continue
        if kind == "half":
            last = first + timedelta(days=14)
        rows = [] if kind == "empty" else [row(draw, first.date(), last.date()) for _ in range(draw.integers(0, 12))]
        found.append(Delivery(first.date(), last.date(), rows))
    return found


def phone_test(draw: np.random.Generator, first: date, last: date) -> tuple:
    """Day, office, type, points."""
    kind = str(draw.choice(["總機人工", "承辦人"], p=[0.6, 0.4]))
    return first + _days(draw, 0, (last - first).days), str(draw.choice(OFFICES)), kind, int(draw.integers(30, 46))


def petition(draw: np.random.Generator, first: date, last: date) -> tuple:
    """Day of receipt, office, day of closing or None, rating or blank."""
    received = first + _days(draw, 0, (last - first).days)
    closed = received + _days(draw, 0, 60)
    rating = str(draw.choice(["", "滿意", "不滿意"], p=[0.4, 0.3, 0.3]))
    return received, str(draw.choice(OFFICES)), None if closed > LAST or draw.random() < 0.05 else closed, rating


def files(deliveries: list[Delivery], head: str, line) -> list[tuple[str, str]]:
    """A CSV per unbroken stretch, with a title that states its days; ``line(number, row)`` writes a row."""
    found: list[tuple[date, date, list[str]]] = []
    for part in deliveries:
        lines = [line(f"{part.first:%Y%m}{number:03}", row) for number, row in enumerate(part.rows)]
        if found and found[-1][1] + timedelta(days=1) == part.first:
            first, _, before = found.pop()
            found.append((first, part.last, before + lines))
        else:
            found.append((part.first, part.last, lines))
    return [
        (f"{first:%Y%m%d}.csv", "\n".join([f"資料期間：{roc(first)}至{roc(last)}", head, *lines]) + "\n")
        for first, last, lines in found
    ]


def roc(day: date) -> str:
    return f"{day.year - 1911}年{day.month}月{day.day}日"


# ---- figures by office --------------------------------------------------------------------------------------------

RENAMED = (
    Office("甲組"), Office("乙組"), Office("丙組"),
    Office("丁組", first=date(2025, 6, 1)),
    Office("舊組", last=date(2025, 3, 31), heir="新組"), Office("新組", first=date(2025, 4, 1)),
)  # fmt: skip
MERGED = (*RENAMED, Office("併組", last=date(2025, 5, 31), heir="甲組"))  # into one that was there beside it
FIGURES_HEAD = "指標,組室,起日,迄日,數值,分子,分母"


def monthly_figures(
    draw: np.random.Generator, offices: tuple[Office, ...], told: float, rate: bool = False
) -> list[Figure]:
    """Ten months by office; each comes with the probability ``told``, and now and then a month of nobody does."""
    found = []
    for first in pd.date_range(FIRST, date(2025, 10, 1), freq="MS"):
        last = (first + pd.offsets.MonthEnd()).date()
        if draw.random() < (1 - told) / 4:
            continue
        for office in offices:
            if office.there(first.date(), last) and draw.random() < told:
                den = int(draw.integers(10, 90)) if rate else None
                num = int(draw.integers(0, 90 if den is None else den + 1))
                found.append(Figure(office.name, first.date(), last, num, den))
    return found


def counted_stocks(draw: np.random.Generator, offices: tuple[Office, ...], told: float) -> list[Figure]:
    """Each office tells on days of its own while it is there; some never do."""
    found = []
    for office in offices:
        low, high = max(office.first, FIRST), min(office.last, LAST)
        if draw.random() > told:
            continue
        days = {low + _days(draw, 0, (high - low).days) for _ in range(int(draw.integers(1, 7)))}
        found += [Figure(office.name, day, day, int(draw.integers(0, 50))) for day in sorted(days)]
    return found


def offices_file(offices: tuple[Office, ...]) -> str:
    lines = ["組室名稱,別名,起日,迄日,承接組室"]
    for name, first, last, heir in offices:
        start, end = "" if first == date.min else first, "" if last == date.max else last
        lines.append(f"{name},,{start},{end},{heir or ''}")
    return "\n".join(lines) + "\n"


def figures_lines(name: str, rows: list[Figure], point: bool = False) -> list[str]:
    found = []
    for row in rows:
        numbers = f"{row.num},," if row.den is None else f",{row.num},{row.den}"
        found.append(f"{name},{row.office},{'' if point else row.first},{row.last},{numbers}")
    return found
