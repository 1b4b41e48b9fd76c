"""JSON as everything here writes it: letters as they are, and never Infinity or NaN, which are no JSON (RFC 8259, 6)."""

from __future__ import annotations

import json
from typing import Any


def json_text(value: Any, indent: int | None = None) -> str:
    """Raises ValueError for a number that is not finite: better no answer than one that no reader understands."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
