"""What an OpenDocument file says of itself, from the document."""

from __future__ import annotations

from opendocument.package import About
from publish.document.elements import Document


def about_of(document: Document) -> About:
    return About(document.title, document.author, document.at, document.lang, document.keywords)
