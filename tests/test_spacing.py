"""Chinese sentences have the right blanks, whatever fills them: every message of the catalogue, and what the pages say."""

from __future__ import annotations

import itertools
import re
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from kpi.attention import look_first
from kpi.dates.periods import Period
from kpi.forecast.outlook import outlook_of
from kpi.observations import Scope
from lang import expected, joined, list_of, say, sentence
from lang.figures import qualified
from lang.spacing import faults
from present.charts.breakdown import OfficeDots, office_chart
from present.charts.process import process_words
from present.charts.year import ChartModel, year_chart
from present.sentences.attention import why
from present.sentences.change import change_words, compared_words, moved_words
from present.sentences.outlook import outlook_words
from present.sentences.questions import questions
from present.sentences.result import n_words, per_day_words, standard_long, value_words
from publish.document.elements import Run
from publish.pack.files import make_brief, make_pack
from publish.summary.figures import summarise
from publish.summary.table import table_of

ROOT = Path(__file__).parents[1]
LANG, END = "zh-Hant", date(2025, 12, 10)
EMPTY = OfficeDots("", "", "", False, (), None, "", "")
FILLINGS = ("甲組", "A3.xlsx", "114/12/10", "12.5 件", "−0.9 個百分點", "4.7%", "約 12 件", "114 年", "≥ 98%", "「乙」")


class Asked(visitor.Visitor):
    """The variables of a message; of those that choose, what they may be."""

    def __init__(self):
        self.names, self.keys = set(), {}

    def visit_VariableReference(self, node):
        self.names.add(node.id.name)

    def visit_SelectExpression(self, node):
        if isinstance(node.selector, ast.VariableReference):
            keys = self.keys.setdefault(node.selector.id.name, set())
            for variant in node.variants:
                numeric = isinstance(variant.key, ast.NumberLiteral)
                keys.add(int(variant.key.value) if numeric else variant.key.name)
        self.generic_visit(node)


