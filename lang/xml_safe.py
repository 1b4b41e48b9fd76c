"""Characters that files can hold: .xlsx, .docx and OpenDocument are XML inside."""

from __future__ import annotations

import re

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, escaped or not (production 2, Char): control characters, lone surrogates."""


def xml_safe(text: str) -> str:
    """``text`` without the characters that would make a file unreadable."""
    return NOT_XML.sub("", text)
