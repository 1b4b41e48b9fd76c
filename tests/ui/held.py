"""What is handed to a component, held against its contract: every key that it must have, no other, and values of their types."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NotRequired, Union, get_args, get_origin, is_typeddict

from pydantic import AfterValidator, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from kpi.json_text import json_text
from tools.contract import contracts, fields_of
from ui.shared.contract import Drawn

DATA = {name: kind for module in contracts() for name, kind in getattr(module, "DATA", {}).items()}
met: set[str] = set()  # the kinds of data that were seen so far, by name


def kinds_of(data: object) -> tuple[type, ...]:
    """What a component may be handed: one kind, or one of several."""
    return get_args(data) if get_origin(data) in (Union, UnionType) else (data,)  # type: ignore[return-value]


def wrong(component: str, data: Mapping[str, object]) -> list[str]:
    """What in the data is not as the contract says, each with the way to it; of several kinds the one that fits best counts.
    What every component is handed besides its own (`ui.shared.contract.Drawn`) stands beside it."""
    besides = {name: data[name] for name in fields_of(Drawn) if name in data}
    return faults(Drawn, besides) + min((faults(kind, own(data)) for kind in kinds_of(DATA[component])), key=len)


def own(data: Mapping[str, object]) -> dict[str, object]:
    """What a component is handed of its own."""
    return {name: value for name, value in data.items() if name not in fields_of(Drawn)}


def faults(kind: type, data: object) -> list[str]:
    """As `wrong`, of a single kind. What counts is the JSON that the browser reads: there a tuple is a list."""
    try:
        _adapter(kind).validate_json(json_text(data))
    except ValidationError as error:
        return [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors(include_url=False)]
    return []


def names_within(kind: object) -> set[str]:
    """The names of all kinds of data that stand in a kind, its own included."""
    if is_typeddict(kind):
        return {kind.__name__}.union(*(names_within(one) for one, _ in fields_of(kind).values()))
    return set().union(*map(names_within, get_args(kind)))


def met_in(kind: object, data: object) -> set[str]:
    """The names of the kinds of data that stand in these data."""
    before = set(met)
    met.clear()
    for one in kinds_of(kind):
        faults(one, data)
    found = set(met)
    met.update(before)
    return found


@cache
def _adapter(kind: type) -> TypeAdapter:
    return TypeAdapter(_strict(kind))


@cache
def _strict(kind: Any) -> Any:
    """The same type as pydantic wants it before Python 3.12: strict, without other keys, and noted when it is met."""
    if is_typeddict(kind):
        fields = {
            name: NotRequired[_strict(one)] if optional else _strict(one)
            for name, (one, optional) in fields_of(kind).items()
        }
        copy = TypedDict(kind.__name__, fields)  # type: ignore[operator]
        copy.__pydantic_config__ = {"strict": True, "extra": "forbid"}
        return Annotated[copy, AfterValidator(lambda value: met.add(kind.__name__) or value)]
    if get_origin(kind) in (Union, UnionType):
        return Union[tuple(map(_strict, get_args(kind)))]  # noqa: UP007
    if get_origin(kind) in (list, dict, tuple):
        return get_origin(kind)[tuple(map(_strict, get_args(kind)))]
    return kind
