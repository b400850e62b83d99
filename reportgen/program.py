"""Which program runs: what it makes is used again only by the very same."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import MAGIC_NUMBER, find_spec
from pathlib import Path

from reportgen import __version__
from reportgen.cache import make_key

_LIBRARIES = ("jinja2", "markupsafe", "lxml")
"""Those on which the code made of a template depends."""

_CODE = (".py", ".pyc", ".so", ".pyd")


@cache
def identify_program() -> str:
    """A digest of its version, of Python's, and of the size and time of every file of code.

    Empty where its files can't be looked at, as within an archive.
    """
    folders = [Path(__file__).parent, *map(_find_library, _LIBRARIES)]
    if not all(map(os.path.isdir, folders)):
        return ""
    files = [line for folder in folders for line in sorted(_list_code(os.fspath(folder)))]
    return make_key(__version__, sys.version, MAGIC_NUMBER, *files)


def _find_library(name: str) -> Path:
    """Its folder, found without loading it."""
    spec = find_spec(name)
    places = spec.submodule_search_locations if spec else None
    return Path(places[0]) if places else Path("nowhere")


def _list_code(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                if one.name != "__pycache__":
                    yield from _list_code(one.path)
            elif one.name.endswith(_CODE):
                status = one.stat()
                yield f"{one.path} {status.st_size} {status.st_mtime_ns}"
