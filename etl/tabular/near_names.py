"""Names that a word may have been meant for, without a file of nothing but unknown words taking long."""

from __future__ import annotations

from collections.abc import Iterable

from kpi.errors import did_you_mean

MOST_WORDS = 200  # of which the nearest names are looked for; each is held against all of the names
LONGEST = 60  # characters of a word that are looked at


class Nearest:
    """The names that resemble a word, nearest first; none for the words that come after the first `MOST_WORDS`."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = list(dict.fromkeys(names))
        self._left = MOST_WORDS

    def __call__(self, word: str) -> list[str]:
        if not self._left:
            return []
        self._left -= 1
        return did_you_mean(word[:LONGEST], self.names)
