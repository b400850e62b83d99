"""The template of a long table, and the rows that fill it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.constants import DOCX, HWPX, ORGANIZATION, TITLE
from reportgen.templating.packages.package import write_package
from tools.draw_templates.docx_package import make_docx
from tools.draw_templates.elements import Element, tag_row
from tools.draw_templates.hwpx_package import make_hwpx
from tools.draw_templates.ruled import head_row, ruled_table, value_row

_WIDTH_MM = 170.0


def draw_long(folder: Path, columns: int) -> None:
    """Write the template of each format, with a table of so many columns."""
    elements = tuple(_draw(columns))
    (folder / DOCX).write_bytes(write_package(make_docx(elements)))
    (folder / HWPX).write_bytes(write_package(make_hwpx(elements)))


def invent_rows(rows: int, columns: int) -> dict[str, Any]:
    """What fills it: plain texts."""
    return {
        "report": {"title": TITLE, "organization": ORGANIZATION, "base_date": "", "mark": ""},
        "rows": [{f"c{at}": f"{row * 37 + at:,}" for at in range(columns)} for row in range(rows)],
    }


def _draw(columns: int) -> Iterator[Element]:
    cells = [("cell_right", f"{{{{ row.c{at} }}}}") for at in range(columns)]
    rows = (
        head_row(*(f"열 {at}" for at in range(columns))),
        tag_row("for row in rows", columns),
        value_row(cells),
        tag_row("endfor", columns),
    )
    yield ruled_table((_WIDTH_MM / columns,) * columns, *rows)
