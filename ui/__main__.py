"""Serve the dashboard: ``python -m ui``, with the options of ``streamlit run``.

It never asks another host anything. Streamlit would look up the machine's outer address on the internet when a page of a
foreign origin opens a socket, and hold every reader's answer meanwhile; no setting forbids that, so it is taken away here.
"""

from __future__ import annotations

import sys
from pathlib import Path

from streamlit import net_util
from streamlit.web.cli import main

from ui.shell import endings

SCRIPT = Path(__file__).resolve().parent.parent / "app.py"


def _unknown() -> None:
    """The outer address of this machine: nobody needs it."""


net_util.get_external_ip = _unknown
endings.install()
sys.argv[1:1] = ["run", str(SCRIPT)]
main(prog_name="streamlit")
