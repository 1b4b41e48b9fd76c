"""What stands in the way of files that were refused: the files themselves, or an answer or a choice beside them."""

from __future__ import annotations

from collections.abc import Iterable

from etl.checks.doubtful_characters import KEYS as DOUBTS
from kpi.errors import Problem

ASKS = {"as-of-needed", "period-needed", "period-not-over", "header-guess", *DOUBTS}
"""An answer is missing; the file itself is not refused yet."""
CHOICES = {"period-ambiguous", "period-in-future", "calendar-missing", "month-closed"}
"""The file is right: something else is to change."""


def files_are_right(problems: Iterable[Problem]) -> bool:
    """Is nothing wrong with the files themselves? They are refused all the same until it is answered or chosen."""
    return {problem.key for problem in problems if problem.severity == "error"} <= ASKS | CHOICES
