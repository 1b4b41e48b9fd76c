"""LibreOffice as a function: a file goes in, its pages come out as PDF, or the same in another format."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path


def converted(files: dict[str, bytes], kind: str = "pdf") -> dict[str, bytes]:
    """Each file, by its name, as PDF or another ``kind``. One start of the program, in a profile of its own, for all of them.

    Raises
    ------
    RuntimeError
        When LibreOffice is missing or left a file out.
    """
    program = shutil.which("soffice")
    if program is None:
        raise RuntimeError("LibreOffice is missing: bash tools/system.sh documents")
    with tempfile.TemporaryDirectory() as home:
        folder, out = Path(home, "in"), Path(home, "out")
        folder.mkdir()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        command = [
            program,
            f"-env:UserInstallation=file://{home}/profile",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(out),
        ]
        done = subprocess.run(
            [*command, *(str(folder / name) for name in files)], capture_output=True, text=True, timeout=180
        )
        pages = {name: out / Path(name).with_suffix(f".{kind}").name for name in files}
        lost = [name for name, path in pages.items() if not path.exists()]
        if lost:
            raise RuntimeError(f"LibreOffice did not convert {', '.join(lost)}: {done.stderr}")
        return {name: path.read_bytes() for name, path in pages.items()}
