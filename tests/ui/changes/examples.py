"""What the page of changes may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    since = {
        "key": "since",
        "label": say("chg-since", lang),
        "value": "week",
        "groups": [
            {
                "text": say("chg-group-moments", lang),
                "options": [some.option("week", "7 天前" if zh else "A week ago")],
            },
            {
                "text": say("chg-group-versions", lang),
                "options": [some.option("13", "第 13 版" if zh else "Version 13")],
            },
        ],
    }
    title = say("ui-page-changes", lang)
    yield (
        "changes",
        "usual head",
        {
            "part": "head",
            "stamp": "14",
            "head": some.head(lang, title, say("chg-sub", lang), since),
            "ribbon": some.ribbon(lang),
        },
    )
    yield (
        "changes",
        "empty head",
        {"part": "head", "stamp": "1", "head": some.head(lang, title, ""), "empty": some.empty(lang)},
    )
    yield "changes", "waiting", {"part": "waiting", "stamp": "w14", "lead": say("chg-waiting", lang), "note": ""}
    words = some.words(lang, "chg-col", "indicator status before after gap to")
    body = {
        "part": "body",
        "stamp": "14-week",
        "lead": "7 天前到現在，1 項的狀態改變。" if zh else "Since a week ago the status of 1 indicator changed.",
        "note": "瀏覽器沒有記得上次來訪。" if zh else "This browser remembers no visit.",
        "others": [some.option("load", say("chg-see-load", lang))],
        "tables": [
            {
                "title": say("chg-flipped", lang),
                "rows": [_change(True, zh, lang)],
                "more": say("moves-more", lang, count=4),
                "words": words,
            },
            {"title": say("chg-moved", lang), "rows": [_change(False, zh, lang)], "more": "", "words": words},
        ],
        "loads": {
            "title": "載入 3 次" if zh else "3 loads",
            "rows": some.load_rows(lang),
            "words": some.load_words(lang),
            "more": say("chg-more-loads", lang, count=2),
        },
        "kept": say("chg-kept", lang),
    }
    yield "changes", "usual body", body
    yield "changes", "nothing changed", {**body, "note": "", "others": [], "tables": [], "loads": None}


def _change(flipped: bool, zh: bool, lang: str) -> dict:
    return {
        "id": "petitions_on_time" if flipped else "letters",
        "name": "人民陳情依限辦結率" if zh else "Petitions answered in time",
        "period": "114/1/1–12/10",
        "also": "也在 113 年" if zh and flipped else "",
        "flipped": flipped,
        "standard": "≥ 95%" if flipped else "",
        "before": some.side("94.9%", "n = 1,201", "not_met", lang),
        "after": some.side("95.2%", "n = 1,204", "met", lang),
        "gap": "+0.3" if flipped else "",
        "remark": "補了 3 件" if zh else "3 cases were added",
    }
