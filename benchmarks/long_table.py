"""One table of any number of rows, as DOCX and as HWPX, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.constants import DOCX, HWPX, ORGANIZATION, TITLE
from benchmarks.measuring import Fresh, measure_fresh
from benchmarks.results import MEGABYTE, Line, Target
from reportgen.templating.package import write_package
from tools.draw_templates.docx_package import make_docx
from tools.draw_templates.elements import Element, tag_row
from tools.draw_templates.hwpx_package import make_hwpx
from tools.draw_templates.ruled import head_row, ruled_table, value_row

ROWS, COLUMNS = 100_000, 1
"""More cells in a row would pass the limit of what the tags of a HWPX may print."""


def measure_long(folder: Path, rounds: int = 3) -> list[Line]:
    """The lines for a table of that many rows, in interpreters of their own."""
    draw_long(folder, COLUMNS)
    runs = measure_fresh(("long-docx", "long-hwpx"), folder, rounds, uncounted=0)
    docx, hwpx = runs.values()
    ratio = hwpx.seconds / docx.seconds
    return [
        Line("DOCX", docx.seconds, rival=1),
        Line("HWPX", hwpx.seconds, rival=ratio, target=Target("at most 2 x DOCX", 2, ratio)),
        _list_memory("DOCX", docx, 300),
        _list_memory("HWPX", hwpx, 400),
    ]


def _list_memory(name: str, run: Fresh, limit: int) -> Line:
    peak = run.peak / MEGABYTE
    target = Target(f"below {limit} MB", limit, peak)
    return Line(f"{name}: peak memory", megabytes=peak, target=target)


def draw_long(folder: Path, columns: int) -> None:
    """Write the template of each format, with a table of so many columns."""
    elements = tuple(_draw(columns))
    (folder / DOCX).write_bytes(write_package(make_docx(elements)))
    (folder / HWPX).write_bytes(write_package(make_hwpx(elements)))


def invent_rows(rows: int, columns: int) -> dict[str, Any]:
    """What fills it."""
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
    yield ruled_table((170.0 / columns,) * columns, *rows)
