"""OpenDocument stands first wherever formats are offered, and each has its words in both languages."""

from __future__ import annotations

import pytest

from etl.attach.accept import TYPES as ATTACHED
from etl.commands.template import WRITERS as TEMPLATES
from lang import say
from publish.form.files import WRITERS as FORM
from publish.pack.files import BRIEF_WRITERS, PACK_WRITERS
from publish.summary import WRITERS as SUMMARY
from ui.downloads import view
from ui.shared.download import TYPES

OPEN, OTHERS = (".odt", ".ods", ".odp"), (".docx", ".xlsx", ".pptx")
LISTS = {
    "form": FORM, "brief": BRIEF_WRITERS, "pack": PACK_WRITERS, "summary": SUMMARY, "page": view.SUMMARY,
    "template": TEMPLATES, "attached": ATTACHED, "types": TYPES,
}  # fmt: skip


@pytest.mark.parametrize("listed", LISTS)
def test_opendocument_stands_before_the_formats_of_office(listed):
    places = {ending: place for place, ending in enumerate(LISTS[listed])}
    last = max(places[ending] for ending in OPEN if ending in places)
    assert all(places[ending] > last for ending in OTHERS if ending in places)


def test_every_file_that_is_offered_has_a_media_type():
    assert {*FORM, *BRIEF_WRITERS, *PACK_WRITERS, *SUMMARY, *TEMPLATES} <= TYPES.keys()
    assert {*view.SUMMARY} == {*SUMMARY}


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_every_button_says_what_it_gives(lang):
    for kind, writers in (("pack", PACK_WRITERS), ("brief", BRIEF_WRITERS)):
        for ending in writers:
            assert ending in say(f"meet-{ending[1:]}", lang)
            assert say(f"meet-{kind}-{ending[1:]}-for", lang)
    for ending in TEMPLATES:
        assert ending in say("up-template", lang, source="x", ending=ending)
