"""An OpenDocument file (ODF 1.2, part 3): its parts, its pictures, and the list of them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from lang.locales import tag_of
from opendocument.elements import element, plain, written

VERSION = {"office:version": "1.2"}
KIND = "application/vnd.oasis.opendocument."
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}
GENERATOR = "service-kpi"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MOMENT = (1980, 1, 1, 0, 0, 0)  # of every member: the same document is the same bytes


@dataclass(frozen=True)
class About:
    """What a file says of itself. ``at``: when it was made, as people there read the clock."""

    title: str
    author: str
    at: datetime
    lang: str
    keywords: tuple[str, ...] = field(default=())


class Package:
    """A file in the making. ``kind``: text, spreadsheet or presentation; ``body`` is what it shows.

    ``styles`` have names that people see, ``automatic`` ones belong to the body, ``pages`` to the ``masters``.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.fonts, self.styles = element("office:font-face-decls"), element("office:styles")
        self.automatic, self.pages = element("office:automatic-styles"), element("office:automatic-styles")
        self.masters, self.body = element("office:master-styles"), element(f"office:{kind}")
        self.settings = element("office:settings")
        self.meta = element("office:meta", {}, plain("meta:generator", GENERATOR))
        self.pictures: dict[str, bytes] = {}

    def describe(self, about: About) -> None:
        at = about.at.replace(tzinfo=None).isoformat(timespec="seconds")
        for name, text in (
            ("dc:title", about.title), ("meta:initial-creator", about.author), ("dc:creator", about.author),
            ("meta:creation-date", at), ("dc:date", at), ("dc:language", tag_of(about.lang)),
            *(("meta:keyword", word) for word in about.keywords),
        ):  # fmt: skip
            self.meta.append(plain(name, text))

    def picture(self, content: bytes, ending: str) -> str:
        """Where a picture stands in the file, one place for each content. ``ending``: svg or png."""
        place = f"Pictures/{hashlib.sha256(content).hexdigest()[:20]}.{ending}"
        self.pictures[place] = content
        return place

    def packed(self) -> bytes:
        """The file as bytes."""
        parts = {
            "content.xml": self._part("content", self.fonts, self.automatic, element("office:body", {}, self.body)),
            "styles.xml": self._part("styles", deepcopy(self.fonts), self.styles, self.pages, self.masters),
            "meta.xml": self._part("meta", self.meta),
        }
        if len(self.settings):
            parts["settings.xml"] = self._part("settings", self.settings)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            _put(
                archive, "mimetype", (KIND + self.kind).encode(), zipfile.ZIP_STORED
            )  # readers look for it at its place
            for name, content in (parts | self.pictures).items():
                _put(archive, name, content)
            _put(archive, "META-INF/manifest.xml", self._manifest([*parts, *self.pictures]))
        return out.getvalue()

    def _part(self, name: str, *children: Element) -> bytes:
        return written(element(f"office:document-{name}", VERSION, *children))

    def _manifest(self, names: list[str]) -> bytes:
        root = element("manifest:manifest", {"xmlns:manifest": MANIFEST, "manifest:version": "1.2"})
        kinds = {"/": KIND + self.kind} | {name: PICTURES.get(name.rpartition(".")[2], "text/xml") for name in names}
        for name, kind in kinds.items():
            root.append(element("manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": kind}))
        return written(root)


def _put(archive: zipfile.ZipFile, name: str, content: bytes, packing: int = zipfile.ZIP_DEFLATED) -> None:
    archive.writestr(zipfile.ZipInfo(name, MOMENT), content, packing)
