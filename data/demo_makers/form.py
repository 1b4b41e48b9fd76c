"""The yearly form: who writes which row (invented), and the innovative services: those of 114 are the published ones."""

from __future__ import annotations

from demo_makers.common import Out, definitions

OWNERS = (  # the first word that the row's texts hold decides
    ("網站", "資訊室"), ("MyEGov", "資訊室"), ("線上", "資訊室"), ("電子", "資訊室"), ("行動載具", "資訊室"), ("API", "資訊室"),
    ("環境", "秘書室"), ("設施", "秘書室"), ("標示", "秘書室"), ("動線", "秘書室"), ("電話", "秘書室"), ("民眾意見", "秘書室"),
    ("民意", "秘書室"), ("演練", "秘書室"), ("單一窗口", "產業輔導組"), ("客製化", "產業輔導組"), ("在地化", "產業園區組"),
    ("專人", "產業園區組"), ("創新", "產業輔導組"), ("共創", "資訊室"),
)  # fmt: skip
INVENTED = {
    112: ["申辦進度簡訊通知（展示）", "工廠登記線上試填（展示）", "服務據點雲端排號（展示）", "申請書表範例影片（展示）",
          "園區用地資訊地圖（展示）", "電話語音導引改版（展示）"],
    113: ["退稅案件線上預審（展示）", "工業用地查詢助理（展示）", "公文附件電子查驗（展示）", "首長信箱分文輔助（展示）",
          "無紙化會議室（展示）", "產業輔導需求登記（展示）", "滿意度即時問卷（展示）"],
}  # fmt: skip
PUBLISHED = [
    "因應國際情勢強化經濟社會及民生國安韌性特別條例及經濟部因應國際情勢強化經濟韌性辦法",
    "精準輔導協助 800kW 以上製造業用電大戶深度節能",
    "協助特定工廠簡化用地計畫文件及加速地方政府審查作業",
    "台灣公共圖標系統再設計",
    "產業競爭力整合服務加值計畫—雲嘉南及花蓮災後復原統籌物資捐贈與辦理表揚儀式",
    "推動模具產業製造轉型，邁向高值應用新里程",
    "高階智造生態系統聯盟暨國際化推動計畫",
    "太陽光電產業創新加值推動計畫",
    "3D 擬真袋包開發",
]
"""The titles of 114 that the agency published."""


def make(out: Out) -> None:
    framework = definitions()["framework"]
    rows = []
    for code, row in framework.items():
        text = f"{row['standard']['zh']} {row['indicator']['zh']}"
        office = next((office for word, office in OWNERS if word in text), "產業政策組")
        rows.append((112, code, None, None, None, office))
    headers = ["年度", "代碼", "評核項目", "評核指標", "次評核指標/參考標準", "主責組室"]
    out.workbook("framework.xlsx", headers, rows, "評核項目")
    titles = INVENTED | {114: PUBLISHED}
    listed = [(year, place, title) for year, those in titles.items() for place, title in enumerate(those, start=1)]
    out.workbook("innovations.xlsx", ["年度", "編號", "服務名稱"], listed, "創新服務")
