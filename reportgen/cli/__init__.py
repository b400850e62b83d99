"""The command line: commands parse, call one function, and print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from reportgen import i18n


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; the language is settled before any help text is made."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    i18n.activate(_find_language(given) or i18n.detect_language(os.environ))
    _use_utf8()
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


def _use_utf8() -> None:
    """Print Korean on a console of any code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
