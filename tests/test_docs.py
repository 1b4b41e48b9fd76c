"""What the README says is so: its commands run, its output is what they print, its picture is there."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT, command

README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(home, *words, **more):
    return command(*words, KPI_HOME=home, KPI_TODAY="2026-01-05", **more)


def test_the_output_in_the_readme_is_what_the_command_prints(demo_home):
    line = re.search(r"^\$ python -m (publish value .+)$", README, re.M).group(1).split()
    stated = json.loads(re.search(r"<!-- output:value -->\n```json\n(.*?)```", README, re.S).group(1))
    env = os.environ | {"KPI_HOME": str(demo_home), "KPI_TODAY": "2026-01-05"}
    done = subprocess.run([sys.executable, "-m", *line], cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == stated


def test_the_picture_and_both_readmes_are_there():
    for text in (README, (ROOT / "README.zh-Hant.md").read_text(encoding="utf-8")):
        for path in re.findall(r"\]\(([^)h][^)]*)\)", text):
            assert (ROOT / path).is_file(), path


def test_make_lists_its_targets():
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {"run", "load", "test", "lint", "bench", "clean"} <= {
        line.split()[0] for line in listed.splitlines() if line.strip()
    }


@pytest.mark.parametrize(("lang", "demo", "none"), [("en", " (demonstration)", "（"), ("zh-Hant", "（示範）", "(")])
def test_the_status_is_written_in_one_language(demo_home, lang, demo, none):
    said = run(demo_home, "etl", "status", "--lang", lang).out
    assert any(line.endswith(demo) for line in said.splitlines())
    assert none not in said


def test_status_check_and_templates(demo_home, tmp_path, catalogue):
    assert run(demo_home, "etl", "status", "--json").code == 0
    for source in catalogue.sources:
        done = run(demo_home, "etl", "template", source, cwd=tmp_path)
        assert done.code == 0, done.err
        assert (tmp_path / done.out.strip()).is_file()
    schema = ROOT / "metrics.schema.json"
    before = schema.read_text(encoding="utf-8")
    assert run(demo_home, "etl", "check").code == 0
    assert schema.read_text(encoding="utf-8") == before, (
        "metrics.schema.json is not up to date: run python -m etl check"
    )


def test_a_filled_template_loads(demo_copy, tmp_path):
    home = demo_copy.home
    demo_copy.close()
    assert run(home, "etl", "template", "figures", cwd=tmp_path).code == 0
    done = run(home, "etl", "load", "figures", str(tmp_path / "figures.xlsx"), "--json", "-m", "sample row")
    assert done.code == 0, done.out + done.err
    found = json.loads(done.out)
    assert set(found) == {"source", "files", "version"}
    assert set(found["files"][0]) == {"file", "rows_read", "added", "changed", "removed", "unchanged", "problems"}
    assert found["files"][0]["added"] == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["etl", "load", "nosuch", "x.csv"], 2),
        (["etl", "load", "mailbox", "missing.xlsx"], 2),
        (["etl", "load", "mailbox", "--from", "someday", "README.md"], 2),
        (["publish", "value", "nosuch", "--from", "2025-01-01", "--to", "2025-12-10"], 2),
        (["publish", "value", "mailbox_handled", "--from", "2025-01-01", "--to", "someday"], 2),
    ],
)
def test_refusals_exit_with_2_a_sentence_and_no_traceback(demo_home, words, code):
    done = run(demo_home, *words)
    assert (done.code, done.out) == (code, "")
    assert done.err.strip()


def test_a_refused_load_still_prints_its_object(demo_copy, tmp_path):
    bad = tmp_path / "mail_11411.csv"
    bad.write_text("郵件編號,收信日期\nM1,114/13/01\n", encoding="utf-8")
    done = run(demo_copy.home, "etl", "load", "mailbox", str(bad), "--json")
    assert done.code == 2
    problems = json.loads(done.out)["files"][0]["problems"]
    assert {"sheet", "cell", "column", "found", "expected", "severity"} <= set(problems[0])


def test_a_mistake_in_the_catalogue_is_a_sentence_with_its_line(demo_home, tmp_path):
    broken = tmp_path / "metrics.yml"
    broken.write_text(
        (ROOT / "metrics.yml").read_text(encoding="utf-8").replace("unit: services", "unit: servces", 1),
        encoding="utf-8",
    )
    done = command("etl", "check", KPI_HOME=demo_home, KPI_METRICS=broken)
    assert done.code == 2
    assert re.search(r"metrics\.yml:\d+: .*servces", done.err)
