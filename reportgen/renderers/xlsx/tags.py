"""The tags of the template workbook: ``{{ title }}`` on a sheet, ``{{ row.amount }}`` in a row."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportgen.templating.tags.tags import find_unclosed, split_tags
from reportgen.views.annexes import Annex

_NAME = re.compile(r"\{\{\s*(?P<name>[A-Za-z_]\w*(?:\.\w+)?)\s*\}\}")
ROW = "row."


def name_of(tag: str) -> str:
    """The name that a tag prints, empty when the tag is anything but one name.

    >>> name_of("{{ row.amount }}"), name_of("{% if x %}")
    ('row.amount', '')
    """
    match = _NAME.fullmatch(tag)
    return match["name"] if match else ""


def column_of(text: str) -> str:
    """The column that a cell of a marked row shows; empty when it shows a fixed text.

    >>> column_of("{{ row.amount }}"), column_of("천원")
    ('amount', '')
    """
    name = name_of(text.strip())
    return name.removeprefix(ROW) if name.startswith(ROW) else ""


def has_tags(text: str) -> bool:
    """Whether anything in the text looks like a tag."""
    return bool(split_tags(text)) or bool(find_unclosed(text))


def sheet_values(annex: Annex) -> dict[str, str]:
    """What the tags outside the marked rows can print."""
    grid = annex.grid
    values = {
        "title": annex.title,
        "description": annex.described,
        "caption": grid.caption,
        "unit_line": grid.unit_line,
    }
    return values | {f"header.{key}": str(cell) for key, cell in grid.columns.items()}


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with every tag replaced by its value.

    >>> fill("({{ unit_line }})", {"unit_line": "단위: 천원"})
    '(단위: 천원)'
    """
    return _NAME.sub(lambda match: values[match["name"]], text)
