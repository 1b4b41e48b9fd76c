"""A document with everything in it: spans over pages, groups, lists in cells, notes, a chart, and hostile text."""

from __future__ import annotations

from datetime import UTC, datetime

from publish.document.elements import Cell, Chart, Document, Heading, Items, Paragraph, Run, Section, Table

HOSTILE = "<b>&amp; #let x = 1 $ * _ [ ] \\ \" ' // /* ]]> -- 控制字元\x0b\x00\ud800 =SUM(A1)"
HOSTILE_SHOWN = HOSTILE.replace("\x0b", "").replace("\x00", "").replace("\ud800", "")

WORDS = {
    "zh-Hant": {
        "heading": ("經濟部產業發展署", "服務品質獎自我評核", "114 年度服務績效自評表"),
        "about": ("填報單位：綜合業務組", "資料截止日：民國 114 年 12 月 10 日"),
        "columns": ("評核構面與項目", "衡量指標", "本期數值", "具體作法與成果"),
        "groups": ("壹、基礎服務", "貳、服務遞送", "參、服務量能"),
        "item": "正確及妥適的服務：提供民眾正確、專業且一致的回應，並定期檢視改善",
        "indicator": "首長信箱案件依限辦結率",
        "value": "97.2%",
        "steps": (
            "建立首長信箱分文、催辦與稽核機制，每週由單位主管檢視逾期案件，並於署務會議報告。",
            "針對重複陳情案件召開跨組室協調會議，整合答復口徑，避免民眾一再往返。",
            "每季抽查答復品質，結果列入同仁服務績效。",
        ),
        "point": "平均處理天數由 6.4 天降為 5.1 天",
        "note": "首長信箱系統匯出檔「信箱_114.xlsx」，工作表「案件」第 2 至 826 列",
        "title": "服務績效自評表",
        "lead": "全年共收辦 825 件，97.2% 依限辦結，較去年同期增加 1.3 個百分點。",
        "small": "註：12 月尚未結束，為暫定值。",
        "results": "執行成果",
        "method": "計算方式",
        "footer": "經濟部產業發展署｜服務績效自評表",
        "author": "經濟部產業發展署",
    },
    "en": {
        "heading": (
            "Industrial Development Administration",
            "Service quality award",
            "Self-assessment of service, 2025",
        ),
        "about": ("Office: General Affairs Division", "Data through 10 December 2025"),
        "columns": ("Dimension and item", "Indicator", "Value", "What was done, and what came of it"),
        "groups": ("A. Basic service", "B. Service delivery", "C. Service capacity"),
        "item": "Correct and proper service: answers are right, professional and consistent, and are reviewed regularly",
        "indicator": "Letters to the director-general answered in time",
        "value": "97.2%",
        "steps": (
            "Letters are assigned, chased and audited; heads of office go through the overdue ones each week.",
            "Repeated petitions are settled by offices together, so that people are not sent back and forth.",
            "Answers are spot-checked each quarter, and the result counts in the staff's appraisal.",
        ),
        "point": "Mean handling time fell from 6.4 to 5.1 days",
        "note": "Export of the mailbox system, mailbox_114.xlsx, sheet Cases, rows 2 to 826",
        "title": "Self-assessment of service",
        "lead": "825 letters came in, and 97.2% were answered in time: 1.3 percentage points more than a year before.",
        "small": "December has not ended; its value is provisional.",
        "results": "Results",
        "method": "How it is counted",
        "footer": "Industrial Development Administration",
        "author": "Industrial Development Administration",
    },
}


def text(words: str, **more) -> Paragraph:
    return Paragraph((Run(words, **more),))


def cell(words: str, *, style: str = "body", **more) -> Cell:
    return Cell((Paragraph((Run(words),), style),), **more)


def form_table(lang: str, items: int = 9) -> Table:
    """A table of about three pages. Each item spans three indicators; the second column's heads span two rows."""
    words = WORDS[lang]
    first, second, third, fourth = (cell(name, role="head", rows=2) for name in words["columns"])
    part = (
        cell("本期" if lang != "en" else "This year", role="head"),
        cell("去年" if lang != "en" else "Last year", role="head"),
    )
    head = ((first, second, cell(words["columns"][2], role="head", columns=2), fourth), part)
    body: list[tuple[Cell, ...]] = []
    for number in range(items):
        if number % 3 == 0:
            body.append((cell(words["groups"][number // 3 % 3], role="group", columns=5),))
        body += _item(lang, number)
    return Table((2.6, 2.6, 1.3, 1.3, 5.2), head, tuple(body), about=words["title"])


def _item(lang: str, number: int) -> list[tuple[Cell, ...]]:
    words = WORDS[lang]
    runs = (Run(f"{number + 1}. ", strong=True), Run(words["item"], note=f"{words['note']} ({number})"))
    deeds = Cell(
        (
            Items(tuple((Run(step, note=words["note"] if place == 0 else ""),) for place, step in enumerate(words["steps"])), True),
            Items(((Run(words["point"]),),)),
            Paragraph((Run(words["small"]),), "small"),
        ),
        rows=3,
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for place in range(3):
        name = words["indicator"] if place else HOSTILE
        figures = (cell(name), cell(words["value"], align="end"), cell(f"{place},825", align="end"))
        rows.append((Cell((Paragraph(runs),), rows=3), *figures, deeds) if place == 0 else figures)
    return rows


def sample(lang: str, svg: bytes, alt: str, *, pages: bool = False, items: int = 9) -> Document:
    words = WORDS[lang]
    other = Run("Service Quality Award" if lang != "en" else "政府服務獎", lang="en" if lang != "en" else "zh-Hant")
    opening = (
        Paragraph((Run(words["lead"]),), "lead"),
        Paragraph((Run(words["small"]), Run(" "), other), "small"),
        Chart(svg, alt),
        text(HOSTILE),
    )
    method = (
        Heading(words["method"], 2),
        Items(tuple((Run(step),) for step in words["steps"]), ordered=True),
        text(words["lead"], note=words["note"]),
        Items(tuple((Run(step),) for step in words["steps"]), ordered=True),
        Items(((Run(words["point"], strong=True),), (Run(words["small"]),))),
        Heading(words["results"], 3),
        text("\n".join(words["steps"])),
    )
    sections = (
        Section(words["results"], opening),
        Section("" if not pages else words["title"], (form_table(lang, items),)),
        Section(words["method"], method),
    )
    return Document(
        title=words["title"], lang=lang, heading=words["heading"], about=words["about"], sections=sections,
        author=words["author"], at=datetime(2025, 12, 10, 4, 30, tzinfo=UTC), pages=pages, footer=words["footer"],
        keywords=("KPI", words["indicator"]),
    )  # fmt: skip
