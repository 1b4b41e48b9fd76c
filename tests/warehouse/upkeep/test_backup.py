"""Verify, backup and restore: damage is found and named, and a backup brings everything back."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, date, datetime

import pytest

from etl.retime import undo_load
from etl.typed_in.evidence import attach
from kpi.errors import KpiError
from tests.conftest import ACTOR, NOW, sql, take
from tests.samples.attached import good
from warehouse import Warehouse
from warehouse.commit.load_request import FileIn, Kept
from warehouse.upkeep.backup import backup
from warehouse.upkeep.restore import restore
from warehouse.upkeep.verify import verify

ROWS = (
    "陳情_11411.csv",
    "案件編號,收文日期,結案日期,承辦單位\n" + "".join(f"P{i},1141103,1141110,甲組\n" for i in range(40)),
)
AT = datetime(2026, 1, 6, tzinfo=UTC)


def keys(found, severity="error"):
    return {one.key for one in found if one.severity == severity}


@pytest.fixture
def loaded(warehouse):
    take(warehouse, "petitions", ROWS)
    return warehouse


def data_file(warehouse):
    return max((warehouse.folder / "files").rglob("facts_petitions/**/*.parquet"), key=lambda path: path.stat().st_size)


def test_a_sound_warehouse_has_nothing_to_say(loaded):
    assert verify(loaded) == []


def test_a_flipped_byte_is_found(loaded):
    path = data_file(loaded)
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(bytes(content))
    assert keys(verify(loaded)) == {"verify-file-changed"}


@pytest.mark.parametrize(("damage", "key"), [("gone", "verify-file-missing"), ("short", "verify-file-size")])
def test_a_missing_or_short_file_is_found(loaded, damage, key):
    path = data_file(loaded)
    content = path.read_bytes()
    path.unlink()
    if damage == "short":
        path.write_bytes(content[:-10])
    assert keys(verify(loaded)) == {key}


def test_wrong_observations_are_found_by_rolling_up_again(loaded):
    with loaded.writing() as con:
        con.execute("UPDATE observations SET numerator = numerator + 1 WHERE indicator = 'petitions_received'")
    found = verify(loaded)
    assert keys(found) == {"verify-observations"}
    assert found[0].params["indicator"] == "petitions_received"


def test_a_leftover_is_a_note_only(loaded):
    (loaded.folder / "files" / "main" / "left.parquet").write_bytes(b"x")
    found = verify(loaded)
    assert (keys(found), keys(found, "note")) == (set(), {"verify-file-loose"})


def test_a_backup_brings_everything_back(loaded, tmp_path, catalogue):
    before = sql(loaded, "SELECT * FROM facts_petitions ORDER BY case_no"), loaded.version()
    count = backup(loaded, tmp_path / "all.zip")
    assert count > 3
    take(loaded, "petitions", ("陳情_11412.csv", "案件編號,收文日期,結案日期,承辦單位\nP99,1141203,,甲組\n"))
    loaded.close()
    version, former = restore(loaded.home, tmp_path / "all.zip", catalogue, AT)
    again = Warehouse.open(loaded.home, catalogue)
    assert (sql(again, "SELECT * FROM facts_petitions ORDER BY case_no"), again.version()) == before
    assert version == before[1]
    assert (former / "warehouse" / "catalog.sqlite").exists()
    assert verify(again) == []
    take(again, "petitions", ("陳情_11412.csv", "案件編號,收文日期,結案日期,承辦單位\nP99,1141203,,甲組\n"))


@pytest.mark.parametrize("damage", ["part", "foreign", "outside", "not a zip", "missing"])
def test_a_damaged_or_foreign_backup_changes_nothing(loaded, tmp_path, catalogue, damage):
    path = tmp_path / "all.zip"
    backup(loaded, path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    if damage == "part":
        name = next(name for name in parts if name.endswith(".parquet"))
        parts[name] = parts[name][:-1] + b"?"
    elif damage == "foreign":
        parts["notes.txt"] = b"hello"
    elif damage == "outside":
        parts["warehouse/../../evil.txt"] = b"evil"
        manifest["files"]["warehouse/../../evil.txt"] = "0" * 64
        parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    if damage == "not a zip":
        path.write_bytes(b"hello")
    if damage == "missing":
        path = tmp_path / "none.zip"
    before = loaded.version()
    with pytest.raises(KpiError):
        restore(loaded.home, path, catalogue, AT)
    assert Warehouse.open(loaded.home, catalogue).version() == before
    assert not list(tmp_path.rglob("evil.txt"))
    assert not list(loaded.home.glob(".restore*"))


def test_a_backup_that_is_stopped_leaves_no_file(loaded, tmp_path):
    def stop(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup(loaded, tmp_path / "all.zip", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    take(loaded, "petitions", ("陳情_11412.csv", "案件編號,收文日期,結案日期,承辦單位\nP99,1141203,,甲組\n"))


def test_kept_copies_are_checked(warehouse):
    from dataclasses import replace

    from etl.intake import load
    from tests.conftest import check

    plan = check(warehouse, "petitions", ROWS)
    files = tuple(replace(file, copy=Kept(lambda: (".csv", b"clean"))) for file in plan.incoming.files)
    reports = tuple(replace(report, origin=None) for report in plan.files)
    done = load(warehouse, replace(plan, incoming=replace(plan.incoming, files=files), files=reports), ACTOR, "", NOW)
    name = warehouse.loads(only={done.load})[0].files[0].copy
    assert warehouse.copy(name) == b"clean"
    assert isinstance(files[0], FileIn)
    assert verify(warehouse) == []
    (warehouse.home / "kept" / name).write_bytes(b"dirty")
    assert keys(verify(warehouse)) == {"verify-copy-changed"}
    (warehouse.home / "kept" / name).unlink()
    assert keys(verify(warehouse)) == {"verify-copy-missing"}


KEY, DAY = "barrier_free_inspection", date(2025, 3, 12)


@pytest.fixture
def attached(warehouse):
    """A statement of evidence with a PDF attached."""
    take(warehouse, "evidence", ("佐證.csv", f"參考標準,佐證說明,資料日期,組室\n{KEY},已檢測,114/03/12,甲組\n"))
    attach(warehouse, KEY, DAY, "報告.pdf", good()[".pdf"], ACTOR, NOW)
    return warehouse


def test_what_is_attached_is_checked_like_a_kept_copy(attached):
    assert verify(attached) == []
    path = attached.home / "kept" / attached.attachments()[0].kept
    path.write_bytes(b"%PDF-1.7 another")
    assert keys(verify(attached)) == {"verify-copy-changed"}
    path.unlink()
    (finding,) = verify(attached)
    assert (finding.key, finding.params["file"]) == ("verify-copy-missing", path.name)
    attach(attached, KEY, DAY, "報告.pdf", good()[".pdf"], ACTOR, NOW)  # the same file again mends it
    assert verify(attached) == []


def test_what_a_row_names_is_in_use_even_where_no_load_names_it(attached):
    with attached.writing() as con:
        con.execute("DELETE FROM files WHERE name = '報告.pdf'")
    assert verify(attached) == []
    path = attached.home / "kept" / attached.attachments()[0].kept
    path.unlink()
    assert keys(verify(attached)) == {"verify-copy-missing"}


def test_what_was_attached_and_undone_stays_in_use(attached):
    undo_load(attached, attached.loads(limit=1)[0].load, ACTOR, "附錯了", NOW)
    assert (attached.attachments(), verify(attached)) == ((), [])


def test_only_what_nobody_names_is_loose(attached):
    name = f"{'0' * 64}.pdf"
    (attached.home / "kept" / name).write_bytes(b"x")
    (finding,) = verify(attached)
    assert (finding.severity, finding.key, finding.params) == ("note", "verify-copy-loose", {"count": 1, "file": name})


def test_a_backup_brings_back_what_is_attached(attached, tmp_path, catalogue):
    (one,) = attached.attachments()
    backup(attached, tmp_path / "all.zip")
    (attached.home / "kept" / one.kept).unlink()
    attached.close()
    restore(attached.home, tmp_path / "all.zip", catalogue, AT)
    again = Warehouse.open(attached.home, catalogue)
    assert again.attachments() == (one,)
    assert again.copy(one.kept) == good()[".pdf"]
    assert verify(again) == []
