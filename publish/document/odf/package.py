"""An OpenDocument file as bytes: what odfpy writes, with what it forgets."""

from __future__ import annotations

import io
import zipfile

from odf.opendocument import OpenDocument

MANIFEST = "META-INF/manifest.xml"


def packed(book: OpenDocument) -> bytes:
    """The file; its manifest says the version (ODF 1.2 part 3, 4.13, asks for it) and its pictures are compressed."""
    raw, out = io.BytesIO(), io.BytesIO()
    book.write(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.infolist():
            content = before.read(member)
            if member.filename == MANIFEST:
                content = content.replace(b"<manifest:manifest ", b'<manifest:manifest manifest:version="1.2" ', 1)
            if member.filename != "mimetype":  # which readers look for at a fixed place
                member.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(member, content)
    return out.getvalue()
