"""The tables of an amendment: revenue, expenditure, and programme by programme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportgen.figures import Figure
from reportgen.figures.amendments import AMENDED, AMENDING, PRESENT, RATE
from reportgen.figures.figure import divide_figures, sum_figures, whole
from reportgen.model.amendments import AmendmentNotes, RowChoice
from reportgen.model.budget import EXPENDITURE, REVENUE, Named
from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS_OF, LedgerEntry, Measure
from reportgen.money import MoneyUnit
from reportgen.templating.printed import Place
from reportgen.views.budget_tables import TOTAL
from reportgen.views.change_lines import ChangeLine, ShownAmounts, show_amounts
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import adds_up

COLUMNS = {
    "name": "구분",
    "present": "기정액",
    "amended": "경정액",
    "change": "비교증감",
    "change_rate": "증감률",
    "basis": "산출근거",
}
UNCHANGED = "변경 없음"


class AmendmentTables:
    """Makes the tables of one amendment.

    :param entries: those of the state; the notes of the stage's own are the basis of calculation.
    :param unit: that of the amendment if not given.
    """

    def __init__(
        self,
        context: ViewContext,
        entries: Iterable[LedgerEntry],
        notes: AmendmentNotes,
        unit: MoneyUnit | None = None,
    ) -> None:
        self.context = context
        self.notes = notes
        self.unit = unit or notes.unit
        self._basis: dict[str, list[str]] = {}
        kinds = KINDS_OF[Measure.BUDGET]
        for entry in Ledger.of(entries).select(
            lambda found: found.kind in kinds and found.stage == notes.stage
        ):
            if entry.note:
                self._basis.setdefault(entry.account, []).append(entry.note)

    def view_revenue(self, chapter: str, name: str = "세입예산") -> Grid:
        """Revenue by account.

        :param name: by which places call the table.
        """
        accounts = self.context.folder.accounts
        lines = tuple(self._line(account, "body", 1) for account in accounts.revenue)
        return self._view("amendment_revenue", name, chapter, self._total(REVENUE, lines))

    def view_expenditure(self, chapter: str, name: str = "세출예산") -> Grid:
        """Expenditure by category; the basis is that of all its programmes."""
        accounts = self.context.folder.accounts
        lines = tuple(
            replace(
                self._line(category, "body", 1),
                basis=self._explain(leaf.id for leaf in accounts.programmes_of(category.id)),
            )
            for category in accounts.categories
        )
        root = self._total(EXPENDITURE, lines)
        return self._view("amendment_expenditure", name, chapter, root)

    def view_comparison(self, chapter: str, name: str = "세출예산 신구대비표") -> Grid:
        """신구대비표: every level of expenditure; what doesn't change is one line if asked."""
        policies = []
        for policy in self.context.folder.accounts.expenditure:
            units = []
            for unit in policy.children:
                leaves = tuple(self._line(leaf, "body", 3) for leaf in unit.children)
                units.append(self._line(unit, "unit_programme", 2, leaves))
            policies.append(self._line(policy, "policy_programme", 1, tuple(units)))
        root = self._total(EXPENDITURE, tuple(policies))
        if self.notes.rows is RowChoice.CHANGED:
            root = _join_unchanged(root, self.context.word(UNCHANGED))
        return self._view("amendment_comparison", name, chapter, root)

    def show_total(self) -> tuple[ChangeLine, ShownAmounts]:
        """The line of total expenditure, and what it prints."""
        root = self._total(EXPENDITURE, ())
        return root, show_amounts(root, self.unit, self.notes.footing)[0]

    def describe_rows(self) -> str:
        """Which rows the comparison shows, for the note below it."""
        if self.notes.rows is RowChoice.ALL:
            return "변경이 없는 사업을 포함한 모든 세부사업의 비교임"
        return "변경이 있는 세부사업의 비교이며, 변경이 없는 사업은 묶어서 합계에 포함함"

    def describe_rounding(self, *tables: Grid) -> str:
        """How amounts were rounded: in thousands only where one of the tables says so."""
        if self.unit is MoneyUnit.THOUSAND:
            return next((table.rounding_note for table in tables if table.rounding_note), "")
        return self._spell_rounding()

    def _spell_rounding(self) -> str:
        formatter, unit = self.context.formatter, self.unit
        return formatter.footing_note(unit) if self.notes.footing else formatter.rounding_note(unit)

    def _total(self, account: str, children: tuple[ChangeLine, ...]) -> ChangeLine:
        return ChangeLine(self.context.word(TOTAL), "total", 0, *self._figures(account), children)

    def _line(
        self, account: Named, role: str, level: int, children: tuple[ChangeLine, ...] = ()
    ) -> ChangeLine:
        figures = self._figures(account.id)
        basis = self._explain((account.id,))
        return ChangeLine(account.name, role, level, *figures, children, basis)

    def _figures(self, account: str) -> tuple[Figure, Figure, Figure, Figure]:
        figures = self.context.figures
        present, change, amended, rate = (
            figures[f"{measure}.{account}"] for measure in (PRESENT, AMENDING, AMENDED, RATE)
        )
        return present, change, amended, rate

    def _explain(self, accounts: Iterable[str]) -> str:
        notes = (note for account in accounts for note in self._basis.get(account, ()))
        return "\n".join(dict.fromkeys(notes))

    def _view(self, name: str, caption: str, chapter: str, root: ChangeLine) -> Grid:
        shown = show_amounts(root, self.unit, self.notes.footing)
        place = Place(chapter, caption)
        rows = tuple(
            _view_line(self.context, line, amounts, place)
            for line, amounts in zip(root.walk(), shown, strict=True)
        )
        unit_line = self.context.formatter.unit_line(f"{self.unit}, %", self.context.base_date)
        grid = Grid(name, caption, unit_line, make_header(self.context.words(COLUMNS)), rows)
        alone = show_amounts(root, self.unit, footing=False)
        if shown == alone and adds_up(grid):
            return grid
        return replace(grid, rounding_note=self._spell_rounding())


