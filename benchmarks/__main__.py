"""``python -m benchmarks [load] [pages]``: print what was measured, nothing is judged."""

import sys

from benchmarks import load, pages

PARTS = {"load": load.run, "pages": pages.run}

for part in sys.argv[1:] or PARTS:
    print("\n".join(PARTS[part]()), flush=True)
