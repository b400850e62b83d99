"""Messages in the language of the reader: Korean in a Korean locale, else English.

English is the language of the source; the Korean catalogue stands in ``locales/``
and is compiled when the package is built. The click library looks its own words up
in the same catalogue, which is why the domain has gettext's default name.
"""

from __future__ import annotations

import gettext as _gettext
import locale
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reportgen.limits import MOST_SHOWN

DOMAIN = "messages"
LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", "ko")


def detect_language(environ: Mapping[str, str]) -> str:
    """The language that the environment, or else the operating system, asks for.

    >>> detect_language({"LANG": "ko_KR.UTF-8"}), detect_language({"LC_ALL": "C"})
    ('ko', 'en')
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "ko" if environ[name].lower().startswith("ko") else "en"
    system = locale.getlocale()[0] or ""
    return "ko" if system.lower().startswith(("ko", "korean")) else "en"


def activate(language: str) -> None:
    """Make every later message come out in that language."""
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain(DOMAIN, LOCALES)
    _gettext.textdomain(DOMAIN)


def language() -> str:
    """The language of the messages."""
    return "ko" if os.environ.get("LANGUAGE", "en").startswith("ko") else "en"


def translate(message: str, /, **facts: object) -> str:
    """The message in the reader's language, with the facts put in."""
    # gettext ignores LANGUAGE while the locale is "C", so the catalogue is asked directly.
    language = os.environ.get("LANGUAGE", "en")
    text = _open_catalogue(language).gettext(message)
    if not facts:
        return text
    return text.format(**{name: _shorten(fact) for name, fact in facts.items()})


@cache
def _open_catalogue(language: str) -> _gettext.NullTranslations:
    """The catalogue; looking for its file takes longer than everything else."""
    return _gettext.translation(DOMAIN, LOCALES, [language], fallback=True)


def shorten(text: str) -> str:
    """A text with at most so many characters as a message repeats, its middle left out.

    >>> len(shorten("9" * 5000)) == MOST_SHOWN
    True
    """
    if len(text) <= MOST_SHOWN:
        return text
    end = MOST_SHOWN // 4
    return f"{text[: MOST_SHOWN - end - 3]} … {text[-end:]}"


def _shorten(fact: object) -> object:
    if isinstance(fact, str):
        return shorten(fact)
    # Of a number of thousands of digits Python makes no text.
    return translate("a number too long to show") if _is_huge(fact) else fact


def _is_huge(fact: object) -> bool:
    return isinstance(fact, int) and fact.bit_length() > 4096
