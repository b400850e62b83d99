"""Amounts of the annexes that have to agree: which, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportgen.figures import Figure, Formula, Operation
from reportgen.figures.figure import find_printed_rest, find_rest, sum_figures, whole
from reportgen.model.budget import EXPENDITURE, REVENUE
from reportgen.model.ledger import KIND_WORDS, EntryKind
from reportgen.money import THOUSAND, round_units
from reportgen.views.annexes import Annex
from reportgen.views.budget_tables import (
    EXECUTION_COLUMNS,
    account_name,
    expenditure_accounts,
    revenue_accounts,
)
from reportgen.views.context import ViewContext

_BALANCE, _LEDGER, _SUBTOTALS, _REPORT = "세입과 세출", "원장과 시트", "소계", "시트와 보고서"
_DIVIDED = {
    "monthly_commitment": ("total", "commitment"),
    "monthly_disbursement": ("total", "disbursement"),
    "funding_sources": ("pays", "appropriation"),
}
"""By the key of a sheet, the column whose total has to be a measure of all expenditure."""

_SPENT = ("commitment", "disbursement")
_EXECUTION = "execution"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two amounts that have to be the same.

    :ivar key: tells it from the others, in the names of its figures.
    :ivar name: what kind of comparison it is.
    :ivar left_sheet: the key of the annex that the name of the left amount names.
    :ivar right_sheet: the same of the right amount; empty for one that stands on no other sheet.
    :ivar as_printed: whether the right amount is what was printed of the left one.
    """

    key: str
    name: str
    left_name: str
    left: Figure
    right_name: str
    right: Figure
    left_sheet: str = ""
    right_sheet: str = ""
    as_printed: bool = False

    def subtract(self) -> Figure:
        """What the left amount has more than the right one; won."""
        find = find_printed_rest if self.as_printed else find_rest
        return find(f"check_difference.{self.key}", self.left, self.right)


def list_comparisons(context: ViewContext, sheets: Iterable[Annex] = ()) -> tuple[Comparison, ...]:
    """Revenue with expenditure, ledger with sheets, parts with sums, sheets with the report."""
    return (
        _compare_sides(context),
        *_compare_ledger(context),
        *_compare_sums(context),
        *_compare_details(context, sheets),
        *_compare_report(context),
    )


def _compare_sides(context: ViewContext) -> Comparison:
    figures = context.figures
    revenue, expenditure = (figures[f"appropriation.{side}"] for side in (REVENUE, EXPENDITURE))
    return Comparison(
        "sides", _BALANCE, "세입 계", revenue, "세출 계", expenditure, REVENUE, EXPENDITURE
    )


def _compare_ledger(context: ViewContext) -> Iterator[Comparison]:
    """All entries of the year, with what the sheets make of them account by account."""
    figures = context.figures
    both = tuple(figures[f"appropriation.{side}"] for side in (REVENUE, EXPENDITURE))
    shown = sum_figures("check_shown.appropriation", both)
    recorded = figures["recorded.appropriation"]
    yield Comparison(
        "recorded.appropriation",
        _LEDGER,
        "원장 예산현액 전체",
        recorded,
        "세입 계 + 세출 계",
        shown,
    )
    for measure in _SPENT:
        held = figures.get(f"recorded.{measure}")
        if held is not None:
            word = KIND_WORDS[EntryKind(measure)][0]
            total = figures[f"{measure}.{EXPENDITURE}"]
            key = f"recorded.{measure}"
            yield Comparison(
                key,
                _LEDGER,
                f"원장 {word} 전체",
                held,
                f"집행 {word} 계",
                total,
                right_sheet=_EXECUTION,
            )


def _compare_sums(context: ViewContext) -> Iterator[Comparison]:
    """The total by category, with the sums by unit programme and by programme."""
    figures, accounts = context.figures, context.folder.accounts
    units = tuple(unit.id for _policy, unit in accounts.unit_programmes())
    parts = tuple(figures[f"appropriation.{unit}"] for unit in units)
    by_unit = sum_figures("check_units.appropriation", parts)
    total = figures[f"appropriation.{EXPENDITURE}"]
    yield Comparison(
        "units.appropriation",
        _SUBTOTALS,
        "세출 성질별 계",
        total,
        "사업예산 소계의 합",
        by_unit,
        EXPENDITURE,
    )
    for measure in ("appropriation", *_SPENT):
        leaves = tuple(figures[f"{measure}.{leaf.id}"] for leaf in accounts.programmes())
        word = EXECUTION_COLUMNS[measure]
        yield Comparison(
            f"programmes.{measure}",
            _SUBTOTALS,
            f"집행 {word} 계",
            figures[f"{measure}.{EXPENDITURE}"],
            f"세부사업 {word}의 합",
            sum_figures(f"check_programmes.{measure}", leaves),
            _EXECUTION,
        )


def _compare_details(context: ViewContext, sheets: Iterable[Annex]) -> Iterator[Comparison]:
    """The totals of sheets that divide an amount by month or by source."""
    for sheet in sheets:
        column, measure = _DIVIDED.get(sheet.key, ("", ""))
        totals = (row[column].figure for row in sheet.grid.rows if column and row.role == "total")
        for total in totals:
            if total is not None:
                yield Comparison(
                    f"{sheet.key}.{measure}",
                    _SUBTOTALS,
                    f"집행 {EXECUTION_COLUMNS[measure]} 계",
                    context.figures[f"{measure}.{EXPENDITURE}"],
                    f"{sheet.title} 계",
                    total,
                    _EXECUTION,
                    sheet.key,
                )


def _compare_report(context: ViewContext) -> Iterator[Comparison]:
    """The amounts of this year in the report's tables, by account, as they were printed."""
    for account in revenue_accounts(context):
        yield _compare_printed(context, "세입", "appropriation", account, REVENUE)
    levels = expenditure_accounts(context)
    for account in _executed(context):
        for measure in ("appropriation", *_SPENT):
            is_summed = measure == "appropriation" and account in levels
            sheet = EXPENDITURE if is_summed else _EXECUTION
            yield _compare_printed(context, "세출", measure, account, sheet)


def _executed(context: ViewContext) -> Iterator[str]:
    yield from expenditure_accounts(context)
    for leaf in context.folder.accounts.programmes():
        if leaf.id in context.folder.accounts.counted():
            yield leaf.id


def _compare_printed(
    context: ViewContext, side: str, measure: str, account: str, sheet: str
) -> Comparison:
    figure = context.figures[f"{measure}.{account}"]
    label = f"{side} {account_name(context, account)} {EXECUTION_COLUMNS[measure]}"
    name, formula = f"check_report.{measure}.{account}", Formula(Operation.INPUT)
    value = round_units(whole(figure), THOUSAND) * THOUSAND
    printed = replace(figure, name=name, formula=formula, value=value)
    key = f"report.{measure}.{account}"
    return Comparison(
        key, _REPORT, label, figure, "보고서", printed, left_sheet=sheet, as_printed=True
    )
