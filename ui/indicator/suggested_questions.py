"""What to ask of an indicator, as pieces: texts, and the offices and categories that are named, which are links."""

from __future__ import annotations

from kpi.dates.periods import Period
from kpi.observations import Scope
from kpi.sentence import Named, Sentence
from lang import say, sentence
from present.sentences.questions import named, questions
from ui.indicator.contract import AskedAbout
from ui.shared import cached
from ui.shared.memory import kept
from warehouse import Version


@kept(128)
def asked(version: Version, indicator: str, period: Period, office: str | None, lang: str) -> list[Sentence]:
    """The questions of an indicator over a period, the most pressing first."""
    return questions(
        cached.catalogue(), cached.result(version, indicator, period, Scope(office)),
        cached.offices(version, indicator, period, lang),
        lambda: cached.categories(version, indicator, period, lang, office),
        cached.process(version, indicator, period.end, office),
    )  # fmt: skip


def shown(
    version: Version, indicator: str, period: Period, office: str | None, lang: str
) -> list[list[str | AskedAbout]]:
    """Each question in pieces; that there is nothing to ask, where that is so."""
    asks = asked(version, indicator, period, office, lang)
    return [pieces(sentence(ask, lang, cached.catalogue()), named([ask])) for ask in asks] or [
        [say("ui-ask-nothing", lang)]
    ]


def pieces(text: str, names: list[Named]) -> list[str | AskedAbout]:
    """A sentence cut at what it names, each once."""
    found: list[str | AskedAbout] = []
    for one in sorted(names, key=lambda name: text.find(name.name)):
        before, name, text = text.partition(one.name)
        if name:
            about: AskedAbout = {"name": name, "kind": one.kind, "key": one.key}
            found += [before, about]
        else:
            text = before
    return [piece for piece in [*found, text] if piece]
