"""Folders with a template and the documents that it puts into its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from reportgen.diagnostics import DataError
from reportgen.templating import OfficeTemplate
from reportgen.templating.packages.package import write_package
from tests.templating.offices import REPORT, wrap
from tests.templating.small_packages import WORD, Kit

Edit = Callable[[dict[str, bytes]], None]


def name_part(kit: Kit, name: str = "part") -> str:
    """The name of a document of that format."""
    return f"{name}.{kit}"


def call(kit: Kit, name: str = "part", more: str = "") -> str:
    """The tag that puts it in."""
    return f"{{{{p subdoc('{name_part(kit, name)}'{more}) }}}}"


def write_document(folder: Path, kit: Kit, name: str, body: str, edit: Edit | None = None) -> Path:
    """A document in the package of the project's own template."""
    parts = wrap(kit, body)
    if edit:
        edit(parts)
    path = folder / name_part(kit, name)
    path.write_bytes(write_package(parts))
    return path


def fill_main(folder: Path, kit: Kit, body: str, **values: Any) -> dict[str, bytes]:
    """The parts of the filled document; its parts stand in the folder already."""
    path = write_document(folder, kit, "main", body)
    template = OfficeTemplate(path, kit.dialect(), {}, name_part(kit, "main"))
    return template.render({"report": REPORT, **values}).parts


def read_body(kit: Kit, parts: Mapping[str, bytes]) -> str:
    """The text of the document; in HWPX behind the paragraph with the page set-up."""
    text = kit.outline(parts[kit.part])
    return text if kit is WORD else text.partition("\n")[2]


def problems(folder: Path, kit: Kit, body: str, **values: Any) -> list[str]:
    """The first line of every message."""
    try:
        fill_main(folder, kit, body, **values)
    except DataError as error:
        return [str(diagnostic).partition("\n")[0] for diagnostic in error.diagnostics]
    return []
