"""Take the README's pictures and the output it shows, from the real program on the demonstration data. ``make pictures``."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.serving import ROOT, browser, serve

COMMAND = ["publish", "value", "mailbox_dissatisfied_rate", "--from", "114-01-01", "--to", "114-12-10", "--json"]
BLOCK = re.compile(r"(<!-- output:value -->\n```json\n)[^`]*(```\n<!-- /output -->)")


def shown(home: Path) -> str:
    """What the README's command prints, broken into lines."""
    env = {**os.environ, "KPI_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", *COMMAND], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    return "{" + ",\n ".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in found.items()) + "}\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        subprocess.run(
            [sys.executable, "-m", "etl", "demo"], cwd=ROOT, env={**os.environ, "KPI_HOME": name}, check=True
        )
        readme = ROOT / "README.md"
        text = readme.read_text(encoding="utf-8")
        readme.write_text(BLOCK.sub(lambda m: m.group(1) + shown(home) + m.group(2), text), encoding="utf-8")
        with serve(home) as url, browser() as chrome:
            page = chrome.new_context(viewport={"width": 1280, "height": 900}, locale="zh-TW").new_page()
            page.goto(url)
            page.wait_for_selector("main[data-ready] tr.line svg")
            page.wait_for_timeout(800)
            page.screenshot(path=str(ROOT / "docs" / "overview.png"))
            page.goto(f"{url}/assessment?row=43&until=2025-12-10")
            page.wait_for_selector("textarea")
            page.wait_for_timeout(800)
            page.screenshot(path=str(ROOT / "docs" / "assessment.png"))


if __name__ == "__main__":
    main()
