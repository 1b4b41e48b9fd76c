"""The README says of every room what `make lint` lets it import, and docs/architecture.md names places that are there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

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
