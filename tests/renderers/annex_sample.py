"""A small annex workbook, made by hand: two revenue accounts, three programmes, a ledger."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl import Workbook

from reportgen.figures import Figure, FigureTable, Formula, Operation, Unit
from reportgen.figures.figure import divide_figures, subtract_figures, sum_figures
from reportgen.renderers.xlsx import RenderedWorkbook, render_xlsx
from reportgen.templating.printed import Place
from reportgen.views.annex_changes import AMENDMENT_SHEETS
from reportgen.views.annex_details import DETAIL_SHEETS
from reportgen.views.annexes import AbsentAnnex, Annex, Annexes
from reportgen.views.grid import Cell, Grid, Row
from tests.renderers.package_sample import describe
from tests.sample import PROJECT

TEMPLATE = PROJECT / "templates/xlsx/budget-annexes.xlsx"
DAY = date(2026, 6, 30)
YEAR = DAY.year

LEDGER = """\
2025-12-31 opening     grant    700000
2025-12-31 opening     fees          0
2025-12-31 opening     projects 600000
2026-01-01 opening     grant    900000
2026-01-01 opening     fees      50500
2026-01-01 opening     garden   300000
2026-01-01 opening     river    250500
2026-01-01 opening     library  400000
2026-03-31 commitment  garden   120000
2026-04-30 commitment  river    250500
2026-05-31 commitment  garden    30000
2026-06-30 disbursement garden  100000
"""
"""Day, kind, account, amount in thousands of won."""

NAMES = {
    "grant": "출연금",
    "fees": "수수료",
    "garden": "마을정원",
    "river": "하천",
    "library": "책방",
}
PROGRAMMES = ("garden", "river", "library")
ABSENT = tuple(
    AbsentAnnex(key, key, "")
    for key in (
        *AMENDMENT_SHEETS,
        *DETAIL_SHEETS,
        *("transfers", "carryover_statement", "checks", "lists"),
    )
)
"""The sheets of the project's template that the sample has nothing for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger, the amount in won."""

    day: date
    kind: str
    account: str
    amount: int


def read_entries(table: str = LEDGER) -> tuple[Entry, ...]:
    """The entries of a text table."""
    fields = (line.split() for line in table.splitlines())
    return tuple(
        Entry(date.fromisoformat(day), kind, account, int(amount) * 1000)
        for day, kind, account, amount in fields
    )


def compute_sample(entries: tuple[Entry, ...]) -> FigureTable:
    """The figures of the sample."""
    found: list[Figure] = []

    def keep(figure: Figure) -> Figure:
        found.append(figure)
        return figure

    def measure(name: str, kind: str, year: int, accounts: tuple[str, ...]) -> None:
        for account in accounts:
            amount = sum(
                entry.amount
                for entry in entries
                if (entry.kind, entry.account, entry.day.year) == (kind, account, year)
            )
            criteria = (("account", account), ("kind", kind), ("year", str(year)))
            formula = Formula(Operation.ENTRIES, criteria=criteria)
            keep(Figure(f"{name}.{account}", amount, Unit.WON, formula))

    def total(name: str, account: str, parts: tuple[str, ...]) -> None:
        table = FigureTable(found)
        keep(sum_figures(f"{name}.{account}", tuple(table[f"{name}.{part}"] for part in parts)))

    for name, year in (("appropriation", YEAR), ("prior_final", YEAR - 1)):
        measure(name, "opening", year, ("grant", "fees"))
        total(name, "revenue", ("grant", "fees"))
    measure("prior_final", "opening", YEAR - 1, ("projects",))
    for name, kind in (
        ("appropriation", "opening"),
        ("commitment", "commitment"),
        ("disbursement", "disbursement"),
    ):
        measure(name, kind, YEAR, PROGRAMMES)
        total(name, "green", ("garden", "river"))
        total(name, "books", ("library",))
        total(name, "projects", PROGRAMMES)
        total(name, "expenditure", ("projects",))
    total("prior_final", "expenditure", ("projects",))
    table = FigureTable(found)
    for account in ("grant", "fees", "revenue", "projects", "expenditure"):
        now, before = table[f"appropriation.{account}"], table[f"prior_final.{account}"]
        change = keep(subtract_figures(f"change.{account}", now, before))
        keep(divide_figures(f"change_rate.{account}", change, before))
    for account in (*PROGRAMMES, "projects", "expenditure"):
        budget = table[f"appropriation.{account}"]
        spent_by = table[f"disbursement.{account}"]
        keep(subtract_figures(f"balance.{account}", budget, spent_by))
        for spent in ("commitment", "disbursement"):
            keep(divide_figures(f"{spent}_rate.{account}", table[f"{spent}.{account}"], budget))
    return FigureTable(found)


def make_annexes(figures: FigureTable, entries: tuple[Entry, ...]) -> Annexes:
    """The workbook of the sample."""
    grids = (
        _changes("revenue", figures, ("revenue", "grant", "fees")),
        _changes("expenditure", figures, ("expenditure", "projects")),
        _programme_budget(figures),
        _execution(figures),
        Grid("charts", "도표", "", {}, ()),
        make_ledger(entries),
    )
    titles = ("세입", "세출", "사업예산", "집행", "도표", "원장")
    sheets = tuple(
        Annex(grid.name, title, f"{title} 설명", grid)
        for title, grid in zip(titles, grids, strict=True)
    )
    return Annexes(
        "2026년 예산 부속서류", (("기관", "누리재단"), ("단위", "천원, %")), sheets, ABSENT
    )


