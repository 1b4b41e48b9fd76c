"""What the styles of a web page say of its elements: hidden, struck out, raised. Run in the child process.

Of a selector only its last part is looked at (tag, id, classes), and of that no state (``:hover``) and no place among its
neighbours (``:nth-child``); of the blocks for some media only those for the screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from lxml import html  # type: ignore[import-untyped]  # lxml says no types

MOST_STYLE = 200_000  # characters of a page's styles that are looked at
MOST_NAMES, WIDEST = 8, 3  # names of an element that are looked at, and those that a rule may ask for together
MOST_LOOKS = 10_000  # that are kept
SCREEN = frozenset(("@media screen", "@media all", "@media screen,print", "@media print,screen"))
PART = re.compile(r"[.#]?[\w-]++")
RAISED = {"super": "superscript", "sub": "subscript"}
Weighed = tuple[tuple[int, ...], str]
"""How much a value weighs against others of its property, and the value."""
Which = tuple[str, str | None, str | None, str | None, bool]
"""What the look of an element rests on: tag, classes, id, style, and that it is not hidden."""
UNSAID: Weighed = ((), "")


@dataclass(frozen=True)
class Look:
    """``gone``: nothing stands in its place; ``blank``: its place is empty; ``moved``: superscript, subscript or ""."""

    gone: bool = False
    blank: bool = False
    struck: bool = False
    moved: str = ""

    @property
    def seen(self) -> bool:
        return not (self.gone or self.blank)


class Styles:
    """The styles of a page, and how its elements look by them."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.rules: dict[frozenset[str], dict[str, Weighed]] = {}
        self.sizes: tuple[int, ...] = ()
        self.known: dict[Which, Look] = {}
        styles = "\n".join("".join(style.itertext())[:MOST_STYLE] for style in root.iter("style"))[:MOST_STYLE]
        for order, (selector, declared) in enumerate(_rules(styles)):
            said = _said(declared)
            for one in selector.split(",") if said else ():
                self._add(one, said, order)
        self.sizes = tuple(sorted({len(names) for names in self.rules}))

    def of(self, element: html.HtmlElement) -> Look:
        """How an element looks by itself, whatever it stands in."""
        which = (
            element.tag,
            element.get("class"),
            element.get("id"),
            element.get("style"),
            element.get("hidden") is None,
        )
        found = self.known.get(which)
        if found is None:
            if len(self.known) >= MOST_LOOKS:
                self.known.clear()
            found = self.known[which] = self._look(*which)
        return found

    def _add(self, selector: str, said: dict[str, tuple[bool, str]], order: int) -> None:
        last = re.split(r"[\s>+~]", selector.strip())[-1]
        parts = PART.findall(last)
        names = frozenset(part if part[0] in ".#" else part.lower() for part in parts)
        if "".join(parts) != last or not 0 < len(names) <= WIDEST:
            return
        weight = sum(part[0] == "#" for part in parts), sum(part[0] == "." for part in parts)
        rule = self.rules.setdefault(names, {})
        for what, (important, value) in said.items():
            rule[what] = max(rule.get(what, UNSAID), ((important, *weight, order), value))

    def _look(self, tag: str, classes: str | None, key: str | None, style: str | None, shown: bool) -> Look:
        names = [tag, *([f"#{key}"] if key else []), *(f".{one}" for one in (classes or "").split())][:MOST_NAMES]
        found: dict[str, Weighed] = {} if shown else {"display": ((False, -1), "none")}
        own: dict[str, Weighed] = {
            what: ((important, MOST_STYLE), value) for what, (important, value) in _said(style or "").items()
        }
        rules = (self.rules.get(frozenset(some), {}) for size in self.sizes for some in combinations(names, size))
        for rule in (*rules, own):
            for what, weighed in rule.items():
                found[what] = max(found.get(what, UNSAID), weighed)
        said = {what: value for what, (_, value) in found.items()}
        return Look(
            gone=said.get("display") == "none" or said.get("mso-hide") == "all",
            blank=said.get("visibility") in ("hidden", "collapse"),
            struck="line-through" in said.get("text-decoration", "") + said.get("text-decoration-line", ""),
            moved=_moved(said.get("vertical-align", "")),
        )


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, in order."""
    first, *rest = styles.replace("<!--", " ").replace("-->", " ").split("/*")
    text = first + " ".join(part.partition("*/")[2] for part in rest)
    around: list[str] = []
    before = ""
    for piece in re.split(r"([{}])", text):
        if piece == "{":
            around.append(" ".join(before.split()))
        elif piece == "}" and around:
            selector = around.pop()
            if not selector.startswith("@") and all(one.lower().replace(", ", ",") in SCREEN for one in around):
                yield selector, before
        before = "" if piece in ("{", "}") else piece


@lru_cache(maxsize=1_000)
def _said(declared: str) -> dict[str, tuple[bool, str]]:
    """What declarations say of what matters here: property -> (is it important?, value)."""
    found: dict[str, tuple[bool, str]] = {}
    for one in declared[:MOST_STYLE].lower().split(";"):
        what, _, value = one.partition(":")
        value, _, important = value.partition("!")
        if what.strip() in MATTER:
            found[what.strip()] = bool(important), value.strip()
    return found


MATTER = frozenset(("display", "visibility", "mso-hide", "text-decoration", "text-decoration-line", "vertical-align"))


def _moved(align: str) -> str:
    """Where digits stand that are moved by a word or by a length."""
    if align in RAISED:
        return RAISED[align]
    if align[:1] in ("-", "+", ".") or align[:1].isdigit():
        return "" if not re.search(r"[1-9]", align) else "subscript" if align.startswith("-") else "superscript"
    return ""
