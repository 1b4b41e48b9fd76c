"""How many places a figure is printed with: the usual ones, and as many more as what is printed needs to be true.

- What is not zero is never printed as zero, what is not 100 % never as 100 % (nor rounded up to it).
- A value stands to its bound in print as it does in truth, with the places of the bound: 90.41 beside 90.45.
- Two values that differ are printed differently, and their difference is never printed as zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from kpi.catalogue import AtLeast, AtMost, Catalogue, Range, Standard
from kpi.evaluate import Result
from kpi.exact import sign

DIGITS = 12  # of a figure; what a float holds beyond them came from adding
MOST = 12  # places


def decimal_of(value: float) -> Decimal:
    """The number that was meant: 0.3 of 0.1 + 0.2."""
    return Decimal(int(value)) if value == int(value) else Decimal(f"{value:.{DIGITS}g}")


def shown(catalogue: Catalogue, indicator: str, value: float) -> Decimal:
    """A value in the unit in which it is printed: rates in per cent."""
    found = decimal_of(value)
    return found.scaleb(2) if catalogue.indicators[indicator].unit == "percent" else found


def rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero (四捨五入), as spreadsheets round what they show."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def printed(value: Decimal, places: int, *, percent: bool) -> Decimal:
    """A number as it is printed: rounded, but never up to the perfect score of 100 %."""
    found = rounded(value, places)
    return value.quantize(found, ROUND_DOWN) if percent and value < 100 <= found else found


def places_as_set(value: Decimal) -> int:
    """The places that a number was written with."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0  # no number, or an endless one


def usual_places(catalogue: Catalogue, indicator: str, value: float) -> int:
    item = catalogue.indicators[indicator]
    if item.unit == "percent":
        return 0 if item.decimals == 0 else 1
    if item.decimals is not None:
        return item.decimals
    return 0 if float(value).is_integer() or abs(value) >= 1000 else 1


def places(
    catalogue: Catalogue, indicator: str, value: float, *, bounds: Iterable[float] = (), beside: Iterable[float] = ()
) -> int:  # fmt: skip
    """Places of a value that is held against ``bounds``, which are printed as they were set, and that stands beside other
    values, which are printed with as many places as itself."""
    mine, found = shown(catalogue, indicator, value), usual_places(catalogue, indicator, value)
    percent = catalogue.indicators[indicator].unit == "percent"
    found = enough(mine, found)
    for bound in bounds:
        edge = shown(catalogue, indicator, bound)
        found = max(found, min(places_as_set(edge), MOST))

        def told(at: int, edge: Decimal = edge) -> bool:
            return _side(printed(mine, at, percent=percent), edge) == _side(mine, edge)

        found = _until(found, told)
    for one in beside:
        if not sign(value, one):
            continue
        found = told_apart(mine, shown(catalogue, indicator, one), found, percent=percent)
    return found


def told_apart(one: Decimal, other: Decimal, least: int, *, percent: bool = False) -> int:
    """At least so many places, and as many as show that two numbers differ, and by how much."""

    def differ(at: int) -> bool:
        return printed(one, at, percent=percent) != printed(other, at, percent=percent)

    return _until(least, lambda at: differ(at) and bool(rounded(one - other, at)))


def enough(value: Decimal, least: int) -> int:
    """At least so many places, and as many as a number that is not zero needs to be printed as none."""
    return _until(least, lambda at: not value or bool(rounded(value, at)))


def bounds_of(standard: Standard | None) -> tuple[float, ...]:
    """What a value is held against, where that is a number of its own kind."""
    if isinstance(standard, Range):
        return standard.edges
    return tuple(bound for _, bound in standard.levels) if isinstance(standard, AtLeast | AtMost) else ()


def places_of(catalogue: Catalogue, result: Result, beside: Iterable[float] = ()) -> int | None:
    """Places of all values of a result, so that they can be held against each other, their standard and what stands
    ``beside`` them; None where there is no number."""
    now = [one.value for one in (result.value, result.compared) if one is not None and one.value is not None]
    before = [result.prior.value] if result.prior is not None and result.prior.value is not None else []
    found = [
        places(catalogue, result.indicator, one, bounds=bounds_of(result.standard), beside=(*before, *beside))
        for one in now
    ]
    return max(found, default=None)


def _side(value: Decimal, edge: Decimal) -> int:
    return (value > edge) - (value < edge)


def _until(found: int, holds: Callable[[int], bool]) -> int:
    while found < MOST and not holds(found):
        found += 1
    return found
