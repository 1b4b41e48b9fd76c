"""What a component tells its page: the one place where what came from a browser becomes typed values.

A browser may send anything. What has not the shape of a message, or is larger than any of ours, is refused whole.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kpi.errors import KpiError

WHAT = ("choose", "open", "lang")
NAME = 100  # characters of a name
TEXT = 20_000  # of a text
FIELDS = 200  # texts of a message, of a form, of a row
ROWS = 1_000  # rows of a grid, names in a list
WHOLE = 1_000_000  # characters in all
FILE = 100_000_000  # characters of a file (see `etl.attach.accept`)
DIGITS = 9  # of a number

# What the texts of some messages are, by their key.
NUMBERED = frozenset({"undo", "redo", "copy"})  # the value is a number
FILES = frozenset({"attach"})  # the value is a file
DATED = {  # under this name stands a day
    "close": "value", "older-day": "value", "newer-day": "value", "confirm": "from", "withdraw": "from", "attach": "from",
    "save": "as_of",
}  # fmt: skip
UNDATED = frozenset({"save"})  # where it may be left out


class Unheard(KpiError):
    """A message that no component of ours sends; nothing was done."""


@dataclass(frozen=True)
class Message:
    """Something that was done in a component.

    Attributes
    ----------
    what
        ``choose`` (a control: ``key`` and ``value``), ``open`` (what ``value`` or ``more`` names), ``lang``.
    given
        Was there a value at all?
    more
        Further texts beside key and value.
    fields, cells, names
        The texts of a form; those of a grid by row; names in a list.
    number, content, day
        The value of the messages `NUMBERED` as a whole number, that of those in `FILES` as bytes; the day of those that are
        `DATED`, None where it may be left out and is.
    store
        The id of the store that the page was drawn from: the numbers of loads, versions and editions on it are of that one.
    """

    what: str
    key: str = ""
    value: str = ""
    given: bool = True
    more: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    number: int = 0
    content: bytes = b""
    day: date | None = None
    store: str = ""

    @property
    def dated(self) -> date:
        """The day of a message that cannot be without one.

        Raises
        ------
        Unheard
        """
        if self.day is None:
            raise Unheard("message-unheard")
        return self.day

    @property
    def named(self) -> str:
        """The value, a number, as an address states it (see `warehouse.lake.version`); "" where there is none."""
        return f"{self.store}-{self.value}" if self.value else ""


@dataclass(frozen=True)
class Told:
    """One of the things that a component tells; ``number`` counts up along the line of one component in one open page."""

    number: int
    what: str
    value: object
    store: str


@dataclass(frozen=True)
class Heard:
    """The last number that was heard of a line."""

    line: str = ""
    number: int = 0


def unheard(sent: object, heard: Heard) -> tuple[str, list[Told]]:
    """The line of what a component sends, and what of it is new, in order; what comes again was heard.

    Raises
    ------
    Unheard
    """
    if not isinstance(sent, Mapping) or not isinstance(sent.get("unheard"), list) or len(sent["unheard"]) > ROWS:
        raise Unheard("message-unheard")
    line = _text(sent.get("line"), NAME)
    told = [_told(one) for one in sent["unheard"]]
    last = heard.number if line == heard.line else 0
    return line, sorted((one for one in told if one.number > last), key=lambda one: one.number)


def _told(sent: object) -> Told:
    if not isinstance(sent, Mapping):
        raise Unheard("message-unheard")
    number = sent.get("number")
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 10**9:
        raise Unheard("message-unheard")
    return Told(number, _text(sent.get("what"), NAME), sent.get("value"), _text(sent.get("store"), NAME))


def read(what: str, sent: object, store: str) -> Message:
    """The message that a component sent which was drawn from a store.

    Raises
    ------
    Unheard
        It has not the shape of a message, or is too large.
    """
    if what not in WHAT:
        raise Unheard("message-unheard")
    if what == "open" and isinstance(sent, Mapping):
        return Message(what, more=_texts(sent), store=store)
    if what != "choose":
        return Message(what, value=_text(sent, NAME), store=store)
    if not isinstance(sent, Mapping) or len(sent) > FIELDS:
        raise Unheard("message-unheard")
    rest = dict(sent)
    key, value = _text(rest.pop("key", None), NAME), rest.pop("value", None)
    text = "" if value is None else _text(value, FILE if key in FILES else TEXT)
    fields, cells = _texts(rest.pop("fields", None)), _rows(rest.pop("cells", None))
    names, more = _names(rest.pop("names", None)), _texts(rest)
    if sum(map(_size, (more, fields, *cells.values()))) > WHOLE:
        raise Unheard("message-unheard")
    return Message(
        what, key, "" if key in FILES else text, value is not None, more, fields, cells, names, _number(key, text),
        _content(key, text), _day(key, more | {"value": text}), store,
    )  # fmt: skip


def number_of(text: str) -> int | None:
    """A whole number that is written in a text of a browser, None where it is none or too long to be one of ours."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= DIGITS else None


def _number(key: str, text: str) -> int:
    number = number_of(text.strip()) if key in NUMBERED else 0
    if number is None:
        raise Unheard("message-unheard")
    return number


def _content(key: str, text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if key in FILES else b""
    except (binascii.Error, ValueError):
        raise Unheard("message-unheard") from None


def _day(key: str, texts: Mapping[str, str]) -> date | None:
    text = texts.get(DATED.get(key, ""), "")
    if not text and (key not in DATED or key in UNDATED):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unheard("message-unheard") from None


def _size(texts: Mapping[str, str]) -> int:
    return sum(len(name) + len(text) for name, text in texts.items())


def _text(sent: object, most: int) -> str:
    """A text; a number or a truth is written as one."""
    if isinstance(sent, bool):
        return "1" if sent else ""
    if isinstance(sent, int) and abs(sent) < 10**15:
        return str(sent)
    if not isinstance(sent, str) or len(sent) > most:
        raise Unheard("message-unheard")
    return sent


def _texts(sent: object) -> dict[str, str]:
    if sent is None:
        return {}
    if not isinstance(sent, Mapping) or len(sent) > FIELDS:
        raise Unheard("message-unheard")
    return {_text(name, NAME): _text(text, TEXT) for name, text in sent.items() if text is not None}


def _rows(sent: object) -> Mapping[str, Mapping[str, str]]:
    if sent is None:
        return {}
    if not isinstance(sent, Mapping) or len(sent) > ROWS:
        raise Unheard("message-unheard")
    return {_text(name, NAME): _texts(row) for name, row in sent.items()}


def _names(sent: object) -> frozenset[str]:
    if sent is None:
        return frozenset()
    if not isinstance(sent, list) or len(sent) > ROWS:
        raise Unheard("message-unheard")
    return frozenset(_text(name, NAME) for name in sent)
