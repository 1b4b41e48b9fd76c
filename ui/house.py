"""The warehouse that the pages read, with the catalogue that is in force; a changed one is taken without a restart."""

from __future__ import annotations

import logging
from dataclasses import replace

from etl.again import clocks_again
from etl.reading import ready
from kpi.catalogue import Catalogue
from kpi.errors import Busy
from lang import DEFAULT, say
from lang.problem import mistake
from warehouse import Version, Warehouse, settings
from warehouse.access import local_actor
from warehouse.loading import refresh_definitions


class House:
    """``warehouse`` is upgraded, with every indicator as ``catalogue`` declares it."""

    def __init__(self) -> None:
        ready()  # the process that will read what is uploaded loads its libraries meanwhile
        self.catalogue = settings.in_force().catalogue
        self.warehouse = _opened(self.catalogue)
        self._asked, self._told, self._unnoted, self._changes = self.catalogue, (), "", 0

    def newest(self) -> Version:
        """The newest version, by the definitions that are in force now. Asked by one thread at a time."""
        found = settings.in_force()
        if found.problems != self._told:
            self._told = found.problems
            for problem in found.problems:
                logging.getLogger(__name__).error("%s", mistake(problem, DEFAULT))
        if (why := self.warehouse.unnoted) != self._unnoted:
            self._unnoted = why
            if why:
                logging.getLogger(__name__).warning("%s", say("checksums-behind", DEFAULT, why=why).strip())
        if found.catalogue is not self._asked:
            self._take(found.catalogue)
        return replace(self.warehouse.newest(), definitions=self._changes)

    def _take(self, wanted: Catalogue) -> None:
        """Take a catalogue into force; where that fails the former one stays. While another process writes it is tried again."""
        self._asked = wanted
        try:
            opened = _opened(wanted)
        except Busy:
            self._asked = self.catalogue
        except Exception:
            logging.getLogger(__name__).exception("a changed metrics.yml could not be taken into force")
        else:
            self.catalogue, self.warehouse = wanted, opened
            self._changes += 1


def _opened(catalogue: Catalogue) -> Warehouse:
    opened = Warehouse.open(settings.home(), catalogue)
    refresh_definitions(opened, local_actor(), settings.catalogue_path().name, clocks_again(opened))
    return opened
