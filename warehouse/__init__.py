"""The store: DuckDB with DuckLake. Facts, observations, loads; transactions, versions, and all SQL."""

from warehouse.records import FileRecord, LoadRecord
from warehouse.store import Warehouse
from warehouse.version import Version

__all__ = ["FileRecord", "LoadRecord", "Version", "Warehouse"]
