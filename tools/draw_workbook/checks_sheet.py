"""The sheet of checks, whose rows turn red when two amounts differ."""

from __future__ import annotations

from tools.draw_workbook.declarations import TOTAL, Column, Mark, Role, SheetDrawing
from tools.draw_workbook.looks import MONEY, NAME, WARNING, WARNING_FILL, Look

CHECKS_SHEET = SheetDrawing(
    "checks",
    "검산",
    (
        Column("name", "구분", 18, NAME),
        Column("left_name", "왼쪽 항목", 46, Look(indent=1)),
        Column("left", "왼쪽 금액", 17, MONEY),
        Column("right_name", "오른쪽 항목", 28, Look(indent=1)),
        Column("right", "오른쪽 금액", 17, MONEY),
        Column("difference", "차이", 15, MONEY),
        Column("result", "결과", 12, Look("center")),
    ),
    (TOTAL, Role("body")),
    height=18,
    marks=(
        Mark("A{first}:G{last}", '$G{first}="불일치"', WARNING, WARNING_FILL),
        Mark("G{first}:G{first}", "AND(ISNUMBER($G{first}),$G{first}>0)", WARNING, WARNING_FILL),
    ),
)
