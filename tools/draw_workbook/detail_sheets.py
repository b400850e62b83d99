"""Sheets that follow the money by month, by source and by grade."""

from __future__ import annotations

from dataclasses import replace

from tools.draw_workbook.declarations import TOTAL, Column, Mark, Role, SheetDrawing
from tools.draw_workbook.looks import MONEY, NAME, PERCENT, POSTS, WARNING

_MONTH = replace(MONEY, indent=0)
_MONTHS = (
    Column("name", "구분", 34, NAME),
    *(Column(f"m{month:02}", f"{month}월", 11.5, _MONTH) for month in range(1, 13)),
    Column("total", "계", 13, replace(_MONTH, bold=True)),
)
_MONTHLY_ROLES = (TOTAL, Role("subtotal", bold=True, outline=1), Role("body", indent=2, outline=2))


def _make_monthly(key: str, name: str) -> SheetDrawing:
    return SheetDrawing(key, name, _MONTHS, _MONTHLY_ROLES)


DETAIL_SHEETS: tuple[SheetDrawing, ...] = (
    _make_monthly("monthly_commitment", "월별 원인행위"),
    _make_monthly("monthly_disbursement", "월별 지출"),
    SheetDrawing(
        "funding_sources",
        "재원별 세출",
        (
            Column("name", "재원, 세부사업", 46, NAME),
            Column("brings", "세입 예산현액", 20, MONEY),
            Column("pays", "세출 예산현액", 20, MONEY),
            Column("rate", "구성비", 14, PERCENT),
            Column("difference", "차액\n(세입 − 세출)", 20, MONEY),
        ),
        (TOTAL, Role("subtotal", bold=True, outline=1), Role("body", indent=2, outline=2)),
        marks=(Mark("E{first}:E{last}", "AND(ISNUMBER(E{first}),E{first}<0)", WARNING),),
        note=(
            "세부사업의 금액은 원장의 재원 칸을 먼저 따르고, 나머지는 그 세부사업의 평소 재원에 "
            "넣는다. 구성비는 세출 예산현액 전체에 대한 비율이다."
        ),
    ),
    SheetDrawing(
        "staffing_cost",
        "인건비 명세",
        (
            Column("name", "직급", 34, NAME),
            Column("quota", "정원\n(명)", 12, POSTS),
            Column("actual", "현원\n(명)", 12, POSTS),
            Column("each", "1인당\n연간 인건비", 20, MONEY),
            Column("quota_cost", "정원 소요액", 22, MONEY),
            Column("actual_cost", "현원 소요액", 22, MONEY),
        ),
        (Role("body"), TOTAL, Role("budget"), Role("difference", bold=True)),
        marks=(Mark("E{first}:F{last}", "AND(ISNUMBER(E{first}),E{first}<0)", WARNING),),
        note="소요액은 사람 수에 1인당 연간 인건비를 곱한 것으로, 근무한 달수는 따지지 않는다.",
    ),
)
