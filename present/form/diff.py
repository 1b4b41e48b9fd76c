"""How two texts of the form differ, in figures and in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Literal, NamedTuple, TypeVar

from present.form.figure_text import missing_marks
from present.form.filled import Form, Row
from present.form.numbers_in_text import NUMBER

Kind = Literal["same", "gone", "new"]
_LETTER = "[A-Za-z\u00c0-\u024f]"
_WORDS = (
    rf"(?P<words>^[ \t]*\d{{1,2}}\. |{_LETTER}(?:[0-9]|{_LETTER})*(?:[.'’-](?:[0-9]|{_LETTER})+)*)"  # or a list mark
)
_MISSING = re.compile("|".join(map(re.escape, missing_marks())))
_TOKEN = re.compile(
    rf"(?P<missing>{_MISSING.pattern})|{_WORDS}|"
    rf"(?P<figure>[\u2212±]?(?:{NUMBER.pattern})|[0-9０-９]+)|(?P<sign>.)",
    re.MULTILINE | re.DOTALL,
)


MOST = 60_000  # pairs of the same sign that are compared; a third of a second at worst
ISLAND = 2  # signs between two changes that are not worth an unmarked place
CLAUSE_ENDS = "，。；：！？、,.;:!?\n"


class _Token(NamedTuple):
    text: str
    figure: bool


_Part = TypeVar("_Part", _Token, tuple[_Token, ...])  # what is compared: a token, or a clause of them
_Run = tuple[Kind, list[_Token]]
_Step = tuple[bool, list[_Token], list[_Token]]  # is it the same? before, after


@dataclass(frozen=True)
class Piece:
    """A run of words, or one number with its sign (``figure``). ``gone``: only before; ``new``: only after."""

    text: str
    kind: Kind
    figure: bool = False


@dataclass(frozen=True)
class Compared:
    """A row of two forms. ``before`` or ``after`` is None where that form has no such row; ``standard`` is that of the
    later form that has it."""

    code: str
    standard: str
    before: str | None
    after: str | None
    pieces: tuple[Piece, ...]

    @property
    def lacking(self) -> bool:
        """Does one side alone lack its text, or more figures or evidence than the other?"""
        if self.before is None or self.after is None:
            return False
        return _lacks(self.before) != _lacks(self.after)

    @property
    def figures_on_both(self) -> bool:
        """Is there another figure in the place of one, and not only none?"""
        return {"gone", "new"} <= {piece.kind for piece in self.pieces if piece.figure}

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

    A number that differs is marked as a whole: 33,748 is gone and 34,100 new, never 33 -> 34. Of texts that are too long
    or say too much over and over, clauses are compared first, and within those that differ the signs as far as may be.
    A sign or two that are the same between two longer changes of words are so by chance, and marked with them.
    """
    steps = _joined(_compared(_tokens(before), _tokens(after)))
    return tuple(piece for kind, tokens in _runs(steps) for piece in _pieces(tokens, kind))


def _lacks(text: str) -> tuple[bool, int]:
    """Is there nothing in a text, and how many figures or evidence does it lack?"""
    return not text.strip(), len(_MISSING.findall(text))


def beside(one: Form, other: Form) -> tuple[Compared, ...]:
    """Two forms row by row, the earlier first: two years, or a signed edition and the form of now. In the order of the
    later one; rows that it no longer has come last."""
    before, after = ({row.code: row for row in form.rows} for form in (one, other))
    newest = {**before, **after}
    return tuple(_beside(newest[code], before.get(code), after.get(code)) for code in {**after, **before})


def _beside(row: Row, before: Row | None, after: Row | None) -> Compared:
    """``row``: the later of both that is there."""
    then, now = before.text if before else None, after.text if after else None
    return Compared(row.code, row.standard, then, now, marked(then or "", now or ""))


def _runs(steps: Iterable[_Step]) -> Iterator[_Run]:
    """Runs of tokens that are the same, gone or new."""
    for same, gone, new in steps:
        if same:
            yield "same", gone
        else:
            yield "gone", gone
            yield "new", new


def _joined(steps: Iterable[_Step]) -> list[_Step]:
    """Steps in which no sign or two stand for themselves between two longer changes of words."""
    found: list[_Step] = []
    for step in steps:
        length = _island(found[-1]) if len(found) > 1 else 0
        if length and all(_changed(one) > length for one in (found[-2], step)):
            (_, gone, new), (_, signs, _) = found[-2:]
            found[-2:] = [(False, gone + signs + step[1], new + signs + step[2])]
        else:
            found.append(step)
    return found


def _changed(step: _Step) -> int:
    """How many signs of words a change has, on its longer side; 0 where nothing changes."""
    same, *sides = step
    return 0 if same else max(sum(len(token.text.strip()) for token in side if not token.figure) for side in sides)


def _island(step: _Step) -> int:
    """How many signs there are, where these are one or two letters or Chinese signs; else 0."""
    same, tokens, _ = step
    text = "".join(token.text for token in tokens).strip()
    return len(text) if same and len(text) <= ISLAND and text.isalpha() else 0


def _compared(one: list[_Token], other: list[_Token]) -> Iterator[_Step]:
    """Both texts token by token, as far as that can be done in good time."""
    clauses, others, left = _clauses(one), _clauses(other), MOST
    if one == other:
        yield True, one, other
        return
    if _alike(one, other) <= left:
        yield from _steps(one, other)
        return
    if _alike(clauses, others) > left:
        yield False, one, other
        return
    for same, gone, new in _steps(clauses, others):
        mine, theirs = list(chain.from_iterable(gone)), list(chain.from_iterable(new))
        if not same and (alike := _alike(mine, theirs)) <= left:
            left -= alike
            yield from _steps(mine, theirs)
        else:
            yield same, mine, theirs


def _steps(one: list[_Part], other: list[_Part]) -> Iterator[tuple[bool, list[_Part], list[_Part]]]:
    for tag, start, end, other_start, other_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield tag == "equal", one[start:end], other[other_start:other_end]


def _alike(one: Iterable[Hashable], other: Iterable[Hashable]) -> int:
    """How many pairs of the same there are between two lists: the time that comparing them takes grows with it."""
    counts, others = Counter(one), Counter(other)
    return sum(count * others[found] for found, count in counts.items())


def _clauses(tokens: Iterable[_Token]) -> list[tuple[_Token, ...]]:
    found, clause = [], []
    for token in tokens:
        clause.append(token)
        if token.text in CLAUSE_ENDS:
            found.append(tuple(clause))
            clause = []
    return [*found, tuple(clause)]


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
