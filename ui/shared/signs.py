"""What a process says, as data; `ui/parts/signals.js` draws it."""

from __future__ import annotations

from present.sentences.signals import Signs
from ui.shared import contract


def signs_data(signs: Signs) -> contract.Signs:
    """The kinds with their words and sentences."""
    return {
        "variation": signs.variation, "side": signs.side, "word": signs.word, "why": signs.why, "assurance": signs.assurance,
        "assurance_word": signs.assurance_word, "outlook": signs.outlook,
    }  # fmt: skip
