"""The store: DuckDB with DuckLake. Facts, observations, loads; transactions, versions, and all SQL."""

from warehouse.lake.version import Version
from warehouse.reads.load_records import FileRecord, LoadRecord
from warehouse.store import Warehouse

__all__ = ["FileRecord", "LoadRecord", "Version", "Warehouse"]
