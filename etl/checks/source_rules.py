"""The rules of one source, by its name, and of one kind of source: what must hold beyond what metrics.yml declares of it.

Each is one function that looks at a frame and adds problems. A source that is not named here has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from etl.checks.around import Around
from etl.checks.attachment_rules import attachments_fit
from etl.checks.figure_rules import figures_complete
from etl.checks.form_rules import (
    edition_cut_offs_fit,
    editions_fit,
    in_charge,
    placeholders_read,
    row_cut_offs_fit,
    rows_exist,
)
from etl.checks.history_outliers import against_history
from etl.checks.overlaps import beside_figures
from etl.checks.remark_rules import remarks_fit, threads_known
from etl.checks.standard_rules import standards_fit
from etl.checks.unusual_figures import far_figures
from etl.checks.whole_counts import bounds_whole, figures_whole
from etl.tabular.typed_table import Frame

Rule = Callable[[Frame, Around], None]

KIND_RULES: Mapping[str, tuple[Rule, ...]] = {"figures": (figures_complete, figures_whole)}
SOURCE_RULES: Mapping[str, tuple[Rule, ...]] = {
    "standards": (standards_fit, bounds_whole),
    "remarks": (remarks_fit, threads_known),
    "attachments": (attachments_fit,),
    "framework": (rows_exist,),
    "results": (rows_exist, row_cut_offs_fit, placeholders_read, in_charge),
    "editions": (edition_cut_offs_fit, editions_fit),
}
KIND_COMPARISONS: Mapping[str, tuple[Rule, ...]] = {
    "figures": (beside_figures, far_figures),
    "cases": (against_history,),
}
"""What is held against the other files and against what is there, once it is known what a file covers."""


def check_source(frame: Frame, around: Around) -> None:
    """Run the rules of a frame's source: those of its kind, then those of its name."""
    for rule in (*KIND_RULES.get(frame.source.kind, ()), *SOURCE_RULES.get(around.source, ())):
        rule(frame, around)


def compare_source(frame: Frame, around: Around) -> None:
    """Hold a frame against what stands beside it."""
    for rule in KIND_COMPARISONS.get(frame.source.kind, ()):
        rule(frame, around)