def render_sample(
    table: str = LEDGER,
    change: Callable[[Annexes], Annexes] = lambda annexes: annexes,
    template: Path = TEMPLATE,
) -> RenderedWorkbook:
    """The finished workbook of a ledger."""
    entries = read_entries(table)
    figures = compute_sample(entries)
    annexes = change(make_annexes(figures, entries))
    return render_xlsx(annexes, figures, template, modified=DAY, name="annexes.xlsx")


def with_ledger(cells: Mapping[str, Cell]) -> Callable[[Annexes], Annexes]:
    """A change of the annexes: other cells in the first row of the ledger."""

    def change(annexes: Annexes) -> Annexes:
        *others, ledger = annexes.sheets
        first, *rest = ledger.grid.rows
        row = replace(first, columns={**first.columns, **cells})
        grid = replace(ledger.grid, rows=(row, *rest))
        return replace(annexes, sheets=(*others, replace(ledger, grid=grid)))

    return change


def edit_template(target: Path, edit: Callable[[Workbook], object]) -> Path:
    """A copy of the template as an officer saves it after a change."""
    workbook = openpyxl.load_workbook(TEMPLATE)
    edit(workbook)
    workbook.save(target)
    describe(target)
    return target


def open_formulas(workbook: RenderedWorkbook) -> Workbook:
    """The workbook as openpyxl reads it, with formulas."""
    return openpyxl.load_workbook(BytesIO(workbook.data))


def open_values(workbook: RenderedWorkbook) -> Workbook:
    """The workbook as openpyxl reads it, with the values beside the formulas."""
    return openpyxl.load_workbook(BytesIO(workbook.data), data_only=True)


def read_part(workbook: RenderedWorkbook, part: str) -> str:
    """The XML of a part."""
    with zipfile.ZipFile(BytesIO(workbook.data)) as archive:
        return archive.read(part).decode()


def make_ledger(entries: tuple[Entry, ...]) -> Grid:
    """The ledger's sheet."""
    columns = ("date", "year", "stage", "kind", "account", "account_name", "amount")
    rows = tuple(
        Row(
            "body",
            {
                "date": Cell.make(str(entry.day), value=entry.day),
                "year": Cell.make(str(entry.day.year), value=entry.day.year),
                "stage": Cell.make(f"{entry.day.year} 예산"),
                "kind": Cell.make(entry.kind),
                "account": Cell.make(entry.account),
                "account_name": Cell.make(NAMES.get(entry.account, "")),
                "amount": Cell.make(f"{entry.amount // 1000:,}", value=entry.amount),
                "reference": Cell.make("문서 1"),
                "note": Cell.make(),
                "funding": Cell.make(),
            },
            1,
        )
        for entry in entries
    )
    return Grid(
        "ledger", "원장", "(단위: 천원)", _header(*columns, "reference", "note", "funding"), rows
    )


def _changes(name: str, figures: FigureTable, accounts: tuple[str, ...]) -> Grid:
    rows = []
    for account in accounts:
        change, rate = figures[f"change.{account}"], figures[f"change_rate.{account}"]
        cells = {
            "name": Cell.make(NAMES.get(account, "계")),
            "current": _show(figures[f"appropriation.{account}"]),
            "prior": _show(figures[f"prior_final.{account}"]),
            "change": _show(change),
            "change_rate": Cell.make("순증", figure=rate) if rate.value is None else _show(rate),
        }
        total = account in ("revenue", "expenditure")
        rows.append(Row("total" if total else "body", cells, 0 if total else 1))
    header = _header("name", "current", "prior", "change", "change_rate")
    return Grid(name, name, "(단위: 천원, %)", header, tuple(rows))


def _programme_budget(figures: FigureTable) -> Grid:
    rows: list[Row] = []
    units = (("green", ("garden", "river")), ("books", ("library",)))
    for unit, programmes in units:
        for account in (unit, *programmes):
            first, below = account == unit, Cell.make(covered="above")
            cells = {
                "policy": Cell.make("살기 좋은 도시", row_span=5) if not rows else below,
                "unit": Cell.make(unit, row_span=len(programmes) + 1) if first else below,
                "programme": Cell.make(NAMES.get(account, "소계")),
                "amount": _show(figures[f"appropriation.{account}"]),
                "remark": Cell.make(),
            }
            rows.append(Row("subtotal" if first else "body", cells, 1 if first else 2))
    left = Cell.make(covered="left")
    cells = {
        "policy": Cell.make("총예산", col_span=3),
        "unit": left,
        "programme": left,
        "amount": _show(figures["appropriation.expenditure"]),
        "remark": Cell.make(),
    }
    header = _header("policy", "unit", "programme", "amount", "remark")
    rows.append(Row("total", cells))
    return Grid("programme_budget", "사업예산", "(단위: 천원)", header, tuple(rows))


def _execution(figures: FigureTable) -> Grid:
    keys = (
        *("appropriation", "commitment", "disbursement"),
        *("commitment_rate", "disbursement_rate", "balance"),
    )
    roles = {"expenditure": ("total", 0), "projects": ("subtotal", 1)}
    rows = []
    for account in ("expenditure", "projects", *PROGRAMMES):
        cells = {key: _show(figures[f"{key}.{account}"]) for key in keys}
        role, level = roles.get(account, ("body", 2))
        rows.append(Row(role, {"name": Cell.make(NAMES.get(account, "계")), **cells}, level))
    return Grid("execution", "집행", "(단위: 천원, %)", _header("name", *keys), tuple(rows))


def _header(*keys: str) -> dict[str, Cell]:
    return {key: Cell.make(f"{key} 열") for key in keys}


def _show(figure: Figure) -> Cell:
    return Cell.make(str(figure.value), figure=figure, place=Place("장", "표"), align="right")
