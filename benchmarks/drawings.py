"""The templates of the invented report, drawn with the look of the project's own."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from benchmarks.constants import DOCX, HWPX, XLSX
from benchmarks.sample import CHAPTERS, COLUMNS, TABLES
from benchmarks.workbook import draw_workbook
from reportgen.templating.packages.package import write_package
from tools.draw_templates.docx_package import make_docx
from tools.draw_templates.elements import Element, Table, strong, tag, text
from tools.draw_templates.hwpx_package import make_hwpx
from tools.draw_templates.ruled import head_row, role_rows, ruled_table

_WIDTHS_MM = (34.0, *([17.0] * (len(COLUMNS) - 1)))


class Shape(StrEnum):
    """How the 40 tables come about."""

    DRAWN = "drawn"
    """each is drawn in the template, as when no two tables of a report are alike"""
    LOOPED = "looped"
    """each chapter draws one, which a loop repeats"""


def draw_templates(folder: Path, shape: Shape) -> None:
    """Write the template of each format into the folder."""
    elements = tuple(_draw_report(shape))
    (folder / DOCX).write_bytes(write_package(make_docx(elements)))
    (folder / HWPX).write_bytes(write_package(make_hwpx(elements)))
    (folder / XLSX).write_bytes(draw_workbook())


def _draw_report(shape: Shape) -> Iterator[Element]:
    """Both documents alike, in tags that docxtpl reads as well."""
    yield text("cover_space")
    yield text("cover_title", "{{ report.title }}")
    yield text("cover_line", "{{ report.base_date }}")
    yield text("cover_name", "{{ report.organization }}")
    for number in range(len(CHAPTERS)):
        yield from _draw_chapter(f"chapters[{number}]", shape)


def _draw_chapter(chapter: str, shape: Shape) -> Iterator[Element]:
    yield text("chapter", f"{{{{ {chapter}.number }}}}. {{{{ {chapter}.title }}}}")
    yield tag(f"for sentence in {chapter}.prose")
    yield text("prose", "{{ sentence }}")
    yield tag("endfor")
    if shape is Shape.LOOPED:
        yield tag(f"for table in {chapter}.tables")
        yield from _draw_section("table")
        yield tag("endfor")
        return
    for number in range(TABLES):
        yield from _draw_section(f"{chapter}.tables[{number}]")


def _draw_section(table: str) -> Iterator[Element]:
    """A heading, bullets, a table and a note; the argument is what holds their values."""
    total = f"{table}.total"
    yield text("heading", f"□\t{{{{ {table}.title }}}}")
    yield text(
        "item",
        "ㅇ\t",
        strong("(예산) "),
        f"{{{{ {total}.appropriation }}}}으로 전년도 {{{{ {total}.prior }}}}에서 "
        f"{{{{ {total}.change }}}}({{{{ {total}.change_rate }}}}) 바뀌었고, "
        f"{{{{ {total}.disbursement }}}}({{{{ {total}.disbursement_rate }}}})을 지출함",
    )
    yield tag(f"for detail in {table}.details")
    yield text("detail", "-\t{{ detail }}")
    yield tag("endfor")
    yield text("unit", f"{{{{ {table}.unit_line }}}}")
    yield _draw_table(f"{table}.rows")
    yield text("note", f"※\t{{{{ {table}.note }}}}")


def _draw_table(rows: str) -> Table:
    columns = [
        ("cell_left" if key == "name" else "cell_right", f"{{{{ row.{key} }}}}") for key in COLUMNS
    ]
    prototypes = role_rows(f"row in {rows}", "row", columns)
    return ruled_table(_WIDTHS_MM, head_row(*COLUMNS.values()), *prototypes)
