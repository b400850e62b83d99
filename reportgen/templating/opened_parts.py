"""The parts of a template's file, before anything in them is read."""

from __future__ import annotations

from pathlib import Path

from reportgen.diagnostics import raise_errors
from reportgen.templating.dialect import Dialect
from reportgen.templating.packages.markup import find_broken
from reportgen.templating.packages.package import read_package


def open_parts(path: Path, dialect: Dialect, name: str) -> dict[str, bytes]:
    """The parts of a template, as they may leave the house.

    :raises DataError: when it is no document of the format.
    """
    return prepare_parts(read_package(path, name), dialect, name)


def prepare_parts(parts: dict[str, bytes], dialect: Dialect, name: str) -> dict[str, bytes]:
    """The parts of the file, as :func:`open_parts` gives them."""
    raise_errors(find_broken(name, parts))
    return dialect.prepare(parts, name)
