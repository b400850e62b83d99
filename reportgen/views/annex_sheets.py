"""The sheets of the annex workbook, a declaration each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.model.ledger import KIND_WORDS, LedgerEntry
from reportgen.money import MoneyUnit
from reportgen.views.annex_changes import view_changes_of_budget
from reportgen.views.annex_checks import view_checks
from reportgen.views.annex_cover import find_stage, list_cover
from reportgen.views.annex_details import view_details
from reportgen.views.annex_lists import view_lists
from reportgen.views.annex_records import Column, Kind, Record, Records
from reportgen.views.annexes import AbsentAnnex, Annex, Annexes
from reportgen.views.budget_tables import (
    BALANCE_COLUMNS,
    account_name,
    expenditure_accounts,
    revenue_accounts,
    view_changes,
    view_execution,
    view_programme_budget,
)
from reportgen.views.context import ViewContext
from reportgen.views.descriptions import view_description
from reportgen.views.grid import Grid, make_header

KINDS = {kind: words[0] for kind, words in KIND_WORDS.items()}
"""Words of finance for the kinds of entries, which the ledger reader takes as well."""

_LEDGER = {
    "date": ("일자", Column(Kind.DATE)),
    "year": ("회계연도", Column(Kind.NUMBER)),
    "stage": ("단계", Column()),
    "kind": ("종류", Column(words={kind.value: word for kind, word in KINDS.items()})),
    "account": ("계정", Column()),
    "account_name": ("계정명", Column()),
    "amount": ("금액", Column(Kind.WON)),
    "reference": ("근거", Column()),
    "note": ("비고", Column()),
    "funding": ("재원", Column()),
}
"""The columns of the ledger's sheet: heading, and what stands below it."""


def view_annexes(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    draft: bool = False,
    stage: str | None = None,
) -> Annexes:
    """The annex workbook of one state of the budget; all of its cells hold thousands of won."""
    context = replace(context, apart=True, unit=MoneyUnit.THOUSAND)
    sheets = (
        *_view_budget(context),
        *view_details(context, entries),
        *view_changes_of_budget(context, entries, stage),
    )
    shown = tuple(sheet for sheet in sheets if isinstance(sheet, Annex))
    present = (
        *shown,
        view_checks(context, shown),
        view_ledger(context, entries),
        view_lists(context, find_stage(context, entries, stage)),
    )
    absent = tuple(sheet for sheet in sheets if isinstance(sheet, AbsentAnnex))
    lines = list_cover(context, entries, draft, present, absent)
    report = context.folder.report
    return Annexes(
        f"{report.year}년 예산 부속서류",
        lines,
        present,
        absent,
        context.folder.organization.name,
        report.title,
        view_description(context, report),
    )


def _view_budget(context: ViewContext) -> tuple[Annex, ...]:
    """The sheets that every budget has."""
    revenue, expenditure = revenue_accounts(context), expenditure_accounts(context)
    year = context.folder.report.year
    years = f"{year} 예산현액과 {year - 1} 최종예산"
    return (
        Annex(
            "revenue",
            "세입",
            f"{years}의 세입 과목별 비교",
            view_changes(context, "revenue", "세입", "세입", revenue),
        ),
        Annex(
            "expenditure",
            "세출",
            f"{years}의 성질별 비교",
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
            "원인행위액과 지출액, 예산현액에 대한 집행률, 집행잔액",
            view_execution(context, "집행", BALANCE_COLUMNS),
        ),
        # Its charts stand in the template and lead to the rows of other sheets.
        Annex("charts", "도표", "세출의 구성과 세부사업별 집행률", Grid("charts", "", "", {}, ())),
    )


def view_ledger(context: ViewContext, entries: Sequence[LedgerEntry]) -> Annex:
    """The ledger as it was read, entry by entry; amounts in thousands of won."""
    unit_line = context.formatter.unit_line("천원", context.base_date)
    header = make_header({key: text for key, (text, _column) in _LEDGER.items()})
    accounts = dict.fromkeys(entry.account for entry in entries)
    names = {account: account_name(context, account) for account in accounts}
    columns = {key: column for key, (_text, column) in _LEDGER.items()}
    records = Records(
        columns, len(entries), lambda: (_read_entry(entry, names) for entry in entries)
    )
    return Annex(
        "ledger",
        "원장",
        "모든 금액의 근거가 되는 원장 기록 (입력)",
        Grid("ledger", "원장", unit_line, header, ()),
        records,
    )


def _read_entry(entry: LedgerEntry, names: Mapping[str, str]) -> Record:
    return (
        entry.date,
        entry.date.year,
        entry.stage,
        entry.kind.value,
        entry.account,
        names[entry.account],
        entry.amount,
        entry.reference,
        entry.note,
        entry.funding,
    )
