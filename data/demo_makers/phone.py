"""Phone-etiquette tests (電話禮貌測試): each month 4 of the switchboard (總機) and at least 1 of each office."""

from __future__ import annotations

import random
from datetime import date

from demo_makers.common import PUBLISHED, YEARS, Out, Work, chance, month_end, roc
from demo_makers.reference import OFFICES, office_on

PARTS = {"總機語音": (25, 20), "總機人工": (25, 20), "承辦人": (15, 25, 15)}  # 接聽速度, 電話禮貌, 答話內容
BANDS = ((90, "優良"), (80, "良好"), (70, "普通"), (0, "劣"))
FAULTS = ("未報單位名稱", "結束時未道謝", "等候逾 4 聲", "答復不完整")
HEADERS = [
    "測試日期", "時間", "測試類別", "受測組室", "分機", "接聽速度", "電話禮貌", "答話內容", "總分", "等第", "缺失說明", "測試人員",
]  # fmt: skip


def one(rng: random.Random, kind: str, office: str, day: date, extension: int) -> tuple:
    """A test: points in halves; the parts add up to 總分 (45 at most for the switchboard, 55 for office staff)."""
    level = min(0.99, max(0.55, rng.gauss(0.905 + 0.008 * (day.year - 2024), 0.065)))
    points = [min(top, round(2 * top * min(1.0, level + rng.uniform(-0.06, 0.06))) / 2) for top in PARTS[kind]]
    share = sum(points) / sum(PARTS[kind]) * 100
    grade = next(name for low, name in BANDS if share >= low)
    hour = f"{rng.choice((9, 10, 11, 14, 15, 16)):02}:{rng.randint(0, 59):02}"
    answer = points[2] if len(points) > 2 else None
    fault = rng.choice(FAULTS) if share < 85 else None
    return roc(day), hour, kind, office, str(extension), *points[:2], answer, sum(points), grade, fault, "測試員甲"


def make(out: Out) -> None:
    rng, work = chance("phone_tests"), Work()
    for year in YEARS:
        rows = []
        for month in range(1, 13):
            first = date(year, month, 1)
            last = PUBLISHED if (year, month) == (2025, 12) else month_end(first)
            open_days = [day for day in work.days if first <= day <= last]
            tests = [(day, kind, "秘書室", 9) for day, kind in zip(
                sorted(rng.sample(open_days, 4)), ("總機語音", "總機人工", "總機語音", "總機人工"), strict=True
            )]  # fmt: skip
            for place, name in enumerate(OFFICES):
                for day in rng.sample(open_days, 2 if rng.random() < 0.2 else 1):
                    tests.append((day, "承辦人", office_on(name, day), 2100 + place * 100 + rng.randint(1, 60)))
            rows += [one(rng, kind, office, day, extension) for day, kind, office, extension in sorted(tests)]
        out.workbook(f"phone_tests/電話禮貌測試_{year - 1911}年.xlsx", HEADERS, rows, "電話禮貌測試")
