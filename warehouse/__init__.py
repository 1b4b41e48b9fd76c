"""The store: DuckDB with DuckLake. Facts, observations, loads; transactions, versions, and all SQL."""

from warehouse.store import FileRecord, LoadRecord, Warehouse

__all__ = ["FileRecord", "LoadRecord", "Warehouse"]
