"""``python -m benchmarks [load] [outlook] [pages]``: print what was measured, nothing is judged."""

import sys

from benchmarks import load, outlook, pages

PARTS = {"load": load.run, "outlook": outlook.run, "pages": pages.run}

for part in sys.argv[1:] or PARTS:
    print("\n".join(PARTS[part]()), flush=True)
