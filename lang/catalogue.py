"""Messages by key. Fluent (Mozilla's ``fluent.runtime``) because it handles plurals and each language's own order."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from kpi.catalogue import Catalogue
from kpi.sentence import Sentence
from lang.spacing import set_in, unmarked

HERE = Path(__file__).parent
LANGUAGES = ("zh-Hant", "en")
DEFAULT = "zh-Hant"
MOST = 300  # characters of a text in a message


@cache
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle([lang], use_isolating=lang != "en")  # so that the blanks at the joints can be set
    for path in sorted((HERE / lang).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def say(key: str, lang: str = DEFAULT, **params: Any) -> str:
    """The message ``key`` in ``lang``; params are numbers or finished texts, of which the beginning is shown.

    Raises
    ------
    LookupError
        When the key is not there or a variable is missing: a mistake of ours, never shown half-filled.
    """
    bundle = _bundle(lang if lang in LANGUAGES else DEFAULT)
    if not bundle.has_message(key):
        raise LookupError(f"no message {key!r} in {lang}")
    pattern = bundle.get_message(key).value
    if pattern is None:
        raise LookupError(f"message {key!r} in {lang} has no text of its own")
    text, errors = bundle.format_pattern(pattern, _short(params))
    if errors:
        raise LookupError(f"message {key!r} in {lang}: {errors}")
    return set_in(str(text))


def expected(key: str, lang: str = DEFAULT, **params: Any) -> str:
    """What was expected where ``key`` says what is wrong ("" where nothing is)."""
    message = _bundle(lang).get_message(key)
    if "expected" not in message.attributes:
        return ""
    return set_in(str(_bundle(lang).format_pattern(message.attributes["expected"], _short(params))[0]))


def _short(params: dict[str, Any]) -> dict[str, Any]:
    """No text of a file fills a page, nor more than Fluent lets through."""
    return {name: _cut(value) if isinstance(value, str) else value for name, value in params.items()}


def _cut(text: str) -> str:
    return unmarked(f"{text[:MOST]}…" if len(text) > MOST else text)


def sentence(item: Sentence, lang: str, catalogue: Catalogue) -> str:
    """A sentence of kpi/ in words: its typed values are written as people write them."""
    from lang.figures import in_words

    return say(item.key, lang, **{name: in_words(value, lang, catalogue, name) for name, value in item.params.items()})


def choose(wanted: str | None) -> str:
    """The language for a browser's locale or Accept-Language: English when it asks for it first, else Chinese."""
    return "en" if (wanted or "").strip().lower().startswith("en") else DEFAULT
