"""Compiles the message catalogues when the package is built or installed for development.

A package that is built also carries the templates along, from which a folder is begun.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a ``.mo`` beside every ``.po``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all catalogues, and pack the templates."""
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"]["templates"] = "reportgen/starter/templates"
        for source in Path(self.root, "reportgen", "locales").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as stream:
                catalogue = read_po(stream, locale=source.parts[-3])
            with source.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)
