"""What the History page may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some

SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    tabs = [
        {"id": name, "name": say(f"his-tab-{name}", lang), "on": name == "loads"}
        for name in ("loads", "compare", "closing")
    ]
    top = {
        "part": "head",
        "stamp": "14",
        "head": some.head(lang, say("ui-page-history", lang), say("his-sub", lang)),
        "tabs": tabs,
        "tabsLabel": say("ui-page-history", lang),
        "back": "",
        "said": None,
        "ribbon": "",
        "mistakes": None,
    }
    yield (
        "history",
        "usual head",
        {
            **top,
            "ribbon": some.ribbon(lang),
            "back": say("his-back", lang),
            "said": {
                "good": False,
                "text": "還有較新的載入。" if zh else "Newer loads stand on it.",
                "loads": [13, 14],
            },
            "mistakes": {"title": say("his-mistakes", lang, count=1), "lines": ["metrics.yml, 12: …"]},
        },
    )
    yield (
        "history",
        "head, done",
        {**top, "said": {"good": True, "text": "已復原。" if zh else "Undone.", "loads": [15]}},
    )

    page = {
        "said": say("his-count", lang, count=120),
        "before": say("rows-before", lang),
        "after": say("rows-after", lang),
    }
    loads = {
        "part": "loads",
        "stamp": "14",
        "rows": some.load_rows(lang),
        "from": 0,
        "size": 30,
        "total": 120,
        **page,
        "source": some.select("source", say("up-source", lang), "", some.option("", say("his-all-sources", lang))),
        "find": {"value": "陳情", "label": say("his-find", lang)},
        "none": say("his-none", lang),
        "words": some.load_words(lang),
    }
    yield "history", "usual loads", loads
    yield "history", "no loads", {**loads, "rows": [], "total": 0}

    words = some.words(lang, "his", "undo redo reason reason-hint sure-undo sure-redo cancel copy no-copy sha files")
    one = {
        "part": "one",
        "stamp": "14-14",
        "load": 14,
        "of": 13,
        "ofText": say("his-of", lang, load="13"),
        "act": "undo",
        "blocked": "",
        "facts": [
            {"label": say(f"his-fact-{key}", lang), "text": text}
            for key, text in (("when", "114/12/10 16:20"), ("who-did", "王小明"), ("note", "補正後重送"))
        ],
        "files": [
            {"name": "陳情_11411.csv", "about": "114/11/1–11/30 · 1,204", "sha": SHA, "copy": True},
            {"name": "陳情_11412.csv", "about": "", "sha": SHA, "copy": False},
        ],
        "later": [],
        "made": None,
        "words": words,
    }
    yield "history", "usual load", one
    yield (
        "history",
        "blocked load",
        {
            **one,
            "blocked": say("his-blocked", lang),
            "later": [15, 16],
            "made": some.made(trouble="沒有副本。"),
            "files": one["files"][:1],
        },
    )
    yield "history", "no such load", {"part": "one", "stamp": "14", "none": say("unknown-load", lang, found="99")}

    moves = {
        "part": "moves",
        "stamp": "m14-14",
        "moves": some.differences(lang),
        "title": say("his-moved", lang),
        "none": say("his-moved-none", lang),
    }
    yield "history", "usual moves", moves
    yield "history", "no moves", {**moves, "moves": {**moves["moves"], "rows": [], "more": ""}}
    rows = {"part": "rows", "stamp": "r14-14", "title": say("his-its-rows", lang), "rows": some.source_rows(lang)}
    yield "history", "usual rows", rows
    yield "history", "no rows", {**rows, "rows": {**rows["rows"], "rows": [], "total": 0, "said": ""}}

    day = {"key": "older-day", "kind": "date", "label": say("his-day", lang), "value": "", "text": say("his-day", lang)}
    version = some.select(
        "older",
        say("his-older", lang),
        "13",
        some.option("13", "第 13 版：人民陳情" if zh else "Version 13: Petitions"),
    )
    compare = {
        "part": "compare",
        "stamp": "c14",
        "sub": say("his-compare-sub", lang),
        "sides": [
            {"select": version, "label": say("his-older", lang), "day": day},
            {
                "select": {**version, "key": "newer"},
                "label": say("his-newer", lang),
                "day": {**day, "key": "newer-day"},
            },
        ],
    }
    yield (
        "history",
        "usual versions",
        {**compare, "count": "2 項不同" if zh else "2 differ", "moves": some.differences(lang)},
    )
    yield (
        "history",
        "versions that cannot be",
        {**compare, "trouble": "那天還沒有資料。" if zh else "There were no data on that day."},
    )

    closing = {
        "part": "closing",
        "stamp": "x14",
        "sub": say("his-closing-sub", lang),
        "months": [some.option("2025-11-01", "114/11")],
        "closed": [
            {"month": "114/10", "name": "王小明", "when": "114/11/5", "message": "依會議決議" if zh else "As decided"}
        ],
        "restated": [
            {
                "id": "petitions",
                "name": "人民陳情依限辦結率" if zh else "Petitions answered in time",
                "months": [
                    {
                        "month": "114/9",
                        "editions": [some.edition("original", 3, lang), some.edition("corrected", 14, lang)],
                    }
                ],
            }
        ],
        "words": some.words(
            lang,
            "his",
            "month name close-note close closed closed-none restated restated-none when indicator editions close-all",
        ),
    }
    yield "history", "usual closing", closing
    yield "history", "nothing to close", {**closing, "months": [], "closed": [], "restated": []}
