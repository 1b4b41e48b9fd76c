"""What a file seems to hold: its headers, name and titles held against every source. Offered to people, never acted upon."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from etl.reading import Document, Unreadable, read
from etl.tabular.headers import Spellings, fold_header, header_block
from etl.tabular.tables import Table
from kpi.catalogue import Catalogue, Source
from kpi.errors import Problem
from warehouse import Warehouse

CLEAR = 0.25  # by so much the likeliest must stand before the next
FEW, MOSTLY = 3, 0.6  # headers that are known: so many, or such a share of all
NAMED = 0.5  # what a name in the file's name or titles counts, beside its headers
OFFERED = 3


@dataclass(frozen=True)
class Likely:
    """``source``: what a file clearly seems to hold, None where that is open; ``among``: the likeliest first."""

    file: str
    source: str | None = None
    among: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Face:
    """The headers of a sheet that any source knows (folded), of how many, and the titles above them."""

    known: frozenset[str]
    headers: int
    titles: tuple[str, ...]


class _AnyOf(Spellings):
    """The headers of every source; each stands for itself."""

    def __init__(self, each: Iterable[Spellings]) -> None:
        self.names: tuple[str, ...] = ()
        self.known = {header: header for one in each for header in (*one.known, *one.personal)}
        self.refused, self.personal = set(), set()


def spellings_of(
    catalogue: Catalogue, learned: Callable[[str], dict[str, str]] = lambda source: {}
) -> dict[str, Spellings]:
    """The spellings of every source that comes as files. ``learned``: the headers that people confirmed for one."""
    files = {name: source for name, source in catalogue.sources.items() if source.kind != "entries"}
    return {name: Spellings(source, learned(name), {}) for name, source in files.items()}


def recognise(
    warehouse: Warehouse, files: list[tuple[str, bytes]], tell: Callable[[float, str], None] | None = None
) -> tuple[list[Likely], dict[str, Document]]:  # fmt: skip
    """What each of the files seems to hold, and what was read, by the hash of the content; of one that cannot be read
    nothing is known."""
    spellings, found, opened = spellings_of(warehouse.catalogue, warehouse.spellings), [], {}
    for index, (path, content) in enumerate(files):

        def part(share: float, index: int = index) -> None:
            if tell:
                tell((index + share) / len(files) * 0.4, "progress-reading")

        name = PurePath(path).name
        try:
            document = read(name, content, part)
        except Unreadable:
            found.append(Likely(name))
            continue
        opened[hashlib.sha256(content).hexdigest()] = document
        found.append(likely(document, warehouse.catalogue, spellings))
    return found, opened


def likely(document: Document, catalogue: Catalogue, spellings: Mapping[str, Spellings]) -> Likely:
    """The source whose required columns are there, that explains most of the headers, and that the file names."""
    faces = [face for face in _faces(document, spellings.values()) if face.known]
    most = max((len(face.known) for face in faces), default=0)
    if not most:
        return Likely(document.name)
    texts = " ".join(
        [PurePath(document.name).stem, *(s.name for s in document.sheets), *(t for f in faces for t in f.titles)]
    )
    scores = {
        name: max(_fits(face, spellings[name], source, most) for face in faces) + NAMED * _named(name, source, texts)
        for name, source in catalogue.sources.items() if name in spellings
    }  # fmt: skip
    ranks = sorted(scores, key=scores.__getitem__, reverse=True)
    first, second = ranks[0], ranks[1]
    clear = scores[first] - scores[second] >= CLEAR and any(_enough(face, spellings[first]) for face in faces)
    among = tuple(name for name in ranks[:OFFERED] if scores[name] >= scores[first] / 2)
    return Likely(document.name, first if clear else None, among)


def another(
    document: Document, tables: list[Table], chosen: str, catalogue: Catalogue, *, refused: bool
) -> list[Problem]:
    """That a file clearly seems to hold another source than the chosen one: why it was ``refused``, or else a warning.

    Where the chosen source explains all of its headers that any source knows, it is not asked further.
    """
    spellings = spellings_of(catalogue)
    every = _AnyOf(spellings.values()).known
    if chosen not in spellings or not (
        refused or any(fold_header(h) in every for table in tables for h in table.extra)
    ):
        return []
    found = likely(document, catalogue, spellings).source
    if found in (None, chosen):
        return []
    names = {"looks": catalogue.sources[found].name, "chosen": catalogue.sources[chosen].name, "source": found}
    return [Problem("error" if refused else "warning", "looks-like", names, file=document.name)]


def _faces(document: Document, each: Iterable[Spellings]) -> Iterable[_Face]:
    every = _AnyOf(each)
    for sheet in [sheet for sheet in document.sheets if not sheet.hidden] or document.sheets:
        block = header_block(sheet, every)
        if block is not None:
            titles = tuple(cell for row in sheet.rows[: block.start] for cell in row if isinstance(cell, str))
            yield _Face(frozenset(block.columns), sum(bool(header) for header in block.headers), titles)


def _columns(face: _Face, spellings: Spellings) -> set[str]:
    return {spellings.known[header] for header in face.known if header in spellings.known}


def _explained(face: _Face, spellings: Spellings) -> int:
    return len(_columns(face, spellings)) + len(face.known & (spellings.personal - spellings.known.keys()))


def _fits(face: _Face, spellings: Spellings, source: Source, most: int) -> float:
    """From 0 to 2: the share of the required columns that are there, and of the headers that any source explains."""
    required = {name for name, column in source.columns.items() if column.required}
    return len(required & _columns(face, spellings)) / len(required) + _explained(face, spellings) / most


def _enough(face: _Face, spellings: Spellings) -> bool:
    known = _explained(face, spellings)
    return known >= FEW or known >= MOSTLY * face.headers


def _named(key: str, source: Source, texts: str) -> float:
    """From 0 to 1: how much of the name of a source stands in the texts, by pairs of characters."""
    folded, name = unicodedata.normalize("NFKC", texts).casefold(), source.name.zh
    if key in folded or source.name.en.casefold() in folded:
        return 1.0
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return sum(pair in folded for pair in pairs) / len(pairs)
