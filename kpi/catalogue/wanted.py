"""What was expected where a value of ``metrics.yml`` is wrong, as a sentence that both languages have."""

from __future__ import annotations

import re

from pydantic_core import ErrorDetails

from kpi.catalogue.standard import FAULTS
from kpi.sentence import Sentence

TEXT, WHOLE, NUMBER, TRUTH, DAY, LIST, MAPPING, FILLED, ZONE, NAME, FINITE = (
    Sentence(f"wanted-{name}")
    for name in ("text", "whole", "number", "truth", "day", "list", "mapping", "filled", "zone", "name", "finite")
)  # fmt: skip
KINDS = {
    "string_type": TEXT, "int_type": WHOLE, "int_parsing": WHOLE, "int_parsing_size": WHOLE, "int_from_float": WHOLE,
    "float_type": NUMBER, "float_parsing": NUMBER, "finite_number": FINITE, "wanted-zone": ZONE,
    "string_pattern_mismatch": NAME, "bool_type": TRUTH, "bool_parsing": TRUTH,
    "wanted-day": DAY, "date_type": DAY, "date_parsing": DAY, "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY, "tuple_type": LIST, "list_type": LIST, "dict_type": MAPPING, "model_type": MAPPING,
    "model_attributes_type": MAPPING, "union_tag_not_found": MAPPING, "too_short": FILLED,
}  # fmt: skip
"""Kinds of error of the library that holds the file against the model -> what was expected."""

ORDER = {"greater_than": "gt", "greater_than_equal": "ge", "less_than": "lt", "less_than_equal": "le"}
_QUOTED = re.compile(r"'([^']*)'|(\d+)")


def wanted(item: ErrorDetails) -> Sentence:
    """What one error of the model expected.

    Of several shapes that a value may have, the library names the error of each: whatever is not in the tables above is
    said to fit nowhere.
    """
    kind, context = item["type"], item.get("ctx", {})
    if kind in FAULTS:
        return Sentence(kind)
    if kind in ORDER:
        return Sentence("wanted-bound", {"order": ORDER[kind], "bound": context[ORDER[kind]]})
    if kind in ("enum", "literal_error", "union_tag_invalid"):
        listed = context.get("expected_tags") if kind == "union_tag_invalid" else context.get("expected")
        return Sentence("wanted-one-of", {"names": ", ".join(one or two for one, two in _QUOTED.findall(listed or ""))})
    if kind == "tuple_length" or kind == "too_long":
        return LIST
    return KINDS.get(kind, Sentence("wanted-other"))
