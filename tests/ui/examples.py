"""Examples of what components are handed, to be read by a person: pieces of several pages, and what is made of each example.

``examples.py`` in the room of each page gives its own, by component and by what they show; `tests.ui.test_examples` holds
them against the contracts, `tests.browser.test_examples` draws them.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace

from lang import LANGUAGES, say
from tests.conftest import ROOT

STORE = "0123456789ab"
FIRST = "usual"  # the example of which the long and the hostile one are made
LONG = {
    "zh-Hant": "臺北市政府地方稅務及戶政暨社會福利聯合服務中心第二辦公區（含線上及電話申辦）人民陳情案件依限辦結情形暨後續追蹤改善作業說明",
    "en": "Share of petitions that were answered in time by the joint service centre for taxes, registration and social welfare, "
    "see petitions_2025_11_corrected_and_signed_by_the_head_of_the_office_v2.xlsx",
}
HOSTILE = "\"><img src=x onerror=\"throw Error('ran')\"><script>throw Error('ran')</script>\u202e{{7*7}}&lt;b&gt;𠮷"
FREE = {
    "about",
    "absent",
    "by",
    "cells",
    "column",
    "file",
    "files",
    "found",
    "item",
    "lines",
    "message",
    "name",
    "note",
    "office",
    "pieces",
    "reason",
    "reminder",
    "sheet",
    "standard",
    "statement",
    "summary",
    "text",
    "theirs",
    "title",
    "trouble",
    "what",
    "where",
    "who",
    "why",
    "written",
    "wrong",
    "say",
}
OURS = {
    "words",
    "switch",
    "states",
    "statuses",
    "tones",
    "tabs",
    "views",
    "months",
    "fresh",
    "last",
    "prior",
    "qualifiers",
}  # texts of ours, and numbers

KINDS = {"figure", "statement", "missing", "same", "new", "gone"}  # names of ours among the pieces of a text


@dataclass(frozen=True)
class Example:
    component: str
    name: str
    lang: str
    data: dict

    def __str__(self) -> str:
        return f"{self.component}-{self.name}-{self.lang}"


def every() -> list[Example]:
    """All examples in both languages; of each first one also what it is with long and with hostile texts."""
    found = []
    for path in sorted((ROOT / "tests" / "ui").glob("*/examples.py")):
        room = importlib.import_module(f"tests.ui.{path.parent.name}.examples")
        for lang in LANGUAGES:
            for component, name, data in room.examples(lang):
                one = Example(component, name, lang, {**drawn(), **data})
                found.append(one)
                if name.startswith(FIRST):
                    found += [
                        replace(one, name=name.replace(FIRST, kind), data=filled(one.data, text))
                        for kind, text in (("long", LONG[lang]), ("hostile", HOSTILE))
                    ]
    return found


def filled(data: object, text: str, name: str = "") -> object:
    """The same data, but every text that comes from files or persons is another one."""
    if isinstance(data, dict):
        return {key: value if key in OURS else filled(value, text, key) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [filled(one, text, name) for one in data]
    return text if isinstance(data, str) and data and name in FREE and data not in KINDS else data


# -- pieces ------------------------------------------------------------------------------------------------------------


def drawn() -> dict:
    return {"heard": {"line": "", "number": 0}, "store": STORE}


def words(lang: str, prefix: str, keys: str) -> dict[str, str]:
    """Fixed words of a page, as it hands them."""
    return {key: say(f"{prefix}-{key}", lang) for key in keys.split()}


def option(value: str, text: str = "") -> dict:
    return {"value": value, "text": text or value}


def select(key: str, label: str, value: str, *options: dict) -> dict:
    return {"key": key, "label": label, "value": value, "options": list(options)}


def head(lang: str, title: str, sub: str, *controls: dict, crumbs: tuple[str, ...] = ()) -> dict:
    other = next(one for one in LANGUAGES if one != lang)
    return {
        "title": title,
        "sub": sub,
        "controls": list(controls),
        "crumbs": list(crumbs),
        "lang": lang,
        "switch": {
            "value": other,
            "text": say("ui-switch", lang),
            "label": say("ui-switch-label", lang),
            "lang": other,
        },
        "skip": say("ui-skip", lang),
        "seen": {
            "name": "kpi-seen",
            "before": f"{STORE}.0.0",
            "version": 14,
            "at": 1764316800,
            "pause": 1800,
            "asks": False,
        },
        "printed": {"scope": "", "words": say("ui-printed", lang), "zone": "Asia/Taipei"},
    }


def period(lang: str) -> tuple[dict, dict, dict, dict]:
    """Year, part of the year, cut-off and office, as most pages have them."""
    zh = lang != "en"
    return (
        select(
            "year",
            say("ui-year", lang),
            "114",
            option("114", "114 年（2025）" if zh else "2025"),
            option("113", "113 年（2024）" if zh else "2024"),
        ),
        select(
            "month",
            say("ui-part", lang),
            "",
            option("", say("ui-part-ytd", lang)),
            option("11", "11 月" if zh else "Nov"),
        ),
        {
            "key": "until",
            "label": say("ui-until", lang),
            "kind": "date",
            "value": "2025-12-10",
            "min": "2025-01-01",
            "max": "2025-12-31",
            "text": say("ui-until-text", lang, day="12/10" if zh else "10 Dec"),
        },
        select("office", say("ui-office", lang), "", option("", say("ui-office-all", lang)), option("資訊室")),
    )


def empty(lang: str) -> dict:
    steps = [say(f"ui-empty-step-{n}", lang) for n in (1, 2, 3)]
    return {"title": say("ui-empty-title", lang), "text": say("ui-empty-text", lang), "steps": steps}


def ribbon(lang: str) -> str:
    return say("ui-demo-all", lang)


def status(key: str, lang: str) -> str:
    return say(f"status-{key}", lang)


def signs(variation: str, side: int, assurance: str | None, lang: str) -> dict:
    zh = lang != "en"
    return {
        "variation": variation,
        "side": side,
        "word": "平常的波動" if zh else "Usual variation",
        "why": "114 年 11 月在平常的波動範圍內（看了 35 個月）。"
        if zh
        else "Nov 2025 is within usual variation (35 months).",
        "assurance": assurance,
        "assurance_word": ("大致會達標" if zh else "Will mostly meet it") if assurance else "",
        "outlook": ("往後多半會達標。" if zh else "Most coming months will meet the standard.") if assurance else "",
    }


def load_row(load: int, lang: str, **more: object) -> dict:
    zh = lang != "en"
    return {
        "load": load,
        "state": "",
        "undone": False,
        "when": "今日 16:20" if zh else "Today 16:20",
        "who": "王小明",
        "source": "人民陳情" if zh else "Petitions",
        "demo": "",
        "files": "陳情_11411.csv",
        "counts": ["1,204", "3", "0"],
        "message": "補正後重送" if zh else "Sent again after correction",
        **more,
    }


def load_rows(lang: str) -> list[dict]:
    zh = lang != "en"
    wide = {
        "who": "tester", "source": "人工統計數字" if zh else "Hand-counted figures", "message": "內建辦公日曆（依公開資料重建）",
        "files": "線上申辦案件_11201.xlsx、線上申辦案件_11202.xlsx" + (" 等 36 個檔案" if zh else " and 34 more"),
    }  # fmt: skip
    return [
        load_row(14, lang),
        load_row(13, lang, undone=True, state=say("history-state-undone", lang, load="14"), message=""),
        load_row(1, lang, demo=say("up-demo", lang), **wide),
    ]


def load_words(lang: str) -> dict[str, str]:
    return words(lang, "up", "when who-did source file added changed removed note") | {"open": say("his-open", lang)}


def side(value: str, n: str, state: str, lang: str) -> dict:
    days = "114/1/1–12/10" if lang != "en" else "1 Jan–10 Dec 2025"
    return {"value": value, "n": n, "period": days, "status": state, "word": status(state, lang)}


def differences(lang: str) -> dict:
    zh = lang != "en"
    return {
        "rows": [
            {
                "id": "petitions_on_time",
                "name": "人民陳情依限辦結率" if zh else "Petitions answered in time",
                "year": "114 年" if zh else "2025",
                "flipped": True,
                "before": side("94.9%", "n = 1,201", "not_met", lang),
                "after": side("95.2%", "n = 1,204", "met", lang),
            },
            {
                "id": "mailbox_letters",
                "name": "首長信箱收辦件數" if zh else "Mailbox letters",
                "year": "114 年" if zh else "2025",
                "flipped": False,
                "before": side("—", "", "no_data", lang),
                "after": side("825 件" if zh else "825", "", "tracked", lang),
            },
        ],
        "more": say("moves-more", lang, count=4),
        "words": words(lang, "up", "moves before after indicator flips"),
    }


def source_rows(lang: str) -> dict:
    zh = lang != "en"
    rows = [
        {
            "file": "陳情_11411.csv",
            "where": "工作表1 · 第 2 列" if zh else "Sheet1 · row 2",
            "load": 14,
            "cells": [say("rows-yes", lang), "P1140001", "114/11/3" if zh else "3 Nov 2025", "甲組"],
        },
        {"file": "—", "where": "", "load": None, "cells": [say("rows-no", lang), "P1140002", "", "乙組"]},
    ]
    return {
        "heads": [say("rows-from", lang), say("rows-counted", lang), "案件編號", "收文日期", "承辦單位"],
        "rows": rows,
        "of": 0,
        "from": 25,
        "size": 25,
        "total": 1204,
        "said": say("rows-said", lang, first="26", last="50", total="1,204"),
        "before": say("rows-before", lang),
        "after": say("rows-after", lang),
        "none": say("rows-none", lang),
    }


def edition(kind: str, load: int, lang: str) -> dict:
    return {
        "edition": kind,
        "word": say(f"edition-{kind}", lang),
        "value": "95.2%",
        "n": "n = 1,204",
        "by": say("his-edition-by", lang, load=str(load), who="王小明", at="114/12/3") if load else "",
        "message": "",
        "load": load,
    }


def made(**more: str) -> dict:
    """A file that could not be made; one that could would be saved at once."""
    return {"token": "1", "content": "", "trouble": "", **more}
