"""What a file comes into: all that the rules of its source may look at beside its own rows."""

from __future__ import annotations

from dataclasses import dataclass

from etl.tabular.typed_table import Frame
from kpi.catalogue import Catalogue
from kpi.dates.periods import Period
from warehouse import Warehouse
from warehouse.upkeep.kept_files import kept_names


@dataclass(frozen=True)
class Around:
    """``source``: the name of the file's source; ``period``: what the file covers; ``others``: the files of its upload that
    were read before; ``coming``: names under which content will be kept that comes along (what is attached); ``demo``: are
    the rows that come demonstration rows; ``demonstrated``: are those that are there?
    """

    warehouse: Warehouse
    source: str
    period: Period | None = None
    others: tuple[Frame, ...] = ()
    coming: frozenset[str] = frozenset()
    demo: bool = False
    demonstrated: bool = False

    @property
    def catalogue(self) -> Catalogue:
        return self.warehouse.catalogue

    @property
    def clears(self) -> bool:
        """Do the rows that are there go, as demonstration rows do before the first real ones?"""
        return self.demonstrated and not self.demo

    def kept(self) -> frozenset[str]:
        """The names under which content is kept, or will be."""
        return self.coming | kept_names(self.warehouse.home)
