"""The words of the form are in both languages; each can be said, and the Chinese ones hold no English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from lang import say
from lang.catalogue import expected

LANG = Path(__file__).parents[2] / "lang"
ALLOWED: set[str] = set()


class Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


class Texts(visitor.Visitor):
    def __init__(self) -> None:
        self.texts: list[str] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.texts.append(node.value)


def messages(lang: str) -> dict[str, ast.Message]:
    body = FluentParser().parse((LANG / lang / "form.ftl").read_text(encoding="utf-8")).body
    assert not [entry.content for entry in body if isinstance(entry, ast.Junk)]
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def variables(message: ast.Message) -> set[str]:
    found = Variables()
    found.visit(message)
    return found.names


def test_both_languages_have_the_same_keys_variables_and_attributes():
    chinese, english = messages("zh-Hant"), messages("en")
    assert chinese.keys() == english.keys()
    for key, message in chinese.items():
        assert variables(message) == variables(english[key]), key
        assert [one.id.name for one in message.attributes] == [one.id.name for one in english[key].attributes], key


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_every_message_can_be_said(lang, count):
    for key, message in messages(lang).items():
        params = {name: count if name in ("count", "number") else "x" for name in variables(message)}
        assert say(key, lang, **params).strip(), key
        if message.attributes:
            assert expected(key, lang, **params), key


def test_the_chinese_texts_hold_no_english():
    for key, message in messages("zh-Hant").items():
        found = Texts()
        found.visit(message)
        assert set(re.findall(r"[A-Za-z]+", " ".join(found.texts))) <= ALLOWED, key


def test_an_unknown_name_is_told_with_those_near_it_and_without_where_there_are_none():
    near = {"found": "甲", "near": "乙、丙", "count": 2}
    assert say("placeholder-unknown", **near) == "沒有「甲」這個指標，是不是乙、丙？"
    assert say("placeholder-unknown", **near | {"near": "", "count": 0}) == "沒有「甲」這個指標。"
