"""The views of the budget: revenue, expenditure, programmes, execution, months, funding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.model.ledger import EntryKind
from reportgen.model.view_kinds import (
    ExecutionView,
    ExpenditureView,
    FundingView,
    MonthlyView,
    ProgrammeBudgetView,
    RevenueView,
)
from reportgen.model.view_options import AccountsView
from reportgen.views.blocks import BlockView
from reportgen.views.budget_tables import (
    BALANCE_COLUMNS,
    expenditure_accounts,
    revenue_accounts,
    view_changes,
    view_execution,
    view_programme_budget,
)
from reportgen.views.context import ViewContext
from reportgen.views.funding_sources import FUNDING_COLUMNS, view_funding
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.monthly_execution import MONTH_COLUMNS, MONTHLY_SHEETS, view_months
from reportgen.views.placed.placing import Placing
from reportgen.views.table_columns import TableColumn

_PROGRAMMES = (
    TableColumn("policy", ("정책사업",), 60),
    TableColumn("unit", ("단위사업",), 75),
    TableColumn("programme", ("세부사업명",), 117),
    TableColumn("amount", ("예산액",), 49),
    TableColumn("remark", ("비고",), 39),
)
_EXECUTION = (
    TableColumn("name", ("구   분",), 60),
    TableColumn("appropriation", ("예산현액",), 25),
    TableColumn("commitment", ("집행액", "원인행위액"), 24),
    TableColumn("disbursement", ("집행액", "지출액"), 23),
    TableColumn("commitment_rate", ("집행률(%)", "원인행위"), 19),
    TableColumn("disbursement_rate", ("집행률(%)", "지출"), 19),
)
_BALANCE = TableColumn("balance", ("집행잔액",), 24)


def place_revenue(placing: Placing, view: RevenueView) -> list[BlockView]:
    """Every revenue account beside last year's."""
    return _place_changes(placing, view, revenue_accounts(placing.context), "세입예산")


def place_expenditure(placing: Placing, view: ExpenditureView) -> list[BlockView]:
    """Every category of expenditure beside last year's."""
    return _place_changes(placing, view, expenditure_accounts(placing.context), "세출예산")


def _place_changes(
    placing: Placing, view: AccountsView, accounts: Sequence[str], usual: str
) -> list[BlockView]:
    total, *others = accounts
    shown = others if view.accounts is None else [one for one in view.accounts if one in others]
    context = placing.measured(view)
    name = placing.name_table(view, usual)
    grid = view_changes(context, view.view, name, placing.chapter, (total, *shown))
    grid = replace(
        grid,
        rows=tuple(
            replace(row, columns=_rename(row.columns, {"current": "appropriation"}))
            for row in grid.rows
        ),
    )
    return [placing.finish(view, grid, _list_changes(context), context.unit)]


def _rename(columns: Mapping[str, Cell], names: Mapping[str, str]) -> dict[str, Cell]:
    return {names.get(key, key): cell for key, cell in columns.items()}


def _list_changes(context: ViewContext) -> tuple[TableColumn, ...]:
    year = context.folder.report.year
    return (
        TableColumn("name", ("구   분",), 50),
        TableColumn("appropriation", (f"{year}\n예산현액",), 32),
        TableColumn("prior", (f"{year - 1}\n최종예산",), 32),
        TableColumn("change", ("증   감", "증감액"), 32),
        TableColumn("change_rate", ("증   감", "증감률"), 24),
    )


def place_programme_budget(placing: Placing, view: ProgrammeBudgetView) -> list[BlockView]:
    """Every programme, merged below its policy and its unit."""
    context = placing.measured(view)
    grid = view_programme_budget(context, placing.chapter)
    return [placing.finish(view, grid, _PROGRAMMES, context.unit)]


def place_execution(placing: Placing, view: ExecutionView) -> list[BlockView]:
    """Categories, and the programmes of those whose parts are counted."""
    context = placing.measured(view)
    grid = view_execution(context, placing.chapter, BALANCE_COLUMNS)
    grid = _cut_levels(grid, view.levels)
    columns = _EXECUTION if view.columns is None else (*_EXECUTION, _BALANCE)
    return [placing.finish(view, grid, columns, context.unit)]


def _cut_levels(grid: Grid, levels: int) -> Grid:
    return replace(grid, rows=tuple(row for row in grid.rows if row.level < levels))


def place_months(placing: Placing, view: MonthlyView) -> list[BlockView]:
    """The months side by side."""
    context = placing.measured(view)
    kind = EntryKind(view.kind)
    name = placing.name_table(view, MONTHLY_SHEETS[f"monthly_{kind}"])
    grid = _cut_levels(
        view_months(context, placing.entries, kind, name, placing.chapter), view.levels
    )
    columns = [
        TableColumn(key, (text,), 4 if key == "name" else 2) for key, text in MONTH_COLUMNS.items()
    ]
    return [placing.finish(view, grid, columns, context.unit)]


def place_funding(placing: Placing, view: FundingView) -> list[BlockView]:
    """The sources that are any money, with what they pay for; nothing where none is named."""
    context = placing.measured(view)
    name = placing.name_table(view, "재원별 세출")
    grid = view_funding(context, placing.entries, name, placing.chapter)
    if grid is None:
        return []
    grid = replace(grid, rows=tuple(row for row in grid.rows if _is_funding(row)))
    columns = [
        TableColumn(key, (text,), 5 if key == "name" else 3)
        for key, text in FUNDING_COLUMNS.items()
    ]
    return [placing.finish(view, grid, columns, context.unit)]


def _is_funding(row: Row) -> bool:
    """Whether a source or a share of one is any money; the total always stands."""
    return not row.level or bool(row["brings"].value or row["pays"].value)
