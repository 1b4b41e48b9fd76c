"""Where the entries of ``metrics.yml`` stand once they are written out in full, and what is said of those that are wrong."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kpi.catalogue.yaml_positions import line_of, named
from kpi.errors import Problem, did_you_mean
from kpi.sentence import Sentence

Path = tuple[Any, ...]
Lines = dict[Path, int]

ROWS = "rows"
"""The key that makes an entry a group: below it stand the entries for which it speaks."""


class Places:
    """Lines by path: ``read`` as the file has them, ``lines`` as the entries in full have them; and what is wrong.

    ``given`` are the values as they were read.
    """

    def __init__(self, given: dict[Any, Any], read: Lines, file: str) -> None:
        self.given, self.read, self.file = given, read, file
        self.lines = {path: line for path, line in read.items() if path[:1] != ("standards",) or len(path) == 1}
        self.problems: list[Problem] = []
        self.errors: list[ErrorDetails] = []  # of the library, to be put in words with all others

    def refused(self, section: str, error: ValidationError) -> None:
        for item in error.errors():
            item["loc"] = (section, *item["loc"])
            self.errors.append(item)

    def moved(self, entry: Any, place: Path, path: Path, parts: dict[str, Path]) -> None:
        """An entry stands at another path in the long way: its lines are still those of the file."""
        if place in self.read:
            self.lines[path] = self.read[place]
        for name, value in entry.items() if isinstance(entry, dict) else ():
            self._below(value, parts[name], (*path, name))

    def _below(self, value: Any, old: Path, new: Path) -> None:
        if old not in self.read:
            return
        self.lines[new] = self.read[old]
        if isinstance(value, dict | list):
            for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
                self._below(inner, (*old, key), (*new, key))
        place = 0
        while isinstance(value, str) and (*old, place) in self.read:  # the lines of a text in a block
            self.lines[(*new, place)] = self.read[(*old, place)]
            place += 1

    def unknown(self, path: Path, found: str, known: dict[Any, Any]) -> None:
        names = sorted(map(str, known))
        self.say(
            "catalogue-unknown-name", path, found=found, expected=", ".join(did_you_mean(found, names) or names[:8])
        )

    def say(self, key: str, path: Path, shown: str | None = None, **params: str | Sentence) -> None:
        place = shown or self.shown(path)
        line = line_of(self.read, path) if path in self.read else line_of(self.lines, path)
        self.problems.append(
            Problem("error", key, {"path": place, "found": "", **params}, file=self.file, line=line, column=place)
        )

    def shown(self, path: Path) -> str:
        """A path as people say it, `named` by its id or its place; the groups around an entry do not matter."""
        groups = [place for place, part in enumerate(path[:-1]) if part == ROWS]
        if not groups:
            return named(path, self.given)
        values: Any = self.given
        for part in path[: groups[-1] + 1]:
            values = values[part]
        told = named(path[groups[-1] + 1 :], values)
        return f"{path[0]}{told}" if told.startswith("[") else f"{path[0]}.{told}"
