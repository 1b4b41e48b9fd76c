"""An edition of the form as a file: every text as it read when it was signed, in each language, with its sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from kpi.catalogue import StandardKind
from kpi.json_text import json_text
from present.form.filled import FilledLine, Form, Printed, Row, State

FORMAT = 1


def freeze(forms: Mapping[str, Form], note: Callable[[Printed, str], str]) -> bytes:
    """The forms of one year and cut-off, by language. ``note``: the source of a figure in a language."""
    (first, *_) = forms.values()
    content = {
        "format": FORMAT, "year": first.year, "as_of": first.as_of.isoformat(), "version": first.version, "demo": first.demo,
        "languages": {lang: _words(form, lang, note) for lang, form in forms.items()},
    }  # fmt: skip
    return json_text(content, indent=1).encode("utf-8")


def thaw(content: bytes, lang: str) -> Form:
    """The form that an edition keeps.

    Raises
    ------
    ValueError, KeyError
        When it is no edition: its content was changed outside the product.
    """
    found = json.loads(content)
    words = found["languages"][lang]
    rows = tuple(_thawed(row, lang) for row in words["rows"])
    return Form(
        found["year"], date.fromisoformat(found["as_of"]), lang, found["version"], found["demo"], words["ministry"],
        words["agency"], words["dimensions"], rows, frozen=True,
    )  # fmt: skip


def _words(form: Form, lang: str, note: Callable[[Printed, str], str]) -> dict[str, Any]:
    return {
        "ministry": form.ministry, "agency": form.agency, "dimensions": dict(form.dimensions),
        "rows": [_row(row, lang, note) for row in form.rows],
    }  # fmt: skip


def _row(row: Row, lang: str, note: Callable[[Printed, str], str]) -> dict[str, Any]:
    def piece(one: str | Printed) -> Any:
        return one if isinstance(one, str) else {"text": one.text, "source": note(one, lang)}

    return {
        "code": row.code, "dimension": row.dimension, "item": row.item, "indicator": row.indicator, "standard": row.standard,
        "kind": row.kind.value, "office": row.office, "as_of": row.as_of.isoformat(), "state": row.state.value,
        "lines": [{"listed": line.listed, "pieces": [piece(one) for one in line.pieces]} for line in row.lines],
    }  # fmt: skip


def _thawed(row: dict[str, Any], lang: str) -> Row:
    lines = tuple(
        FilledLine(
            tuple(
                one if isinstance(one, str) else Printed(one["text"], source=one["source"]) for one in line["pieces"]
            ),
            line["listed"],
        )
        for line in row["lines"]
    )
    return Row(
        row["code"], lang, row["dimension"], row["item"], row["indicator"], row["standard"], StandardKind(row["kind"]),
        row["office"], date.fromisoformat(row["as_of"]), "", "frozen", lines, State(row["state"]), (),
    )  # fmt: skip
