"""A document whose items are numbered in every way, in a wide text and in the narrow cell of a table."""

from __future__ import annotations

from datetime import UTC, datetime

from present.form.filled import FilledLine
from publish.document.elements import Cell, Document, Paragraph, Run, Section, Table
from publish.form.document import blocks_of

LONG = {
    "zh-Hant": "每週由單位主管檢視逾期案件，並於署務會議報告，結果列入同仁服務績效，次年據以修正分文與催辦的作法。",
    "en": "heads of office go through the overdue cases each week, and the result counts in the appraisal of the staff.",
}
LINES = {
    "zh-Hant": (
        ("甲", "一、"), ("乙", "（一）"), ("丙", "（一）"), ("丁", "一、"), ("戊", "1."), ("己", "（1）"), ("庚", "1."),
        ("辛", "-"), ("一段話", ""), ("壬", "1."),
    ),
    "en": (
        ("Alpha", "一、"), ("Beta", "（一）"), ("Gamma", "（一）"), ("Delta", "一、"), ("Epsilon", "1."), ("Zeta", "（1）"),
        ("Eta", "1."), ("Theta", "-"), ("Some words", ""), ("Iota", "1."),
    ),
}  # fmt: skip
MARKS = {
    "zh-Hant": ("一、", "（一）", "（二）", "二、", "1.", "（1）", "2.", "•", "", "1."),
    "en": ("一、", "(一)", "(二)", "二、", "1.", "(1)", "2.", "•", "", "1."),
}
LEVELS = (0, 1, 1, 0, 1, 2, 1, 2, 0)
"""Of the items, which the paragraph is not."""


def blocks(lang: str):
    return blocks_of(tuple(FilledLine((f"{words} {LONG[lang]}",), kind) for words, kind in LINES[lang]), lang)


def shown(lang: str) -> list[str]:
    """Each line as people read it, spaces apart: the mark, then the first word."""
    return ["".join(f"{sign}{words}".split()) for sign, (words, _) in zip(MARKS[lang], LINES[lang], strict=True)]


def document(lang: str, *more) -> Document:
    """The lists twice: in the text, then in a cell; then whatever else is wanted."""
    name = Cell((Paragraph((Run("具體作法" if lang != "en" else "What was done"),)),))
    table = Table((2, 1), (), ((name, Cell(blocks(lang))),))
    return Document(
        "清單",
        lang,
        (),
        (),
        (Section("", (*blocks(lang), table, *more)),),
        "產發署",
        datetime(2025, 12, 10, tzinfo=UTC),
    )
