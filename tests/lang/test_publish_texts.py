"""Both languages say the same things: same keys, same variables; the Chinese one is free of English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lang import say
from publish.summary.table import COLUMNS

LANG = Path(__file__).parents[2] / "lang"
ALLOWED = {"n", "Debian", "Ubuntu", "apt", "install"}


def messages(lang: str) -> dict[str, str]:
    text = (LANG / lang / "publish.ftl").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w-]+) =((?:.*)(?:\n[ }].*)*)", text, flags=re.M))


def test_both_languages_have_the_same_keys_and_variables():
    chinese, english = messages("zh-Hant"), messages("en")
    assert chinese.keys() == english.keys()
    assert len(chinese) > 100
    for key, body in chinese.items():
        assert set(re.findall(r"\$\w+", body)) == set(re.findall(r"\$\w+", english[key])), key


def test_every_message_can_be_said():
    """Fluent drops what it cannot read without a word; each message is filled and printed here."""
    for lang in ("zh-Hant", "en"):
        for key, body in messages(lang).items():
            names = set(re.findall(r"\$(\w+)", body))
            params = {name: 3 if name in ("months", "count") else "x" for name in names}
            assert say(key, lang, **params).strip(), key


def test_the_chinese_texts_hold_no_english():
    for key, body in messages("zh-Hant").items():
        plain = re.sub(r"\{[^}]*\}|\[\w+\]|\*\[\w+\]", "", re.sub(r"\{ \$\w+ ->|^\s*\}", "", body, flags=re.M))
        assert set(re.findall(r"[A-Za-z]+", plain)) <= ALLOWED, (key, plain)


@pytest.mark.parametrize("column", [column.key for column in COLUMNS])
def test_every_column_is_explained(column):
    for lang in ("zh-Hant", "en"):
        assert say(f"summary-column-{column}", lang)
        assert len(say(f"summary-about-{column}", lang)) > 5
