"""What uploaded files seem to be, as a sentence with the buttons that change it."""

from __future__ import annotations

from collections.abc import Iterable

from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.tabular.likely_source import Likely
from lang import list_of, say
from ui.shared import cached
from ui.upload import actions
from ui.upload.check import Outcome
from ui.upload.check_words import answer
from ui.upload.contract import UploadAnswer, UploadQuestion


def shown(files: list[UploadedFile], outcome: Outcome, lang: str) -> UploadQuestion | None:
    """None where a source was chosen and the files are of that source."""
    if chosen := actions.chosen():
        return _others(outcome, chosen, lang) if outcome.others else None
    seen = actions.likely()
    if outcome.source:
        text = say("up-seems", lang, source=_name(outcome.source, lang))
        rest = dict.fromkeys(name for one in seen for name in one.among if name != outcome.source)
        return {"text": text, "answers": _changes(rest, lang)}
    if len({one.source for one in seen if one.among}) > 1:
        return _mixed(files, seen, lang)
    among = dict.fromkeys(name for one in seen for name in one.among)
    return {"text": say("up-seems-open" if among else "up-seems-nothing", lang), "answers": _changes(among, lang)}


def _name(source: str, lang: str) -> str:
    return cached.catalogue().sources[source].name.get(lang)


def _changes(sources: Iterable[str], lang: str) -> list[UploadAnswer]:
    """One click each: look at the files as that source."""
    return [
        answer("source", name, say("up-seems-to", lang, source=_name(name, lang)), f"seems-{name}") for name in sources
    ]


def _others(outcome: Outcome, chosen: str, lang: str) -> UploadQuestion:
    """Files that look like another source than the chosen one."""
    sources = dict.fromkeys(str(problem.params["source"]) for problem in outcome.others)
    names = [_name(name, lang) for name in sources]
    params = {"looks": list_of(names, lang), "chosen": _name(chosen, lang)}
    if len(outcome.others) < len(outcome.files):
        files = list_of([problem.file or "" for problem in outcome.others], lang)
        return {"text": say("up-seems-some", lang, files=files, **params), "answers": []}
    return {"text": say("looks-like", lang, source="", **params), "answers": _changes(sources, lang)}


def _mixed(files: list[UploadedFile], seen: list[Likely], lang: str) -> UploadQuestion:
    """Files of several sources: each kind can be kept alone."""
    kinds: dict[str, list[str]] = {}
    for file, one in zip(files, seen, strict=True):
        if one.source:
            kinds.setdefault(one.source, []).append(file.file_id)
    answers = [
        answer(
            "remove", "", say("up-seems-keep", lang, source=_name(name, lang), count=len(mine)), f"keep-{name}",
            names=[file.file_id for file in files if file.file_id not in mine],
        )
        for name, mine in kinds.items()
    ]  # fmt: skip
    return {"text": say("up-seems-mixed", lang), "answers": answers}
