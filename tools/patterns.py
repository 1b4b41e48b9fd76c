"""Which regular expressions of the project take more than linear time? ``python -m tools.patterns`` lists them (`make lint`).

Each is turned into its positions and what may follow each (Glushkov), and two classic questions are asked of that: can one
text be read in two ways around one loop (exponential time), or be read around two loops one after the other (quadratic or
worse)? The search for a beginning is a loop as well: ``<c[^>]*x`` starts anew at every ``<c``. Possessive loops, and looking
back for what a loop would take, make a pattern simple; other looks ahead and behind are taken as always true. What stands in
a look ahead is read as well, and the text then goes on where it was; what is looked back at has one length.
"""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from re import _constants as sre
from re import _parser

ROOT = Path(__file__).parents[1]
ROOMS = ("kpi", "lang", "opendocument", "present", "warehouse", "etl", "publish", "ui", "tools")
SCRIPTS = ("app.py", "pages")  # read, never imported: they draw
CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
COPIES = 64  # how often a bounded loop is written out; beyond that it counts as unbounded
SAMPLE = "aZz059_ \t\n\r\x00!-²é中０\u3000年元:;,.<>\"'/=@#%&"


@dataclass(frozen=True)
class Found:
    """A pattern in the code. ``whole``: must all of the text fit? ``starts``: only where the text begins?"""

    place: str
    pattern: str | bytes
    flags: int = 0
    whole: bool = False
    starts: bool = False


def patterns() -> list[Found]:
    """Every pattern that is handed to `re`, with its constants filled in; what only a run knows counts as one letter.

    One that has a name is a search for a beginning, unless its name is only ever asked to ``match`` or ``fullmatch``.
    """
    files = [
        path
        for room in (*ROOMS, *SCRIPTS)
        for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
    ]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(files)}
    uses = _uses(trees)
    return [found for path, tree in trees.items() for found in _of_file(path, tree, uses)]


def _uses(trees: dict[Path, ast.Module]) -> dict[tuple[str, str], set[str]]:
    """(module, name) -> what is asked of it (``match``); "" for any other use, and for a module that is not known."""
    found: dict[tuple[str, str], set[str]] = {}
    for path, tree in trees.items():
        nodes = list(ast.walk(tree))  # outer expressions come first
        home = {name.name: node.module for node in nodes if isinstance(node, ast.ImportFrom) for name in node.names}
        asked: set[int] = set()
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = _name(node.value)
                where = "" if isinstance(node.value, ast.Attribute) else home.get(name, _module(path))
                found.setdefault((where, name), set()).add(node.attr)
                asked.add(id(node.value))
            if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load) and id(node) not in asked:
                found.setdefault((home.get(_name(node), _module(path)), _name(node)), set()).add("")
    return found


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


def _of_file(path: Path, tree: ast.Module, uses: dict[tuple[str, str], set[str]]) -> Iterator[Found]:
    assigned = (node for node in ast.walk(tree) if isinstance(node, ast.Assign))
    given = {id(one.value): one.targets[0].id for one in assigned if isinstance(one.targets[0], ast.Name)}
    calls = [
        node for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS
        and isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
    ]  # fmt: skip
    names: dict = {"re": re}
    if calls and path.relative_to(ROOT).parts[0] in ROOMS:
        names = vars(importlib.import_module(_module(path)))
    for call in calls:
        place = f"{path.relative_to(ROOT)}:{call.lineno}"
        pattern, flags = _value(call.args[0], names), 0
        for argument in (*call.args[1:], *(word.value for word in call.keywords if word.arg == "flags")):
            value = _value(argument, names)
            flags |= int(value) if isinstance(value, re.RegexFlag) else 0
        asked = (
            uses.get((_module(path), given.get(id(call), "")), {""})
            if call.func.attr == "compile"
            else {call.func.attr}
        )
        if isinstance(pattern, re.Pattern):
            pattern, flags = pattern.pattern, pattern.flags & ~re.UNICODE
        yield Found(place, pattern, flags, whole=asked == {"fullmatch"}, starts=asked <= {"match", "fullmatch"})


def _value(node: ast.expr, names: dict) -> object:
    """The value of an expression; of a part that is known only when it runs, a letter."""
    try:
        return eval(compile(ast.Expression(node), "pattern", "eval"), dict(names))
    except Exception:  # it holds a name that is known only when it runs
        pass
    if isinstance(node, ast.JoinedStr):
        return "".join(str(_value(part, names)) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return _value(node.value, names)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return str(_value(node.left, names)) + str(_value(node.right, names))
    if (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mod)
        and isinstance(left := _value(node.left, names), bytes)
    ):
        return left.replace(b"%s", b"x")
    return "x"


@dataclass
class _Machine:
    """``sets[p]``: the signs that position p takes; ``follow[p]``: (position, signs with which it is not entered)."""

    alphabet: list[str]
    sets: list[frozenset] = field(default_factory=list)
    follow: list[dict[int, frozenset]] = field(default_factory=list)
    sure: set[int] = field(default_factory=set)  # positions at which the pattern has fitted, whatever follows
    nested: bool = False  # does a loop go where one within it goes with the same sign?

    def position(self, signs: frozenset) -> int:
        self.sets.append(signs)
        self.follow.append({})
        return len(self.sets) - 1

    def link(self, one: int, other: int, barred: frozenset) -> None:
        known = self.follow[one].get(other)
        self.follow[one][other] = barred if known is None else known & barred


