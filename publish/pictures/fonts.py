"""Is there a font with Chinese characters? Without one a picture would show squares."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import vl_convert

from kpi.errors import KpiError

PREFERRED = (
    "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "Source Han Sans TW", "PingFang TC", "Microsoft JhengHei",
    "Noto Sans HK", "Noto Sans CJK HK", "Noto Sans CJK JP", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
    "AR PL UMing TW",
)  # fmt: skip

FILES = {
    "NotoSansCJK*.tt[cf]": "Noto Sans CJK TC",
    "NotoSansCJKtc-*.otf": "Noto Sans CJK TC",
    "NotoSansTC*.[ot]tf": "Noto Sans TC",
    "SourceHanSansTC*.otf": "Source Han Sans TC",
    "SourceHanSansTW*.otf": "Source Han Sans TW",
    "SourceHanSans*.ttc": "Source Han Sans TC",
    "PingFang.ttc": "PingFang TC",
    "msjh*.tt[cf]": "Microsoft JhengHei",
    "wqy-zenhei.ttc": "WenQuanYi Zen Hei",
    "wqy-microhei.ttc": "WenQuanYi Micro Hei",
    "uming.ttc": "AR PL UMing TW",
}
"""Known font files and the family that each brings."""


class NoCjkFont(KpiError):
    """No font with Chinese characters on this machine; the sentence names the package to install."""


def usual_folders() -> list[Path]:
    home = Path.home()
    folders = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        "/System/Library/Fonts",
        r"C:\Windows\Fonts",
    ]
    return [*map(Path, folders), home / ".fonts", home / ".local/share/fonts", home / "Library/Fonts"]


def cjk_font(*, ask: str | None = "fc-list", folders: Iterable[Path] | None = None) -> str:
    """Family name of a font with Traditional Chinese characters.

    Asks fontconfig's ``fc-list``; where that is not there or knows none, looks for known font files.

    Raises
    ------
    NoCjkFont
        When there is none.
    """
    family = _from_fontconfig(ask) or _from_files(usual_folders() if folders is None else folders)
    if family is None:
        raise NoCjkFont("no-cjk-font", package="fonts-noto-cjk")
    return family


def _from_fontconfig(ask: str | None) -> str | None:
    program = shutil.which(ask) if ask else None
    if program is None:
        return None
    try:
        done = subprocess.run(
            [program, ":lang=zh-tw", "family"], capture_output=True, text=True, timeout=20, check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    names = {name.strip() for line in done.stdout.splitlines() for name in line.split(",") if name.strip()}
    return next((name for name in PREFERRED if name in names), min(names, default=None))


def _from_files(folders: Iterable[Path]) -> str | None:
    for folder in folders:
        if not folder.is_dir():
            continue
        for pattern, family in FILES.items():
            found = next(folder.rglob(pattern), None)
            if found is not None:
                vl_convert.register_font_directory(str(found.parent))
                return family
    return None
