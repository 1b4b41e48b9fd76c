"""Is a file true OpenDocument? Held against the schema that OASIS publishes, as ``openxml-audit`` carries it."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from lxml import etree

PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
MANIFEST = "META-INF/manifest.xml"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
KNOWN = {"1.2": "odf-1.2/OpenDocument-v1.2-os", "1.3": "odf-1.3/OpenDocument-v1.3"}


@cache
def _schema(version: str, kind: str) -> etree.RelaxNG:
    """``kind``: schema or manifest-schema. Reading the large one takes about a second."""
    source = files("openxml_audit") / "odf" / "schemas" / f"{KNOWN[version]}-{kind}.rng"
    with as_file(source) as path:
        return etree.RelaxNG(etree.parse(path))


def faults_of(file: bytes | str | Path) -> list[str]:
    """What is wrong in an .odt, .ods or .odp: part, line and sentence of each fault; empty when it is valid."""
    faults: list[str] = []
    with zipfile.ZipFile(io.BytesIO(file) if isinstance(file, bytes) else file) as package:
        names = package.namelist()
        if names[0] != "mimetype" or package.getinfo("mimetype").compress_type != zipfile.ZIP_STORED:
            faults.append("mimetype: is not the first member, stored as it is")
        version = etree.fromstring(package.read("content.xml")).get(f"{OFFICE}version", "")
        if version not in KNOWN:
            return [*faults, f"content.xml: office:version is {version!r}, not one of {', '.join(KNOWN)}"]
        for part in PARTS:
            if part in names:
                faults += _faults(part, package.read(part), _schema(version, "schema"))
        faults += _faults(MANIFEST, package.read(MANIFEST), _schema(version, "manifest-schema"))
        faults += _unlisted(package)
    return faults


def _faults(part: str, text: bytes, schema: etree.RelaxNG) -> list[str]:
    if schema.validate(etree.fromstring(text)):
        return []
    return [f"{part}, line {fault.line}: {fault.message}" for fault in schema.error_log]


def _unlisted(package: zipfile.ZipFile) -> list[str]:
    """Members that the manifest does not name, and the reverse (ODF 1.2 part 3, 3.2)."""
    manifest = etree.fromstring(package.read(MANIFEST))
    space = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
    listed = {entry.get(f"{space}full-path") for entry in manifest.iter(f"{space}file-entry")}
    listed = {path for path in listed if not path.endswith("/")}
    held = {name for name in package.namelist() if name not in ("mimetype", MANIFEST) and not name.endswith("/")}
    return [f"{MANIFEST}: does not name {name}" for name in sorted(held - listed)] + [
        f"{MANIFEST}: names {name}, which is not there" for name in sorted(listed - held)
    ]
