"""Texts that no spreadsheet takes for a formula."""

from __future__ import annotations

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def make_harmless(text: str) -> str:
    """The text, with an apostrophe before it where Excel would compute it (CSV injection).

    >>> make_harmless("=HYPERLINK(1)"), make_harmless("'=1"), make_harmless("출장비")
    ("'=HYPERLINK(1)", "'=1", '출장비')
    """
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(_ACTIVE) else plain
