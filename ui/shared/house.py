"""The warehouse that the pages read, with the catalogue that is in force; a changed one is taken without a restart."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import ClassVar

from etl.reading import ready
from etl.retime import clocks_again
from kpi.catalogue import Catalogue
from kpi.errors import Busy, CatalogueError, Problem, StoreLost, StoreNewer
from lang import DEFAULT, say
from lang.problem import mistake
from warehouse import Version, Warehouse, settings
from warehouse.commit.loading import refresh_definitions
from warehouse.permissions import local_actor
from warehouse.upkeep.upgrade import make_ready


class House:
    """``warehouse`` is upgraded, with every indicator as ``catalogue`` declares it.

    ``untaken``: why a catalogue without a mistake could not be taken into force; the former one holds meanwhile.
    """

    _logged: ClassVar[tuple[Problem, ...]] = ()

    def __init__(self) -> None:
        ready()  # the process that will read what is uploaded loads its libraries meanwhile
        try:
            self.catalogue = settings.in_force().catalogue
        except CatalogueError as error:
            self._log(tuple(error.problems))
            raise
        self.warehouse = _opened(self.catalogue)
        self._asked, self._unnoted, self._changes = self.catalogue, "", 0
        self._seen: tuple[str, int] | None = None  # the store and the last load that go by these definitions
        self._looked: Version | None = None
        self.untaken: tuple[Problem, ...] = ()

    def newest(self) -> Version:
        """The newest version, by the definitions that are in force now. Asked by one thread at a time."""
        found = settings.in_force()
        if found.catalogue is not self._asked:
            self._take(found.catalogue)
        self._log(found.problems or self.untaken)
        self._keep_mine()
        if (why := self.warehouse.unnoted) != self._unnoted:
            self._unnoted = why
            if why:
                logging.getLogger(__name__).warning("%s", say("checksums-behind", DEFAULT, why=why).strip())
        return replace(self.warehouse.newest(), definitions=self._changes)

    @classmethod
    def _log(cls, problems: tuple[Problem, ...]) -> None:
        """Log what is wrong with the file, once as long as it stays the same."""
        if problems != cls._logged:
            cls._logged = problems
            for problem in problems:
                logging.getLogger(__name__).error("%s", mistake(problem, DEFAULT))

    def _keep_mine(self) -> None:
        """After a load of another process, which may go by other definitions, and after a restore: refresh by those in
        force here. A refresh is no load, so two servers of different catalogues do not go on answering each other."""
        newest = self.warehouse.newest()
        if newest == self._looked:
            return
        seen = newest.store, self.warehouse.last_load()
        if seen != self._seen:
            try:
                make_ready(self.warehouse)
                _refresh(self.warehouse)
            except Busy:
                return  # asked again in a moment
        self._seen, self._looked = seen, newest

    def _take(self, wanted: Catalogue) -> None:
        """Take a catalogue into force; where that fails the former one stays. While another process writes, or the
        warehouse cannot be read, it is tried again."""
        self._asked = wanted
        try:
            opened = _opened(wanted)
            opened.book()
        except (Busy, StoreLost, StoreNewer):
            self._asked = self.catalogue
        except Exception as error:
            logging.getLogger(__name__).exception("a changed metrics.yml could not be taken into force")
            why = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
            name = settings.catalogue_path().name
            self.untaken = (Problem("error", "catalogue-untaken", {"why": why}, file=name, line=1),)
        else:
            self.untaken = ()
            self.catalogue, self.warehouse = wanted, opened
            self._changes += 1


def _opened(catalogue: Catalogue) -> Warehouse:
    opened = Warehouse.open(settings.home(), catalogue)
    _refresh(opened)
    return opened


def _refresh(warehouse: Warehouse) -> None:
    refresh_definitions(warehouse, local_actor(), settings.catalogue_path().name, clocks_again(warehouse))
