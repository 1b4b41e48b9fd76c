"""Two forms side by side as data: two years, or a signed edition and now; what differs is marked."""

from __future__ import annotations

import streamlit as st

from kpi.dates.periods import end_in
from lang import day, say, year
from present.form.diff import Compared, beside
from present.form.filled import Form
from ui.assessment import cached_form, view
from ui.assessment.contract import Pair, TwoYears
from ui.shared import cached
from ui.shared.messages import number_of
from ui.shell import controls
from ui.shell.page_context import Filled


def shown(page: Filled) -> TwoYears:
    """The form of another year on the left, that of this year on the right, each cut off on the same day."""
    lang, form = page.lang, view.current(page)
    others = [one for one in cached.years(page.version) if one != form.year] or [form.year - 1]
    asked = (number_of(st.query_params.get("with", "")) or 0) + 1911
    other = asked if asked in others else _before(form.year, others)
    theirs = cached_form.form(page.version, other, end_in(form.as_of, other), lang)
    rows = differing(theirs, form)
    return {
        "part": "compare", "stamp": f"{page.version}-{form.year}-{form.as_of}-{other}", "query": page.query,
        "with": str(other - 1911), "years": [controls.option(str(one - 1911), year(one, lang)) for one in others],
        "heads": [say("form-compare-standard", lang), *(_head(one, lang) for one in (theirs, form))],
        "lead": say("form-compare-lead", lang, count=len(rows), **counts(rows)),
        "rows": pairs(rows, form, lang),
        "words": {"with": say("form-compare-with", lang), "same": say("form-compare-same", lang)},
    }  # fmt: skip


def _head(form: Form, lang: str) -> str:
    return (
        f"{year(form.year, lang)}（{day(form.as_of, lang)}）"
        if lang != "en"
        else f"{form.year} ({day(form.as_of, lang)})"
    )


def _before(chosen: int, others: list[int]) -> int:
    return max((one for one in others if one < chosen), default=min(others))


def differing(one: Form, other: Form) -> list[Compared]:
    """The rows in which two forms say something else."""
    return [pair for pair in beside(one, other) if pair.figures or pair.words]


def counts(rows: list[Compared]) -> dict[str, int]:
    """How many rows differ in what."""
    return {kind: sum(_differs(one)[kind] for one in rows) for kind in ("lacking", "figures", "words")}


def pairs(rows: list[Compared], form: Form, lang: str) -> list[Pair]:
    """Rows with their marks; the left side shows what is gone, the right what is new. A row that the form no longer has,
    as `beside` puts it last, has no place in it."""
    places = {row.code: place for place, row in enumerate(form.rows, start=1)}
    return [
        {
            "place": places.get(one.code, ""), "standard": one.standard, "said": _said(one, lang),
            "before": [(piece.text, piece.kind, piece.figure) for piece in one.pieces if piece.kind != "new"],
            "after": [(piece.text, piece.kind, piece.figure) for piece in one.pieces if piece.kind != "gone"],
        }
        for one in rows
    ]  # fmt: skip


def _differs(one: Compared) -> dict[str, bool]:
    """In what two rows differ; where one of them lacks data, that is told, and of the rest figures that both have."""
    if one.lacking:
        return {"lacking": True, "figures": one.figures_on_both, "words": False}
    return {"lacking": False, "figures": one.figures, "words": one.words}


def _said(one: Compared, lang: str) -> str:
    kinds = [kind for kind, differs in _differs(one).items() if differs]
    if kinds == ["figures", "words"]:
        return say("form-compare-both", lang)
    return ("；" if lang != "en" else "; ").join(say(f"form-compare-{kind}", lang) for kind in kinds)
