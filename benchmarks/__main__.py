"""``python -m benchmarks [load] [evaluation] [outlook] [form] [pages] [memory]``: print what was measured, nothing is judged."""

import sys

from benchmarks import evaluation, form, load, memory, outlook, pages

PARTS = {
    "load": load.run,
    "evaluation": evaluation.run,
    "outlook": outlook.run,
    "form": form.run,
    "pages": pages.run,
    "memory": memory.run,
}

for part in sys.argv[1:] or PARTS:
    print("\n".join(PARTS[part]()), flush=True)
