"""Offices (組室), service items (申辦項目) and local closures (停止上班日)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from demo_makers.common import CLOSURES, REFORM, Out, roc

OLD_PARK, PARK = "工業區組", "產業園區組"
OFFICES = {  # name: aliases
    "產業政策組": "政策組;產政組",
    "金屬機電組": "金機組",
    "電子資訊組": "電資組",
    "民生化工組": "民化組",
    PARK: "園區組",
    "永續發展組": "永續組",
    "產業輔導組": "輔導組",
    "秘書室": "秘書處",
    "資訊室": "資訊中心",
}


@dataclass(frozen=True)
class Service:
    """A service item: its limit (處理時限) in working or calendar days, and its share of the cases."""

    name: str
    office: str
    limit: int
    calendar: bool = False
    weight: float = 1.0


MAIN = [
    Service("原料退稅案件", "產業政策組", 14, weight=210),
    Service("進口機器設備關稅減免案件", "金屬機電組", 10, weight=105),
    Service("進口原料關稅減免案件", "民生化工組", 10, weight=72),
    Service("電子零組件關稅減免案件", "電子資訊組", 10, weight=58),
]
SMALL = {
    "產業政策組": [
        ("研究發展支出投資抵減審查", 60, True), ("智慧機械投資抵減申請", 30, True), ("企業營運總部認定", 20, False),
        ("自由貿易港區貨品免稅證明", 7, False), ("產業創新條例適用認定", 30, True), ("技術入股緩課所得稅核定", 20, False),
        ("有限合夥創業投資事業資格認定", 30, True), ("外籍專業人員延攬證明", 7, False),
    ],
    "金屬機電組": [
        ("車輛產業貨物稅減徵證明", 10, False), ("航太零組件免稅證明", 10, False), ("模具工業用地證明", 14, False),
        ("機械設備國內無產製證明", 10, False), ("造船業者輔導名冊登錄", 14, False), ("電動機車廠商資格認定", 20, False),
        ("工具機輸出用途說明", 7, False),
    ],
    "電子資訊組": [
        ("半導體設備零組件用途證明", 7, False), ("戰略性高科技貨品用途說明", 7, False), ("數位內容產品證明", 10, False),
        ("資訊服務業者能量登錄", 30, True), ("通訊產品自用輸入證明", 7, False), ("顯示器材料免稅證明", 10, False),
        ("軟體採購資格審查", 14, False),
    ],
    "民生化工組": [
        ("先驅化學品工業原料登記", 10, False), ("選定作業場所原料進口證明", 7, False), ("紡織品原產地證明審查", 5, False),
        ("食品工廠用糖配額", 10, False), ("生技新藥公司審定", 60, True), ("罕見疾病藥品投資認定", 30, True),
        ("藥用酒精免稅證明", 7, False), ("民生用品標章使用核准", 14, False),
    ],
    PARK: [
        ("園區土地租售申請", 30, True), ("園區建築執照審查", 20, False), ("園區工廠登記", 7, False),
        ("園區用水用電證明", 5, False), ("園區污水納管申請", 10, False), ("園區土地變更使用", 30, False),
        ("園區租金優惠申請", 14, False), ("園區管線挖掘許可", 7, False),
    ],
    "永續發展組": [
        ("事業廢棄物再利用許可", 30, True), ("事業廢棄物再利用檢核", 14, False), ("綠色工廠標章申請", 60, True),
        ("清潔生產評估審查", 30, False), ("節能績效保證專案審查", 20, False), ("溫室氣體減量額度審查", 30, False),
        ("再生資源產品證明", 10, False), ("資源化產品登錄", 14, False),
    ],
    "產業輔導組": [
        ("微笑標章驗證申請", 20, False), ("觀光工廠評鑑申請", 60, True), ("創意生活事業評選", 30, False),
        ("產業技術輔導申請", 20, False), ("技術服務機構能量登錄", 30, False), ("工業精銳獎推薦案件", 30, False),
        ("產學合作計畫申請", 20, False), ("人才培訓補助申請", 14, False),
    ],
}  # fmt: skip
SERVICES = MAIN + [
    Service(name, office, limit, calendar, 2.6 / (1 + place * 0.12))
    for office, items in SMALL.items()
    for place, (name, limit, calendar) in enumerate(items)
]


def office_on(office: str, day: date) -> str:
    """The office's name on a day: 產業園區組 was 工業區組 before the reform."""
    return OLD_PARK if office == PARK and day < REFORM else office


def make(out: Out) -> None:
    rows = [
        (name, aliases, roc(REFORM if name == PARK else date(2021, 1, 1)), None, None)
        for name, aliases in OFFICES.items()
    ]
    rows.append((OLD_PARK, "工區組", roc(date(2021, 1, 1)), roc(date(2023, 9, 25)), PARK))
    out.workbook("offices.xlsx", ["組室名稱", "別名", "起日", "迄日", "承接組室"], rows, "組室")
    items = [
        (item.name, None, item.office, item.limit, "日曆日" if item.calendar else "工作日", "110/01/01")
        for item in SERVICES
    ]  # fmt: skip
    out.workbook("services.xlsx", ["申辦項目", "別名", "承辦組室", "處理時限", "日別", "起日"], items, "服務項目")
    out.workbook("closures.xlsx", ["日期", "原因"], [(roc(day), why) for day, why in CLOSURES.items()], "停止上班日")