def messages(lang):
    for path in sorted((ROOT / "lang" / lang).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                asked = Asked()
                asked.visit(entry)
                yield entry.id.name, asked


def choices(keys) -> list:
    """What a variable that chooses is tried with: its keys, and for numbers others too."""
    if any(isinstance(key, int) for key in keys) or keys <= {"one", "other"}:
        return sorted({0, 1, 2, 5, *(key for key in keys if isinstance(key, int))})
    return sorted(keys, key=str)


def rendered(lang="zh-Hant"):
    """Every message with every choice of its variants and every kind of filling."""
    for key, asked in messages(lang):
        free = sorted(asked.names - set(asked.keys))
        options = [choices(keys) for keys in asked.keys.values()]
        for picked in itertools.product(*options):
            chosen = dict(zip(asked.keys, picked, strict=True))
            for filling in FILLINGS if free else ("",):
                params = chosen | dict.fromkeys(free, filling)
                yield key, filling, say(key, lang, **params)
                yield key, filling, expected(key, lang, **params)


def test_every_message_has_the_right_blanks_with_whatever_fills_it():
    wrong = [(key, filling, text, bad) for key, filling, text in rendered() if (bad := faults(_plain(text)))]
    assert not wrong, "\n".join(map(str, wrong[:60]))


def test_english_messages_have_single_blanks_and_none_before_a_mark():
    wrong = [(key, text) for key, _, text in rendered("en") if re.search(r"\S  +\S|\w [,.;:?!)](?!\w)", text)]
    assert not wrong, wrong[:20]


def _plain(text: str) -> str:
    """Without what is not a sentence: names of files to come, command lines, addresses."""
    for word in ("python -m etl restore 備份檔", "資料集_1141210.csv", "1月、2月…", "CSV UTF-8", "每1年、每1月"):
        text = text.replace(word, "")
    return text


def test_the_test_finds_what_is_wrong():
    for text in ("甲 組", "有 3 件 ，", "共3 件", "共 3件", "（ 甲）", "甲  3", "第A3.xlsx"):
        assert faults(text), text
    for text in ("甲組有 3 件（4.7%），比去年好", "A3.xlsx 裡有 2 列", "114/12/10 起"):
        assert not faults(text), text


def test_what_came_from_a_file_stays_as_it_is():
    assert say("not-a-number", "zh-Hant", found="甲 組3") == "「甲 組3」不是數字。"
    assert (
        say("unknown-office-cell", "zh-Hant", found="a 組", near="x")
        == "組室表裡沒有「a 組」。請更正，或先上傳組室資料。"
    )
    assert "\u2068" not in say("not-a-number", "zh-Hant", found="\u2068x\u2069")


def test_sentences_and_parts_of_them_are_joined_by_the_same_rule():
    assert joined(["一句。", "", "Two."], "zh-Hant") == "一句。Two."
    assert joined(["甲", "ABC", "乙"], "zh-Hant") == "甲 ABC 乙"
    assert joined(["One.", "", "Two."], "en") == "One. Two."
    assert qualified("33,748", "以上", "zh-Hant") == "33,748 以上"
    assert qualified("33,748 件", "以上", "zh-Hant") == "33,748 件以上"
    assert qualified("90%", "以上", "zh-Hant") == "90%以上"  # as it is published


@pytest.mark.parametrize(("of", "said"), [("offices", "等 6 個組室"), ("files", "等 6 個檔案"), ("", "等 6 項")])
def test_a_long_list_is_counted_with_its_measure_word(of, said):
    names = list("甲乙丙丁戊己")
    assert list_of(names, "zh-Hant", of=of) == f"甲、乙、丙、丁{said}"
    assert list_of([*"ABCDEF"], "zh-Hant", of=of) == f"A、B、C、D {said}"
    assert list_of(names[:4], "zh-Hant", of=of) == "甲、乙、丙、丁"


@pytest.fixture(scope="module")
def said(demo, catalogue):
    """What the demonstration data yield on pages and in files, each with where it stands."""
    return list(dict.fromkeys(_said(demo, catalogue)))


def _said(demo, catalogue):
    book = demo.book([END])
    for office in (None, "產業政策組", "電子資訊組"):
        summary = summarise(catalogue, book, Period(date(2025, 1, 1), END), office)
        for result in summary.rows:
            key, process = result.indicator, summary.processes.get(result.indicator)
            yield from ((f"{key} {name}", text) for name, text in _of_result(catalogue, result).items())
            if process:
                yield f"{key} process", process_words(catalogue, process, LANG)
            if outlook := outlook_of(catalogue, book, key, END, Scope(office)):
                yield f"{key} outlook", outlook_words(catalogue, outlook, LANG)
            for running in (False, True):
                chart = year_chart(catalogue, book, key, END, LANG, Scope(office), cumulative=running)
                yield from ((f"{key} chart", text) for text in (chart.subtitle, chart.summary, chart.note))
            dots = office_chart(catalogue, book, key, summary.period, LANG)
            yield from ((f"{key} dots", text) for text in (dots.subtitle, dots.summary, dots.note))
            for ask in questions(catalogue, result, dots, lambda: EMPTY, process):
                yield f"{key} ask", sentence(ask, LANG, catalogue)
        for item in look_first(catalogue, summary.rows, summary.processes, [], most=None):
            yield f"{item.result.indicator} why", why(catalogue, item, LANG)
        table = table_of(summary, LANG)
        yield from (("table", text) for text in (*table.heading, *table.headers))
        for row in table.rows:
            yield from (
                (column.key, cell.value)
                for column, cell in zip(table.columns, row, strict=True)
                if cell.kind == "text" and cell.value and column.key not in ("remark", "notes")
            )
    at = datetime(2026, 1, 5, 8, tzinfo=UTC)
    documents = [make_pack(demo, 2025, 11, LANG, at, "測試")]
    documents += [make_brief(demo, 2025, END, key, LANG, at, "測試") for key in list(catalogue.dimensions)[:1]]
    for document in documents:
        yield from (("document", text) for text in _texts(document))


def _of_result(catalogue, result):
    return {
        "reason": sentence(result.reason, LANG, catalogue),
        "value": value_words(catalogue, result, LANG),
        "n": n_words(catalogue, result, LANG),
        "standard": standard_long(catalogue, result, LANG),
        "per day": per_day_words(catalogue, result, LANG),
        "moved": moved_words(catalogue, result, LANG),
        "compared": compared_words(catalogue, result, LANG),
        "no comparison": sentence(result.no_comparison, LANG, catalogue) if result.no_comparison else "",
    } | {f"change {place}": text for place, text in enumerate(change_words(catalogue, result, LANG))}


def _texts(part):
    """Every text of a document."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | tuple):
        if part and all(isinstance(one, Run) for one in part):
            yield "".join(one.text for one in part)
        else:
            for one in part:
                yield from _texts(one)
    elif is_dataclass(part) and not isinstance(part, ChartModel):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


def test_everything_that_the_demonstration_says_has_the_right_blanks(said, catalogue):
    assert len(said) > 1500
    wrong = [(where, text, bad) for where, text in said if (bad := faults(_plain(text)))]
    assert not wrong, f"{len(wrong)}\n" + "\n".join(map(str, wrong[:60]))


def test_nothing_that_the_demonstration_says_differs_by_zero(said):
    wrong = [
        (where, text) for where, text in said if re.search(r"(?:達|差|增加|減少|相差) ?±?0(?:\.0+)?(?![\d.])", text)
    ]
    assert not wrong
