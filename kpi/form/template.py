"""A result text as lines of words and placeholders. A line that begins as a list item does is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kpi.catalogue.definitions import Catalogue
from kpi.form.placeholder import Placeholder, read
from kpi.sentence import Sentence

BRACES = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_CHINESE = "[一二三四五六七八九十]{1,3}"
MARKS = {
    "一、": rf"{_CHINESE}、",
    "（一）": rf"[（(]{_CHINESE}[)）]",
    "1.": r"\d{1,2}[.．、)）](?!\d)",
    "（1）": r"[（(]\d{1,2}[)）]",
    "-": r"(?:[-*](?=\s)|[•・●])",
}
"""Kinds of list items by their first mark -> how a line of them begins. The numbers are counted anew when it is printed."""
MARK = re.compile(r"^\s*(?:" + "|".join(f"({pattern})" for pattern in MARKS.values()) + r")\s*")


@dataclass(frozen=True)
class Line:
    """``listed``: the kind of its mark (see `MARKS`), or "" of a paragraph."""

    pieces: tuple[str | Placeholder, ...]
    listed: str = ""


@dataclass(frozen=True)
class Template:
    """``problems`` are sentences, one for each placeholder that is none; such a one stays in the text as it was typed."""

    lines: tuple[Line, ...]
    problems: tuple[Sentence, ...] = ()

    @property
    def placeholders(self) -> list[Placeholder]:
        return [piece for line in self.lines for piece in line.pieces if isinstance(piece, Placeholder)]


def parse(text: str, catalogue: Catalogue) -> Template:
    """Read a text. ``{{`` and ``}}`` are braces; a single one that is never closed is told."""
    problems: list[Sentence] = []
    lines = []
    for raw in text.replace("\r\n", "\n").split("\n"):
        if not raw.strip():
            continue
        match = MARK.match(raw)
        listed = next(kind for kind, found in zip(MARKS, match.groups(), strict=True) if found) if match else ""
        body = raw[match.end() :] if match else raw.strip()
        lines.append(Line(tuple(_pieces(body, catalogue, problems)), listed))
    return Template(tuple(lines), tuple(problems))


def _pieces(text: str, catalogue: Catalogue, problems: list[Sentence]) -> list[str | Placeholder]:
    found: list[str | Placeholder] = []
    end = 0

    def words(part: str) -> None:
        if not part:
            return
        if found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)

    for match in BRACES.finditer(text):
        words(text[end : match.start()])
        end = match.end()
        if match[0] in ("{{", "}}"):
            words(match[0][0])
        elif match[1] is None:
            problems.append(Sentence("placeholder-brace", {"found": match[0], "near": text[match.start() :][:20]}))
            words(match[0])
        else:
            one = read(match[1], catalogue)
            if isinstance(one, Placeholder):
                found.append(one)
            else:
                problems.append(one)
                words(match[0])
    words(text[end:])
    return found


def respelled(text: str, catalogue: Catalogue, lang: str | None) -> str:
    """The same text with its placeholders as a language writes them; as they are stored where ``lang`` is None."""

    def one(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0]
        found = read(match[1], catalogue)
        if not isinstance(found, Placeholder):
            return match[0]
        return found.spelled(catalogue, lang) if lang else found.stored()

    return BRACES.sub(one, text)
