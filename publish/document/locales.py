"""Languages as file forms name them: a language and a country."""

from __future__ import annotations

LOCALES = {"zh-Hant": ("zh", "TW"), "en": ("en", "GB")}


def locale_of(lang: str) -> tuple[str, str]:
    """``("zh", "TW")`` for zh-Hant; of a language that the product does not speak, its own code and no country."""
    if lang in LOCALES:
        return LOCALES[lang]
    code, _, country = lang.partition("-")
    return code, country if len(country) == 2 else ""


def tag_of(lang: str) -> str:
    """The language as one word: ``zh-TW``."""
    return "-".join(part for part in locale_of(lang) if part)
