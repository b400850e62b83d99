"""A workbook with one sheet of records, whose template is drawn from the tags of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.figures import FigureTable
from reportgen.renderers.xlsx import RenderedWorkbook, WorkbookTemplate, render_xlsx
from reportgen.views.annex_formulas import Before, Ratio, Sum
from reportgen.views.annex_records import Column, Kind, Record, Records
from reportgen.views.annexes import Annex, Annexes
from reportgen.views.grid import Cell, Grid
from tests.renderers.annex_sample import DAY

COLUMNS: Mapping[str, Column] = {
    "name": Column(),
    "present": Column(Kind.WON),
    "amended": Column(Kind.WON),
    "change": Column(Kind.WON, formula=Sum(("amended",), ("present",))),
    "rate": Column(Kind.RATIO, formula=Ratio("change", "present", "순증")),
    "balance": Column(Kind.WON, formula=Sum((Before("balance"), "change"))),
}
"""Two amounts and all that follows from them."""

ROWS: tuple[Record, ...] = (
    ("마을정원", 300_000_000, 270_000_000),
    ("하천", 0, 250_500_000),
    ("책방", 0, 0),
    ("도서관", 700_000, None),
    ("공원", 900_000, 900_500),
)


def draw_template(path: Path, *tags: str) -> Path:
    """A template whose second row shows these columns, with a line of text below."""
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "명세"
    for column, tag in enumerate(tags, 1):
        sheet.cell(1, column, f"{{{{ header.{tag} }}}}")
        sheet.cell(2, column, f"{{{{ row.{tag} }}}}").font = Font(b=True)
    sheet.cell(2, len(tags) + 1, "건 %")
    sheet.cell(3, 1, "※ 끝")
    cover = workbook.create_sheet("표지")
    cover["A1"], cover["A2"] = "{{ row.label }}", "{{ row.title }}"
    rows = {
        "list_body": "'명세'!$2:$2",
        "cover_body": "'표지'!$1:$1",
        "cover_sheet": "'표지'!$2:$2",
    }
    for name, area in rows.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=area)
    workbook.save(path)
    return path


def render_records(
    template: Path | WorkbookTemplate,
    columns: Mapping[str, Column] = COLUMNS,
    rows: Sequence[Record] = ROWS,
    count: int | None = None,
) -> RenderedWorkbook:
    """The workbook of these rows.

    :param count: how many rows are announced, if not as many as there are.
    """
    header = {key: Cell.make(f"{key} 열") for key in columns}
    records = Records(columns, len(rows) if count is None else count, lambda: rows)
    annex = Annex("list", "명세", "명세 설명", Grid("list", "명세", "", header, ()), records)
    annexes = Annexes("부속서류", (("기관", "누리재단"),), (annex,))
    return render_xlsx(annexes, FigureTable(()), template, modified=DAY, name="t.xlsx")
