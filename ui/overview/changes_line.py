"""The one line of the Overview that leads to what has changed since the last visit."""

from __future__ import annotations

from datetime import datetime

from lang import say
from ui.overview.contract import ChangesLine
from ui.shared import cached, freshness
from ui.shell import last_visit
from warehouse import Version, settings


def line(version: Version, lang: str) -> ChangesLine | None:
    """The one line of the Overview: that data were loaded since the last visit, None where none were."""
    before = last_visit.before()
    if before is None or before.version >= version.number:
        return None
    count = sum(1 for load in cached.loads(version, cached.ALL_LOADS) if load.version and load.version > before.version)
    at = datetime.fromtimestamp(before.at, settings.now().tzinfo)
    if not count:
        return None
    text = say("chg-line", lang, at=freshness.moment(at, cached.today(), lang), count=count)
    return {"text": text, "open": say("chg-line-open", lang)}
