"""Sheets that every budget has."""

from __future__ import annotations

from tools.draw_workbook.declarations import TOTAL, Column, Mark, Role, SheetDrawing
from tools.draw_workbook.looks import CENTRED, LOW, LOW_FILL, MONEY, NAME, PERCENT, WARNING, Look

_CHANGES = (
    Column("name", "구분", 30, NAME),
    Column("current", "{{ header.current }}", 20, MONEY),
    Column("prior", "{{ header.prior }}", 20, MONEY),
    Column("change", "증감액", 20, MONEY),
    Column("change_rate", "증감률", 14, PERCENT),
)

BUDGET_SHEETS = (
    SheetDrawing("revenue", "세입", _CHANGES, (TOTAL, Role("body", indent=1))),
    SheetDrawing("expenditure", "세출", _CHANGES, (TOTAL, Role("body", indent=1))),
    SheetDrawing(
        "programme_budget",
        "사업예산",
        (
            Column("policy", "정책사업", 24, CENTRED),
            Column("unit", "단위사업", 28, CENTRED),
            Column("programme", "세부사업명", 40, NAME),
            Column("amount", "예산액", 18, MONEY),
            Column("remark", "비고", 18, Look("center", wrap=True)),
        ),
        (Role("subtotal", bold=True, centred=True), Role("body"), TOTAL),
        height=17.5,
        frozen_columns=0,
    ),
    SheetDrawing(
        "execution",
        "집행",
        (
            Column("name", "구분", 42, NAME),
            Column("appropriation", "예산현액", 18, MONEY),
            Column("commitment", "원인행위액", 18, MONEY),
            Column("disbursement", "지출액", 18, MONEY),
            Column("commitment_rate", "집행률\n(원인행위)", 13, PERCENT),
            Column("disbursement_rate", "집행률\n(지출)", 13, PERCENT),
            Column("balance", "집행잔액", 18, MONEY),
        ),
        (TOTAL, Role("subtotal", bold=True, outline=1), Role("body", indent=2, outline=2)),
        marks=(
            Mark("C{first}:D{last}", "C{first}>$B{first}", WARNING),
            Mark(
                "E{first}:F{last}",
                "AND(ISNUMBER(E{first}),E{first}<low_execution)",
                LOW,
                LOW_FILL,
            ),
        ),
        note=(
            "노란 바탕: 집행률이 30%보다 낮다. "
            "기준은 수식 › 이름 관리자의 low_execution에서 바꾼다."
        ),
    ),
)
