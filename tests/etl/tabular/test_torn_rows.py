"""No quotation mark, no delimiter too many or too few and no cut makes a row of a text vanish in silence."""

from __future__ import annotations

import csv
import io
import random
import time

import pytest

from etl.checks.rules import check as rules
from etl.reading import Unreadable, read
from etl.tabular.cells import Names
from etl.tabular.data_rows import sort_rows
from etl.tabular.headers import Spellings
from etl.tabular.tables import find_tables
from etl.tabular.torn_rows import torn_rows
from etl.tabular.typed_table import type_table
from lang.problem import words
from tests.conftest import TODAY, check
from tests.samples.books import HEADERS
from warehouse import Warehouse

HEAD = ",".join(HEADERS) + "\n"
TEXTS = [
    "興革", "噪音,臭味", "臺北市\n中正區福州街 15 號", "他說「好」", 'the "best"', "", "a;b|c",
    "您好：\n\n一、路燈\n二、水溝\n謝謝", "5,6,7,8",
    "興革，檢舉", " 前後 ", "1,2\n3,4",
]  # fmt: skip


@pytest.fixture(scope="module")
def shared(lists_home, catalogue):
    return Warehouse(lists_home, catalogue)


def said(warehouse, text, name="陳情_11411.csv"):
    report = check(warehouse, "petitions", (name, text), seen=False).files[0]
    for problem in report.problems:
        assert all(words(problem, lang)[0] for lang in ("zh-Hant", "en"))
    return {(problem.severity, problem.key, problem.cell): problem for problem in report.problems}


