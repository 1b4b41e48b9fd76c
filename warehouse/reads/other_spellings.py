"""Keys that are there in another spelling than the one that comes."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow says no types

from kpi.catalogue import Source
from warehouse.store import Warehouse


def spelled_otherwise(
    warehouse: Warehouse, source: Source, exact: pa.Table, alike: pa.Table, loose: list[str], days: tuple[date, date] | None
) -> list[tuple[int, tuple[object, ...]]]:  # fmt: skip
    """Rows that come (their index) with a key that is there in other letter case or with other leading zeros only.

    ``exact`` and ``alike`` hold the keys as they are and folded; of sources with a day only the ``days`` are looked at in
    which the rows lie, so that cost follows the upload.
    """
    name = next(key for key, item in warehouse.catalogue.sources.items() if item is source)
    keys = exact.column_names
    folded = {key: f"ltrim(upper(f.\"{key}\"), '0')" if key in loose else f'f."{key}"' for key in keys}
    same = " AND ".join(f'{folded[key]} IS NOT DISTINCT FROM i."alike_{key}"' for key in keys)
    inside = f"f.\"{source.date}\" BETWEEN DATE '{days[0]}' AND DATE '{days[1]}'" if days else "TRUE"
    coming = pa.table(
        {"n": pa.array(np.arange(exact.num_rows, dtype=np.int32))}
        | {f"exact_{key}": exact[key] for key in keys}
        | {f"alike_{key}": alike[key] for key in keys}
    )
    there = ", ".join(f'f."{key}"' for key in keys)
    equal = " AND ".join(f'e."exact_{key}" IS NOT DISTINCT FROM f."{key}"' for key in keys)
    differs = " OR ".join(f'f."{key}" IS DISTINCT FROM i."exact_{key}"' for key in loose)
    query = f"""SELECT DISTINCT i.n, {there} FROM facts_{name} f JOIN coming i ON {same}
        WHERE {inside} AND ({differs}) AND NOT EXISTS (FROM coming e WHERE {equal}) ORDER BY ALL"""

    def found(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
        if not con.execute(f"SELECT 1 FROM facts_{name} f WHERE {inside} LIMIT 1").fetchone():
            return []
        con.register("coming", coming)
        return con.execute(query).fetchall()

    return [(row[0], row[1:]) for row in warehouse._read(found)]
