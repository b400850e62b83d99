"""Sheets of an amendment, of transfers and of carry-overs."""

from __future__ import annotations

from dataclasses import replace

from tools.draw_workbook.declarations import TOTAL, Column, Role, SheetDrawing
from tools.draw_workbook.looks import DAY, MONEY, NAME, PERCENT, POSTS, SIGNED_PEOPLE, Look

_AMENDMENT = (
    Column("name", "구분", 40, NAME),
    Column("present", "기정액", 19, MONEY),
    Column("amended", "경정액", 19, MONEY),
    Column("change", "비교증감", 19, MONEY),
    Column("change_rate", "증감률", 13, PERCENT),
    Column("basis", "산출근거", 44, Look(indent=1, wrap=True)),
)

CHANGE_SHEETS = (
    SheetDrawing("amendment_revenue", "추경 세입", _AMENDMENT, (TOTAL, Role("body", indent=1))),
    SheetDrawing(
        "amendment_comparison",
        "추경 세출",
        _AMENDMENT,
        (
            TOTAL,
            Role("policy_programme", bold=True, outline=1),
            Role("unit_programme", bold=True, indent=1, outline=2),
            Role("body", indent=2, outline=3),
        ),
        height=17.5,
    ),
    SheetDrawing(
        "provisions",
        "예산총칙",
        (
            Column("number", "조", 12, Look("center")),
            Column("text", "내용", 120, Look(indent=1, wrap=True)),
        ),
        (Role("body"),),
        frozen_columns=0,
    ),
    SheetDrawing(
        "staffing_effect",
        "정원 변동",
        (
            Column("name", "직급", 24, NAME),
            Column("present", "현행 정원", 16, POSTS),
            Column("amended", "변경 정원", 16, POSTS),
            Column("change", "증감", 14, replace(POSTS, number_format=SIGNED_PEOPLE)),
            Column("note", "사유", 60, Look(indent=1, wrap=True)),
        ),
        (Role("body"), TOTAL),
    ),
    SheetDrawing(
        "transfers",
        "이용·전용",
        (
            Column("date", "일자", 12, Look("center", DAY)),
            Column("kind", "구분", 14, Look("center")),
            Column("reference", "근거", 28, NAME),
            Column("name", "세부사업", 36, NAME),
            Column("taken", "감액", 17, MONEY),
            Column("given", "증액", 17, MONEY),
            Column("note", "사유", 34, Look(indent=1, wrap=True)),
        ),
        (Role("body"), TOTAL),
        frozen_columns=0,
    ),
    SheetDrawing(
        "carryover_statement",
        "이월",
        (
            Column("name", "세부사업", 40, NAME),
            Column("explicit_carryover", "명시이월", 20, MONEY),
            Column("incidental_carryover", "사고이월", 20, MONEY),
            Column("continuing_carryover", "계속비이월", 20, MONEY),
            Column("total", "계", 20, MONEY),
        ),
        (Role("body"), TOTAL),
    ),
)
