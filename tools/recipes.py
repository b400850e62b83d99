"""The recipes of ``docs/template-recipes.md``: what is typed, and what comes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs/template-recipes.md"

_CELL_EDGE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|(?:-+\|)+")

Row = tuple[str, ...]
Piece = str | tuple[Row, ...]
"""A paragraph, or the rows of a table; a cell that another one reaches over is empty."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """A page of a template, and the same page filled."""

    title: str
    typed: tuple[Piece, ...]
    printed: tuple[Piece, ...]


def name_picture(title: str, side: str) -> str:
    """The file of a picture: ``a-sentence-with-amounts-typed.png``."""
    return f"{re.sub('[^a-z0-9]+', '-', title.lower()).strip('-')}-{side}.png"


def read_recipes(page: str) -> Iterator[Recipe]:
    """The recipes of a page in Markdown: quotations are paragraphs, tables are tables."""
    for section in page.split("\n## ")[1:]:
        title, _break, text = section.partition("\n")
        _before, _mark, shown = text.partition("\nType:\n")
        typed, _mark, printed = shown.partition("\nIt prints:\n")
        yield Recipe(title, tuple(_read_pieces(typed)), tuple(_read_pieces(printed)))


def _read_pieces(text: str) -> Iterator[Piece]:
    for sign, lines in groupby(text.splitlines(), lambda line: line[:1]):
        if sign == ">":
            yield from (line[2:] for line in lines if line != ">")
        elif sign == "|":
            yield tuple(_read_rows(lines))


def _read_rows(lines: Iterable[str]) -> Iterator[Row]:
    for line in lines:
        if not _RULE.fullmatch(line):
            cells = _CELL_EDGE.split(line)[1:-1]
            yield tuple(cell.strip().replace("\\|", "|") for cell in cells)
