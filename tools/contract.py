"""Write the types of the scripts from what Python says that it hands to them: python -m tools.contract

Every ``contract.py`` of ui/ is read; out comes ui/contract.d.ts, which is checked in (a test says when it is old).
"""

from __future__ import annotations

import importlib
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

UI = Path(__file__).parents[1] / "ui"
OUT = UI / "contract.d.ts"
HEAD = """// Written by `python -m tools.contract` from the files contract.py of ui/: what each component is handed, and may say.

/** What a component is mounted with (`wired` of ui/parts/messages.js makes `send` of it). */
interface Component<Data, Choices> {
  data: Data & Drawn;
  parentElement: any;
  setTriggerValue(name: "told", value: unknown): void;
  choices?: Choices;
}

/** Tells the page what was done: a control was set, an indicator, load or month opened, the language switched. */
interface Send<Choices> {
  (what: "choose", value: Choices): void;
  (what: "open", value: string | number | Record<string, string>): void;
  (what: "lang", value: string): void;
  load(load: number, text: string, props?: Record<string, unknown>): HTMLElement;
}
"""
PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}


def contracts() -> list:
    """The modules that say what is handed over, the shared one first."""
    rooms = sorted(path.parent.name for path in UI.glob("*/contract.py"))
    return [importlib.import_module(f"ui.{room}.contract") for room in sorted(rooms, key=lambda room: room != "shared")]


def text() -> str:
    """The whole file of types."""
    found = [HEAD]
    for module in contracts():
        own = {name: kind for name, kind in vars(module).items() if getattr(kind, "__module__", "") == module.__name__}
        found += [_interface(kind) for kind in own.values() if is_typeddict(kind)]
        aliases = {name: kind for name, kind in vars(module).items() if name.endswith("Choices") or name == "Status"}
        found += [
            f"type {name} = {_type(kind)};\n"
            for name, kind in aliases.items()
            if name != "Status" or module.__name__ == "ui.shared.contract"
        ]
    return "\n".join(found)


def fields_of(kind: type) -> dict[str, tuple[object, bool]]:
    """The fields of a typed dictionary: the type of each, and whether it may be left out."""
    found = {}
    for name, one in get_type_hints(kind, include_extras=True).items():
        optional = get_origin(one) is NotRequired
        found[name] = (get_args(one)[0] if optional else one, optional)
    return found


def _interface(kind: type) -> str:
    lines = [f"  {name}{'?' if optional else ''}: {_type(one)};" for name, (one, optional) in fields_of(kind).items()]
    return "\n".join([f"interface {kind.__name__} {{", *lines, "}", ""])


def _type(kind: object) -> str:
    if kind in PLAIN:
        return PLAIN[kind]
    if is_typeddict(kind):
        return kind.__name__
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " | ".join(f'"{one.value}"' for one in kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is list:
        within = _type(inner[0])
        return f"({within})[]" if " | " in within else f"{within}[]"
    if origin is dict:
        return f"Record<string, {_type(inner[1])}>"
    if origin is tuple:
        return f"[{', '.join(map(_type, inner))}]"
    if origin is Literal:
        return " | ".join(f'"{one}"' for one in inner)
    if origin in (Union, UnionType):
        return " | ".join(map(_type, inner))
    raise TypeError(f"no type of the scripts for {kind!r}")


if __name__ == "__main__":
    OUT.write_text(text(), encoding="utf-8")
