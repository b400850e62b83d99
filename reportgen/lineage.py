"""Figures of a build, found by name, by pattern, or by how they are printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """One figure of a manifest."""

    name: str
    facts: Mapping[str, Any]

    @property
    def value(self) -> str:
        """The value with its unit, ungrouped and unrounded."""
        value = self.facts["value"]
        return "-" if value is None else f"{value} {self.facts['unit']}"


def find_figures(manifest: Mapping[str, Any], name: str | None) -> list[FoundFigure]:
    """The figures that a name, a pattern or a printed text means; all without one."""
    figures = [FoundFigure(key, facts) for key, facts in manifest["figures"].items()]
    if name is None:
        return figures
    named = [figure for figure in figures if fnmatchcase(figure.name, name)]
    return named or [figure for figure in figures if _is_printed(figure, name)]


def _is_printed(figure: FoundFigure, text: str) -> bool:
    wanted = re.compile(re.escape(text.strip()) + r"(?![\d,.])\D*")
    return any(wanted.fullmatch(place["text"].strip()) for place in figure.facts["places"])
