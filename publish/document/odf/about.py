"""What an OpenDocument file says of itself: title, author, when, language, keywords."""

from __future__ import annotations

from odf import dc, meta
from odf.opendocument import OpenDocument

from publish.document.elements import Document
from publish.document.locales import tag_of
from publish.document.printable import printable


def describe(book: OpenDocument, document: Document) -> None:
    author, at = printable(document.author), document.at.replace(tzinfo=None).isoformat(timespec="seconds")
    about = book.meta
    about.addElement(dc.Title(text=printable(document.title)))
    about.addElement(meta.InitialCreator(text=author))
    about.addElement(dc.Creator(text=author))
    about.addElement(meta.CreationDate(text=at))
    about.addElement(dc.Date(text=at))
    about.addElement(dc.Language(text=tag_of(document.lang)))
    for word in document.keywords:
        about.addElement(meta.Keyword(text=printable(word)))
