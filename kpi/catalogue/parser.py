"""The text of ``metrics.yml`` -> a `Catalogue`, or every mistake with its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from yaml.reader import Reader

from kpi.catalogue.checks import cross_checks
from kpi.catalogue.definitions import Catalogue
from kpi.catalogue.shorthand import expand
from kpi.catalogue.standard import StandardKind
from kpi.catalogue.wanted import wanted
from kpi.catalogue.yaml_positions import Path, line_of, lines_of, named, repeated
from kpi.errors import CatalogueError, Problem

DEEPEST = 40  # levels
MOST = 200_000  # entries, each as often as it is referred to
LONGEST = 100  # characters of a number or a day
PLAIN = ("int", "float", "bool", "timestamp")


def parse(text: str, file: str = "metrics.yml") -> Catalogue:
    """Read the catalogue from YAML text.

    Raises
    ------
    CatalogueError
        With one problem for each mistake: its line, the key and what was expected. Whatever the text holds, nothing else
        is raised.
    """
    tree, values = _read(text, file)
    long = expand(values, lines_of(tree), file)
    problems = [*long.problems, *(_problem(item, long.lines, values, file) for item in long.errors)]
    try:
        catalogue = Catalogue.model_validate(long.values)
    except ValidationError as error:
        problems += [_problem(item, long.lines, long.values, file) for item in error.errors()]
        raise CatalogueError(_once(problems)) from None
    if not problems:
        problems += [*cross_checks(catalogue, long.lines, long.values, file), *repeated(tree, file)]
    if problems:
        raise CatalogueError(_once(problems))
    return catalogue


def _once(problems: list[Problem]) -> list[Problem]:
    """What a group says wrongly is wrong in every entry of it, but stands in one place."""
    return list(
        {(one.key, one.line, one.found or one.column, one.expected): one for one in reversed(problems)}.values()
    )[::-1]


def _read(text: str, file: str) -> tuple[yaml.Node, Any]:
    """The text as a tree that knows its lines, and as plain values."""

    def refused(key: str, line: int, **params: Any) -> CatalogueError:
        return CatalogueError([Problem("error", key, params, file=file, line=line + 1)])

    if odd := Reader.NON_PRINTABLE.search(text):
        code = f"U+{ord(odd.group()):04X}"
        raise refused("catalogue-character", text.count("\n", 0, odd.start()), found=code)
    try:
        if (line := _too_deep(text)) is not None:
            raise refused("catalogue-nested", line)
        tree = yaml.compose(text, Loader=_Loader)
        if tree is None:
            raise refused("catalogue-empty", 0)
        if (line := _too_much(tree)) is not None:
            raise refused("catalogue-nested", line)
        return tree, yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise refused("catalogue-syntax", mark.line if mark else 0) from None


if TYPE_CHECKING:
    _Safe = yaml.SafeLoader  # both have the same methods
else:
    _Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):
    """The safe loader, in which a number or a day that cannot be one stays the text that it is: what belongs there is then
    said with all other mistakes."""


def _or_text(construct: Callable[[Any, yaml.Node], Any]) -> Callable[[Any, yaml.Node], Any]:
    def constructed(loader: Any, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode) and len(node.value) > LONGEST:
            return node.value
        try:
            return construct(loader, node)
        except (ValueError, LookupError, AttributeError, ArithmeticError):
            return node.value

    return constructed


for _tag in PLAIN:
    _name = f"tag:yaml.org,2002:{_tag}"
    _Loader.add_constructor(_name, _or_text(yaml.SafeLoader.yaml_constructors[_name]))


def _too_deep(text: str) -> int | None:
    """The line, counted from 0, on which the nesting grows deeper than can be read by what calls itself."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return event.start_mark.line if event.start_mark else 0
    return None


def _too_much(tree: yaml.Node) -> int | None:
    """The line, counted from 0, of what grows without end, or nearly, by referring to itself or to what refers again."""
    waiting, seen = [(tree, 0)], 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if depth > DEEPEST or seen > MOST:
            return node.start_mark.line
        if isinstance(node, yaml.MappingNode):
            waiting += [(one, depth + 1) for pair in node.value for one in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(one, depth + 1) for one in node.value]
    return None


def _of_kind(item: ErrorDetails) -> ErrorDetails:
    """An error in a standard at the path that the file has, which does not name the kind; one of the kind itself there."""
    loc, kinds = item["loc"], item.get("ctx", {}).get("discriminator")
    if loc[:1] != ("standards",):
        return item
    found = item.copy()
    if len(loc) > 2 and loc[2] in set(StandardKind):
        found["loc"] = (*loc[:2], *loc[3:])
    elif len(loc) == 2 and kinds and isinstance(item["input"], dict):
        found["loc"] = (*loc, "kind")
        if "kind" in item["input"]:
            found["input"] = item["input"]["kind"]
        else:
            found["type"] = "missing"
    return found


def _problem(item: ErrorDetails, lines: dict[Path, int], values: Any, file: str) -> Problem:
    item = _of_kind(item)
    path = tuple(part for part in item["loc"] if part != "[key]")  # a name is at fault, not what stands under it
    known = tuple(part for i, part in enumerate(path) if path[: i + 1] in lines or i == len(path) - 1)
    name = named(known, values)
    if item["type"] == "extra_forbidden":
        return Problem(
            "error", "catalogue-unknown-key", {"path": name}, file=file, line=line_of(lines, path), column=name,
            found=str(path[-1]),
        )  # fmt: skip
    if item["type"] == "missing":
        return Problem(
            "error", "catalogue-missing-key", {"path": name}, file=file, line=line_of(lines, path), column=name
        )
    shape = isinstance(item.get("input"), dict | list)
    found = "" if shape else str(item.get("input"))[:80]
    return Problem(
        "error", "catalogue-wrong-shape" if shape else "catalogue-wrong", {"path": name, "expected": wanted(item), "found": found},
        file=file, line=line_of(lines, path), column=name, found=found,
    )  # fmt: skip
