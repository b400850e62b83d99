"""The chapters in tables and lists: general matters, strategy and budget."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.elements import (
    Cell,
    Element,
    Paragraph,
    Row,
    Run,
    Table,
    insert,
    strong,
    tag,
    tag_row,
    text,
)
from tools.draw_templates.grids import make_staffing_table
from tools.draw_templates.looks import LIGHT_GREY
from tools.draw_templates.ruled import (
    head,
    head_row,
    make_rounding_note,
    role_rows,
    ruled_table,
)

_CHANGE_WIDTHS = (50.0, 32.0, 32.0, 32.0, 24.0)


def make_chapter_heading(chapter: str) -> Paragraph:
    """The heading of a chapter: its number in a filled box, its title beside it."""
    return text(
        "chapter",
        f"{{% anchor {chapter}.anchor %}}",
        Run(f"\u00a0{{{{ {chapter}.number }}}}\u00a0", "number"),
        f"  {{{{ {chapter}.title }}}}",
    )


def make_general() -> Iterator[Element]:
    """Chapter I."""
    yield make_chapter_heading("chapters.general")
    yield from _make_purpose()
    yield text("heading", "□\t조  직 : {{ organization.summary }}", new_page=True)
    yield insert("chart(organization.chart)")
    yield from _make_staffing()
    yield text("heading", "□\t팀별 주요업무")
    yield _make_duties()
    yield text("heading", "□\t{{ report.year }}년도 세입·세출 예산현황", new_page=True)
    yield _make_caption("ㅇ 세입 총괄", "revenue_summary")
    yield _make_change_table("revenue_summary", "구   분")
    yield from make_rounding_note("revenue_summary")
    yield _make_caption("ㅇ 세출 총괄", "expenditure_summary")
    yield _make_change_table("expenditure_summary", "구   분")
    yield from make_rounding_note("expenditure_summary")
    yield text("heading", "□\t{{ report.year }}년 사업 및 예산", new_page=True)
    yield text("item", "ㅇ\t{{ programme_budget.sentence }}")
    yield _make_unit("programme_budget")
    yield _make_programme_table()
    yield from make_rounding_note("programme_budget")


def _make_purpose() -> Iterator[Element]:
    yield text("heading", "□\t설립목적 및 사업")
    yield text("item", "ㅇ\t", strong("설립목적"))
    yield text("prose", "{{ purpose.text }}{% if purpose.basis %} ({{ purpose.basis }}){% endif %}")
    yield text("item", "ㅇ\t", strong("목적사업"))
    yield tag("for function in purpose.functions")
    yield text("list", "{{ function.number }}.\t{{ function.text }}")
    yield tag("endfor")


def _make_staffing() -> Iterator[Element]:
    yield text("heading", "□\t인  력 : {{ staffing.title }}")
    yield _make_unit("staffing")
    yield make_staffing_table()
    yield tag("for note in staffing.notes")
    yield text("note", "※\t{{ note }}")
    yield tag("endfor")


def _make_duties() -> Table:
    cells = (
        Cell((text("cell_center", "{{ duty.team }}"),)),
        Cell((insert("small_flow(duty.blocks)"),)),
    )
    return ruled_table(
        (33.0, 137.0),
        head_row("부  서  명", "업   무   내   용"),
        tag_row("for duty in duties", 2),
        tag_row("if loop.last", 2),
        Row(cells, last=True),
        tag_row("else", 2),
        Row(cells),
        tag_row("endif", 2),
        tag_row("endfor", 2),
    )


def _make_caption(caption: str, source: str) -> Paragraph:
    """Caption at the left, unit line at the right of one line."""
    return text("caption", f"{caption}\t", Run(f"{{{{ {source}.unit_line }}}}", "plain"))


def _make_unit(source: str) -> Paragraph:
    return text("unit", f"{{{{ {source}.unit_line }}}}")


def _make_change_table(source: str, label: str) -> Table:
    """Appropriation, last year's final budget and the change between them."""
    return ruled_table(
        _CHANGE_WIDTHS,
        head_row(
            head(label, row_span=2),
            head("{{ report.year }}\n예산현액", row_span=2),
            head("{{ report.year - 1 }}\n최종예산", row_span=2),
            head("증   감", col_span=2),
        ),
        head_row("증감액", "증감률"),
        *role_rows(f"row in {source}.rows", "row", _change_columns()),
        breaks="whole",
    )


