"""Rows of the form that are met by evidence (佐證): ``evidence: NAME`` brings an indicator and a standard of that name."""

from __future__ import annotations

from typing import Any

from pydantic import Field, TypeAdapter, ValidationError

from kpi.catalogue.places import Places
from kpi.catalogue.source import Day, Frozen, Text
from kpi.catalogue.wanted import TEXT
from kpi.catalogue.yaml_positions import line_of


class EvidenceRows(Frozen):
    """What the indicators and standards of all rows that are met by evidence have in common."""

    definition: Text
    unit: str
    start: Day = Field(alias="from")
    set_by: Text
    written: Text | None = None


def bring(values: dict[Any, Any], given: Any, places: Places) -> bool:
    """Adds to ``values`` what their rows of the form bring; ``given``: what ``evidence_rows`` says, None where it is not
    there. Says whether any row brings something."""
    rules, framework = _rules(given, values.get("units"), places), values.get("framework")
    if not isinstance(framework, dict):
        return False
    brought: dict[str, str] = {}
    for code, row in framework.items():
        if not isinstance(row, dict) or "evidence" not in row:
            continue
        framework[code] = {**without(row, "evidence"), "kind": "evidence"}
        place, name = ("framework", code, "evidence"), row["evidence"]
        if "kind" in row:
            places.say("catalogue-twice", ("framework", code, "kind"), other=places.shown(place))
        if not isinstance(name, str):
            shape = isinstance(name, dict | list)
            places.say(
                "catalogue-wrong-shape" if shape else "catalogue-wrong",
                place,
                expected=TEXT,
                found="" if shape else str(name),
            )
        elif name in brought:
            places.say("catalogue-twice", place, other=places.shown(("framework", brought[name], "evidence")))
        else:
            brought[name] = code
    if not brought:
        return False
    if given is None:
        first = next(iter(brought.values()))
        places.say("catalogue-missing-key", ("framework", first, "evidence"), shown="evidence_rows")
    if isinstance(values.get("indicators"), dict):
        values["indicators"] = _with_indicators(values["indicators"], brought, framework, rules, places)
    if isinstance(values.get("standards"), list):
        values["standards"] += [_standard(name, code, len(values["standards"]) + place, rules, places)
                                for place, (name, code) in enumerate(brought.items())]  # fmt: skip
    return True


def _rules(given: Any, units: Any, places: Places) -> EvidenceRows:
    """What ``evidence_rows`` says; where it is wrong that is said, and words that nobody reads stand in its place."""
    try:
        rules = _RULES.validate_python(_UNREAD if given is None else given)
    except ValidationError as error:
        places.refused("evidence_rows", error)
        return _RULES.validate_python(_UNREAD)
    if given is not None and isinstance(units, dict) and rules.unit not in units:
        places.unknown(("evidence_rows", "unit"), rules.unit, units)
    return rules


def _with_indicators(
    written: dict[Any, Any], brought: dict[str, str], framework: dict[Any, Any], rules: EvidenceRows, places: Places
) -> dict[Any, Any]:
    """The indicators that are written, and in the order of the form, the first of its row, those that are brought."""
    place = {code: number for number, code in enumerate(framework)}
    found, others = dict(written), []
    for name, code in brought.items():
        item, path = _indicator(framework[code].get("standard"), name, code, rules), ("indicators", name)
        for part, says in (
            ((), ("framework", code, "evidence")),
            (("name",), ("framework", code, "standard")),
            (("definition",), ("evidence_rows", "definition")),
        ):
            places.lines.setdefault((*path, *part), line_of(places.lines, says))
        if name not in written:
            others.append((name, item))
            continue
        if isinstance(written[name], dict):
            for key in (key for key in written[name] if key in item and key not in ("name", "definition")):
                places.say("catalogue-twice", (*path, key), other=places.shown(("framework", code, "evidence")))
            found[name] = item | written[name]
    ordered = list(found.items())
    for name, item in others:
        mine = place[item["framework"]]
        later = (n for n, (_, one) in enumerate(ordered) if place.get(_framework(one), -1) >= mine)
        ordered.insert(next(later, len(ordered)), (name, item))
    return dict(ordered)


def _standard(name: str, code: str, place: int, rules: EvidenceRows, places: Places) -> dict[Any, Any]:
    places.lines[("standards", place)] = line_of(places.lines, ("framework", code, "evidence"))
    written = {"written": rules.written.model_dump()} if rules.written else {}
    return {
        "id": name, "indicator": name, "kind": "evidence", "from": rules.start, "set_by": rules.set_by.model_dump(), **written,
    }  # fmt: skip


def _indicator(standard: Any, name: str, code: str, rules: EvidenceRows) -> dict[Any, Any]:
    try:
        words = Text.model_validate(standard).model_dump()
    except ValidationError:  # told of the row itself
        words = words_of(name)
    definition = rules.definition.model_dump()
    return {
        "name": words,
        "definition": {lang: definition[lang].replace("{standard}", words[lang]) for lang in words},
        "source": "evidence", "measure": {"kind": "evidence"}, "unit": rules.unit, "behaviour": "evidence", "framework": code,
    }  # fmt: skip


def _framework(item: Any) -> str | None:
    code = item.get("framework") if isinstance(item, dict) else None
    return code if isinstance(code, str) else None


def without(entry: Any, key: str) -> Any:
    return {name: value for name, value in entry.items() if name != key} if isinstance(entry, dict) else entry


def words_of(name: object) -> dict[str, str]:
    return {"zh": str(name), "en": str(name)}


_RULES = TypeAdapter(EvidenceRows)
_UNREAD = {"definition": words_of("?"), "unit": "?", "from": "2000-01-01", "set_by": words_of("?")}