REFUSED = {
    "a mark that closes rows later": (
        'P1,1141103,,甲組,"急件\nP2,1141104,,乙組,檢舉\nP3,1141105,,甲組,普通"\nP4,1141106,,甲組,興革\n',
        "csv-rows-swallowed", "E2", {"line": 2, "last": 4, "count": 2},
    ),
    "a mark that closes on the next row": (
        'P1,1141103,"1141120,甲組,急件\nP2,1141104",,乙組,檢舉\n', "csv-rows-swallowed", "C2", {"line": 2, "last": 3, "count": 1},
    ),
    "a mark before the first cell": (
        '"P1,1141103,,甲組,急件\nP2,1141104,,乙組,檢舉\nP3",1141105,,甲組,x\n', "csv-rows-swallowed", "A2", {"line": 2, "last": 4},
    ),
    "a mark that a quoted cell closes": (
        'P1,1141103,,甲組,"急件\nP2,1141104,,乙組,檢舉\nP3,1141105,,甲組,"興,革"\n', "csv-quote-rows", "A2", {"line": 2, "last": 4},
    ),
    "a mark in a total": ('P1,1141103,,甲組,x\n合計,"1\nP2,1141104,,乙組,檢舉\n註"\n', "csv-rows-swallowed", "B3", {"line": 3}),
    "a mark that is never closed": ('P1,1141103,,甲組,興革\nP2,1141104,,"乙組,檢舉\n', "csv-quote-open", "A3", {"line": 3}),
    "a mark after cells of several lines": (
        'P1,1141103,,甲組,"興\n革"\nP2,1141104,,乙組,"檢舉\nP3,1141105,,甲組,x"\n', "csv-rows-swallowed", "E3", {"line": 4, "last": 5},
    ),
    "backslashes that part a cell": ('P1,1141103,"他說\\"好\\",謝謝",甲組,x\n', "csv-quote-backslash", "A2", {"line": 2}),
    "a backslash at the end of a text": ('P1,1141103,,甲組,"好\\""\nP2,1141104,,乙組,"檢舉"\n', "csv-quote-backslash", "A2", {"line": 2}),
    "backslashes that make two cells of one": ('P1,1141103,,甲組,"a\\",b\\",c"\n', "csv-quote-backslash", "A2", {"line": 2}),
    "a cell too many": ("P1,1141103,,甲組,檢舉,噪音\n", "csv-row-wider", "F2", {"line": 2, "count": 1, "width": 5}),
    "a cell too many below a text of two lines": (
        'P1,1141103,,甲組,"a\nb"\nP2,1141103,,甲組,檢舉,噪音\n', "csv-row-wider", "F3", {"line": 4},
    ),
    "a cut in the last row": ("P1,1141103,,甲組,x\nP2,1141104,,乙組", "csv-cut-off", "E3", {"line": 3, "count": 4, "width": 5}),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_torn_row_is_refused_with_its_line(shared, name):
    text, key, cell, params = REFUSED[name]
    found = said(shared, HEAD + text)
    assert ("error", key, cell) in found
    assert params.items() <= found["error", key, cell].params.items()


WARNED = {
    "a mark inside a word": ('P1,1141103,,甲組,5" 管\n', "csv-quote-stray", "A2", "2"),
    "text after a closing mark": (
        'P1,1141103,,甲組,x\nP2,1141103,,甲組,"再陳情"，如前\n',
        "csv-quote-stray",
        "A3",
        "3",
    ),
    "a row narrower than its header": ("P1,1141103,,甲組\nP2,1141103,,甲組,x\n", "csv-row-narrower", "E2", "2"),
    "several of them": ("P1,1141103,,甲組\nP2,1141103,,甲組,x\nP3,1141103,,甲組\n", "csv-row-narrower", "E2", "2、4"),
}


@pytest.mark.parametrize("name", WARNED)
def test_what_may_be_meant_is_read_and_told(shared, name):
    text, key, cell, lines = WARNED[name]
    found = said(shared, HEAD + text)
    assert found["warning", key, cell].params["lines"] == lines
    assert not [one for one in found if one[0] == "error"]


QUIET = {
    "letters of several lines": 'P1,1141103,,甲組,"您好：\n一,二,三\n1,2,3,4,5\n謝謝"\nP2,1141104,,乙組,"臺北市,中正區\n福州街,15 號"\n',
    "delimiters at the end": "P1,1141103,,甲組,x,,,\nP2,1141104,,乙組,y,\n",
    "blank lines": "\nP1,1141103,,甲組,x\n\n\n,,,,\n",
    "totals and notes are narrower": "P1,1141103,,甲組,x\n合計：1件\n註：本表由系統匯出",
    "doubled marks": 'P1,1141103,,甲組,"說""好"""\n',
    "a folder of Windows": 'P1,1141103,,甲組,"C:\\temp\\"\nP2,1141104,,乙組,"x"\n',
    "no line end": "P1,1141103,,甲組,x",
}


@pytest.mark.parametrize("name", QUIET)
def test_lawful_texts_are_read_without_a_word(shared, name):
    keys = {key for _, key, _ in said(shared, "114年11月人民陳情統計表\n" + HEAD + QUIET[name])}
    assert keys <= {"totals-left-out", "footnotes-left-out"}


def test_columns_that_nobody_takes_may_hold_letters_and_swallow_nothing(shared):
    head = "主旨," + HEAD
    letter = '"P1\n(併案)",P1,1141103,,甲組,x\n"您好\n1141103,甲組",P2,1141104,,乙組,y\n'
    assert not said(shared, head + letter)
    assert ("error", "csv-rows-swallowed", "A2") in said(
        shared, head + '"信,P1,1141103,,甲組,x\n信,P2,1141104,,乙組,y"\n'
    )


def test_rows_of_lists_without_days_are_not_swallowed_either(shared):
    head = "組室名稱,別名,起日\n"
    swallowed = head + '甲組,第一組,"\n乙組,第二組,\n丙組,第三組,"\n'
    report = check(shared, "offices", ("組室.csv", swallowed), seen=False).files[0]
    assert "csv-rows-swallowed" in {problem.key for problem in report.problems}
    lawful = head + '甲組,"第一組\n一組",\n"乙組",第二組,\n'
    assert not check(shared, "offices", ("組室.csv", lawful), seen=False).files[0].problems


def written(rng: random.Random, count: int) -> tuple[list[list[str]], str, dict]:
    """Rows, and the text of a lawful writer of them with a dialect of its own."""
    rows = [
        [f"P{n}", f"11411{rng.randint(3, 28):02d}", "", rng.choice(["甲組", "乙組"]), rng.choice(TEXTS)]
        for n in range(count)
    ]
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC])
    ends = ["\n", "\r\n"] if quoting is csv.QUOTE_MINIMAL else ["\n", "\r\n", "\r"]  # it would leave a \n unquoted
    dialect = {"delimiter": rng.choice(",\t;|"), "lineterminator": rng.choice(ends), "quoting": quoting}
    out = io.StringIO(newline="")
    csv.writer(out, **dialect).writerows([HEADERS, *rows])
    text = out.getvalue()
    return rows, text if rng.random() < 0.7 else text[: -len(dialect["lineterminator"])], dialect


