"""What a component tells its page: the one place where what came from a browser becomes typed values.

A browser may send anything. What has not the shape of a message, or is larger than any of ours, is refused whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kpi.errors import KpiError

WHAT = ("choose", "open", "lang")
NAME = 100  # characters of a name
TEXT = 20_000  # of a text
FIELDS = 200  # texts of a message, of a form, of a row
ROWS = 1_000  # rows of a grid, names in a list
WHOLE = 1_000_000  # characters in all
FILES, FILE = (
    frozenset({"attach"}),
    100_000_000,
)  # messages that carry a file, and its characters (see `etl.attachment`)


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
    store: str = ""

    @property
    def named(self) -> str:
        """The value, a number, as an address states it (see `warehouse.version`); "" where there is none."""
        return f"{self.store}-{self.value}" if self.value else ""

    def number(self, name: str) -> int:
        """A whole number beside the key; 0 where there is none."""
        text = self.more.get(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


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
    number = sent.get("number") if isinstance(sent, Mapping) else None
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
    message = Message(
        what, key, "" if value is None else _text(value, FILE if key in FILES else TEXT), value is not None,
        fields=_texts(rest.pop("fields", None)), cells=_rows(rest.pop("cells", None)), names=_names(rest.pop("names", None)),
        more=_texts(rest), store=store,
    )  # fmt: skip
    texts = [
        *message.more.values(),
        *message.fields.values(),
        *(t for row in message.cells.values() for t in row.values()),
    ]
    if sum(map(len, texts)) > WHOLE:
        raise Unheard("message-unheard")
    return message


def _text(sent: object, most: int) -> str:
    """A text; a number or a truth is written as one."""
    if isinstance(sent, bool):
        return "1" if sent else ""
    if isinstance(sent, int) and abs(sent) < 10**15:
        return str(sent)
    if not isinstance(sent, str) or len(sent) > most:
        raise Unheard("message-unheard")
    return sent


def _texts(sent: object) -> Mapping[str, str]:
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
