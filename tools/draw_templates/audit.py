"""Chapter V: what the council asked for and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.chapters import make_chapter_heading
from tools.draw_templates.elements import (
    Cell,
    Element,
    Row,
    Tab,
    Table,
    insert,
    strong,
    tag,
    tag_row,
    text,
)
from tools.draw_templates.looks import TEXT_WIDTH_MM
from tools.draw_templates.ruled import head_row, role_rows, ruled_table

REQUEST_MM = TEXT_WIDTH_MM * 0.35
RESULT_MM = TEXT_WIDTH_MM - REQUEST_MM


def make_audit() -> Iterator[Element]:
    """Chapter V."""
    yield make_chapter_heading("chapters.audit")
    yield text("heading", "□\t총  괄")
    yield text(
        "total",
        "ㅇ\t수감결과 처리요구사항 등",
        Tab(align="right", dots=True),
        strong("총 {{ audit.total }}건"),
    )
    yield text("item", "ㅇ\t조치내역")
    yield _make_totals()
    yield tag("for group in audit.groups")
    yield text("group_title", "{{ group.title }}")
    yield _make_group()
    yield tag("endfor")


def _make_totals() -> Table:
    keys = ("total", "completed", "in_progress", "under_review", "not_reflected")
    columns = [
        ("cell_left", "{{ row.name }}"),
        *(("cell_right", f"{{{{ row.{key} }}}}") for key in keys),
    ]
    return ruled_table(
        (60.0, 22.0, 22.0, 22.0, 22.0, 22.0),
        head_row("구      분", "계", "완  료", "추진 중", "검토 중", "미반영"),
        *role_rows("row in audit.totals.rows", "row", columns),
        breaks="whole",
    )


def _make_group() -> Table:
    cells = (
        Cell(
            (
                text("request", "ㅇ\t{{ request.request }}"),
                text("addressee", "({{ request.addressee }})"),
            ),
            vertical="top",
        ),
        Cell(
            (
                text("small_heading", "□\t추진상황 : {{ request.status }}"),
                insert("small_flow(request.blocks)"),
            ),
            vertical="top",
        ),
    )
    return ruled_table(
        (REQUEST_MM, RESULT_MM),
        head_row("{{ group.request_header }}", "{{ group.result_header }}"),
        tag_row("for request in group.requests", 2),
        tag_row("if loop.last", 2),
        Row(cells, last=True),
        tag_row("else", 2),
        Row(cells),
        tag_row("endif", 2),
        tag_row("endfor", 2),
        breaks="cells",
        padding_mm=(1.5, 1.5),
    )
