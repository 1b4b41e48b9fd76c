"""The short ways to write ``metrics.yml`` -> the long way, in which every entry says everything itself.

Both ways are valid, also in one file. There are four short ones:

- A group: an entry of ``framework``, ``indicators`` or ``standards`` that has ``rows``. What stands beside ``rows`` holds for
  every entry below it.
- A name in place of words: ``set_by`` names one of ``authorities``, ``written`` one of ``documents``.
- A row of the form that says ``evidence: NAME`` brings an indicator and a reference standard of that name; what is the same
  for all of them stands in ``evidence_rows``. An entry of that name among ``indicators`` says only what differs.
- What follows need not be said: the measure of a hand-counted figure, and the behaviour of what is measured in one way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kpi.catalogue.evidence_rows import bring, without, words_of
from kpi.catalogue.places import ROWS, Lines, Path, Places
from kpi.catalogue.source import Text
from kpi.catalogue.wanted import FILLED, MAPPING
from kpi.errors import Problem

NAMES = {"set_by": "authorities", "written": "documents"}
"""The key of a standard -> the section that its words may be named from."""

RETIRED = {"units": "attached", "indicators": "published"}
"""Keys of entries of former files that nothing reads, as ``badge_years`` of the settings: they do no harm."""

BEHAVIOURS = {
    "on_time": "ratio", "share": "ratio", "mean": "mean", "days": "quantile", "coverage": "coverage", "evidence": "evidence",
}  # fmt: skip
"""Kinds of measure whose values combine over time in one way only. A count is summed, but for one of a day's list."""


class Long(NamedTuple):
    """A file in its long way. ``lines`` are those of the file: an entry's that it did not say itself, too.

    ``errors`` are what the library says of the sections that only the short ways have.
    """

    values: Any
    lines: Lines
    problems: tuple[Problem, ...] = ()
    errors: tuple[ErrorDetails, ...] = ()


def expand(values: Any, lines: Lines | None = None, file: str = "metrics.yml") -> Long:
    """The long way of a file that was read; ``lines``: path of every key -> its line. ``values`` are not changed."""
    if not isinstance(values, dict):
        return Long(values, lines or {})
    places = Places(values, lines or {}, file)
    return Long(_Expansion(values, places).expanded(), places.lines, tuple(places.problems), tuple(places.errors))


class _Expansion:
    def __init__(self, values: dict[Any, Any], places: Places) -> None:
        self.given, self.places = values, places
        self.used: set[Path] = set()
        self.names = {section: self._section(section) for section in NAMES.values()}

    def expanded(self) -> dict[Any, Any]:
        short = (*NAMES.values(), "evidence_rows")
        values = {key: value for key, value in self.given.items() if key not in short}
        for section in ("framework", "indicators"):
            if isinstance(values.get(section), dict):
                values[section] = self._ungrouped(section)
        if "settings" in values:
            values["settings"] = without(values["settings"], "badge_years")
        for section, key in RETIRED.items():
            if isinstance(entries := values.get(section), dict):
                values[section] = {name: without(entry, key) for name, entry in entries.items()}
        if isinstance(values.get("standards"), list):
            values["standards"] = [*self._standards()]
        rules = self.given.get("evidence_rows")
        parts = {key: ("evidence_rows", key) for key in rules} if isinstance(rules, dict) else {}
        if bring(values, self._in_words(rules, parts), self.places):
            self.used.add(("evidence_rows",))
        if isinstance(values.get("indicators"), dict):
            values["indicators"] = {
                key: _followed(item, values.get("sources")) for key, item in values["indicators"].items()
            }
        if not self.places.problems and not self.places.errors:
            self._unused()
        return values

    # ---- groups ---------------------------------------------------------------------------------------------------

    def _ungrouped(self, section: str) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, entry, place, parts in self._entries(self.given[section], (section,), {}):
            if key in found:
                self.places.say("catalogue-repeated", place, shown=str(key))
            found[key] = entry
            self.places.moved(entry, place, (section, key), parts)
        return found

    def _entries(
        self, entries: Any, path: Path, shared: dict[str, Path]
    ) -> Iterator[tuple[Any, Any, Path, dict[Any, Any]]]:
        """Key, whole entry, where it stands, and where each key of it stands, of every entry that is no group."""
        for key, entry in entries.items() if isinstance(entries, dict) else enumerate(entries):
            place = (*path, key)
            if not isinstance(entry, dict):
                yield key, entry, place, {}
                continue
            for name in (name for name in entry if name in shared):
                self.places.say("catalogue-twice", (*place, name), other=self.places.shown(shared[name]))
            parts = shared | {name: (*place, name) for name in entry if name != ROWS}
            if ROWS not in entry:
                yield key, {name: self._at(where) for name, where in parts.items()}, place, parts
            elif isinstance(rows := entry[ROWS], type(entries)) and rows:
                yield from self._entries(rows, (*place, ROWS), parts)
            else:
                expected = MAPPING if isinstance(entries, dict) and rows != {} else FILLED
                self.places.say("catalogue-wrong-shape", (*place, ROWS), expected=expected)

    def _standards(self) -> Iterator[Any]:
        for place, (_, entry, path, parts) in enumerate(self._entries(self.given["standards"], ("standards",), {})):
            self.places.moved(entry, path, ("standards", place), parts)
            yield self._in_words(entry, parts)

    def _at(self, path: Path) -> Any:
        value: Any = self.given
        for part in path:
            value = value[part]
        return value

    # ---- names in place of words ----------------------------------------------------------------------------------

    def _section(self, section: str) -> dict[Any, Any]:
        given = self.given.get(section, {})
        try:
            return {key: words.model_dump() for key, words in _NAMED.validate_python(given).items()}
        except ValidationError as error:
            self.places.refused(section, error)
            return {key: words_of(key) for key in given} if isinstance(given, dict) else {}

    def _in_words(self, entry: Any, parts: dict[str, Path]) -> Any:
        """A standard with the words of who set it and of where it is written."""
        if not isinstance(entry, dict):
            return entry
        entry = dict(entry)
        for field, section in NAMES.items():
            found, known = entry.get(field), self.names[section]
            if not isinstance(found, str) or not known:
                continue
            self.used.add((section, found))
            if found not in known:
                self.places.unknown(parts[field], found, known)
            entry[field] = known.get(found) or words_of(found)
        return entry

    def _unused(self) -> None:
        for section, known in self.names.items():
            for name in known:
                if (section, name) not in self.used:
                    self.places.say("catalogue-unused", (section, name))
        if "evidence_rows" in self.given and ("evidence_rows",) not in self.used:
            self.places.say("catalogue-unused", ("evidence_rows",))


def _followed(item: Any, sources: Any) -> Any:
    """An indicator with what follows from its source and its measure."""
    source = _of(sources, item.get("source")) if isinstance(item, dict) else None
    kind = source.get("kind") if isinstance(source, dict) else None
    if isinstance(item, dict) and kind in ("figures", None) and "measure" not in item:  # None: told of the source
        item = {**item, "measure": {"kind": "figure"}}
    if isinstance(item, dict) and "behaviour" not in item and isinstance(measure := item.get("measure"), dict):
        behaviour = (
            ("stock" if kind == "snapshot" else "flow")
            if measure.get("kind") == "count"
            else _of(BEHAVIOURS, measure.get("kind"))
        )
        item = item | ({"behaviour": behaviour} if behaviour else {})
    return item


def _of(values: Any, key: Any) -> Any:
    return values.get(key) if isinstance(values, dict) and isinstance(key, str) else None


_NAMED = TypeAdapter(dict[str, Text])
