"""A file on its way to being attached to evidence: its name cleaned, and is it what its name says?

Nothing is opened by another program, run or drawn. What is taken is what the agency attaches to its yearly form.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from etl.reading.office_zip import DAMAGED, LOCKED, PACKAGES
from etl.reading.sandbox import Died, ask
from kpi.errors import AttachmentRefused

MIB = 1024 * 1024
LONGEST, LONGEST_ENDING = 120, 16  # characters of a name
TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""The endings that are taken, with the media type by which a browser knows them (IANA's names)."""
SAME = {".jpeg": ".jpg"}
ENDINGS = (*TYPES, *SAME)
NOT_IN_NAMES = re.compile(r'[<>:"|?*]')  # Windows takes none of them
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # among them the signs that turn the direction of writing, and hide an ending


@dataclass(frozen=True)
class Kind:
    """What a file is. ``name``: its own, cleaned; ``ending``: with its dot, one of `TYPES`; ``media``: its media type."""

    name: str
    ending: str
    media: str


def check(name: str, content: bytes, most: int) -> Kind:
    """What a file is, where it may be attached. ``most``: how many bytes it may have.

    Raises
    ------
    AttachmentRefused
        ``attachment-ending``, ``-no-ending``, ``-empty``, ``-large``, ``-differs`` (``is``: what it really is), ``-locked``,
        ``-macros``, ``-unpacks`` or ``-damaged``.
    """
    name, takes = cleaned(name), " ".join(TYPES)
    ending = ending_of(name)
    if not ending:
        raise AttachmentRefused("attachment-no-ending", name=name, takes=takes)
    if ending not in TYPES:
        raise AttachmentRefused("attachment-ending", name=name, ending=ending, takes=takes)
    if not content:
        raise AttachmentRefused("attachment-empty", name=name)
    if len(content) > most:
        raise AttachmentRefused("attachment-large", name=name, size=_megabytes(len(content)), most=_megabytes(most))
    wanted = ending[1:]
    try:
        found, fault = ask("look", content, wanted)
    except Died:
        raise AttachmentRefused("attachment-unpacks", name=name) from None
    if found == LOCKED and wanted in PACKAGES:
        raise AttachmentRefused("attachment-locked", name=name)
    if found == DAMAGED and wanted in PACKAGES:
        raise AttachmentRefused("attachment-damaged", name=name)
    if found != wanted:
        raise AttachmentRefused("attachment-differs", name=name, ending=ending, **{"is": found})
    if fault:
        raise AttachmentRefused(f"attachment-{fault}", name=name)
    return Kind(name, ending, TYPES[ending])


def cleaned(name: str) -> str:
    """A name without folders, signs that nobody sees and those that a file system does not take; at most 120 long."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN)
    text = " ".join(unicodedata.normalize("NFC", NOT_IN_NAMES.sub("_", seen)).split()).rstrip(". ")
    stem, dot, ending = text.rpartition(".")
    if not dot:
        return text[:LONGEST].rstrip(". ")
    ending = ending.strip()[:LONGEST_ENDING].strip()
    return f"{stem.strip('. ')[: LONGEST - len(ending) - 1].rstrip('. ') or '_'}.{ending}"


def ending_of(name: str) -> str:
    """The ending of a name with its dot, in small letters, of two spellings the usual one; "" where there is none."""
    _, dot, ending = name.rpartition(".")
    found = f"{dot}{ending}".lower() if dot else ""
    return SAME.get(found, found)


def _megabytes(size: int) -> str:
    """Rounded up, so that what is too large never reads like what is not."""
    return f"{math.ceil(size / MIB * 10) / 10:g}"
