"""Write the demonstration exports: three ROC years (112-114) of synthetic data, the same bytes on every run.

    python data/make_demo.py [FOLDER] [--only PART ...]

FOLDER is ``data/demo`` unless told otherwise; ``--only`` takes parts of the paths to write. The totals of 2025 agree
with the figures that the agency published; how they split, and all of 2023 and 2024, is invented.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.extend([str(Path(__file__).parent), str(Path(__file__).parents[1])])
from demo_makers import applications, catalogue, evidence, figures, form, letters, phone, reference
from demo_makers.common import Out

MAKERS = (reference, applications, letters, phone, catalogue, figures, evidence, form)


def make(folder: Path, only: tuple[str, ...] = ()) -> list[Path]:
    """Write the exports into ``folder``. Returns what was written, in order."""
    out = Out(folder, only)
    for maker in MAKERS:
        maker.make(out)
    return out.written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "demo")
    parser.add_argument("--only", nargs="+", default=(), metavar="PART")
    given = parser.parse_args()
    print(f"{len(make(given.folder, tuple(given.only)))} files in {given.folder}")
