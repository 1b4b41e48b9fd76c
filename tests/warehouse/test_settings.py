"""A mistake in metrics.yml never takes anything down: the last catalogue without one stays in force."""

from __future__ import annotations

import pytest

from kpi.errors import CatalogueError
from lang import LANGUAGES
from lang.problem import mistake
from warehouse import settings

GOOD = settings.catalogue_path().read_text(encoding="utf-8")
BAD = GOOD.replace("kind: at_least, value: 3", "kind: at_least, value: three", 1)


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "metrics.yml"
    path.write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("KPI_METRICS", str(path))
    monkeypatch.setenv("KPI_HOME", str(tmp_path / "home"))
    return path


def test_the_last_good_one_stays_in_force_until_a_good_one_comes(file):
    first = settings.in_force()
    assert first.problems == ()
    file.write_text(BAD, encoding="utf-8")
    held = settings.in_force()
    assert held.catalogue is first.catalogue
    assert [problem.line for problem in held.problems] == [
        next(number for number, line in enumerate(BAD.splitlines(), start=1) if "three" in line)
    ]
    assert settings.now().tzinfo.key == first.catalogue.settings.timezone
    file.write_text(GOOD.replace("首長信箱不滿意率", "信箱不滿意比率"), encoding="utf-8")
    assert settings.in_force().problems == ()
    assert settings.in_force().catalogue is not first.catalogue


def test_the_command_line_refuses_what_the_pages_pass_over(file):
    settings.in_force()
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(CatalogueError):
        settings.catalogue()


def with_day(day: str) -> bytes:
    return GOOD.replace("from: 2025-01-01", f"from: {day}", 1).encode()


@pytest.mark.parametrize(
    "content",
    [BAD.encode(), b"", b"\xff\xfe\x00", b"units: [", None, with_day("2025-02-30"), with_day("2025-13-01"), with_day("!!int x"),
     with_day("9" * 5000), GOOD.encode() + b"x: \x01\n", GOOD.encode() + b"x: " + b"[" * 30_000, GOOD.encode("utf-16"),
     GOOD.encode() + b"x: &x [*x]\n"],
    ids=["word", "empty", "bytes", "bracket", "gone", "30-february", "month-13", "no-int", "long-int", "control", "deep", "utf-16",
         "itself"],
)  # fmt: skip
def test_a_start_after_a_mistake_finds_the_one_that_was_kept(file, content):
    settings.in_force()
    settings._in_force.cache_clear()
    settings._parsed.cache_clear()
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    found = settings.in_force()
    assert len(found.catalogue.indicators) > 50
    assert found.problems
    assert all(problem.line for problem in found.problems)
    assert all(mistake(problem, lang) for problem in found.problems for lang in LANGUAGES)


def test_where_there_never_was_a_good_one_all_mistakes_are_told(file):
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(CatalogueError) as refused:
        settings.in_force()
    assert len(refused.value.problems) == 1


def test_a_line_in_another_encoding_is_named(file):
    settings.in_force()
    first = GOOD.splitlines()[0].encode()
    file.write_bytes(first + b"\n# " + "指標".encode("big5") + b"\n")
    (problem,) = settings.in_force().problems
    assert (problem.key, problem.line) == ("catalogue-encoding", 2)


def test_what_was_kept_and_is_damaged_is_as_if_there_were_none(file, tmp_path):
    settings.in_force()
    settings._in_force.cache_clear()
    (tmp_path / "home" / "runtime" / "metrics.yml").write_bytes(b"\xff")
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(CatalogueError):
        settings.in_force()
