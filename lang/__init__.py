"""The words of the product: one folder of Fluent files for each language, and figures as people write them.

Texts are written in both languages, not translated word by word; a test holds their keys and variables equal.
"""

from lang.catalogue import DEFAULT, LANGUAGES, choose, expected, say, sentence
from lang.figures import (
    amount,
    bound,
    change,
    day,
    difference,
    in_column,
    list_of,
    month_name,
    number,
    period,
    relative,
    roc,
    unit_of,
    year,
)
from lang.precision import places, places_of
from lang.spacing import joined

__all__ = [
    "DEFAULT", "LANGUAGES", "amount", "bound", "change", "choose", "day", "difference", "expected", "in_column", "joined",
    "list_of", "month_name", "number", "period", "places", "places_of", "relative", "roc", "say", "sentence", "unit_of", "year",
]  # fmt: skip
