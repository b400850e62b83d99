"""The sheet of the ledger, whose cells are input."""

from __future__ import annotations

from dataclasses import replace

from tools.draw_workbook.declarations import Column, Role, SheetDrawing
from tools.draw_workbook.looks import AMOUNT, DAY, INPUT, YEAR, Look

LEDGER_SHEET = SheetDrawing(
    "ledger",
    "원장",
    (
        Column(
            "date",
            "일자",
            12,
            replace(INPUT, horizontal="center", number_format=DAY, indent=0),
        ),
        Column("year", "회계연도", 10, Look("center", YEAR)),
        Column("stage", "단계", 16, INPUT),
        Column("kind", "종류", 15, INPUT),
        Column("account", "계정", 22, INPUT),
        Column("account_name", "계정명", 34, Look(indent=1)),
        Column(
            "amount",
            "금액",
            15,
            replace(INPUT, horizontal="right", number_format=AMOUNT),
        ),
        Column("reference", "근거", 30, INPUT),
        Column("note", "비고", 26, INPUT),
    ),
    (Role("body"),),
    height=18,
    filtered=True,
    frozen_columns=0,
)
