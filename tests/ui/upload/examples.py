"""What the Upload page may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some
from ui.upload.view import _words

MONTH = {"page": "overview", "year": "114", "month": "11"}


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    sources = [
        {"id": "petitions", "name": "人民陳情" if zh else "Petitions", "about": "每件一列" if zh else "A row for each"},
        {"id": "mailbox", "name": "首長信箱" if zh else "Mailbox", "about": "每封一列" if zh else "A row for each"},
    ]
    groups = [
        {"name": say(f"up-group-{key}", lang), "sources": [{**one, "id": f"{one['id']}-{key}"} for one in sources]}
        for key in ("exports", "by-hand", "lists")
    ]
    head = {
        "part": "head",
        "stamp": "14",
        "head": some.head(lang, say("ui-page-upload", lang), say("up-sub", lang)),
        "ribbon": some.ribbon(lang),
        "first": "",
        "tabs": [
            {"id": name, "name": say(f"up-tab-{name}", lang), "on": name == "files"} for name in ("files", "figures")
        ],
        "tabsLabel": say("up-tabs", lang),
        "title": say("up-step-1", lang),
        "groups": groups,
        "source": "petitions-exports",
        "open": "",
        "choose": say("up-source-choose", lang),
        "templates": [
            {"id": ".ods", "name": say("up-template", lang, source="人民陳情" if zh else "Petitions", ending=".ods")}
        ],
        "made": None,
    }
    yield "upload", "usual head", head
    yield (
        "upload",
        "head, first time",
        {
            **head,
            "ribbon": "",
            "first": say("ui-empty-step-1", lang),
            "source": "",
            "open": say("up-source-open", lang),
            "templates": [],
            "made": some.made(trouble="範本做不出來。" if zh else "The template could not be made."),
        },
    )

    body = {
        "part": "body",
        "stamp": "0-0-14-",
        "generation": 0,
        "result": "",
        "files": [],
        "limit": 62_914_560,
        "options": [],
        "seems": None,
        "plan": None,
        "done": None,
        "words": _words(lang, 60),
        "made": None,
    }
    files = [
        {"id": name, "name": name, "size": "120 KB", "out": say("up-out", lang, file=name)}
        for name in ("陳情_11411.csv", "陳情_11412.csv")
    ]
    options = [
        {
            "name": "from",
            "label": say("up-option-from", lang),
            "value": "114/11/1",
            "hint": say("up-option-from-hint", lang),
        },
        {
            "name": "load",
            "label": say("up-option-load", lang),
            "value": "add",
            "choices": [some.option("add", say("up-load-add", lang))],
        },
    ]
    yield "upload", "empty body", body
    yield (
        "upload",
        "usual body, to be loaded",
        {**body, "files": files, "options": options, "result": "1", "plan": _plan(zh, lang), "seems": _asked(zh)},
    )
    yield (
        "upload",
        "usual body, refused",
        {
            **body,
            "files": files[:1],
            "options": options,
            "result": "1",
            "plan": _refused(zh, lang),
            "made": some.made(trouble="做不出來。" if zh else "It could not be made."),
        },
    )
    see = {"text": "看 114 年 11 月" if zh else "See Nov 2025", "href": "overview?year=114&month=11", "to": MONTH}
    yield (
        "upload",
        "usual body, loaded",
        {
            **body,
            "result": "2",
            "done": {
                "good": True,
                "title": "已載入" if zh else "Loaded",
                "text": "新增 2 列。" if zh else "2 rows are new.",
                "load": 15,
                "see": see,
            },
        },
    )
    yield (
        "upload",
        "body, not loaded",
        {
            **body,
            "result": "2",
            "done": {
                "good": False,
                "title": say("up-not-loaded", lang),
                "text": "有人正在載入。" if zh else "Somebody else is loading.",
            },
        },
    )

    history = {
        "part": "history",
        "stamp": "14",
        "none": say("up-history-none", lang),
        "title": say("up-history", lang),
        "rows": some.load_rows(lang),
        "words": some.load_words(lang),
    }
    yield "upload", "usual history", history
    yield "upload", "no history", {**history, "rows": []}

    said = {
        "text": "有 1 個數字不對。" if zh else "1 figure is wrong.",
        "good": False,
        "wrong": {"calls": ["不是數字" if zh else "Not a number"], "": ["整張" if zh else "The whole"]},
        "number": 1,
        "asked": False,
        "see": None,
    }
    grid = _grid(zh, lang)
    yield "grid", "usual", {**grid, "said": said}
    yield (
        "grid",
        "usual, asked",
        {
            **grid,
            "said": {**said, "wrong": {"calls": ["比上月多十倍" if zh else "Ten times last month"]}, "asked": True},
            "demo": "",
        },
    )
    yield (
        "grid",
        "saved",
        {**grid, "said": {**said, "good": True, "text": "已儲存。" if zh else "Saved.", "wrong": {}, "see": see}},
    )
    yield "grid", "empty", {**grid, "groups": []}


def _asked(zh: bool) -> dict:
    yes = {
        "key": "source",
        "value": "mailbox",
        "text": "改看成首長信箱" if zh else "Take it as the mailbox",
        "focus": "seems-mailbox",
        "more": {},
    }
    keep = {
        "key": "remove",
        "value": "",
        "text": "只留人民陳情" if zh else "Keep petitions only",
        "focus": "keep-petitions",
        "more": {"names": ["陳情_11412.csv"]},
        "no": True,
    }
    return {"text": "看起來是兩種檔案。" if zh else "These seem to be two kinds of files.", "answers": [yes, keep]}


def _plan(zh: bool, lang: str) -> dict:
    columns = [
        {"ours": "收文日期", "theirs": "收文日", "about": "收到的日子" if zh else "The day it came", "same": False},
        {"ours": "案件編號", "theirs": "案件編號", "about": "", "same": True},
    ]
    file = {
        "file": "陳情_11411.csv",
        "sheet": "工作表1",
        "rows": "1,204",
        "period": "114/11/1–11/30",
        "counts": ["2", "1", "0", "1,201"],
        "understood": say("up-understood", lang, count=2),
        "columns": columns,
        "absent": "沒有：備註" if zh else "Not there: remark",
    }
    warning = {
        "severity": "warning",
        "word": say("up-severity-warning", lang),
        "file": "陳情_11411.csv",
        "sheet": "",
        "cell": "",
        "column": "備註",
        "found": "",
        "text": "這一欄不認得" if zh else "This column is not known",
        "expected": "",
    }
    return {
        "refused": False,
        "verdict": "會新增 2 列、改 1 列。" if zh else "2 rows would be new, 1 changed.",
        "demo": say("up-demo-goes", lang),
        "files": [
            file,
            {**file, "file": "陳情_11412.csv", "sheet": None, "understood": "", "columns": [], "absent": ""},
        ],
        "total": ["2", "1", "1", "1,201"],
        "problems": [warning],
        "questions": [],
        "moves": some.differences(lang),
        "cells": [
            {
                "key": "P1",
                "column": "結案日期",
                "old": "114/11/10",
                "new": "114/11/12",
                "where": "第 2 列" if zh else "row 2",
            }
        ],
        "gone": [{"key": "P9", "file": "陳情_11410.csv", "where": "第 9 列" if zh else "row 9"}],
        "cellsMore": say("up-first", lang, count=200),
        "goneMore": say("up-gone-more", lang, count=3),
        "kinds": {"error": 0, "warning": 1, "note": 0},
        "closed": say("up-closed", lang, months="114/10"),
        "markable": [],
        "more": "",
    }


def _refused(zh: bool, lang: str) -> dict:
    def problem(severity: str, row: int) -> dict:
        return {
            "severity": severity,
            "word": say(f"up-severity-{severity}", lang),
            "file": "陳情_11411.csv",
            "sheet": "工作表1",
            "cell": f"B{row}",
            "column": "收文日期",
            "found": "114/13/45",
            "text": "不是日期" if zh else "Not a day",
            "expected": "像 114/11/3 的日期" if zh else "A day such as 114/11/3",
        }

    plan = _plan(zh, lang)
    return plan | {
        "refused": True,
        "verdict": say("up-refused", lang, count=11),
        "demo": "",
        "files": [{**plan["files"][0], "counts": ["—"] * 4}],
        "problems": [*(problem("error", row) for row in range(2, 13)), problem("note", 14)],
        "questions": [_asked(zh)],
        "moves": {**plan["moves"], "rows": [], "more": ""},
        "cells": [],
        "gone": [],
        "cellsMore": "",
        "goneMore": "",
        "kinds": {"error": 11, "warning": 0, "note": 1},
        "closed": "",
        "markable": ["陳情_11411.csv"],
        "more": say("up-more", lang, count=90),
    }


def _grid(zh: bool, lang: str) -> dict:
    month, beside = ("114 年 11 月" if zh else "Nov 2025"), {"text": "1,180", "small": "114/10/1–10/30"}

    def row(key: str, name: str, **more: object) -> dict:
        cells = dict.fromkeys(("value", "numerator", "denominator", "qualifier"), "")
        return {
            "id": key,
            "name": name,
            "unit": "通" if zh else "calls",
            "sign": "",
            "point": "",
            "parts": False,
            "whole": True,
            "last": beside,
            "prior": {"text": "—", "small": ""},
            "cells": cells,
            "note": "",
            "locked": False,
            **more,
        }

    rows = [
        row(
            "calls",
            "話務中心來電數" if zh else "Calls to the help desk",
            cells={"value": "1,204", "numerator": "", "denominator": "", "qualifier": ""},
        ),
        row("rate", "接通率" if zh else "Share of calls taken", unit="%", sign="%", parts=True),
        row("parts", "滿意度" if zh else "Satisfaction", unit="%", parts=True, whole=False),
        row(
            "told",
            "各組填報的數字" if zh else "Told by offices",
            locked=True,
            note=say("up-grid-offices", lang),
            point=say("up-grid-point", lang),
        ),
    ]
    words = some.words(
        lang, "up-grid", "hint indicator or qualifier numerator denominator save saving sure"
    ) | some.words(lang, "up", "message message-hint")
    words |= {
        "title": say("up-grid-title", lang, month=month),
        "value": month,
        "last": say("up-grid-last", lang, month=month),
        "prior": say("up-grid-prior", lang, month=month),
        "who": say("up-who", lang, who="王小明"),
        "filled": [say("up-grid-filled", lang, n=n) for n in range(5)],
    }
    return {
        "stamp": "14",
        "month": "11411",
        "control": some.select("for", say("up-grid-month", lang), "11411", some.option("11411", month)),
        "demo": say("up-grid-demo", lang),
        "qualifiers": [some.option("", say("up-grid-exact", lang)), some.option("約", say("up-grid-about", lang))],
        "said": None,
        "words": words,
        "groups": [{"name": "基礎服務" if zh else "Basic services", "rows": rows}],
    }