def _change_columns() -> list[tuple[str, str]]:
    keys = ("current", "prior", "change", "change_rate")
    return [
        ("cell_left", "{{ row.name }}"),
        *(("cell_right", f"{{{{ row.{key} }}}}") for key in keys),
    ]


def _make_programme_table() -> Table:
    return ruled_table(
        (30.0, 37.5, 58.5, 24.5, 19.5),
        head_row("정책사업", "단위사업", "세부사업명", "예산액", "비고"),
        tag_row("for row in programme_budget.rows", 5),
        tag_row('if row.role == "subtotal"', 5),
        Row(tuple(_programme_cells(bold=True))),
        tag_row('elif row.role == "total"', 5),
        Row(tuple(_programme_cells(bold=True, fill=LIGHT_GREY)), last=True),
        tag_row("else", 5),
        Row(tuple(_programme_cells())),
        tag_row("endif", 5),
        tag_row("endfor", 5),
    )


def _programme_cells(*, bold: bool = False, fill: str = "") -> Iterator[Cell]:
    def cell(style: str, key: str, *, spans: bool = False, heavy: bool = bold) -> Cell:
        span = f"{{% span row.{key} %}}" if spans else ""
        content = f"{span}{{{{ row.{key} }}}}"
        return Cell((text(style, strong(content) if heavy else content),), fill=fill)

    yield cell("cell_center", "policy", spans=True, heavy=bool(fill))
    yield cell("cell_center", "unit", spans=True, heavy=bool(fill))
    yield cell("cell_center" if bold else "cell_left", "programme", spans=True)
    yield cell("cell_right", "amount")
    yield cell("cell_center", "remark", heavy=False)


def make_strategy() -> Iterator[Element]:
    """Chapter II."""
    yield make_chapter_heading("chapters.strategy")
    yield insert("chart(strategy.chart)")


def make_budget() -> Iterator[Element]:
    """Chapter IV."""
    yield make_chapter_heading("chapters.budget")
    yield text("heading", "□\t세입예산")
    yield _make_unit("revenue_detail")
    yield _make_revenue_detail()
    yield from make_rounding_note("revenue_detail")
    yield text("heading", "□\t세출예산 집행현황", new_page=True)
    yield _make_unit("execution")
    yield _make_execution_table()
    yield from make_rounding_note("execution")


def _make_revenue_detail() -> Table:
    return ruled_table(
        _CHANGE_WIDTHS,
        head_row(
            head("구   분", row_span=2),
            "’{{ report.year % 100 }}년",
            "’{{ (report.year - 1) % 100 }}년",
            head("’{{ (report.year - 1) % 100 }}년 대비", col_span=2),
        ),
        head_row("예산현액", "최종예산", "증감액", "증감률"),
        *role_rows("row in revenue_detail.rows", "row", _change_columns()),
        breaks="whole",
    )


def _make_execution_table() -> Table:
    keys = ("appropriation", "commitment", "disbursement", "commitment_rate", "disbursement_rate")
    columns = [
        ("cell_deeper", "{{ row.name }}"),
        *(("cell_right", f"{{{{ row.{key} }}}}") for key in keys),
    ]
    return ruled_table(
        (60.0, 25.0, 24.0, 23.0, 19.0, 19.0),
        head_row(
            head("구   분", row_span=2),
            head("예산현액", row_span=2),
            head("집행액", col_span=2),
            head("집행률(%)", col_span=2),
        ),
        head_row("원인행위액", "지출액", "원인행위", "지출"),
        *role_rows("row in execution.rows", "row", columns, subtotals=True),
    )
