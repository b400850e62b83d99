"""What stands in chapters of which the content has only ids, and in a package it doesn't list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from reportgen.model.outline import DocumentFile
from reportgen.model.outline_blocks import OutlineBlock

Blocks = tuple[OutlineBlock, ...]


@cache
def read_standard() -> Mapping[str, Blocks]:
    """The blocks of each chapter by its id."""
    typed = yaml.load(read_standard_text(), yaml.CBaseLoader)
    adapter: TypeAdapter[Blocks] = TypeAdapter(Blocks)
    return {name: adapter.validate_python(tuple(blocks)) for name, blocks in typed.items()}


@cache
def read_package() -> DocumentFile:
    """The outline of the amendment package."""
    return DocumentFile.model_validate(yaml.load(_read("amendment.yaml"), yaml.CBaseLoader))


def read_standard_text() -> str:
    """The blocks of each chapter, as they are written."""
    return _read("standard.yaml")


def _read(name: str) -> str:
    return files("reportgen.outline").joinpath(name).read_text(encoding="utf-8")
