"""What a new folder is made of: the content to begin with, templates, schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from reportgen.diagnostics import DataError, Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.output import write_outputs
from reportgen.readers.schemas import spell_schemas

_PACKAGE = "reportgen.starter"


def read_content() -> dict[str, str]:
    """The files of the content to begin with, by their path inside a folder."""
    root = files(_PACKAGE).joinpath("content")
    return {f"content/{name}": found.read_text("utf-8") for name, found in _walk(root)}


def read_templates() -> dict[str, bytes]:
    """The templates that come with the program.

    An installed program has them beside this module, one that is developed in its own folder.
    """
    packed = files(_PACKAGE).joinpath("templates")
    root: Traversable = packed if packed.is_dir() else Path(__file__).parents[2] / "templates"
    return {f"templates/{name}": found.read_bytes() for name, found in _walk(root)}


def read_schemas() -> dict[str, bytes]:
    """The schemas by which an editor completes keys."""
    return {f"schemas/{name}": text.encode() for name, text in spell_schemas().items()}


def _walk(root: Traversable, before: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(root.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _walk(entry, f"{before}{entry.name}/")
        elif not entry.name.startswith((".", "~$")):
            yield f"{before}{entry.name}", entry


def write_folder(root: Path, made: Mapping[str, bytes]) -> None:
    """Write the files of a new folder; nothing that is there is touched.

    :raises DataError: when the folder has anything in it.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise DataError(
            (
                Diagnostic(
                    "folder-exists",
                    SourceRef(root.as_posix()),
                    _("the folder is there already, and has something in it"),
                    hint=_("name another folder"),
                ),
            )
        )
    by_folder: dict[Path, dict[str, bytes]] = {}
    for name, data in made.items():
        path = root / name
        by_folder.setdefault(path.parent, {})[path.name] = data
    for folder, found in by_folder.items():
        folder.mkdir(parents=True, exist_ok=True)
        write_outputs(folder, found)
