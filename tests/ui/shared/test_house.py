"""What pages show goes by the catalogue in force, whoever loads by another one or restores meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from etl.retime import clocks_again
from kpi.catalogue import parse
from kpi.dates.periods import year_of
from kpi.evaluate import evaluate
from tests.conftest import ACTOR, take
from ui.shared.house import House
from warehouse import Warehouse, settings
from warehouse.commit.loading import refresh_definitions
from warehouse.upkeep.backup import backup
from warehouse.upkeep.restore import restore

GOOD = settings.catalogue_path().read_text(encoding="utf-8")
COUNT = "source: petitions\n        measure: {kind: count}"
CLOSED = GOOD.replace(COUNT, COUNT[:-1] + ", of: {closed: {present: true}}}", 1)
HEAD = "案件編號,收文日期,結案日期,承辦單位\n"
ROWS = HEAD + "P1,1141103,,甲組\nP2,1141104,1141105,甲組\n"


@pytest.fixture
def house(warehouse, monkeypatch):
    monkeypatch.setenv("KPI_HOME", str(warehouse.home))
    made = House()
    yield made
    made.warehouse.close()


def received(house) -> int:
    house.newest()
    return evaluate(house.catalogue, house.warehouse.book(), "petitions_received", year_of(2025)).value.value


def fresh(house) -> bool:
    return not refresh_definitions(house.warehouse, ACTOR, "", clocks_again(house.warehouse))


def test_a_load_by_other_definitions_is_reckoned_again_by_those_in_force(house, warehouse):
    take(warehouse, "petitions", ("p_114年.csv", ROWS))
    assert received(house) == 2
    other = Warehouse.open(warehouse.home, parse(CLOSED))
    take(other, "petitions", ("p_114年.csv", ROWS + "P3,1141106,,甲組\n"))
    assert evaluate(other.catalogue, other.book(), "petitions_received", year_of(2025)).value.value == 1
    assert received(house) == 3
    assert fresh(house)
    refresh_definitions(other, ACTOR, "", clocks_again(other))  # no load: two servers do not go on answering each other
    version = house.newest().number
    assert house.newest().number == version
    other.close()


def test_a_restored_backup_is_reckoned_by_the_definitions_in_force(house, warehouse, tmp_path):
    take(warehouse, "petitions", ("p_114年.csv", ROWS))
    older = Warehouse.open(warehouse.home, parse(CLOSED))
    refresh_definitions(older, ACTOR, "", clocks_again(older))
    backup(older, tmp_path / "all.zip")
    older.close()
    restore(warehouse.home, tmp_path / "all.zip", house.catalogue, datetime(2026, 1, 6, tzinfo=UTC))
    assert received(house) == 2
    assert fresh(house)
