"""What comes in, before it is written."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from warehouse.commit.load_request import Kept


def test_what_is_kept_of_a_file_is_made_once_whoever_asks():
    made, together = [], Barrier(2)

    def make():
        made.append(1)
        return ".csv", b"a\r\n"

    kept = Kept(make)

    def ask():
        together.wait()
        return kept.made()

    with ThreadPoolExecutor(2) as pool:
        found = {one.result() for one in [pool.submit(ask), pool.submit(ask)]}
    assert found == {(hashlib.sha256(b"a\r\n").hexdigest() + ".csv", b"a\r\n")}
    assert made == [1]
