"""The parts that packs and briefs are built from: paragraphs, cells, a table, and the words that both say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kpi.catalogue import Behaviour
from kpi.evaluate import Result
from kpi.status import Status
from kpi.values import Value
from lang import amount, day, in_column, period, places_of, say
from present.sentences.change import DASH, change_words, compared_now, compares_other_days
from present.sentences.result import n_of, own_days, status_word, value_words
from present.text_width import has_cjk
from publish.document.elements import Cell, Paragraph, Run, Table
from publish.pack.contents import Gathered

SIGNS = {
    Status.met: "●", Status.not_met: "◆", Status.at_risk: "▲", Status.evidence_missing: "□", Status.tracked: "○",
}  # fmt: skip
"""A shape beside the word, so that a status is found at a glance, in black and white too."""
NUMBERS = ("value", "n", "prior", "change", "count")  # columns that are aligned at their end
OPEN = (Status.not_met, Status.at_risk, Status.evidence_missing)


def run(text: str, lang: str, *, strong: bool = False) -> Run:
    """A stretch of text. In an English document what stands in Chinese (an office, a statement) says so."""
    return Run(text, strong, lang="zh-Hant" if lang == "en" and has_cjk(text) else "")


def paragraph(text: str, lang: str, style: str = "body", *, strong: bool = False) -> Paragraph:
    return Paragraph((run(text, lang, strong=strong),), style)


def cell(lang: str, text: str, *below: str, strong: bool = False, align: str = "start") -> Cell:
    """A cell with what stands ``below``: words in small type, figures aligned with those above."""
    small = (paragraph(one, lang, "small" if align == "start" else "body") for one in below if one)
    return Cell((paragraph(text, lang, strong=strong), *small), align=align)


def head_cell(text: str, lang: str, *, end: bool = False) -> Cell:
    """The head of a column; of numbers it stands where they end."""
    return Cell((paragraph(text, lang),), role="head", align="end" if end else "start")


def table(
    lang: str, about: str, columns: Sequence[tuple[str, float]], rows: Iterable[tuple[Cell, ...]]
) -> Table:  # fmt: skip
    """A table whose ``columns`` are (key of its head, share of the width)."""
    head = tuple(head_cell(say(f"pack-column-{key}", lang), lang, end=key in NUMBERS) for key, _ in columns)
    return Table(tuple(share for _, share in columns), (head,), tuple(rows), about)


def status_cell(result: Result, lang: str) -> Cell:
    text = f"{SIGNS.get(result.status, '')} {status_word(result.status, lang)}".strip()
    return cell(lang, text, strong=result.status in OPEN)


def value_cell(found: Gathered, result: Result, lang: str, *, below: bool = True) -> Cell:
    """The value, and below it its n."""
    small = n_text(found, result, lang) if below else ""
    return cell(
        lang,
        in_column(value_words(found.catalogue, result, lang), lang),
        small,
        own_days(result, lang),
        strong=below,
        align="end",
    )


def n_text(found: Gathered, result: Result, lang: str) -> str:
    value = result.value
    if value is None or value.value is None or _is_evidence(found, result):
        return ""
    return n_of(found.catalogue, result.indicator, value, lang)


def prior_cell(found: Gathered, result: Result, lang: str, *, below: bool = True) -> Cell:
    """The value of the same days of last year, and below it its n; its own days where they are not those of the head."""
    prior = result.prior
    if prior is None or prior.value is None:
        return cell(lang, DASH, align="end")
    digits = places_of(found.catalogue, result)
    text = amount(found.catalogue, result.indicator, prior.value, lang, qualifier=prior.qualifier, digits=digits)
    small = n_of(found.catalogue, result.indicator, prior, lang) if below else ""
    return cell(lang, in_column(text, lang), small, *_other_days(result, prior, lang), align="end")


def change_cell(found: Gathered, result: Result, lang: str) -> Cell:
    """The change, and below it whether it is for the better, and what is compared where that is not the days of the head."""
    change = change_words(found.catalogue, result, lang)
    days = (compared_now(found.catalogue, result, lang),) if compares_other_days(result) else ()
    return cell(lang, change.text, change.verdict, *days, align="end")


def _other_days(result: Result, value: Value | None, lang: str) -> tuple[str, ...]:
    return (period(value.period, lang),) if value and compares_other_days(result) else ()


def office_name(found: Gathered, indicator: str, lang: str) -> str:
    return found.office(indicator) or say("pack-no-office", lang)


def office_cell(found: Gathered, indicator: str, lang: str) -> Cell:
    return cell(lang, office_name(found, indicator, lang))


def headline(found: Gathered, rows: Sequence[Result], lang: str) -> str:
    """How many of these indicators meet their standard and how many do not, in one sentence."""
    counts = {status.value: sum(row.status is status for row in rows) for status in (Status.met, *OPEN)}
    key = "pack-headline" if any(counts[status.value] for status in OPEN) else "pack-nothing-open"
    return say(key, lang, all=len(rows), rest=len(rows) - sum(counts.values()), **counts)


def footer(found: Gathered, title: str, lang: str) -> str:
    key = "pack-footer-demo" if found.summary.demo else "pack-footer"
    return say(key, lang, agency=found.catalogue.settings.agency.get(lang), title=title)


def about_lines(found: Gathered, lang: str) -> tuple[str, ...]:
    """Cut-off, periods and version of the data; that they are invented, where they are."""
    summary = found.summary
    span = say("pack-period", lang, period=period(summary.period, lang), prior=period(summary.prior, lang))
    data = [
        say("pack-cut-off", lang, day=day(summary.period.end, lang)),
        say("pack-version", lang, version=summary.version),
    ]
    if summary.demo:
        data.append(say("pack-demo", lang))
    return span, " · ".join(data)


def _is_evidence(found: Gathered, result: Result) -> bool:
    return found.catalogue.indicators[result.indicator].behaviour is Behaviour.evidence
