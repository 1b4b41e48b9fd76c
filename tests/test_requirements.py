"""Every package that gets installed is pinned with its hashes, by locks made from the short lists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def _named(name: str) -> set[tuple[str, str]]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {(re.sub(r"[-_.]+", "-", package).lower(), version) for package, version in NAMED.findall(text)}


def test_the_locks_hold_what_the_short_lists_name():
    """Where this fails: `make lock`."""
    assert len(_named("requirements.txt")) > 20
    assert _named("requirements.txt") <= _named("requirements.lock")
    assert _named("requirements-dev.txt") <= _named("requirements-dev.lock")


def test_the_tests_run_with_the_packages_of_the_app():
    assert _named("requirements.lock") <= _named("requirements-dev.lock")


def test_each_locked_package_has_hashes_and_no_place_to_come_from():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=\S)", text.split("make lock\n", 1)[1].strip())
        assert len(entries) > 50
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
        assert "://" not in text
