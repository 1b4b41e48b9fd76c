"""Is a .docx, .xlsx or .pptx what Office takes without repair? Held against the rules of Microsoft's Open XML SDK."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(file_format=FileFormat.OFFICE_2019)


def faults_of(file: bytes, ending: str) -> list[str]:
    """What is wrong in the file, a sentence each; empty when it is valid. ``ending``: .docx, .xlsx or .pptx."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(file)
        return [str(fault) for fault in _validator().validate(path).errors]
