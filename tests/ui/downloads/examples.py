"""What the Downloads page may show."""

from __future__ import annotations

from collections.abc import Iterator

from lang import say
from tests.ui import examples as some

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320"><rect width="640" height="320" fill="#eef1f4"/></svg>'


def examples(lang: str) -> Iterator[tuple[str, str, dict]]:
    zh = lang != "en"
    title = say("ui-page-downloads", lang)
    files = [
        {"id": ending, "name": say(f"dl-{ending[1:]}", lang), "for": say(f"dl-{ending[1:]}-for", lang)}
        for ending in (".ods", ".xlsx", ".csv")
    ]
    now = "114/1/1–12/10" if zh else "1 Jan–10 Dec 2025"
    yield (
        "downloads",
        "usual head",
        {
            "part": "head",
            "stamp": "14",
            "head": some.head(lang, title, now, *some.period(lang)),
            "ribbon": some.ribbon(lang),
            "title": say("dl-summary", lang),
            "text": say("dl-summary-text", lang, now=now),
            "files": files,
            "made": some.made(
                trouble="檔案做不出來，請再試一次。" if zh else "The file could not be made; please try again."
            ),
        },
    )
    yield (
        "downloads",
        "empty head",
        {"part": "head", "stamp": "1", "head": some.head(lang, title, ""), "empty": some.empty(lang)},
    )
    dimension = some.select(
        "of", "面向" if zh else "Dimension", "basic", some.option("basic", "基礎服務" if zh else "Basic services")
    )
    block = {
        "title": "114 年 11 月的簡報" if zh else "Slides of Nov 2025",
        "text": "先看什麼、改變了什麼。" if zh else "What to look at first.",
        "files": files[:2],
    }
    yield (
        "downloads",
        "usual meeting",
        {
            "part": "meeting",
            "stamp": "m14",
            "title": "會議" if zh else "For the meeting",
            "made": None,
            "pack": block,
            "brief": {**block, "dimension": dimension},
        },
    )
    chooser = {
        "part": "chart",
        "stamp": "14-none",
        "title": say("dl-chart", lang),
        "text": say("dl-chart-text", lang),
        "indicator": {
            "label": say("dl-chart-indicator", lang),
            "value": "petitions",
            "none": say("dl-chart-choose", lang),
            "groups": [
                {
                    "name": "基礎服務" if zh else "Basic services",
                    "options": [some.option("petitions", "人民陳情依限辦結率" if zh else "Petitions answered in time")],
                }
            ],
        },
        "view": some.select(
            "view", say("dl-chart-view", lang), "month", some.option("month", say("dl-view-month", lang))
        ),
    }
    yield "downloads", "usual chooser", chooser
    yield "downloads", "nothing chosen", {**chooser, "indicator": {**chooser["indicator"], "value": ""}}
    shown = {"part": "preview", "stamp": "14-petitions", "label": say("dl-preview", lang)}
    yield (
        "downloads",
        "usual preview",
        {**shown, "svg": SVG, "alt": "逐月的率" if zh else "The rate by month", "files": files[:1], "made": None},
    )
    yield "downloads", "nothing to draw", {**shown, "none": say("dl-chart-none", lang)}
