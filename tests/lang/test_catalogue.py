"""Both languages say the same things: equal keys, equal variables, and every key that the code asks for."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

ROOT = Path(__file__).parents[2]
SUFFIX = re.compile(r"(?<!\w)\.[a-z]{2,5}\b(?! *=)")  # .xlsx; not the attribute of a message


class Variables(visitor.Visitor):
    def __init__(self):
        self.names = set()

    def visit_VariableReference(self, node):
        self.names.add(node.id.name)


def messages(lang):
    found = {}
    for path in sorted((ROOT / "lang" / lang).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:60]}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                variables = Variables()
                variables.visit(entry)
                kinds = set(SUFFIX.findall(path.read_text(encoding="utf-8")[entry.span.start : entry.span.end]))
                found[entry.id.name] = (variables.names, {a.id.name for a in entry.attributes}, kinds)
    return found


def test_both_languages_have_the_same_messages_and_variables():
    chinese, english = messages("zh-Hant"), messages("en")
    assert set(chinese) == set(english)
    english["ui-demo-some"][0].discard("count")  # English counts there, Chinese has no plural
    assert {key for key in chinese if chinese[key] != english[key]} == set()


def test_both_languages_name_the_same_kinds_of_files():
    chinese, english = messages("zh-Hant"), messages("en")
    assert sum(map(bool, (kinds for _, _, kinds in english.values()))) > 3
    assert not {key: (chinese[key][2], english[key][2]) for key in chinese if chinese[key][2] != english[key][2]}


def test_every_key_that_the_code_names_exists():
    known = set(messages("en"))
    asked = {}
    for room in ("kpi", "lang", "present", "warehouse", "etl", "publish", "ui", "pages"):
        for path in (ROOT / room).rglob("*.py"):
            for key in re.findall(
                r"""\b(?:say|Sentence)\(\s*"([a-z][a-z0-9_-]+)\"""", path.read_text(encoding="utf-8")
            ):
                asked[key] = path.name
    assert len(asked) > 100
    assert not {key: file for key, file in asked.items() if key not in known}


@pytest.mark.parametrize("lang", ["zh-Hant", "en"])
def test_every_problem_that_a_file_can_have_has_words(lang):
    known = messages(lang)
    keys = set()
    for path in (ROOT / "etl").rglob("*.py"):
        keys |= set(
            re.findall(
                r"""(?:Problem\(\s*|frame\.problem\(|Bad\()\s*(?:"(?:error|warning|note)",\s*)?"([a-z-]+)\"""",
                path.read_text(encoding="utf-8"),
            )
        )
    keys -= {"error", "warning", "note"}
    assert len(keys) > 25
    assert not {key for key in keys if key not in known}
    assert not {key for key in keys if "expected" not in known[key][1]}
