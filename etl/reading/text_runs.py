"""The runs of a text, each with a look of its own, and what a reader sees of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
MOVED = {"superscript": RAISED, "subscript": LOWERED}


@dataclass
class Run:
    """``moved``: superscript, subscript or ""; ``own``: its look is its own, whatever that of its cell is."""

    text: str = ""
    struck: bool = False
    moved: str = ""
    own: bool = True


@dataclass(frozen=True)
class Seen:
    """What is seen of a text. ``struck``: all of it is struck out (then it is kept); ``own``: whatever its cell is."""

    text: str
    struck: bool
    own: bool


def seen(runs: Sequence[Run]) -> Seen | None:
    """What is seen of a text; None where its runs say no more than the text."""
    if not any((run.struck or run.moved in MOVED) and run.text for run in runs):
        return None
    whole = all(run.struck or not run.text.strip() for run in runs)
    kept = runs if whole else [run for run in runs if not run.struck]
    text = "".join(run.text.translate(MOVED.get(run.moved, {})) for run in kept)
    return Seen(text, whole, all(run.own for run in runs if run.text))


class RunReader:
    """The runs of a text in the XML of Office Open XML, tag by tag; readings that stand beside characters are none."""

    OFF = ("0", "false", "off")

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.within = self.aside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "r":
            self.runs.append(Run(own=False))
        elif tag == "t":
            self.within = True
        elif tag == "rPh":
            self.aside = True
        elif tag == "rPr" and self.runs:
            self.runs[-1].own = True
        elif tag == "strike" and self.runs:
            self.runs[-1].struck = attributes.get("val", "1") not in self.OFF
        elif tag == "vertAlign" and self.runs:
            self.runs[-1].moved = attributes.get("val", "")

    def text(self, text: str) -> None:
        if self.within and self.runs and not self.aside:
            self.runs[-1].text += text

    def end(self, tag: str) -> None:
        if tag == "t":
            self.within = False
        elif tag == "rPh":
            self.aside = False

    def taken(self) -> Seen | None:
        """What is `seen` of the runs so far; the next ones are of another text."""
        runs, self.runs = self.runs, []
        return seen(runs)
