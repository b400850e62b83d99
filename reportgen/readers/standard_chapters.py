"""What stands in the chapters of the first format, of which the content had only ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pydantic import TypeAdapter

from reportgen.model.outline import OutlineBlock

Blocks = tuple[OutlineBlock, ...]


@cache
def read_standard() -> Mapping[str, Blocks]:
    """The blocks of each chapter by its id."""
    typed = yaml.load(read_standard_text(), yaml.CBaseLoader)
    adapter: TypeAdapter[Blocks] = TypeAdapter(Blocks)
    return {name: adapter.validate_python(tuple(blocks)) for name, blocks in typed.items()}


def read_standard_text() -> str:
    """The same, as it is written."""
    return files("reportgen.outline").joinpath("standard.yaml").read_text(encoding="utf-8")
