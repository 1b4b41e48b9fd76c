"""``python -m benchmarks [load] [evaluation] [outlook] [pages]``: print what was measured, nothing is judged."""

import sys

from benchmarks import evaluation, load, outlook, pages

PARTS = {"load": load.run, "evaluation": evaluation.run, "outlook": outlook.run, "pages": pages.run}

for part in sys.argv[1:] or PARTS:
    print("\n".join(PARTS[part]()), flush=True)
