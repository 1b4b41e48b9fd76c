"""What an editor shows of metrics.yml: every key in words, in both ways of writing."""

import gzip
import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from kpi.catalogue.schema import PROPERTIES, schema

ROOT = Path(__file__).parents[3]
SCHEMA = schema()
MODELS = {**SCHEMA["$defs"], "Catalogue": SCHEMA}
WORDED = [(name, key) for name, model in MODELS.items() for key in model.get("properties", {})]


@pytest.mark.parametrize(("name", "key"), WORDED)
def test_every_key_says_what_it_means(name, key):
    told = MODELS[name]["properties"][key]["description"]
    assert told.endswith(".")
    assert len(told.split()) > 1


def test_no_words_for_keys_that_are_gone():
    assert {(name, key) for name, those in PROPERTIES.items() for key in those} <= set(WORDED)


def marked(text: str) -> set[str]:
    """What an editor marks in a file: of each place what is wrong there."""
    values = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return {error.message for error in Draft202012Validator(SCHEMA).iter_errors(values)}


def test_the_file_has_nothing_that_an_editor_would_mark():
    assert marked((ROOT / "metrics.yml").read_text(encoding="utf-8")) == set()


def test_of_the_file_in_full_an_editor_marks_the_keys_that_nothing_reads():
    text = gzip.decompress((ROOT / "tests" / "reference" / "metrics-in-full.yml.gz").read_bytes()).decode("utf-8")
    words = "Additional properties are not allowed ('{}' was unexpected)"
    assert marked(text) == {words.format(key) for key in ("published", "attached", "badge_years")}


def test_the_schema_beside_the_file_is_this_one():
    assert json.loads((ROOT / "metrics.schema.json").read_text(encoding="utf-8")) == SCHEMA
