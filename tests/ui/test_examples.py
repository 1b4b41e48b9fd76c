"""The examples of the components are what the pages might hand them, and there is one of everything."""

from __future__ import annotations

import pytest

from tests.ui import examples, held
from tests.ui.examples import Example

EVERY = examples.every()


@pytest.mark.parametrize("example", EVERY, ids=str)
def test_an_example_is_what_the_contract_says(example: Example):
    assert held.wrong(example.component, example.data) == []


@pytest.mark.parametrize("component", held.DATA)
def test_every_component_has_examples_of_each_kind_of_data_that_it_may_be(component):
    mine = [example for example in EVERY if example.component == component]
    assert {"usual", "long", "hostile"} <= {example.name.split(maxsplit=1)[0].rstrip(",") for example in mine}
    for kind in held.kinds_of(held.DATA[component]):
        assert any(not held.faults(kind, held.own(example.data)) for example in mine), kind.__name__


def test_all_that_may_stand_in_the_data_of_a_component_stands_in_an_example():
    seen = {name for one in EVERY for name in held.met_in(held.DATA[one.component], held.own(one.data))}
    assert seen == {name for kind in held.DATA.values() for name in held.names_within(kind)}