@dataclass
class _Part:
    """``first``: positions that it may begin with, with the signs that may not stand before; ``last``: those it may end
    with, with signs with which it is not left, and whether it is then asked what follows (an end, a look ahead).

    Of a part that may take nothing, ``empty`` holds the same two: what may not stand before, and is it asked what follows?
    """

    first: dict[int, frozenset]
    last: dict[int, tuple[frozenset, bool]]
    empty: tuple[frozenset, bool] | None


NONE: frozenset = frozenset()
SINGLE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)


def _alphabet(pattern: str | bytes, flags: int) -> list[str]:
    signs = set(SAMPLE)

    def collect(items) -> None:
        for kind, value in items:
            if kind in (sre.LITERAL, sre.NOT_LITERAL):
                signs.update(chr(one) for one in (value, value + 1))
            elif kind is sre.RANGE:
                signs.update(
                    chr(one) for one in (value[0], value[1], max(value[0] - 1, 0), min(value[1] + 1, 0x10FFFF))
                )
            elif kind is sre.IN:
                collect(value)
            elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
                collect(value[2])
            elif kind is sre.BRANCH:
                for one in value[1]:
                    collect(one)
            elif kind is sre.SUBPATTERN:
                collect(value[3])
            elif kind in (sre.ASSERT, sre.ASSERT_NOT):
                collect(value[1])
            elif kind is sre.ATOMIC_GROUP:
                collect(value)

    collect(_parser.parse(pattern, flags))
    if isinstance(pattern, bytes):
        signs = {sign for sign in signs if ord(sign) < 256}
    return sorted(signs)


class _Builder:
    def __init__(self, found: Found) -> None:
        self.found = found
        self.machine = _Machine(_alphabet(found.pattern, found.flags))
        self.all = frozenset(self.machine.alphabet)
        self.flags = _parser.parse(found.pattern, found.flags).state.flags

    def build(self) -> _Machine:
        machine = self.machine
        part = self.sequence(_parser.parse(self.found.pattern, self.found.flags))
        if not self.found.whole:
            machine.sure = {place for place, (_, asked) in part.last.items() if not asked}
        if not self.found.starts:
            kinds: dict[tuple, set] = {}  # signs by what they may stand before
            for sign in machine.alphabet:
                kinds.setdefault(tuple(sign in behind for behind in part.first.values()), set()).add(sign)
            before = {kind: machine.position(frozenset(signs)) for kind, signs in kinds.items()}
            for kind, one in before.items():
                for other in before.values():
                    machine.link(one, other, NONE)
                for barred, first in zip(kind, part.first, strict=True):
                    if not barred:
                        machine.link(one, first, NONE)
        return machine

    def sequence(self, items) -> _Part:
        whole = _Part({}, {}, (NONE, False))
        for kind, value in items:
            whole = self.join(whole, self.part(kind, value))
        return whole

    def join(self, one: _Part, other: _Part) -> _Part:
        for last, (barred, _) in one.last.items():
            for first in other.first:
                self.machine.link(last, first, barred)
        first, last = dict(one.first), dict(other.last)
        if one.empty:
            first |= {place: behind | one.empty[0] for place, behind in other.first.items()}
        if other.empty:
            last |= {place: (barred, asked or other.empty[1]) for place, (barred, asked) in one.last.items()}
        both = one.empty and other.empty
        return _Part(first, last, (one.empty[0] | other.empty[0], one.empty[1] or other.empty[1]) if both else None)

    def part(self, kind, value) -> _Part:
        if kind in SINGLE:
            return self.one(self.signs(kind, value))
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self.repeat(kind, *value)
        if kind is sre.SUBPATTERN:
            return self.sequence(value[3])
        if kind is sre.ATOMIC_GROUP:
            return self.sequence(value)
        if kind is sre.BRANCH:
            parts = [self.sequence(one) for one in value[1]]
            first, last = (
                {k: v for part in parts for k, v in getattr(part, which).items()} for which in ("first", "last")
            )
            empty = [part.empty for part in parts if part.empty]
            free = (frozenset.intersection(*(one[0] for one in empty)), all(one[1] for one in empty)) if empty else None
            return _Part(first, last, free)
        if kind is sre.AT and value in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
            lines = self.flags & re.MULTILINE and value is sre.AT_BEGINNING
            return _Part({}, {}, (self.all - {"\n"} if lines else self.all, False))
        if kind in (sre.ASSERT, sre.ASSERT_NOT) and value[0] < 0 and len(value[1]) == 1 and value[1][0][0] in SINGLE:
            signs = self.signs(*value[1][0])
            return _Part({}, {}, (signs if kind is sre.ASSERT_NOT else self.all - signs, False))
        if kind in (sre.ASSERT, sre.ASSERT_NOT) and value[0] > 0:  # nothing follows what stands in it
            return _Part(self.sequence(value[1]).first, {}, (NONE, True))
        if kind in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            return _Part({}, {}, (NONE, True))
        if kind is sre.GROUPREF:
            return self.one(self.all)
        raise NotImplementedError(str(kind))

    def one(self, signs: frozenset) -> _Part:
        place = self.machine.position(signs)
        return _Part({place: NONE}, {place: (NONE, False)}, None)

    def repeat(self, kind, least: int, most: int, body) -> _Part:
        copies = min(most if most <= COPIES else max(least, 1), COPIES)
        rest = _Part({}, {}, (NONE, False))
        for number in reversed(range(copies)):  # each within the one before it: none is reached but through those
            part = self.sequence(body)
            if number == copies - 1 and most > COPIES:
                for last, (barred, _) in part.last.items():
                    for first in part.first:
                        within = self.machine.follow[last].get(first, self.all)
                        self.machine.nested |= bool(self.machine.sets[first] - within - barred)
                        self.machine.link(last, first, barred)
                if kind is sre.POSSESSIVE_REPEAT and len(part.first) == 1 and part.first.keys() == part.last.keys():
                    part.last = {
                        place: (barred | self.machine.sets[place], asked)
                        for place, (barred, asked) in part.last.items()
                    }
            rest = self.join(part, rest)
            if number >= least:
                rest.empty = (NONE, False)
        return rest

    def signs(self, kind, value) -> frozenset:
        """The signs that one element takes, asked of `re` itself."""
        probe = _parser.SubPattern(_parser.parse(self.found.pattern, self.found.flags).state, [(kind, value)])
        binary = isinstance(self.found.pattern, bytes)
        one = _compiled(probe, self.flags | (0 if binary else re.UNICODE))
        return frozenset(
            sign for sign in self.machine.alphabet if one.match(sign.encode("latin-1") if binary else sign)
        )


