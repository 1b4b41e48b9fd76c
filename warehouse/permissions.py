"""Who may do what. One function, asked by every write."""

from __future__ import annotations

import getpass
from dataclasses import dataclass

from kpi.errors import NotAllowed


@dataclass(frozen=True)
class Actor:
    """Who acts. ``local`` is whoever runs the program on this machine."""

    name: str
    local: bool = False


def local_actor() -> Actor:
    """The user of this machine."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = "local"
    return Actor(name, local=True)


def may(actor: Actor, action: str, office: str | None = None) -> bool:
    """May ``actor`` do ``action`` for ``office`` (None: the agency)?

    ``load`` and ``undo``; ``set_standard``; ``remark``; ``write_form``: the texts of the yearly form, evidence for its
    qualitative standards, and what is attached to that; ``sign_form``. The local user may do everything.
    """
    return actor.local


ACTIONS = {
    "standards": "set_standard", "rebases": "set_standard", "notes": "remark", "remarks": "remark",
    "evidence": "write_form", "attachments": "write_form", "results": "write_form", "editions": "sign_form",
}  # fmt: skip


def action_on(source: str) -> str:
    """What adding rows to a source is: standards and changes of process decide how figures are judged."""
    return ACTIONS.get(source, "load")


def require(actor: Actor, action: str, office: str | None = None) -> None:
    """Raise `NotAllowed` unless the actor may."""
    if not may(actor, action, office):
        raise NotAllowed("not-allowed", who=actor.name, action=action, office=office or "")
