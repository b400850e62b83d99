"""The command line: commands parse, call one function, and print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from reportgen import i18n
from reportgen.memory import expect_short_life


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; the language is settled before any help text is made."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:
        expect_short_life()
    i18n.activate(_find_language(given) or i18n.detect_language(os.environ))
    _settle_encoding()
    # No package that happens to be installed takes part in reading the content.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from reportgen.cli.app import app

    app(given, prog_name="reportgen")


def _find_language(arguments: list[str]) -> str:
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            following = arguments[position + 1] if position + 1 < len(arguments) else ""
            chosen = value or following
            return chosen if chosen in i18n.LANGUAGES else ""
    return ""


def _settle_encoding() -> None:
    """Print on a console or into a pipe of any code page.

    A code page of Korean (CP949) is kept, since the program behind a pipe takes the text for
    that; what it lacks becomes a question mark. One that knows no Korean is not used.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = stream.encoding if _knows_korean(stream.encoding) else "utf-8"
            reconfigure(encoding=encoding, errors="replace")


def _knows_korean(encoding: str | None) -> bool:
    try:
        return bool("가△".encode(encoding or "ascii"))
    except (UnicodeEncodeError, LookupError):
        return False
