"""What the Overview may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some
from ui.overview.view import statuses, words_of


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    controls = some.period(lang)
    top = some.head(
        lang, say("ui-title", lang), "全機關　114/1/1–12/10" if zh else "Whole agency, 1 Jan–10 Dec 2025", *controls
    )
    rows = _rows(zh, lang)
    usual = {
        "query": {"year": "114"},
        "stamp": "14",
        "head": top,
        "ribbon": some.ribbon(lang),
        "fresh": [
            {"text": "資料到 114/12/10" if zh else "Data up to 10 Dec 2025"},
            {"text": "訪客統計晚了 12 天" if zh else "Visitor counts are 12 days late", "tone": "late"},
        ],
        "changes": {
            "text": "上次來過之後載入了 2 次。" if zh else "2 loads since your last visit.",
            "open": say("chg-line-open", lang),
        },
        "first": [rows[0] | {"why": "連續 3 個月未達標。" if zh else "Missed for 3 months on end."}],
        "rows": rows,
        "dimensions": [
            {"id": "basic", "name": "基礎服務" if zh else "Basic services"},
            {"id": "evaluation", "name": "服務評價" if zh else "Evaluation"},
        ],
        "statuses": statuses(lang),
        "filter": {"status": None, "dimension": None},
        "words": words_of(lang, 1),
    }
    yield "overview", "usual", usual
    yield (
        "overview",
        "filtered to nothing",
        {**usual, "first": [], "filter": {"status": "at_risk", "dimension": "evaluation"}, "words": words_of(lang, 0)},
    )
    yield (
        "overview",
        "empty",
        {
            "query": {},
            "stamp": "1",
            "head": some.head(lang, say("ui-title", lang), "示範機關"),
            "empty": some.empty(lang),
        },
    )


def _rows(zh: bool, lang: str) -> list[dict]:
    months = {
        "now": [94.1, 95.2, 96.0, 93.9, None, 94.4],
        "before": [95.0, 95.1, 95.3, 95.2, 95.0, 95.4],
        "line": [95.0] * 12,
        "provisional": True,
        "label": "1 到 6 月" if zh else "Jan to Jun",
        "special": [(3, "concerning")],
    }

    def row(key: str, name: str, state: str, dimension: str = "basic", **more: object) -> dict:
        return {
            "id": key,
            "name": name,
            "dimension": dimension,
            "n": "n = 1,204",
            "value": "94.9%",
            "standard": "≥ 95%",
            "set": True,
            "status": state,
            "word": some.status(state, lang),
            "reason": "低於標準 0.1 個百分點。" if zh else "0.1 points below the standard.",
            "change": "−0.4",
            "prior": "去年同期 95.3%" if zh else "95.3% a year ago",
            "through": "12/10" if zh else "10 Dec",
            "trend": months,
            "signal": some.signs("concerning", -1, "hit_or_miss", lang),
            **more,
        }

    bare = {
        "n": "",
        "value": "—",
        "standard": "未訂" if zh else "not set",
        "set": False,
        "change": "—",
        "prior": "",
        "trend": None,
        "signal": None,
    }
    return [
        row("petitions_on_time", "人民陳情依限辦結率" if zh else "Petitions answered in time", "not_met"),
        row(
            "calls",
            "話務中心來電數" if zh else "Calls to the help desk",
            "met",
            signal=some.signs("improving", 1, "passing", lang),
        ),
        row(
            "permits",
            "申辦案件依限辦結率" if zh else "Applications decided in time",
            "at_risk",
            signal=some.signs("neutral", 1, None, lang),
        ),
        row(
            "letters",
            "首長信箱收辦件數" if zh else "Mailbox letters",
            "tracked",
            "evaluation",
            signal=some.signs("common_cause", 0, "failing", lang),
        ),
        row("procedures", "服務流程簡化" if zh else "Simplified procedures", "evidence_missing", "evaluation", **bare),
        row("visits", "訪客滿意度" if zh else "Satisfaction of visitors", "no_data", "evaluation", **bare),
        row("none", "無案件的指標" if zh else "An indicator without cases", "no_cases", "evaluation", **bare),
        row("other", "不適用的指標" if zh else "One that does not apply", "not_applicable", "evaluation", **bare),
    ]
