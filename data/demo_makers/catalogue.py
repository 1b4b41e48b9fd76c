"""Snapshots of the open-data catalogue (政府資料開放平臺資料集清單) in the portal's export form."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, datetime, time, timedelta

from demo_makers.common import PUBLISHED, REFORM, YEARS, Out, chance, month_end, roc

HEADERS = [
    "資料集識別碼", "資料集名稱", "資料提供屬性", "服務分類", "品質檢測", "檔案格式", "資料下載網址", "編碼格式", "資料集描述",
    "主要欄位說明", "提供機關", "更新頻率", "授權方式", "計費方式", "提供機關聯絡人姓名", "提供機關聯絡人電話", "上架日期",
    "詮釋資料更新時間", "資料量", "備註",
]  # fmt: skip
OLD, NEW = "經濟部工業局", "經濟部產業發展署"
OTHERS = ("經濟部商業發展署", "經濟部中小及新創企業署", "經濟部能源署", "經濟部國際貿易署", "經濟部標準檢驗局")
IRREGULAR = "不定期更新"
FREQUENCIES = {  # spelling: (usual days between updates, share)
    "每1年": (365, 30), "每 1 年": (365, 12), "每 6 月": (182, 10), "每3月": (91, 12), "每 1 月": (30, 22), "每月": (30, 14),
    "每日": (1, 5),
}  # fmt: skip
FORMATS = (
    "CSV",
    "CSV;JSON",
    "XLSX;CSV;JSON",
    "CSV;XML",
    "XML;JSON",
    "JSON",
    "ODS;CSV",
    "KML;CSV",
    "XLSX",
    "PDF",
    "PDF;XLSX",
)
FORMAT_WEIGHTS = (30, 22, 15, 8, 7, 6, 4, 3, 3, 1, 1)
THEMES = (
    "工廠登記",
    "產業園區",
    "綠色工廠",
    "產業人才",
    "租稅優惠",
    "智慧製造",
    "紡織產業",
    "化學工業",
    "電子資訊",
    "觀光工廠",
)
KINDS = ("統計", "名冊", "補助核定清單", "年報指標", "地圖圖資", "輔導案件", "課程資訊", "得獎名單", "問答集")
QUALITY = ("白金", "白金", "白金", "金", "金", "銀", "銅", "", "無")
COUNTS = {date(2025, 12, 10): 129, date(2025, 12, 31): 130}  # published; the others grow towards it


def datasets() -> list[dict]:
    """130 of the agency in the order of their listing, 8 of them irregular, and 6 of other agencies."""
    rng, found = chance("catalogue"), []
    irregular = set(rng.sample(range(120), 8))
    for place in range(136):
        frequency = rng.choices(list(FREQUENCIES), [share for _, share in FREQUENCIES.values()])[0]
        listed = date(2014, 5, 1) + timedelta(days=place * 30 + rng.randint(0, 25))
        found.append({
            "id": str(6000 + place * 37), "title": f"{THEMES[place % 10]}{KINDS[place % 9]}（展示 {place + 1:03}）",
            "frequency": IRREGULAR if place in irregular else frequency,
            "formats": rng.choices(FORMATS, FORMAT_WEIGHTS)[0], "quality": rng.choice(QUALITY),
            "other": OTHERS[place % 5] if place >= 130 else None, "listed": min(listed, date(2022, 12, 1)),
            "keeps_old_name": rng.random() < 0.2, "lag": rng.random(),
        })  # fmt: skip
    return found


def updated(rng: random.Random, item: dict, as_of: date) -> datetime:
    """Last update: mostly less than one interval before the snapshot, for some more."""
    every = FREQUENCIES.get(item["frequency"], (400, 0))[0]
    stale = item["lag"] > 0.9 + 0.02 * (as_of.year - 2025)
    back = every * (1.3 + rng.random()) + 8 if stale else max(0, every * rng.random() * 0.95 - 2)
    day = as_of - timedelta(days=int(back))
    return datetime.combine(day, time(rng.randint(8, 17), rng.randint(0, 59), rng.randint(0, 59)))


def row(rng: random.Random, item: dict, as_of: date) -> list[str]:
    formats = item["formats"].split(";")
    links = [f"https://data.example.gov.tw/{item['id']}.{kind.lower()}" for kind in formats]
    name = item["other"] or (OLD if as_of < REFORM or (item["keeps_old_name"] and as_of.year < 2025) else NEW)
    if not item["other"] and as_of.year == 2025 and item["id"] in ("6037", "6370"):
        name = OLD  # never renamed in the catalogue
    return [
        item["id"], item["title"], "原始資料", "生產及產業", item["quality"], item["formats"], ";".join(links),
        ";".join("UTF-8" for _ in formats), "展示用合成資料", "編號、名稱、日期", name, item["frequency"],
        "政府資料開放授權條款-第1版", "免費", "聯絡人甲", "00-0000-0000", f"{item['listed']:%Y-%m-%d}",
        f"{updated(rng, item, as_of):%Y-%m-%d %H:%M:%S}", str(100 + int(item["id"]) % 900), "",
    ]  # fmt: skip


def make(out: Out) -> None:
    """A snapshot at each end of a quarter and on the published cut-off, UTF-8 with BOM."""
    ends = [month_end(date(year, month, 1)) for year in YEARS for month in (3, 6, 9, 12)]
    items = datasets()
    for place, as_of in enumerate(sorted([*ends, PUBLISHED])):
        rng = chance(f"catalogue {as_of}")
        count = COUNTS.get(as_of, min(128, 108 + 2 * place))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(HEADERS)
        writer.writerows(row(rng, item, as_of) for item in items[:count] + items[130:])
        path = out.path(f"datasets/資料集目錄_{roc(as_of, '')}.csv")
        if path:
            path.write_bytes(text.getvalue().encode("utf-8-sig"))
