"""What must hold of files that are attached to evidence."""

from __future__ import annotations

from etl.checks.around import Around
from etl.tabular.typed_table import Frame


def attachments_fit(frame: Frame, around: Around) -> None:
    """An attachment belongs to a statement that is there, and its content is one that is kept."""
    cells, statements, kept = frame.cells, around.warehouse.statements(), around.kept()
    for row, (key, day, name) in enumerate(zip(cells["indicator"], cells["from"], cells["kept"], strict=True)):
        if key is not None and day is not None and (key, day) not in statements:
            frame.problem("error", "attachment-no-statement", row, "from")
        if name is not None and name not in kept:
            frame.problem("error", "attachment-not-kept", row, "kept")
