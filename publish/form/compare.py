"""How two texts of the form differ, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from publish.form.digits import NUMBER
from publish.form.model import Form

Kind = Literal["same", "gone", "new"]
_LETTER = "[A-Za-z\u00c0-\u024f]"
_WORDS = (
    rf"(?P<words>^[ \t]*\d{{1,2}}\. |{_LETTER}(?:[0-9]|{_LETTER})*(?:[.'’-](?:[0-9]|{_LETTER})+)*)"  # or a list mark
)
_TOKEN = re.compile(
    rf"{_WORDS}|(?P<figure>[\u2212±]?(?:{NUMBER.pattern})|[0-9０-９]+)|(?P<sign>.)", re.MULTILINE | re.DOTALL
)


class _Token(NamedTuple):
    text: str
    figure: bool


@dataclass(frozen=True)
class Piece:
    """A run of words, or one number with its sign (``figure``). ``gone``: only before; ``new``: only after."""

    text: str
    kind: Kind
    figure: bool = False


@dataclass(frozen=True)
class Compared:
    """A row of two forms. ``before`` or ``after`` is None where that form has no such row."""

    code: str
    before: str | None
    after: str | None
    pieces: tuple[Piece, ...]

    @property
    def figures(self) -> bool:
        """Does a figure differ?"""
        return any(piece.figure for piece in self.pieces if piece.kind != "same")

    @property
    def words(self) -> bool:
        """Does anything else differ?"""
        return any(not piece.figure and piece.text.strip() for piece in self.pieces if piece.kind != "same")


def marked(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts in one. What is same or gone makes up ``before``, what is same or new ``after``, sign by sign.

    A number that differs is marked as a whole: 33,748 is gone and 34,100 new, never 33 -> 34.
    """
    one, other = _tokens(before), _tokens(after)
    found: list[Piece] = []
    for tag, start, end, other_start, other_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found += _pieces(one[start:end], "same")
        else:
            found += [*_pieces(one[start:end], "gone"), *_pieces(other[other_start:other_end], "new")]
    return tuple(found)


def beside(one: Form, other: Form) -> tuple[Compared, ...]:
    """Two forms row by row, the earlier first: two years, or a signed edition and the form of now. In the order of the
    later one; rows that it no longer has come last."""
    before = {row.code: row.text for row in one.rows}
    after = {row.code: row.text for row in other.rows}
    return tuple(
        Compared(code, before.get(code), after.get(code), marked(before.get(code, ""), after.get(code, "")))
        for code in {**after, **before}
    )


def _tokens(text: str) -> list[_Token]:
    """Numbers with their signs, Latin words, and every other sign for itself."""
    return [_Token(match[0], match["figure"] is not None) for match in _TOKEN.finditer(text)]


def _pieces(tokens: Iterable[_Token], kind: Kind) -> Iterator[Piece]:
    words = ""
    for token in tokens:
        if not token.figure:
            words += token.text
            continue
        if words:
            yield Piece(words, kind)
            words = ""
        yield Piece(token.text, kind, figure=True)
    if words:
        yield Piece(words, kind)