def _compiled(tree, flags: int) -> re.Pattern:
    import _sre
    from re import _compiler

    code = _compiler._code(tree, flags)
    source = b"" if not flags & re.UNICODE else ""
    return _sre.compile(source, flags, code, tree.state.groups - 1, {}, tuple([None] * tree.state.groups))


def fault(found: Found) -> str | None:
    """What makes a pattern slow: ``exponential``, ``quadratic``; None where it takes linear time."""
    machine = _Builder(found).build()
    groups = _loops(machine)
    if machine.nested or any(_twice(machine, place, groups) for place in groups):
        return "exponential"
    open_ended = _loops(machine, machine.sure)  # of what fits already, no more is looked at than is taken
    if any(_both(machine, one, other, groups, open_ended) for one in groups for other in open_ended if one != other):
        return "quadratic"
    return None


def _loops(machine: _Machine, without: Container[int] = ()) -> dict[int, frozenset[int]]:
    """Position -> the positions that lie on loops with it."""
    places = [place for place in range(len(machine.sets)) if place not in without]
    reach = {place: _reached(machine, place, without) for place in places}
    return {p: frozenset(q for q in reach[p] if p in reach[q]) for p in places if p in reach[p]}


def _reached(machine: _Machine, start: int, without: Container[int] = ()) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for following in machine.follow[waiting.pop()]:
            if following not in seen and following not in without:
                seen.add(following)
                waiting.append(following)
    return seen


def _steps(machine: _Machine, places: tuple[int, ...], within: tuple) -> Iterator[tuple[int, ...]]:
    """Where several readings of one text can go on together with the same sign."""

    def go(index: int, signs: frozenset, chosen: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if index == len(places):
            yield chosen
            return
        for following, barred in machine.follow[places[index]].items():
            if within[index] is None or following in within[index]:
                left = (signs & machine.sets[following]) - barred
                if left:
                    yield from go(index + 1, left, (*chosen, following))

    yield from go(0, frozenset(machine.alphabet), ())


def _search(machine: _Machine, start: tuple, within: tuple, goal) -> bool:
    seen, waiting = set(), [start]
    while waiting:
        for following in _steps(machine, waiting.pop(), within):
            if goal(following):
                return True
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False


def _twice(machine: _Machine, place: int, groups: dict) -> bool:
    """Can one text lead around a loop in two ways?"""
    within = (groups[place], groups[place])
    apart = set()

    def differ(pair: tuple) -> bool:
        if pair[0] != pair[1]:
            apart.add(pair)
        return False

    _search(machine, (place, place), within, differ)
    return any(_search(machine, pair, within, lambda at: at == (place, place)) for pair in apart)


def _both(machine: _Machine, one: int, other: int, groups: dict, open_ended: dict) -> bool:
    """Can one text lead around a loop, from it to a second one, and around that?"""
    if other not in _reached(machine, one):
        return False
    within = (groups[one], None, open_ended[other])
    return _search(machine, (one, one, other), within, lambda at: at == (one, other, other))


def main() -> int:
    """Print the patterns that are not provably simple."""
    slow = [(found, why) for found in patterns() if (why := fault(found))]
    for found, why in slow:
        print(f"{found.place}: {why}: {found.pattern!r}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
