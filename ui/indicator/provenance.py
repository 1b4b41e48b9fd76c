"""What stands behind an indicator's value, as data: its parts, windows, evidence, and the loads it came from."""

from __future__ import annotations

from kpi.catalogue import Behaviour, Catalogue
from kpi.dates.periods import Period
from kpi.evaluate import Result
from kpi.frequency import Window
from kpi.observations import Scope
from kpi.status import Status
from lang import amount, day, list_of, number, period, say
from present.charts.breakdown import Dot, OfficeDots
from present.sentences.questions import marked, named, value_label, worst_first
from ui.indicator.contract import (
    EvidenceList,
    EvidenceRow,
    FileBehind,
    LoadBehind,
    LoadsBehind,
    Part,
    Parts,
    Provenance,
    RestatedMonths,
    RestatedRow,
    RowsBehind,
    WindowRow,
    Windows,
)
from ui.indicator.suggested_questions import asked as questions_asked
from ui.shared import cached, source_rows
from ui.shared.freshness import moment
from ui.shared.load_rows import edition, month_words
from ui.shared.memory import kept
from warehouse import Version

FEW_FILES = 3
FEW_PARTS = 12  # of a list; the rest is a click away
AS_STATUS = {"done": Status.met, "missed": Status.not_met, "unknown": Status.no_data}  # the state of a window


@kept(64)
def behind(version: Version, indicator: str, asked: Period, office: str | None, lang: str) -> Provenance:
    """By office, by category, windows, evidence, and where the figures came from."""
    catalogue = cached.catalogue()
    result = cached.result(version, indicator, asked, Scope(office))
    parts = [(cached.offices(version, indicator, asked, lang), "offices")] if office is None else []
    parts.append((cached.categories(version, indicator, asked, lang, office), "categories"))
    first = {(one.kind, one.key) for one in named(questions_asked(version, indicator, asked, office, lang))}
    return {
        "dots": [_dots(catalogue, indicator, dots, kind, first, lang) for dots, kind in parts if len(dots.rows) > 1],
        "windows": _windows(catalogue, result, lang),
        "evidence": _evidence(version, indicator, lang),
        "restated": _restated(version, indicator, asked, lang),
        "loads": _loads(version, indicator, asked, lang),
    }


def rows(
    version: Version, indicator: str, asked: Period, office: str | None, lang: str, offset: str | None
) -> RowsBehind | None:
    """The rows of files behind the value; ``offset`` as the address states it, None while they are not asked for."""
    catalogue = cached.catalogue()
    result = cached.result(version, indicator, asked, Scope(office))
    if catalogue.indicators[indicator].behaviour is Behaviour.evidence or result.value is None:
        return None
    shown: RowsBehind = {
        "title": say("rows-title", lang), "sub": say("rows-sub", lang, period=period(result.value.period, lang)),
        "open": say("rows-open", lang), "close": say("rows-close", lang), "rows": None,
    }  # fmt: skip
    if not offset:
        return shown
    first = source_rows.offset_of(offset)
    found = cached.rows_behind(version, indicator, result.value.period, office, first)
    if first >= found.total:
        first, found = 0, cached.rows_behind(version, indicator, result.value.period, office, 0)
    return shown | {"rows": source_rows.shown(found, catalogue.indicators[indicator].source, first, lang)}


def _restated(version: Version, indicator: str, asked: Period, lang: str) -> RestatedMonths | None:
    """Closed months of the period that were changed since: what was published, and what it is now."""
    months = [
        (month, found)
        for month, found in dict(cached.restated(version)).get(indicator, [])
        if asked.meets(Period(month, month))
    ]
    if not months:
        return None
    rows: list[RestatedRow] = [
        {"month": month_words(month, lang), "editions": [edition(indicator, one, lang) for one in found]}
        for month, found in months
    ]  # fmt: skip
    return {"title": say("his-restated", lang), "rows": rows}


