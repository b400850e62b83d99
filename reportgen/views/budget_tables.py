"""The budget tables, a declaration each: 세입·세출 총괄, 사업 및 예산, 집행현황."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.model.budget import (
    EXPENDITURE,
    REVENUE,
    Named,
    PolicyProgramme,
    UnitProgramme,
)
from reportgen.templating.printed import Place
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import note_rounding

TOTAL = "계"
SUBTOTAL = "소 계"
GRAND_TOTAL = "총 예 산"

EXECUTION_COLUMNS = {
    "appropriation": "예산현액",
    "commitment": "원인행위액",
    "disbursement": "지출액",
    "commitment_rate": "집행률(원인행위)",
    "disbursement_rate": "집행률(지출)",
}
BALANCE_COLUMNS = {**EXECUTION_COLUMNS, "balance": "집행잔액"}
"""The same with what is not yet paid out, as finance asks for it."""

PROGRAMME_COLUMNS = {
    "policy": "정책사업",
    "unit": "단위사업",
    "programme": "세부사업명",
    "amount": "예산액",
    "remark": "비고",
}


def view_changes(
    context: ViewContext, name: str, caption: str, chapter: str, accounts: tuple[str, ...]
) -> Grid:
    """The budget of this year beside last year's final budget, total first.

    :param accounts: ids, the total first.
    """
    year = context.folder.report.year
    headers = {
        "name": context.word("구분"),
        "current": f"{year} {context.word('예산현액')}",
        "prior": f"{year - 1} {context.word('최종예산')}",
        "change": context.word("증감액"),
        "change_rate": context.word("증감률"),
    }
    rows = tuple(
        _change_row(context, account, Place(chapter, caption), headers) for account in accounts
    )
    unit_line = context.formatter.unit_line(f"{context.unit}, %", context.base_date)
    grid = Grid(name, caption, unit_line, make_header(headers), rows)
    return note_rounding(context.formatter, grid, unit=context.unit)


def _change_row(
    context: ViewContext, account: str, place: Place, headers: Mapping[str, str]
) -> Row:
    label = account_name(context, account)
    figures = context.figures
    change = figures[f"change.{account}"]
    amounts = [figures[f"{measure}.{account}"] for measure in ("appropriation", "prior_final")]
    at = {key: Place(place.chapter, place.table, label, text) for key, text in headers.items()}
    current, prior = map(context.amount, amounts, (at["current"], at["prior"]))
    cells = {
        "name": Cell.make(label),
        "current": current,
        "prior": prior,
        "change": context.difference(change, current, prior, at["change"]),
        "change_rate": context.change_rate(
            figures[f"change_rate.{account}"], change, at["change_rate"]
        ),
    }
    total = account in (REVENUE, EXPENDITURE)
    return Row("total" if total else "body", cells, 0 if total else 1)


def revenue_accounts(context: ViewContext) -> tuple[str, ...]:
    """The total of revenue and its accounts."""
    return (REVENUE, *(account.id for account in context.folder.accounts.revenue))


def expenditure_accounts(context: ViewContext) -> tuple[str, ...]:
    """The total of expenditure and its categories."""
    return (EXPENDITURE, *(category.id for category in context.folder.accounts.categories))


def view_execution(
    context: ViewContext, chapter: str, columns: Mapping[str, str] = EXECUTION_COLUMNS
) -> Grid:
    """Appropriation, commitment, disbursement and both rates: categories, then programmes.

    :param columns: the headings by measure.
    """
    accounts = context.folder.accounts
    columns = context.words(columns)
    caption = "세출예산 집행현황"
    place = Place(chapter, caption)
    rows = [_execution_row(context, EXPENDITURE, place, columns, "total", 0)]
    for category in accounts.categories:
        rows.append(_execution_row(context, category.id, place, columns, "subtotal", 1))
        if category.programmes:
            for leaf in accounts.programmes_of(category.id):
                rows.append(_execution_row(context, leaf.id, place, columns, "body", 2))
    unit_line = context.formatter.unit_line(f"{context.unit}, %", context.base_date)
    header = make_header({"name": context.word("구분"), **columns})
    grid = Grid("execution", caption, unit_line, header, tuple(rows))
    return note_rounding(context.formatter, grid, unit=context.unit)


def _execution_row(
    context: ViewContext,
    account: str,
    place: Place,
    columns: Mapping[str, str],
    role: str,
    level: int,
) -> Row:
    label = account_name(context, account)
    cells = {"name": Cell.make(label)}
    for key, header in columns.items():
        at = Place(place.chapter, place.table, label, header)
        figure = context.figures[f"{key}.{account}"]
        cells[key] = (
            context.rate(figure, at) if key.endswith("_rate") else context.amount(figure, at)
        )
    return Row(role, cells, level)


def view_programme_budget(context: ViewContext, chapter: str) -> Grid:
    """정책사업, 단위사업 and 세부사업 with subtotals; equal levels merged."""
    caption = f"{context.folder.report.year}년 사업 및 예산"
    place = Place(chapter, caption)
    rows: list[Row] = []
    for policy in context.folder.accounts.expenditure:
        rows.extend(_policy_rows(context, policy, place))
    rows.append(_grand_total(context, place))
    unit_line = context.formatter.unit_line(context.unit, context.base_date)
    header = make_header(context.words(PROGRAMME_COLUMNS))
    grid = Grid("programme_budget", caption, unit_line, header, tuple(rows))
    return note_rounding(context.formatter, grid, unit=context.unit)


def _policy_rows(context: ViewContext, policy: PolicyProgramme, place: Place) -> Iterator[Row]:
    height = sum(len(unit.children) + 1 for unit in policy.children)
    first = True
    for unit in policy.children:
        for cells, role in _unit_cells(context, unit, place):
            above = {} if first else {"covered": "above"}
            yield Row(
                role,
                {
                    "policy": Cell.make(
                        policy.name if first else "",
                        align="center",
                        row_span=height,
                        **above,  # type: ignore[arg-type]
                    ),
                    **cells,
                },
                1 if role == "subtotal" else 2,
            )
            first = False


def _unit_cells(
    context: ViewContext, unit: UnitProgramme, place: Place
) -> Iterator[tuple[dict[str, Cell], str]]:
    height = len(unit.children) + 1
    subtotal = context.word(SUBTOTAL)
    yield (
        {
            "unit": Cell.make(unit.name, align="center", row_span=height),
            "programme": Cell.make(subtotal, align="center"),
            "amount": _programme_amount(context, unit, place, f"{unit.name} {subtotal}"),
            "remark": Cell.make(),
        },
        "subtotal",
    )
    for leaf in unit.children:
        yield (
            {
                "unit": Cell.make(row_span=height, covered="above"),
                "programme": Cell.make(leaf.name),
                "amount": _programme_amount(context, leaf, place, leaf.name),
                "remark": Cell.make(leaf.remark or "", align="center"),
            },
            "body",
        )


def _programme_amount(context: ViewContext, account: Named, place: Place, row: str) -> Cell:
    at = Place(place.chapter, place.table, row, context.word(PROGRAMME_COLUMNS["amount"]))
    return context.amount(context.figures[f"appropriation.{account.id}"], at)


def _grand_total(context: ViewContext, place: Place) -> Row:
    label = context.word(GRAND_TOTAL)
    at = Place(place.chapter, place.table, label, context.word(PROGRAMME_COLUMNS["amount"]))
    left = Cell.make(covered="left")
    cells = {
        "policy": Cell.make(label, align="center", col_span=3),
        "unit": left,
        "programme": left,
        "amount": context.amount(context.figures[f"appropriation.{EXPENDITURE}"], at),
        "remark": Cell.make(),
    }
    return Row("total", cells)


def account_name(context: ViewContext, account: str) -> str:
    """The official name of an account; the roots are the total."""
    if account in (REVENUE, EXPENDITURE):
        return context.word(TOTAL)
    return context.folder.accounts.names().get(account, account)
