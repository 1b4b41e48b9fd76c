"""What the parts of the Indicator page may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some
from ui.indicator.entries import FORMS


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    name, about = (
        ("人民陳情依限辦結率", "在時限內辦結的件數除以應辦結的件數")
        if zh
        else ("Petitions answered in time", "Those answered in time by those due")
    )
    chooser = some.select("indicator", say("ui-choose-indicator", lang), "petitions", some.option("petitions", name))
    facts = [
        {"label": "標準" if zh else "Standard", "text": "≥ 95%"},
        {"label": "去年同期" if zh else "A year ago", "text": "95.3%（n = 1,180）"},
        {
            "label": "近月" if zh else "Recent months",
            "text": "在平常的波動範圍內" if zh else "Within usual variation",
            "signs": some.signs("concerning", -1, "passing", lang),
        },
    ]
    yield (
        "indicator",
        "usual",
        {
            "stamp": "14",
            "query": {"indicator": "petitions"},
            "ribbon": some.ribbon(lang),
            "value": "94.9%",
            "n": "n = 1,204",
            "status": "not_met",
            "head": some.head(
                lang,
                name,
                about,
                chooser,
                *some.period(lang),
                crumbs=("基礎服務" if zh else "Basic services", "陳情" if zh else "Petitions"),
            ),
            "word": some.status("not_met", lang),
            "reason": "低於標準 0.1 個百分點。" if zh else "0.1 points below the standard.",
            "facts": facts,
            "asksTitle": "可以問的問題" if zh else "What to ask",
            "asks": [
                [
                    "為什麼 " if zh else "Why did ",
                    {"name": "資訊室", "kind": "offices", "key": "資訊室"},
                    " 比較低？" if zh else " do worse?",
                ],
                [{"name": "電話" if zh else "Telephone", "kind": "categories", "key": "phone"}, " 呢？" if zh else "?"],
            ],
        },
    )
    yield (
        "indicator",
        "empty",
        {"stamp": "1", "head": some.head(lang, say("ui-page-indicator", lang), ""), "empty": some.empty(lang)},
    )

    views = [{"id": key, "name": say(f"ui-view-{key}", lang)} for key in ("month", "running", "table")]
    yield (
        "tabs",
        "usual",
        {
            "label": "圖" if zh else "Chart",
            "chosen": "month",
            "views": views,
            "title": "逐月" if zh else "By month",
            "summary": "十一個月" if zh else "Eleven months",
        },
    )

    remarks = [
        {"number": 1, "text": "颱風停班兩天" if zh else "Closed for two days", "by": "王小明，114/7/30", "load": 12},
        {"number": 2, "text": "新系統上線" if zh else "New system", "by": "", "load": 0},
    ]
    yield "chart_notes", "usual", {"text": "12 月還沒結束。" if zh else "December is not over.", "remarks": remarks}
    yield "chart_notes", "empty", {"text": "", "remarks": []}

    months = [f"{n} 月" if zh else f"Month {n}" for n in range(1, 13)]
    table = {
        "caption": "逐月的數字" if zh else "Numbers by month",
        "heads": ["月份" if zh else "Month", "114 年", "n", "113 年", "n", "標準" if zh else "Standard"],
    }
    yield (
        "month_table",
        "usual",
        {**table, "rows": [[month, "94.9%", "1,204", "95.3%", "1,180", "≥ 95%"] for month in months]},
    )
    yield "month_table", "empty", {**table, "rows": []}

    yield "provenance", "usual", _provenance(zh, lang)
    yield (
        "provenance",
        "empty",
        {
            "dots": [],
            "windows": None,
            "evidence": {**_evidence(zh, lang), "rows": []},
            "restated": None,
            "loads": {"title": say("ui-loads", lang), "rows": [], "none": say("ui-loads-none", lang), "version": ""},
        },
    )
    yield "entries", "usual", _entries(zh, lang)
    yield (
        "entries",
        "empty",
        {
            **_entries(zh, lang),
            "standards": [],
            "notes": [],
            "rebases": [],
            "threads": [],
            "said": None,
            "charted": False,
        },
    )

    rows = {
        "title": say("rows-title", lang),
        "sub": say("rows-sub", lang, period="114/1/1–12/10"),
        "open": say("rows-open", lang),
        "close": say("rows-close", lang),
    }
    yield "source_rows", "usual", {**rows, "rows": some.source_rows(lang)}
    yield "source_rows", "shut", {**rows, "rows": None}


def _provenance(zh: bool, lang: str) -> dict:
    parts = [
        {
            "name": f"第{n}組" if zh else f"Office {n}",
            "key": f"k{n}",
            "value": 90 + n,
            "n": 100.0 * n,
            "label": f"{90 + n}%（n = {100 * n}）",
            "out": -1 if n == 1 else 0,
        }
        for n in range(1, 9)
    ]
    dots = {
        "title": say("ui-by-offices", lang),
        "kind": "offices",
        "few": 6,
        "rows": parts,
        "summary": "一組較低" if zh else "One is lower",
        "whole": {"value": 94.9, "label": "94.9%"},
        "wholeName": say("ui-by-whole", lang),
        "hint": say("ui-by-hint", lang),
        "marked": say("ui-by-marked", lang),
        "more": say("ui-by-more-offices", lang, count=8),
    }
    alone = {
        **dots,
        "title": say("ui-by-categories", lang),
        "kind": "categories",
        "rows": [{**part, "n": None} for part in parts[:2]],
        "whole": None,
        "hint": "",
        "marked": "",
    }
    windows = [
        {
            "state": state,
            "word": some.status(state, lang),
            "period": "113/12/11–114/12/10",
            "count": "2 次" if zh else "2",
            "missing": missing,
        }
        for state, missing in (("met", ""), ("not_met", "資訊室"), ("no_data", ""), ("tracked", ""))
    ]
    files = [{"name": "陳情_11411.csv", "rows": say("ui-load-rows", lang, rows="1,204", count=1204)}]
    return {
        "dots": [dots, alone],
        "windows": {"title": say("ui-windows", lang), "rows": windows},
        "evidence": _evidence(zh, lang),
        "restated": {
            "title": say("his-restated", lang),
            "rows": [
                {"month": "114/9", "editions": [some.edition("original", 3, lang), some.edition("corrected", 14, lang)]}
            ],
        },
        "loads": {
            "title": say("ui-loads", lang),
            "none": say("ui-loads-none", lang),
            "version": say("ui-loads-version", lang, version="14"),
            "rows": [
                {
                    "load": 14,
                    "files": files,
                    "more": say("ui-load-more", lang, count=3),
                    "who": "王小明，今日 16:20",
                    "message": "補正後重送" if zh else "Corrected",
                    "demo": "",
                }
            ],
        },
    }


def _evidence(zh: bool, lang: str) -> dict:
    return {
        "title": say("ui-evidence", lang),
        "open": say("ui-evidence-open", lang),
        "none": say("evidence-none", lang),
        "rows": [
            {
                "text": "流程簡化報告" if zh else "Report on simpler procedures",
                "facts": ["114/3/12–12/31", "甲", "資訊室"],
                "link": "https://example.gov.tw/1",
            },
            {"text": "會議紀錄" if zh else "Minutes", "facts": [], "link": "javascript:alert(1)"},
        ],
    }


def _entries(zh: bool, lang: str) -> dict:
    words = "standards notes rebases threads none-notes none-rebases none-threads save saving cancel answer settle settled unset correct"
    by = {"by": "王小明，114/12/10 16:20", "load": 14}

    def field(name: str) -> dict:
        kind = {
            "kind": "select",
            "each_office": "check",
            "from": "date",
            "to": "date",
            "until": "date",
            "text": "area",
        }.get(name, "text")
        more = {
            "select": {"options": [some.option("at_least", "不低於" if zh else "At least")], "value": "at_least"},
            "check": {"yes": "是"},
        }.get(kind, {})
        unit = {"unit": "%"} if name == "value" else {}
        return {
            "name": name,
            "kind": kind,
            "label": say(f"entry-field-{name}", lang),
            "needed": name in ("value", "text"),
            "value": "",
            **more,
            **unit,
        }

    rows = [
        {"kind": kind, "text": text, **by}
        for kind, text in (("question", "為什麼？" if zh else "Why?"), ("answer", "因為颱風" if zh else "The typhoon"))
    ]
    return {
        "stamp": "14",
        "indicator": "petitions",
        "lang": lang,
        "who": say("up-who", lang, who="王小明"),
        "charted": True,
        "said": {
            "form": "note",
            "thread": "",
            "good": False,
            "text": "沒有儲存。" if zh else "Not saved.",
            "wrong": ["日期看不懂" if zh else "No such day"],
            "number": 1,
        },
        "words": some.words(lang, "entry", words),
        "open": some.words(lang, "entry-open", "standard rebase note question"),
        "forms": {form: [field(name) for name in names] for form, names in FORMS.items()},
        "kinds": {"at_least": ["value", "each_office"]},
        "ofKinds": ["value", "high", "good", "excellent", "window", "rolling", "each_office", "path"],
        "standards": [
            {
                "what": "≥ 95%",
                "now": now,
                "when": "114/1/1 起" if zh else "from 1 Jan 2025",
                "office": "資訊室",
                "by": "首長" if zh else "Head",
                "written": "函" if zh else "Letter",
                "reason": "會議決議" if zh else "As decided",
            }
            for now in (True, False)
        ],
        "notes": [{"when": "114/7/30", "text": "颱風停班" if zh else "Closed for a typhoon", "office": "資訊室", **by}],
        "rebases": [{"when": "114/5/1 起", "text": "新系統" if zh else "New system", "office": "", **by}],
        "threads": [
            {"id": "1", "settled": False, "rows": rows},
            {"id": "2", "settled": True, "rows": [*rows, {"kind": "settled", "text": "好" if zh else "Fine", **by}]},
        ],
    }