def _dots(
    catalogue: Catalogue, indicator: str, dots: OfficeDots, kind: str, first: set[tuple[str, str]], lang: str
) -> Parts:  # fmt: skip
    """``first``: (kind, key) of what the questions name, which stands where it can be seen."""
    sides = marked(catalogue, indicator, dots)
    ordered = in_sight(worst_first(catalogue, indicator, dots), {key for its, key in first if its == kind})
    rows: list[Part] = [
        {"name": d.name, "key": d.key, "value": d.value, "n": d.n, "label": value_label(d), "out": sides.get(d.key, 0)}
        for d in ordered
    ]  # fmt: skip
    return {
        "title": say(f"ui-by-{kind}", lang), "kind": kind, "few": FEW_PARTS, "rows": rows, "summary": dots.summary,
        "whole": {"value": dots.whole.value, "label": value_label(dots.whole)} if dots.whole else None,
        "wholeName": say("ui-by-whole", lang),
        "hint": say("ui-by-hint", lang) if any(d.n for d in dots.rows) else "",
        "marked": say("ui-by-marked", lang) if sides else "",
        "more": say(f"ui-by-more-{kind}", lang, count=len(rows)),
    }  # fmt: skip


def in_sight(parts: list[Dot], keys: set[str]) -> list[Dot]:
    """The parts in their order, those of ``keys`` no later than the last place that is seen at once."""
    late = [dot for place, dot in enumerate(parts) if dot.key in keys and place >= FEW_PARTS][:FEW_PARTS]
    rest = [dot for dot in parts if dot not in late]
    return [*rest[: FEW_PARTS - len(late)], *late, *rest[FEW_PARTS - len(late) :]]


def _windows(catalogue: Catalogue, result: Result, lang: str) -> Windows | None:
    if not result.windows:
        return None
    rows: list[WindowRow] = [
        {
            "state": AS_STATUS.get(window.state, Status.tracked),
            "word": say(f"ui-window-{window.state}", lang), "period": period(window.period, lang),
            "count": amount(catalogue, result.indicator, window.count, lang),
            "missing": _lacking(window, lang),
        }
        for window in reversed(result.windows)
    ]  # fmt: skip
    return {"title": say("ui-windows", lang), "rows": rows}


def _lacking(window: Window, lang: str) -> str:
    """The offices without enough in a window, and those of which it is not known."""
    named = {"ui-window-missing": window.missing, "ui-window-unknown-offices": window.unknown}
    said = [say(key, lang, offices=list_of(names, lang, len(names))) for key, names in named.items() if names]
    return ("; " if lang == "en" else "；").join(said)


def _evidence(version: Version, indicator: str, lang: str) -> EvidenceList | None:
    if cached.catalogue().indicators[indicator].behaviour is not Behaviour.evidence:
        return None
    rows: list[EvidenceRow] = []
    for item in cached.evidence(version, indicator):
        ends = item["until"]
        valid = period(Period(item["from"], ends), lang) if ends else say("ui-from", lang, day=day(item["from"], lang))
        facts = [valid, item["level"] or "", item["office"] or ""]
        rows.append({"text": item["statement"] or "", "facts": [f for f in facts if f], "link": item["link"] or ""})
    return {
        "title": say("ui-evidence", lang), "rows": rows, "open": say("ui-evidence-open", lang),
        "none": say("evidence-none", lang),
    }  # fmt: skip


def _loads(version: Version, indicator: str, asked: Period, lang: str) -> LoadsBehind:
    today = cached.today()
    rows: list[LoadBehind] = []
    for load in cached.loads_behind(version, indicator, asked)[:8]:
        demo = say("ui-load-demo", lang)
        meant = [
            f for f in load.files if f.start is None or f.end is None or asked.meets(Period(f.start, f.end))
        ] or list(load.files)
        meant.sort(key=lambda f: f.end or f.as_of or asked.end, reverse=True)
        shown, rest = meant[:FEW_FILES], len(meant) - FEW_FILES
        files: list[FileBehind] = [
            {"name": f.name, "rows": say("ui-load-rows", lang, rows=number(f.rows), count=f.rows)} for f in shown
        ]
        who = say("ui-load-who", lang, at=moment(load.at, today, lang), who=load.actor)
        more = say("ui-load-more", lang, count=rest) if rest > 0 else ""
        rows.append(
            {
                "load": load.load,
                "files": files,
                "more": more,
                "who": who,
                "message": load.message if not load.demo else "",
                "demo": demo if load.demo else "",
            }
        )
    return {
        "title": say("ui-loads", lang), "rows": rows, "none": say("ui-loads-none", lang),
        "version": say("ui-loads-version", lang, version=number(version.number)),
    }  # fmt: skip
