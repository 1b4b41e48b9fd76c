"""An extension whose signature does not fit is never loaded, though it is looked at once for each file only."""

import shutil

import duckdb
import pytest

from warehouse.lake import connection


@pytest.fixture
def ducklake(tmp_path, monkeypatch):
    """A copy of the extension, which is opened instead of it."""
    found = {module: connection._extension(module) for module in connection.EXTENSIONS}
    copied = tmp_path / found["duckdb_extension_ducklake"].name
    shutil.copyfile(found["duckdb_extension_ducklake"], copied)
    monkeypatch.setattr(connection, "_extension", (found | {"duckdb_extension_ducklake": copied}).__getitem__)
    monkeypatch.setattr(connection, "_SIGNED", set())
    return copied


def spoil(path) -> None:
    with path.open("r+b") as file:
        file.seek(1000)
        byte = file.read(1)
        file.seek(1000)
        file.write(bytes([byte[0] ^ 1]))


def test_a_spoiled_extension_is_refused(ducklake):
    spoil(ducklake)
    for _ in range(2):
        with pytest.raises(duckdb.Error, match="signature"):
            connection._with_extensions()


def test_one_that_was_spoiled_after_it_was_looked_at_is_refused(ducklake):
    for _ in range(2):
        connection._with_extensions().close()
    other = ducklake.with_suffix(".new")  # a file in use is not written over but replaced, as an installer does
    shutil.copyfile(ducklake, other)
    spoil(other)
    other.replace(ducklake)
    with pytest.raises(duckdb.Error, match="signature"):
        connection._with_extensions()
