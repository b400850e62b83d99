"""The sheets of the annex workbook, a declaration each."""

from __future__ import annotations

from reportgen.model.budget import EntryKind, LedgerEntry
from reportgen.money import THOUSAND
from reportgen.templating.printed import Place
from reportgen.views.annexes import Annex, Annexes
from reportgen.views.budget_tables import (
    account_name,
    expenditure_accounts,
    revenue_accounts,
    view_changes,
    view_execution,
    view_programme_budget,
)
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row

DRAFT = "초안"
KINDS = {
    EntryKind.OPENING: "예산현액",
    EntryKind.COMMITMENT: "원인행위액",
    EntryKind.DISBURSEMENT: "지출액",
}
"""Words of finance for the kinds of entries, which the ledger reader takes as well."""


def view_annexes(
    context: ViewContext, entries: tuple[LedgerEntry, ...], draft: bool = False
) -> Annexes:
    """The annex workbook of one state of the budget."""
    revenue, expenditure = revenue_accounts(context), expenditure_accounts(context)
    year = context.folder.report.year
    sheets = (
        Annex(
            "revenue",
            "세입",
            f"{year} 예산현액과 {year - 1} 최종예산의 세입 과목별 비교",
            view_changes(context, "revenue", "세입", "세입", revenue),
        ),
        Annex(
            "expenditure",
            "세출",
            f"{year} 예산현액과 {year - 1} 최종예산의 성질별 비교",
            view_changes(context, "expenditure", "세출", "세출", expenditure),
        ),
        Annex(
            "programme_budget",
            "사업예산",
            "정책사업, 단위사업, 세부사업별 예산현액",
            view_programme_budget(context, "사업예산"),
        ),
        Annex(
            "execution",
            "집행",
            "원인행위액과 지출액, 예산현액에 대한 집행률",
            view_execution(context, "집행"),
        ),
        Annex(
            "ledger",
            "원장",
            "모든 금액의 근거가 되는 원장 기록 (입력)",
            view_ledger(context, entries),
        ),
    )
    return Annexes(f"{year}년 예산 부속서류", _cover_lines(context, draft), sheets)


def _cover_lines(context: ViewContext, draft: bool) -> tuple[tuple[str, str], ...]:
    ledgers = sorted(
        name for name in context.folder.digests if name.lower().endswith((".csv", ".xlsx"))
    )
    sources = ", ".join(f"{name} (SHA-256 {context.folder.digests[name][:12]})" for name in ledgers)
    lines = [
        ("기관", context.folder.organization.name),
        ("보고서", context.folder.report.title),
        ("기준일", context.formatter.day(context.base_date)),
        ("단위", "천원, %"),
        ("원천 자료", sources),
    ]
    return (*lines, ("상태", DRAFT)) if draft else tuple(lines)


def view_ledger(context: ViewContext, entries: tuple[LedgerEntry, ...]) -> Grid:
    """The ledger as it was read, entry by entry; amounts in thousands of won."""
    headers = {
        "date": "일자",
        "year": "회계연도",
        "stage": "단계",
        "kind": "종류",
        "account": "계정",
        "account_name": "계정명",
        "amount": "금액",
        "reference": "근거",
        "note": "비고",
    }
    header = {key: Cell.make(text, align="center") for key, text in headers.items()}
    rows = tuple(_ledger_row(context, entry) for entry in entries)
    unit_line = context.formatter.unit_line("천원", context.base_date)
    return Grid("ledger", "원장", unit_line, header, rows)


def _ledger_row(context: ViewContext, entry: LedgerEntry) -> Row:
    thousands = entry.amount // THOUSAND
    place = Place("원장", "원장", str(entry.source), "금액")
    cells = {
        "date": Cell.make(context.formatter.day(entry.date), value=entry.date, align="center"),
        "year": Cell.make(str(entry.date.year), value=entry.date.year, align="center"),
        "stage": Cell.make(entry.stage),
        "kind": Cell.make(KINDS[entry.kind], value=entry.kind.value),
        "account": Cell.make(entry.account),
        "account_name": Cell.make(account_name(context, entry.account)),
        "amount": Cell.make(
            context.formatter.number(thousands), value=entry.amount, place=place, align="right"
        ),
        "reference": Cell.make(entry.reference),
        "note": Cell.make(entry.note),
    }
    return Row("body", cells, 1)
