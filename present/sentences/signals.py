"""What a process says, in words: two short ones for its icons, and the sentences that explain them."""

from __future__ import annotations

from dataclasses import dataclass

from kpi.catalogue import Catalogue
from kpi.spc.control_chart import Process
from lang import say, sentence


@dataclass(frozen=True)
class Signs:
    """``variation`` and ``assurance`` are the kinds (None where nothing can be said), each with its word and sentence.

    ``side``: 1 where the last months lie high or rise, -1 where they lie low or fall, 0 where they vary as usual.
    """

    variation: str
    side: int
    word: str
    why: str
    assurance: str | None = None
    assurance_word: str = ""
    outlook: str = ""


def signs_of(catalogue: Catalogue, process: Process | None, lang: str) -> Signs | None:
    """None where the indicator has no process, or too few months to say anything."""
    if process is None or process.limits is None:
        return None
    flag, kind = process.members[-1].flag, process.variation.value
    signs = Signs(
        kind, flag.side if flag else 0, say(f"variation-{kind}", lang), sentence(process.reason, lang, catalogue)
    )
    if process.assurance is None or process.outlook is None:
        return signs
    held = process.assurance.value
    return Signs(
        signs.variation, signs.side, signs.word, signs.why, held, say(f"assurance-word-{held}", lang),
        sentence(process.outlook, lang, catalogue),
    )  # fmt: skip
