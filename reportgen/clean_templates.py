"""Templates in which nothing was wrong, known again as long as nothing has changed."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path

from reportgen.cache import Cache, make_key, open_cache
from reportgen.files import UnreadableFileError, read_input
from reportgen.formats import Format
from reportgen.limits import MOST_TEMPLATE_BYTES
from reportgen.program import identify_program
from reportgen.templating.checks.offered_names import Asked, OfferedNames


class CleanTemplate:
    """A template, held against what its document offers; kept is only that it is clean."""

    def __init__(self, path: Path, form: Format, names: OfferedNames) -> None:
        self._path, self._form, self._names = path, form, names
        self._cache: Cache = open_cache()

    def knows(self) -> bool:
        """Whether it was found clean: these bytes, by this program, with the same names."""
        kept = self._cache.read(self._key) if self._key else None
        return kept is not None and self._names.holds(_read_asked(kept))

    def add(self, asked: Asked) -> None:
        """Keep that it is clean.

        :param asked: the names that it asked for.
        """
        if self._key and self._key == self._make_key():  # else it was saved in between
            listed = [[list(path), found] for path, found in asked.items()]
            self._cache.write(self._key, json.dumps(listed).encode())

    @cached_property
    def _key(self) -> str:
        return self._make_key()

    def _make_key(self) -> str:
        """The name of the result; empty where nothing can be kept."""
        program = identify_program()
        try:
            data = read_input(self._path, MOST_TEMPLATE_BYTES)
        except (OSError, UnreadableFileError):
            return ""
        facts = ("clean", program, self._form, self._names.settled, data)
        return make_key(*facts) if program else ""


def _read_asked(kept: bytes) -> Asked:
    return {tuple(path): found for path, found in json.loads(kept)}
