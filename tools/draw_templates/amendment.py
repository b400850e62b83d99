"""The amendment package (추경) from cover to registers, as one sequence of elements."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.elements import Element, Row, Run, Table, insert, tag, tag_row, text
from tools.draw_templates.front import make_cover
from tools.draw_templates.grids import make_grid_macro
from tools.draw_templates.looks import LIGHT_GREY, TEXT_WIDTH_MM
from tools.draw_templates.ruled import head_row, make_rounding_note, ruled_table, value_row

_CHANGES = (
    ("name", "구   분", 39.0),
    ("present", "기정액", 26.0),
    ("amended", "경정액", 26.0),
    ("change", "비교증감", 25.0),
    ("change_rate", "증감률", 20.0),
    ("basis", "산출근거", 34.0),
)
_TRANSFERS = (
    ("date", "일자", 20.0),
    ("kind", "구분", 18.0),
    ("reference", "근거", 34.0),
    ("name", "세부사업", 36.0),
    ("taken", "감액", 20.0),
    ("given", "증액", 20.0),
    ("note", "사유", 22.0),
)
_STAFFING = (
    ("name", "직급", 30.0),
    ("present", "현행 정원", 25.0),
    ("amended", "변경 정원", 25.0),
    ("change", "증감", 20.0),
    ("note", "사유", 70.0),
)
_LEFT = ("reference", "note", "basis")
_CENTRE = ("date", "kind")

Columns = tuple[tuple[str, str, float], ...]


def make_amendment() -> tuple[Element, ...]:
    """The elements in their order; the page set-up stands in the first paragraph."""
    return (
        text("cover_space"),
        *make_grid_macro("grid_table", TEXT_WIDTH_MM),
        *make_cover("{{ amendment.title }}"),
        *_make_texts("reasons", "ㅇ\t{{ item.text }}"),
        *_make_texts("provisions", "제{{ item.number }}조\t{{ item.text }}", new_page=False),
        *_make_summary(),
        *_make_comparison(),
        *_make_register("transfers", _TRANSFERS, new_page=True),
        *_make_carryover(),
        *_make_register("staffing", _STAFFING, new_page=False),
    )


def _make_heading(section: str, *, new_page: bool = True) -> Element:
    return text(
        "chapter" if new_page else "section",
        f"{{% anchor sections.{section}.anchor %}}",
        Run(f"\u00a0{{{{ sections.{section}.number }}}}\u00a0", "number"),
        f"  {{{{ sections.{section}.title }}}}",
    )


def _make_texts(section: str, line: str, *, new_page: bool = True) -> Iterator[Element]:
    yield tag(f"if sections.{section}.shown")
    yield _make_heading(section, new_page=new_page)
    yield tag(f"for item in {section}")
    yield text("item", line)
    yield tag("endfor")
    yield tag("endif")


def _make_summary() -> Iterator[Element]:
    yield _make_heading("summary")
    yield text("item", "ㅇ\t{{ sentence }}")
    yield from _make_table("revenue", "세입예산", _CHANGES)
    yield from _make_table("expenditure", "세출예산", _CHANGES)


def _make_comparison() -> Iterator[Element]:
    yield _make_heading("comparison")
    yield text("unit", "{{ comparison.unit_line }}")
    yield _make_rows("comparison", _CHANGES, levels=True)
    yield text("note", "※\t{{ rows_note }}")
    yield from make_rounding_note("comparison")


def _make_register(section: str, columns: Columns, *, new_page: bool) -> Iterator[Element]:
    yield tag(f"if sections.{section}.shown")
    yield _make_heading(section, new_page=new_page)
    yield text("unit", f"{{{{ {section}.unit_line }}}}")
    yield _make_rows(section, columns)
    yield from make_rounding_note(section)
    yield tag("endif")


def _make_carryover() -> Iterator[Element]:
    """Its columns are the sorts of carry-over that the ledger has."""
    yield tag("if sections.carryover.shown")
    yield _make_heading("carryover", new_page=False)
    yield text("unit", "{{ carryover.unit_line }}")
    yield insert("grid_table(carryover)")
    yield tag("endif")


def _make_table(source: str, caption: str, columns: Columns) -> Iterator[Element]:
    yield text("caption", f"ㅇ {caption}\t", Run(f"{{{{ {source}.unit_line }}}}", "plain"))
    yield _make_rows(source, columns)
    yield from make_rounding_note(source)


def _make_rows(source: str, columns: Columns, *, levels: bool = False) -> Table:
    """A row for each role; the last row of the table closes it."""
    width = len(columns)
    rows: list[Row] = [tag_row(f"for row in {source}.rows", width)]
    roles = [("total", True, LIGHT_GREY)]
    if levels:
        roles += [("policy_programme", True, ""), ("unit_programme", True, "")]
    for number, (role, bold, fill) in enumerate(roles):
        word = "elif" if number else "if"
        look = value_row(_spell(columns, role), bold=bold, fill=fill)
        closing = value_row(_spell(columns, role), bold=bold, fill=fill, last=True)
        rows += [tag_row(f'{word} row.role == "{role}" and not loop.last', width), look]
        rows += [tag_row(f'elif row.role == "{role}"', width), closing]
    body = _spell(columns, "leaf" if levels else "body")
    rows += [
        tag_row("elif loop.last", width),
        value_row(body, last=True),
        tag_row("else", width),
        value_row(body),
        tag_row("endif", width),
        tag_row("endfor", width),
    ]
    widths = tuple(width_mm for _key, _title, width_mm in columns)
    return ruled_table(widths, head_row(*(title for _key, title, _mm in columns)), *rows)


def _spell(columns: Columns, role: str) -> list[tuple[str, str]]:
    """Style and text of every cell of a row."""
    names = {"total": "cell_center", "leaf": "cell_deeper"}
    cells = []
    for key, _title, _mm in columns:
        if key == "name":
            style = names.get(role, "cell_left")
        elif key in _LEFT:
            style = "cell_left"
        else:
            style = "cell_center" if key in _CENTRE else "cell_right"
        cells.append((style, f"{{{{ row.{key} }}}}"))
    return cells
