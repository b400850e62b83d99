"""The sheet of the ledger, whose cells are input."""

from __future__ import annotations

from dataclasses import replace

from tools.draw_workbook.declarations import Column, Role, Rule, SheetDrawing
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
        Column("year", "회계연도", 10, Look("center", YEAR, locked=False)),
        Column("stage", "단계", 16, INPUT),
        Column("kind", "종류", 15, INPUT),
        Column("account", "계정", 22, INPUT),
        Column("account_name", "계정명", 34, Look(indent=1, locked=False)),
        Column(
            "amount",
            "금액",
            15,
            replace(INPUT, horizontal="right", number_format=AMOUNT),
        ),
        Column("reference", "근거", 30, INPUT),
        Column("note", "비고", 26, INPUT),
        Column("funding", "재원", 18, INPUT),
    ),
    (Role("body"),),
    height=18,
    filtered=True,
    rules=(
        Rule("date", "date", "36526", "73050", "일자", "2025-06-05처럼 날짜로 적는다."),
        Rule(
            "stage",
            "list",
            "list_stages",
            title="단계",
            message="시트 목록에 없다. 새 단계이면 content/report.yaml의 stages에도 적는다.",
            stops=False,
        ),
        Rule("kind", "list", "list_kinds", title="종류", message="시트 목록의 종류에서 고른다."),
        Rule(
            "account", "list", "list_accounts", title="계정", message="시트 목록의 계정에서 고른다."
        ),
        Rule(
            "funding",
            "list",
            "list_revenue",
            title="재원",
            message="시트 목록의 세입 계정에서 고르거나 비워 둔다.",
        ),
        Rule(
            "amount",
            "decimal",
            "-1000000000000",
            "1000000000000",
            "금액",
            "천원 단위의 숫자로 적는다. 감액은 음수로 적는다.",
        ),
    ),
    frozen_columns=0,
)
