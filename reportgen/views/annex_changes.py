"""Annex sheets of an amendment, of transfers and of carry-overs."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.amendments import find_amendment
from reportgen.model.amendments import AmendmentNotes, RowChoice
from reportgen.model.ledger import LedgerEntry
from reportgen.money import MoneyUnit
from reportgen.views.amendment_tables import AmendmentTables
from reportgen.views.annexes import AbsentAnnex, Annex
from reportgen.views.context import ViewContext
from reportgen.views.grid import Grid
from reportgen.views.registers import (
    view_carryover,
    view_provisions,
    view_staffing_effect,
    view_transfers,
)

AMENDMENT_REVENUE = "추경 세입"
AMENDMENT_EXPENDITURE = "추경 세출"
PROVISIONS = "예산총칙"
STAFFING = "정원 변동"
AMENDMENT_SHEETS = {
    "amendment_revenue": AMENDMENT_REVENUE,
    "amendment_comparison": AMENDMENT_EXPENDITURE,
    "provisions": PROVISIONS,
    "staffing_effect": STAFFING,
}
"""The sheets that only an amendment has, by their keys."""

TRANSFERS = "이용·전용"
CARRYOVER = "이월"


def view_changes_of_budget(
    context: ViewContext, entries: Sequence[LedgerEntry], stage: str | None
) -> tuple[Annex | AbsentAnnex, ...]:
    """The sheets that only some ledgers have; the others say why they are absent."""
    return (
        *_view_amendment(context, entries, stage),
        _view_register(
            "transfers",
            TRANSFERS,
            "이용, 전용, 변경, 예비비 사용의 명세",
            view_transfers(context, entries, TRANSFERS),
        ),
        _view_register(
            "carryover_statement",
            CARRYOVER,
            "명시이월, 사고이월, 계속비이월의 명세",
            view_carryover(context, CARRYOVER, every_sort=True),
        ),
    )


def _view_amendment(
    context: ViewContext, entries: Sequence[LedgerEntry], stage: str | None
) -> tuple[Annex | AbsentAnnex, ...]:
    report = context.folder.report
    found = find_amendment(entries, report.stages, report.year, stage)
    if found is None:
        return tuple(
            AbsentAnnex(key, title, "원장에 추경 기록이 없음")
            for key, title in AMENDMENT_SHEETS.items()
        )
    # Finance's sheets are in thousands and have every row, whatever the document shows.
    notes = AmendmentNotes(stage=found, rows=RowChoice.ALL, unit=MoneyUnit.THOUSAND)
    tables = AmendmentTables(context, entries, notes)
    return (
        Annex(
            "amendment_revenue",
            AMENDMENT_REVENUE,
            f"{found}: 세입의 기정액, 경정액, 비교증감",
            tables.view_revenue(AMENDMENT_REVENUE),
        ),
        Annex(
            "amendment_comparison",
            AMENDMENT_EXPENDITURE,
            f"{found}: 세출의 정책사업, 단위사업, 세부사업별 신구 대비",
            tables.view_comparison(AMENDMENT_EXPENDITURE),
        ),
        *_view_notes(context, context.folder.amendment_notes(found)),
    )


def _view_notes(context: ViewContext, notes: AmendmentNotes) -> tuple[Annex | AbsentAnnex, ...]:
    """The sheets of what an amendment says beside its amounts."""
    absent = "추경의 글(content/amendments)에 없음"
    provisions = view_provisions(context, notes)
    staffing = view_staffing_effect(context, notes, STAFFING)
    return (
        Annex("provisions", PROVISIONS, f"{notes.stage}: 예산총칙", provisions)
        if provisions
        else AbsentAnnex("provisions", PROVISIONS, absent),
        Annex("staffing_effect", STAFFING, f"{notes.stage}: 직급별 정원의 변동", staffing)
        if staffing
        else AbsentAnnex("staffing_effect", STAFFING, absent),
    )


def _view_register(
    key: str, title: str, description: str, grid: Grid | None
) -> Annex | AbsentAnnex:
    if grid is None:
        return AbsentAnnex(key, title, f"원장에 {title} 기록이 없음")
    return Annex(key, title, description, grid)
