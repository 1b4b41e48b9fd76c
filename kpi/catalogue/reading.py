"""The text of ``metrics.yml`` -> a `Catalogue`, or every mistake with its line."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic import ValidationError

from kpi.catalogue.checks import cross_checks
from kpi.catalogue.lines import line_of, lines_of, named, repeated
from kpi.catalogue.model import Catalogue
from kpi.catalogue.wanted import wanted
from kpi.errors import CatalogueError, Problem


def parse(text: str, file: str = "metrics.yml") -> Catalogue:
    """Read the catalogue from YAML text.

    Raises
    ------
    CatalogueError
        With one problem for each mistake: its line, the key and what was expected.
    """
    try:
        tree = yaml.compose(text, Loader=_loader())
        if tree is None:
            raise CatalogueError([Problem("error", "catalogue-empty", {}, file=file, line=1)])
        data = _loader()(text)
        try:
            values = data.get_single_data()
        finally:
            data.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = Problem(
            "error",
            "catalogue-syntax",
            {},
            file=file,
            line=mark.line + 1 if mark else 1,
        )
        raise CatalogueError([found]) from None
    lines = lines_of(tree)
    try:
        catalogue = Catalogue.model_validate(values)
    except ValidationError as error:
        raise CatalogueError([_problem(item, lines, values, file) for item in error.errors()]) from None
    problems = list(cross_checks(catalogue, lines, values, file)) + list(repeated(tree, file))
    if problems:
        raise CatalogueError(problems)
    return catalogue


def _loader() -> type:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _problem(item: dict[str, Any], lines: dict[tuple, int], values: Any, file: str) -> Problem:
    path = tuple(part for part in item["loc"])
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
