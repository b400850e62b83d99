"""Annex sheets that follow the money by month, by source and by grade."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.figures.monthly import has_history
from reportgen.model.ledger import EntryKind, LedgerEntry
from reportgen.views.annexes import AbsentAnnex, Annex
from reportgen.views.context import ViewContext
from reportgen.views.funding_sources import view_funding
from reportgen.views.grid import Grid
from reportgen.views.monthly_execution import MONTHLY_SHEETS, view_months
from reportgen.views.staffing_cost import view_staffing_cost

FUNDING = "재원별 세출"
STAFFING_COST = "인건비 명세"
DETAIL_SHEETS = {
    **MONTHLY_SHEETS,
    "funding_sources": FUNDING,
    "staffing_cost": STAFFING_COST,
}
"""The sheets that only some ledgers and contents have data for, by their keys."""


def view_details(
    context: ViewContext, entries: Sequence[LedgerEntry]
) -> tuple[Annex | AbsentAnnex, ...]:
    """The sheets that there are data for; the others say what is missing."""
    return (
        _view_months(context, entries, EntryKind.COMMITMENT),
        _view_months(context, entries, EntryKind.DISBURSEMENT),
        _view_sheet(
            "funding_sources",
            "세입 과목마다 무엇에 쓰이는지와 그 구성비, 세입과의 차액",
            view_funding(context, entries, FUNDING),
            "재원을 밝힌 세부사업이나 원장 기록이 없음",
        ),
        _view_sheet(
            "staffing_cost",
            "직급별 1인당 연간 인건비와 정원·현원의 소요액, 인건비 예산현액과의 차액",
            view_staffing_cost(context, STAFFING_COST),
            "직급별 1인당 연간 인건비가 조직(content/organization.yaml)에 없음",
        ),
    )


def _view_months(
    context: ViewContext, entries: Sequence[LedgerEntry], kind: EntryKind
) -> Annex | AbsentAnnex:
    key = f"monthly_{kind}"
    title = MONTHLY_SHEETS[key]
    if not has_history(entries, kind, context.folder.report.year):
        return AbsentAnnex(key, title, "원장에 월별 기록이 없음")
    grid = view_months(context, entries, kind, title)
    return Annex(key, title, "세부사업별 월별 금액 (기준일 뒤의 달은 비움)", grid)


def _view_sheet(key: str, description: str, grid: Grid | None, reason: str) -> Annex | AbsentAnnex:
    title = DETAIL_SHEETS[key]
    return Annex(key, title, description, grid) if grid else AbsentAnnex(key, title, reason)
