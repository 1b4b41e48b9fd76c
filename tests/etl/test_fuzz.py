"""A sample of ``make fuzz``."""

import shutil

from tests import fuzz


def test_broken_files_are_read_or_refused_with_a_sentence(lists_home, tmp_path):
    shutil.copytree(lists_home, tmp_path / "home")
    found = fuzz.run(tmp_path / "home", 250, seed=2025, truly=0.1)
    assert not found.failures, found.failures[0]
    assert len(found.keys) > 5
    assert found.slowest < fuzz.SECONDS
