"""Where in a YAML text every key stands."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from kpi.errors import Problem

Path = tuple[str | int, ...]
"""The keys and places in lists that lead to a value."""


def lines_of(node: yaml.Node, path: Path = ()) -> dict[Path, int]:
    """Path of every key and item -> its line, counted from 1; so of each line of a text in a block (``|``)."""
    found: dict[Path, int] = {path: node.start_mark.line + 1}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= lines_of(value, (*path, key.value))
            found[(*path, key.value)] = key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            found |= lines_of(value, (*path, index))
    elif isinstance(node, yaml.ScalarNode) and node.style == "|":
        first = node.start_mark.line + 2  # below the sign itself
        found |= {(*path, place): first + place for place, _ in enumerate(node.value.split("\n"))}
    return found


def repeated(node: yaml.Node, file: str, path: Path = ()) -> Iterator[Problem]:
    """Keys that stand twice in one mapping (YAML silently keeps the last)."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                yield Problem(
                    "error", "catalogue-repeated", {"path": key.value}, file=file, line=line,
                    found=key.value,
                )  # fmt: skip
            seen[key.value] = line
            yield from repeated(value, file, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from repeated(value, file, path)


def named(path: Path, values: object) -> str:
    """A path as people say it: ``standards[phone_tests].value``. An entry of a list is named by its id, else by its place,
    counted from 1."""
    text = ""
    for part in path:
        inner = None
        if isinstance(values, dict):
            inner = values.get(part)
        elif isinstance(values, list) and isinstance(part, int) and part < len(values):
            inner = values[part]
        if isinstance(part, int):
            known = inner.get("id") if isinstance(inner, dict) else None
            text += f"[{known if known is not None else part + 1}]"
        else:
            text += f".{part}" if text else str(part)
        values = inner
    return text


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Line of the longest beginning of ``path`` that the file has."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return 1