def loaded(catalogue, text):
    """The keys that load, None where it is refused, and the keys of what is said; without a warehouse, as it is quick."""
    source, names = catalogue.source("petitions"), Names({"甲組": "甲組", "乙組": "乙組"}, {}, {})
    try:
        document = read("陳情_11411.csv", text.encode())
    except Unreadable as error:
        return None, {error.problem.key}
    found = find_tables(document, source, Spellings(source, {}, {}))
    problems, tables = [*document.notes, *found.problems], []
    for table in found.tables:
        sorted_out, told = sort_rows(document.name, table, source)
        problems += [*told, *torn_rows(document, sorted_out, source, names, TODAY)]
        tables.append(sorted_out)
    frame = type_table(document.name, tables, source, names, TODAY) if tables else None
    if frame:
        rules(frame, catalogue)
        problems += frame.problems
    wrong = any(problem.severity == "error" for problem in problems)
    return None if wrong else frame.cells["case_no"], {problem.key for problem in problems}


@pytest.mark.parametrize("seed", range(30))
def test_a_lawful_writers_rows_come_back_whatever_its_dialect(catalogue, seed):
    rows, text, _ = written(random.Random(seed), 6)
    keys, problems = loaded(catalogue, text)
    assert keys == [row[0] for row in rows]
    assert not {key for key in problems if key.startswith("csv-")}


@pytest.mark.parametrize("seed", range(60))
def test_one_mark_more_or_less_never_loses_a_row_in_silence(catalogue, seed):
    rng = random.Random(1000 + seed)
    rows, text, _ = written(rng, 5)
    for _ in range(12):
        place = rng.randrange(text.index(HEADERS[-1][-1]) + 1, len(text))
        marks = [at for at, sign in enumerate(text) if sign == '"' and at > place]
        torn = (
            text[:place] + '"' + text[place:]
            if rng.random() < 0.6 or not marks
            else text[: marks[0]] + text[marks[0] + 1 :]
        )
        keys, problems = loaded(catalogue, torn)
        told = {key for key in problems if key.startswith("csv-")}
        assert keys is None or keys == [row[0] for row in rows] or told, torn


@pytest.mark.parametrize("seed", range(20))
def test_a_text_that_is_cut_off_never_loses_a_part_of_a_row_in_silence(catalogue, seed):
    rng = random.Random(2000 + seed)
    rows, text, dialect = written(rng, 4)
    for _ in range(12):
        cut = text[: rng.randrange(len(text) // 2, len(text))]
        keys, problems = loaded(catalogue, cut)
        cells = list(csv.reader(io.StringIO(cut, newline=""), delimiter=dialect["delimiter"]))
        if keys is not None and not {key for key in problems if key.startswith("csv-")}:
            assert len(cells[-1]) == len(HEADERS)  # cut between rows, or inside the last cell, which nobody can see
            assert keys == [row[0] for row in rows][: len(keys)]


def test_a_million_marks_take_no_longer_than_their_length(catalogue):
    begun = time.monotonic()
    for text in ('"' * 1_000_000, '""\n' * 200_000, '"\n' * 200_001, 'a"b,' * 100_000, '\\"' * 300_000):
        loaded(catalogue, HEAD + text)
    assert time.monotonic() - begun < 20
