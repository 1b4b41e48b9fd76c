"""Real files of every kind that may be attached to evidence, made by the programs that people use, and harmful ones."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
import pptx
from PIL import Image
from pypdf import PdfWriter

from opendocument.elements import element
from opendocument.package import Package
from tests.samples import books
from tests.samples.books import parts, zipped


@cache
def good() -> dict[str, bytes]:
    """Ending -> a file that is what it says."""
    return {
        ".pdf": pdf(), ".png": picture("PNG"), ".jpg": picture("JPEG"), ".docx": word(), ".xlsx": books.xlsx(),
        ".pptx": slides(), ".odt": odf("text"), ".ods": books.ods(), ".odp": odf("presentation"),
    }  # fmt: skip


def pdf() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return out.getvalue()


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((40, 30), 60).save(out, kind)
    return out.getvalue()


def word(text: str = "已完成檢測") -> bytes:
    book, out = docx.Document(), io.BytesIO()
    book.add_paragraph(text)
    book.save(out)
    return out.getvalue()


def slides() -> bytes:
    show, out = pptx.Presentation(), io.BytesIO()
    show.slides.add_slide(show.slide_layouts[6])
    show.save(out)
    return out.getvalue()


def odf(kind: str) -> bytes:
    """An OpenDocument of text or presentation."""
    document = Package(kind)
    if kind == "text":
        document.body.append(element("text:p", {}, "已完成檢測"))
    return document.packed()


def with_parts(content: bytes, more: dict[str, bytes]) -> bytes:
    return zipped(parts(content) | more)


def macro_word() -> bytes:
    """What Word saves as .docm: a main part of another type, and the program."""
    types = parts(word())["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return with_parts(word(), {"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def locked_office() -> bytes:
    """What Office makes of a document with a password: a compound file with the document inside."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def locked_zip() -> bytes:
    """Every part marked as encrypted, in the local heads and in the list."""
    content = bytearray(word())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def locked_odf() -> bytes:
    content = good()[".odt"]
    entry = b'<manifest:encryption-data manifest:checksum="x"/></manifest:manifest>'
    listed = parts(content)["META-INF/manifest.xml"].replace(b"</manifest:manifest>", entry)
    return with_parts(content, {"META-INF/manifest.xml": listed})


def packed(content: bytes, packing: int, *names: str) -> bytes:
    """The document with these parts (all, where none are named) packed in another way."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts(content).items():
            archive.writestr(name, part, packing if not names or name in names else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def bomb() -> bytes:
    """A document of a few hundred kilobytes that unpacks to more than 200 million bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts(word()).items():
            archive.writestr(name, content)
        with archive.open("word/media/image1.bmp", "w") as part:
            for _ in range(21):
                part.write(bytes(10_000_000))
    return out.getvalue()
