"""Evidence (佐證) for the qualitative standards of 114: most hold to the end of the year, two do not, one is missing."""

from __future__ import annotations

from datetime import date, timedelta

from demo_makers.common import Out, chance, definitions, roc

HEADERS = ["參考標準", "佐證說明", "資料日期", "有效迄日", "等級", "連結", "組室", "複查日期"]
MISSING = "process_rehearsed"
ENDED = {"hardware_inspection": date(2025, 9, 30)}
BADGE = "website_accessibility_badge"
REVIEWED = {
    BADGE: date(2025, 9, 12),
    "barrier_free_inspection": date(2025, 12, 15),
    "hardware_inspection": date(2025, 9, 15),
    "service_procedures": date(2026, 1, 31),
    "privacy_protection": date(2026, 2, 28),
}
OFFICE_WORDS = (
    ("網站", "資訊室"),
    ("線上", "資訊室"),
    ("電子", "資訊室"),
    ("環境", "秘書室"),
    ("設施", "秘書室"),
    ("動線", "秘書室"),
)


def make(out: Out) -> None:
    """One file. A blank 有效迄日 means 31 December of the year; the badge is the agency's real one (AAA)."""
    rng, rows = chance("evidence"), []
    indicators = definitions()["indicators"]
    for key, item in indicators.items():
        if item["source"] != "evidence" or key == MISSING:
            continue
        name = item["name"]["zh"]
        office = next((office for word, office in OFFICE_WORDS if word in name), "產業政策組")
        if key == BADGE:
            rows.append(
                (
                    name,
                    "通過無障礙檢測（2.1 版）",
                    "111/12/12",
                    "114/12/11",
                    "AAA",
                    "https://example.gov.tw/badge",
                    office,
                    roc(REVIEWED[key]),
                )
            )
            continue
        start = date(2025, 1, 2) + timedelta(days=rng.randint(0, 70))
        until = ENDED.get(key) or (date(2025, 12, 31) if rng.random() < 0.4 else None)
        statement = f"{name}：已於 114 年 {start.month} 月完成檢視並留存紀錄（展示）"
        rows.append(
            (
                name,
                statement,
                roc(start),
                roc(until),
                None,
                f"https://example.gov.tw/evidence/{len(rows) + 1:02}",
                office,
                roc(REVIEWED.get(key)),
            )
        )
    out.workbook("evidence/佐證_114年.xlsx", HEADERS, rows, "佐證")
