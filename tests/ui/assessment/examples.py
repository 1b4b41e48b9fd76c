"""What the Self-assessment page and its row editor may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some
from ui.assessment.evidence import FIELDS
from ui.assessment.evidence import WORDS as OF_EVIDENCE
from ui.assessment.row import WORDS as OF_ROW

STATES = ("evidence_missing", "figure_missing", "changed", "not_reviewed", "written", "fresh")


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    title = say("ui-page-assessment", lang)
    files = [
        {"id": ending, "name": say(f"form-file-{ending[1:]}", lang)}
        for ending in (".odt", ".ods", ".docx", ".xlsx", ".pdf")
    ]
    progress = {"done": 12, "total": 46, "text": say("form-progress", lang, done=12, total=46)}
    year, _, until, _ = some.period(lang)
    yield (
        "assessment",
        "usual head",
        {
            "part": "head",
            "stamp": "14",
            "head": some.head(lang, title, "示範機關，到 114/12/10", year, until),
            "ribbon": some.ribbon(lang),
            "said": {"good": True, "text": "第 1 版簽核了。" if zh else "Edition 1 is signed."},
            "tabsLabel": title,
            "progress": progress,
            "files": files,
            "tabs": [
                {"id": name, "name": say(f"form-view-{name}", lang), "on": name == "form"}
                for name in ("form", "offices", "compare", "editions")
            ],
            "made": some.made(trouble="檔案做不出來。" if zh else "The file could not be made."),
            "sources": say("form-with-sources", lang),
        },
    )
    yield (
        "assessment",
        "empty head",
        {"part": "head", "stamp": "1", "head": some.head(lang, title, ""), "empty": some.empty(lang)},
    )

    states = [{"id": state, "name": say(f"form-state-{state}", lang)} for state in STATES]
    form = {
        "part": "form",
        "stamp": "14-2025",
        "states": states,
        "dimensions": [{"id": "basic", "name": "基礎服務" if zh else "Basic services"}],
        "rows": [_row(place, state, zh, lang) for place, state in enumerate(STATES, start=1)],
        "filter": {"state": "", "charge": ""},
        "offices": [some.option("", say("form-charge-all", lang)), some.option("資訊室")],
        "query": {"year": "114"},
        "words": some.words(
            lang,
            "form",
            "head-item head-indicator head-standard head-result head-state states any-state nothing charge open-row nobody",
        ),
    }
    yield "assessment", "usual form", form
    yield "assessment", "nothing of that office", {**form, "filter": {"state": "written", "charge": "總務組"}}

    open_rows = [
        {
            "place": n,
            "standard": "95% 以上" if zh else "95% or more",
            "state": state,
            "word": say(f"form-state-{state}", lang),
            "why": "還沒看過" if zh else "Not looked at yet",
        }
        for n, state in enumerate(STATES[:4], start=1)
    ]
    reminder = "資訊室還有 4 列：\n第 1 列\n第 2 列" if zh else "4 rows are still open:\nrow 1\nrow 2"
    offices = {
        "part": "offices",
        "stamp": "o14",
        "query": {},
        "lead": "還有 4 列" if zh else "4 rows are open",
        "words": some.words(lang, "form", "owes-nothing reminder copy copied"),
        "offices": [
            {"name": "資訊室", "progress": progress, "rows": open_rows, "reminder": reminder},
            {"name": "總務組", "progress": {**progress, "done": 46}, "rows": [], "reminder": ""},
        ],
    }
    yield "assessment", "usual offices", offices
    yield "assessment", "no offices", {**offices, "offices": []}

    pairs = [_pair(3, zh), _pair("", zh)]
    years = {
        "part": "compare",
        "stamp": "c14",
        "query": {},
        "with": "113",
        "years": [some.option("113", "113 年" if zh else "2024")],
        "heads": ["參考標準" if zh else "Standard", "113 年", "114 年"],
        "lead": "2 列不同" if zh else "2 rows differ",
        "rows": pairs,
        "words": {"with": say("form-compare-with", lang), "same": say("form-compare-same", lang)},
    }
    yield "assessment", "usual years", years
    yield "assessment", "years that are the same", {**years, "rows": []}

    listed = [
        {
            "number": 1,
            "title": "第 1 版，到 114/12/10" if zh else "Edition 1, to 10 Dec 2025",
            "by": "王小明簽核" if zh else "Signed by Wang",
            "open": True,
        }
    ]
    opened = {
        "title": listed[0]["title"],
        "said": "之後有 1 列改了" if zh else "1 row has changed since",
        "heads": years["heads"],
        "lead": years["lead"],
        "rows": pairs,
        "query": {},
    }
    editions = {
        "part": "editions",
        "stamp": "e14",
        "query": {},
        "lead": "簽核後不會再變。" if zh else "A signed edition never changes.",
        "warning": "還有 34 列沒寫" if zh else "34 rows are open",
        "editions": listed,
        "opened": opened,
        "files": files,
        "sources": say("form-with-sources", lang),
        "words": some.words(lang, "form", "sign sign-title signed-by editions")
        | {"none": say("form-editions-none", lang)},
    }
    yield "assessment", "usual editions", editions
    yield "assessment", "no editions", {**editions, "warning": "", "editions": [], "opened": None}

    yield "form_row", "usual", _editor(zh, lang)
    yield (
        "form_row",
        "bare",
        _editor(zh, lang)
        | {
            "said": None,
            "moved": None,
            "evidence": None,
            "figures": [],
            "preview": {"lines": [], "problems": [], "offers": []},
            "ribbon": "",
            "nav": {"text": "第 1 列，共 1 列" if zh else "Row 1 of 1", "previous": None, "next": None},
            "state": {"id": "not_reviewed", "word": say("form-state-not_reviewed", lang), "by": "", "why": []},
        },
    )
    mine = {
        "act": "save",
        "good": False,
        "text": "別人也寫了這一列。" if zh else "Somebody else wrote this row, too.",
        "wrong": [],
        "number": 2,
        "mine": "我寫的。" if zh else "What I wrote.",
    }
    yield (
        "form_row",
        "usual, two texts",
        _editor(zh, lang)
        | {
            "said": {**mine, "theirs": {"text": "他們寫的。" if zh else "What they wrote.", "by": "李大華，今日 16:20"}}
        },
    )
    barred = _editor(zh, lang)
    yield (
        "form_row",
        "barred",
        barred
        | {
            "editor": {**barred["editor"], "barred": say("row-barred", lang, office="資訊室")},
            "evidence": {**barred["evidence"], "barred": True, "rows": []},
        },
    )


def _lines(zh: bool) -> list[dict]:
    return [
        {
            "mark": "",
            "level": 0,
            "pieces": [
                "收辦 " if zh else "Received ",
                ["825 件" if zh else "825", "figure", "陳情_11411.csv"],
                "，",
                ["沒有數字" if zh else "no figure", "missing"],
            ],
        },
        {"mark": "1.", "level": 1, "pieces": [["流程簡化報告" if zh else "Report on procedures", "statement"]]},
        {"mark": "(1)", "level": 2, "pieces": ["附表" if zh else "Table"]},
    ]


def _row(place: int, state: str, zh: bool, lang: str) -> dict:
    return {
        "place": place,
        "dimension": "basic",
        "item": "陳情處理" if zh else "Petitions",
        "itemCell": (place + 1) // 2,
        "indicator": "依限辦結" if zh else "In time",
        "indicatorCell": (place + 1) // 2,
        "standard": "95% 以上" if zh else "95% or more",
        "lines": _lines(zh),
        "state": state,
        "word": say(f"form-state-{state}", lang),
        "office": "資訊室" if place % 2 else "",
        "why": "改了" if zh else "It moved",
        "own": "到 114/11/30" if place == 2 else "",
    }


def _pair(place: int | str, zh: bool) -> dict:
    return {
        "place": place,
        "standard": "95% 以上" if zh else "95% or more",
        "said": "數字不同" if zh else "Figures differ",
        "before": [["收辦 " if zh else "Received ", "same", False], ["790 件" if zh else "790", "gone", True]],
        "after": [
            ["收辦 " if zh else "Received ", "same", False],
            ["825 件" if zh else "825", "new", True],
            ["，很多" if zh else ", a lot", "new", False],
        ],
    }


def _statement(state: str, number: int, zh: bool, lang: str) -> dict:
    text, day = ("流程簡化報告" if zh else "Report on procedures"), f"2025-03-{number:02d}"
    return {
        "statement": text,
        "from": day,
        "span": "114/3/12–12/31",
        "load": "0123456789ab-14",
        "level": "甲",
        "link": "https://example.gov.tw/1",
        "office": "資訊室",
        "fields": {
            "statement": text,
            "from": day,
            "until": "2025-12-31",
            "level": "甲",
            "link": "https://example.gov.tw/1",
            "review": "",
        },
        "review": "114/11/30 複查" if zh else "Review on 30 Nov 2025",
        "state": state,
        "word": say(f"ev-state-{state}", lang),
        "files": [{"name": "報告.pdf", "kept": f"{number}", "size": "120 KB"}],
    }


def _editor(zh: bool, lang: str) -> dict:
    text = "收辦 {首長信箱收辦件數}，94 件依限辦結。" if zh else "Received {Mailbox letters}, 94 in time."
    start = text.index("94")
    return {
        "stamp": "14-3",
        "code": "1-1-1",
        "lang": lang,
        "query": {"year": "114"},
        "ribbon": some.ribbon(lang),
        "head": some.head(
            lang,
            "95% 以上" if zh else "95% or more",
            "依限辦結，資訊室" if zh else "In time, office of IT",
            crumbs=(say("ui-page-assessment", lang), "陳情處理" if zh else "Petitions"),
        ),
        "nav": {"text": "第 3 列，共 46 列" if zh else "Row 3 of 46", "previous": 2, "next": 4},
        "state": {
            "id": "changed",
            "word": say("form-state-changed", lang),
            "by": "王小明，今日 16:20",
            "why": ["數字變了" if zh else "A figure moved"],
        },
        "said": {
            "act": "save",
            "good": False,
            "text": "沒有儲存。" if zh else "Not saved.",
            "wrong": ["括號沒有關" if zh else "A brace is open"],
            "number": 1,
            "mine": None,
            "theirs": None,
        },
        "moved": {
            "title": "114/12/10 之後變了" if zh else "Moved since 10 Dec",
            "pieces": [["收辦 " if zh else "Received ", "same", False], ["790", "gone", True], ["825", "new", True]],
        },
        "editor": {
            "text": text,
            "current": "0123456789ab-14",
            "basis": "0123456789ab-14",
            "dirty": False,
            "year": 2025,
            "office": "資訊室",
            "as_of": "",
            "min": "2025-01-01",
            "max": "2025-12-31",
            "head": "114/12/10",
            "barred": "",
            "who": say("up-who", lang, who="王小明"),
        },
        "preview": {
            "lines": _lines(zh),
            "problems": ["沒有這個名稱" if zh else "There is no such name"],
            "offers": [
                {
                    "start": start,
                    "end": start + 2,
                    "found": "94",
                    "placeholder": "{陳情}",
                    "text": "94 是人民陳情受理件數嗎？" if zh else "Is 94 the petitions received?",
                }
            ],
        },
        "figures": [
            {
                "name": name,
                "value": "825 件" if zh else "825",
                "insert": f"{{{name}}}",
                "mine": True,
                "missing": missing,
            }
            for name, missing in (
                ("首長信箱收辦件數" if zh else "Mailbox letters", False),
                ("訪客數" if zh else "Visitors", True),
            )
        ],
        "whats": [some.option("value", "數字" if zh else "value"), some.option("n", "件數" if zh else "n")],
        "what": "value",
        "fetched": None,
        "evidence": {
            "rows": [
                _statement(state, n, zh, lang)
                for n, state in enumerate(("carried", "valid", "ended", "later"), start=1)
            ],
            "carry": True,
            "demo": say("ev-demo", lang),
            "year": "114",
            "barred": False,
            "limit": 10_485_760,
            "endings": ".pdf,.odt",
            "fields": [{"name": name, "label": say(f"ev-{name}", lang)} for name in FIELDS],
            "words": {key: say(f"ev-{key}", lang, most=10) for key in OF_EVIDENCE},
        },
        "words": some.words(lang, "row", " ".join(OF_ROW))
        | {"as-of-about": say("row-as-of-about", lang, day="114/12/10")},
    }
