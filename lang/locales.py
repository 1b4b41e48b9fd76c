"""Languages as file forms name them: a language and a country."""

from __future__ import annotations

LOCALES = {"zh-Hant": ("zh", "TW"), "en": ("en", "GB")}
CHINESE = "zh"
ASIAN = ("zh", "TW")  # of the Chinese characters, in a document of either language


def locale_of(lang: str) -> tuple[str, str]:
    """``("zh", "TW")`` for zh-Hant; of a language that the product does not speak, its own code and no country."""
    if lang in LOCALES:
        return LOCALES[lang]
    code, _, country = lang.partition("-")
    return code, country if len(country) == 2 else ""


def tag_of(lang: str) -> str:
    """The language as one word: ``zh-TW``."""
    return "-".join(part for part in locale_of(lang) if part)


def letters_of(lang: str) -> str:
    """The language of the Latin letters and the digits of a text: of a Chinese one, English.

    Office programs keep it apart from that of its Chinese characters, and Word writes English there by itself. Where it
    says Chinese, LibreOffice ends a line between any two letters, as in Chinese: 11|3 年, 93.0|%.
    """
    return "en" if locale_of(lang)[0] == CHINESE else lang
