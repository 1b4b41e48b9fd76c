"""What Python hands to the scripts is written once: their types are made from it, and the messages that are read stand in it."""

from __future__ import annotations

import re
from typing import get_args, get_origin

import pytest

from tools.contract import OUT, UI, contracts, fields_of, text
from ui.shared import messages

DATA = {name: kind for module in contracts() for name, kind in getattr(module, "DATA", {}).items()}
CHOICES = {name: kind for module in contracts() for name, kind in getattr(module, "CHOICES", {}).items()}


def choices() -> dict[str, list[dict]]:
    """By key the fields of all choices that bear it."""
    found: dict[str, list[dict]] = {}
    for one in {one for kind in CHOICES.values() for one in get_args(kind)}:
        fields = fields_of(one)
        for key in get_args(fields["key"][0]):
            found.setdefault(key, []).append(fields)
    return found


def test_the_types_of_the_scripts_are_those_of_python():
    assert OUT.read_text(encoding="utf-8") == text(), "python -m tools.contract"


def test_every_component_has_a_contract_and_its_script_names_it():
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in UI.glob("*/*.js")}
    components = {name: js for name, js in scripts.items() if re.search("^export default", js, re.MULTILINE)}
    assert components.keys() == DATA.keys() == CHOICES.keys()
    for name, js in components.items():
        assert re.search(r"@param \{Component<\w+, \w+>\} component \*/\nexport default", js), name


@pytest.mark.parametrize("key", sorted({*messages.NUMBERED, *messages.FILES, *messages.DATED}))
def test_a_value_that_is_read_as_a_number_a_file_or_a_day_is_one_that_a_component_sends(key):
    sent = choices()[key]
    assert all("value" in fields for fields in sent)
    if key in messages.DATED:
        assert all(messages.DATED[key] in fields for fields in sent)


@pytest.mark.parametrize("kind", CHOICES.values(), ids=CHOICES)
def test_a_choice_holds_only_what_a_message_can(kind):
    """Texts beside key and value, and what `ui.shared.messages.read` knows by name."""
    for one in get_args(kind):
        for name, (told, _) in fields_of(one).items():
            known = {"fields": dict, "cells": dict, "names": list}.get(name)
            assert get_origin(told) is known if known else get_origin(told) not in (dict, list), (one, name)
