"""Letters as keyboards type them, whatever a file system or a web page made of them."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
"""Characters without width that come in by copying from a page."""


def normalize(text: str) -> str:
    """The text with its letters put together (NFC).

    macOS hands out names of files, and what is copied from them, with letters taken apart.

    >>> len(normalize(unicodedata.normalize("NFD", "추경")))
    2
    """
    return unicodedata.normalize("NFC", text)


def tidy_name(text: str) -> str:
    r"""The name as everybody would read it: with plain single blanks, and nothing invisible.

    >>> tidy_name("2026\u00a0제1회\u200b  추경 ")
    '2026 제1회 추경'
    """
    return " ".join(_INVISIBLE.sub("", normalize(text)).split())
