"""The README says of every room what `make lint` lets it import, docs/architecture.md names places that are there, and SQL
stands in the warehouse alone."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def told() -> dict[str, set[str]]:
    """Room -> the rooms that the table lets it import."""
    rows = re.findall(r"^\| `(\w+)/`(?:, `app.py`)? \|([^|]*)\|", README, re.MULTILINE)
    return {room: set(re.findall(r"`(\w+)`", allowed)) for room, allowed in rows}


def checked() -> dict[str, set[str]]:
    """The same of the contract of layers: all that stand lower, none beside."""
    layers = [layer.split(" | ") for layer in next(one for one in CONTRACTS if one["type"] == "layers")["layers"]]
    return {
        room: {low for below in layers[place + 1 :] for low in below}
        for place, rooms in enumerate(layers)
        for room in rooms
    }


def test_the_page_and_the_contract_let_each_room_import_the_same():
    rooms = told()
    assert rooms.pop("data") == set()
    assert rooms.pop("pages") == {"ui"}  # and all below
    wanted = checked()
    assert wanted.pop("pages") == {*wanted}
    assert rooms == wanted


def test_every_page_of_the_browser_stands_in_the_contract_of_independence():
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")} - {"__init__"}
    independent = next(one for one in CONTRACTS if one["type"] == "independence")["modules"]
    assert {f"ui.{page}" for page in pages} == set(independent)
    asking = next(one for one in CONTRACTS if one["name"] == "Pages never ask the database")["source_modules"]
    assert set(asking) == {"pages", *(f"ui.{page}.page" for page in pages)}


def test_every_place_that_the_page_names_is_there():
    named = set(re.findall(r"`((?:kpi|lang|present|warehouse|etl|publish|ui)/[\w/*.]+)`", TEXT))
    assert len(named) > 15
    for place in named - {"ui/PAGE/actions.py"}:
        assert list(ROOT.glob(place.rstrip("/"))), place


OUTSIDE = ("kpi", "lang", "present", "etl", "publish", "ui", "pages", "data", "benchmarks", "tools")
PRIVATE = ("_cursor", "_read")


def trees(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    for room in rooms:
        for path in (ROOT / room).rglob("*.py"):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a file, a name in place of what is filled in."""
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts |= {id(part) for part in ast.walk(node)}
            yield "".join(part.value if isinstance(part, ast.Constant) else "x" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def statement(text: str) -> bool:
    """Is it SQL? (A single word, such as end or show, is none.)"""
    if not re.search(r"\w\s+\w", text):
        return False
    try:
        return bool(duckdb.extract_statements(text))
    except duckdb.Error:
        return False


def test_sql_stands_in_the_warehouse_alone():
    assert [(path, text) for path, tree in trees(*OUTSIDE) for text in texts(tree) if statement(text)] == []


@pytest.mark.parametrize("text", ["SELECT 1", "UPDATE loads SET load = 1 WHERE load = 2", "ATTACH 'x' AS y", "FROM x"])
def test_sql_would_be_found(text):
    assert statement(text)


def test_nobody_else_takes_a_connection_of_the_warehouse():
    """Its own modules may; so may tests, by `tests.conftest.sql`."""
    found = [
        (path, node.lineno)
        for path, tree in trees(*OUTSIDE)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in PRIVATE and getattr(node.value, "id", "") != "self"
    ]
    assert found == []
