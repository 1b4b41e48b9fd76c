"""What must hold of questions and answers."""

from __future__ import annotations

from etl.checks.around import Around
from etl.tabular.typed_table import Frame


def remarks_fit(frame: Frame, around: Around) -> None:
    """A question or an answer says something; only that a thread is settled may say nothing."""
    for row, (kind, text) in enumerate(zip(frame.cells["kind"], frame.cells["text"], strict=True)):
        if text is None and kind is not None and kind != "結案":
            frame.problem("error", "cell-empty", row, "text")


def threads_known(frame: Frame, around: Around) -> None:
    """An answer belongs to a question that was asked, of the same indicator."""
    cells = frame.cells
    known = {one.number: one.indicator for one in around.warehouse.remarks() if one.kind == "question"}
    asked = [kind == "提問" for kind in cells["kind"]]
    known |= {n: key for n, key, new in zip(cells["number"], cells["indicator"], asked, strict=True) if new}
    for row, (thread, key) in enumerate(zip(cells["thread"], cells["indicator"], strict=True)):
        if thread is not None and key is not None and known.get(thread) != key:
            frame.problem("error", "thread-unknown", row, "thread", thread)