def _changes(line: ChangeLine) -> bool:
    return any(whole(part.change) for part in line.walk())


def _join_unchanged(line: ChangeLine, word: str) -> ChangeLine:
    """The line with one line for all those below it that don't change.

    :param word: what that line is called.
    """
    changed = tuple(_join_unchanged(child, word) for child in line.children if _changes(child))
    rest = tuple(child for child in line.children if not _changes(child))
    children = (*changed, _join(line, rest, word)) if rest else changed
    return replace(line, children=children)


def _join(parent: ChangeLine, lines: tuple[ChangeLine, ...], word: str) -> ChangeLine:
    account = parent.amended.name.removeprefix(f"{AMENDED}.")
    present, change, amended = (
        sum_figures(f"{name}.{account}.unchanged", tuple(getattr(line, name) for line in lines))
        for name in ("present", "change", "amended")
    )
    rate = divide_figures(f"{RATE}.{account}.unchanged", change, present)
    return ChangeLine(
        f"{word} {len(lines)}건", "rest", lines[0].level, present, change, amended, rate
    )


def _view_line(context: ViewContext, line: ChangeLine, shown: ShownAmounts, place: Place) -> Row:
    figures = {"present": line.present, "amended": line.amended, "change": line.change}
    cells = {"name": Cell.make(line.label)}
    for key, figure in figures.items():
        at = Place(place.chapter, place.table, line.label, context.word(COLUMNS[key]))
        cells[key] = context.write_units(figure, getattr(shown, key), at)
    if context.apart:
        cells["change"] = context.amount(line.change, cells["change"].place)
    at = Place(place.chapter, place.table, line.label, context.word(COLUMNS["change_rate"]))
    cells["change_rate"] = context.change_rate(line.rate, line.change, at)
    cells["basis"] = Cell.make(line.basis, lines=tuple(line.basis.split("\n")))
    return Row(line.role, cells, line.level)
