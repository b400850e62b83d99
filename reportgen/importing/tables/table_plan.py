"""One table of finance: what is settled about it, what its rows are, what it states."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.diagnostics import Diagnostic
from reportgen.importing.basis.ledger_basis import LedgerBasis
from reportgen.importing.basis.options import Decisions
from reportgen.importing.columns.arithmetic import Arithmetic
from reportgen.importing.columns.measures import ColumnPlan, ColumnPlanner
from reportgen.importing.columns.months import Calendar
from reportgen.importing.columns.selection import Selection, select_columns
from reportgen.importing.entries.planned_entries import ClaimedAmount, StatedAmount
from reportgen.importing.rows.account_index import AccountIndex, Level
from reportgen.importing.rows.cell_amounts import TableAmounts
from reportgen.importing.rows.detail_columns import settle_items
from reportgen.importing.rows.hierarchy import Hierarchy, RowUse, Use
from reportgen.importing.rows.rounding import is_rounded
from reportgen.importing.rows.row_mistakes import find_row_mistakes
from reportgen.importing.rows.totals import TotalCheck
from reportgen.importing.tables.amount_modes import (
    explain_mode,
    find_mode,
    find_period,
    has_days,
    has_months_alone,
    without_days,
)
from reportgen.importing.tables.hidden_parts import find_hidden, leave_hidden
from reportgen.importing.tables.impossible_amounts import (
    find_impossible,
    find_merged_amounts,
    find_mixed_signs,
    find_paid_back,
)
from reportgen.importing.tables.other_days import (
    find_other_days,
    find_other_years,
    find_several_days,
    leave_other_years,
)
from reportgen.importing.tables.row_amounts import RowReader
from reportgen.importing.tables.settings import Setting, SettingFinder
from reportgen.importing.tables.unread_cells import find_headless, find_nothing, find_unstored
from reportgen.model.ledger import LedgerEntry
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.grid import Book
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.profile import Amounts, Hidden
from reportgen.readers.finance.rows import RowTree
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import Role
from reportgen.readers.ledger_words import parse_kind


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What becomes of one table.

    :ivar units: by column.
    :ivar day: None where every row has its own.
    :ivar stages: the stages that entries without one of their own get.
    :ivar claimed: what its rows say that accounts have in the end.
    :ivar unchecked: levels with amounts whose programmes have no row here.
    :ivar is_rounded: whether its amounts are rounded, as the ledger shows or a profile says.
    """

    table: Table
    units: dict[int, Setting[str]]
    day: Setting[date] | None
    stages: tuple[Setting[str], ...]
    amounts: Amounts
    hierarchy: Hierarchy
    columns: ColumnPlan
    stated: tuple[StatedAmount, ...]
    claimed: tuple[ClaimedAmount, ...]
    unchecked: tuple[RowUse, ...]
    is_rounded: bool = False


class TablePlanner:
    """Plans the tables of one file.

    :ivar diagnostics: what is wrong with them.
    """

    def __init__(self, book: Book, decisions: Decisions, around: LedgerBasis, profile: str) -> None:
        """:param profile: the file in which names can be settled."""
        self.diagnostics: list[Diagnostic] = []
        self.index = AccountIndex(around.accounts)
        self._book = book
        self._decisions = decisions
        self._around = around
        self._profile = profile

    def plan(self, table: Table) -> TablePlan | None:
        """The plan, or None where not even the unit or the day is known."""
        if self._decisions.hidden is Hidden.IGNORE:
            table = leave_hidden(table)
        table = settle_items(_settle_kinds(table), self.index)
        finder = SettingFinder(self._book, table, self._decisions, self._around)
        units, day = finder.find_units(), finder.find_day()
        dated = has_days(table)
        self.diagnostics += finder.diagnostics
        lacks_day = day is None and not dated and not has_months_alone(table)
        if lacks_day:
            self.diagnostics.append(finder.explain_day())
        if not units or lacks_day:
            return None
        mode = self._settle_mode(table, dated)
        if mode is None:
            return None
        return self._plan_settled(table, finder, units, day, mode, dated)

    def _settle_mode(self, table: Table, dated: bool) -> Amounts | None:
        """How amounts are meant; None where a column of days leaves it open, which is told."""
        if self._decisions.amounts:
            return self._decisions.amounts
        if not dated:
            self.diagnostics += find_period(table)
            return Amounts.CUMULATIVE
        mode = find_mode(table)
        if mode is None:
            self.diagnostics.append(explain_mode(table))
        return mode

    def _plan_settled(
        self,
        table: Table,
        finder: SettingFinder,
        units: dict[int, Setting[str]],
        day: Setting[date] | None,
        mode: Amounts,
        dated: bool,
    ) -> TablePlan:
        """The plan of a table whose unit is known, and whose day unless each row has its own."""
        year = finder.find_year()
        table, day = _settle_days(table, day, mode) if dated else (table, day)
        table = leave_other_years(table, year)
        selection = select_columns(
            table,
            year=year,
            amounts=mode,
            kind=self._decisions.kind,
            is_change=self._decisions.is_amendment,
        )
        units = {n: unit for n, unit in units.items() if n in selection.numbers}
        others = finder.find_other_units(selection.others)
        hierarchy = self._read_rows(
            table, units, others, by_category=year < self._around.report.year
        )
        rounded = self._is_rounded(hierarchy, selection, year, day)
        check = TotalCheck(hierarchy, rounded)
        calendar = Calendar(year, day.value if day else None, self._decisions.month_amounts)
        columns = self._plan_columns(table, selection, hierarchy, check, calendar, rounded)
        stages = _Stages(finder)
        rows = self._make_reader(hierarchy, check, day, year, mode, stages)
        stated = tuple(rows.read(columns.stated))
        claims = columns.claims if mode is not Amounts.ENTRIES else ()
        claimed = tuple(rows.read_claims(claims, rounded=rounded))
        self.diagnostics += find_row_mistakes(hierarchy, self.index, self._profile)
        self.diagnostics += check.find_mistakes()
        plan = TablePlan(
            table,
            units,
            day,
            tuple(stages.found.values()),
            mode,
            hierarchy,
            columns,
            stated,
            claimed,
            tuple(check.unchecked),
            rounded,
        )
        self.diagnostics += self._find_mistakes(plan, selection.numbers)
        self.diagnostics += (*columns.diagnostics, *rows.diagnostics, *stages.diagnostics)
        return plan

    def _find_mistakes(self, plan: TablePlan, numbers: Collection[int]) -> Iterator[Diagnostic]:
        """What a table holds that can't be meant, or that isn't got."""
        hierarchy, day = plan.hierarchy, plan.day.value if plan.day else None
        yield from find_other_days(plan.table, numbers, day)
        yield from find_other_years(plan.stated, self._around.report.year)
        yield from find_several_days(plan.table, dated=day is None)
        yield from find_merged_amounts(hierarchy)
        yield from find_mixed_signs(hierarchy)
        yield from find_impossible(plan.stated, self.index)
        yield from find_paid_back(plan.stated, plan.table)
        yield from find_hidden(hierarchy, plan.columns.stated, self._decisions.hidden)
        yield from find_unstored(hierarchy, hierarchy.amounts.columns)
        yield from find_headless(plan.table)
        yield from find_nothing(hierarchy, plan.columns)

    def _is_rounded(
        self, hierarchy: Hierarchy, selection: Selection, year: int, day: Setting[date] | None
    ) -> bool:
        if self._decisions.profile.rounded:
            return True

        def counts(entry: LedgerEntry) -> bool:
            return entry.date.year == year and (day is None or entry.date <= day.value)

        columns = tuple(column for found in selection.columns.values() for column in found)
        return is_rounded(hierarchy, columns, counts, self._around.ledger)

    def _make_reader(
        self,
        hierarchy: Hierarchy,
        check: TotalCheck,
        day: Setting[date] | None,
        year: int,
        mode: Amounts,
        stages: _Stages,
    ) -> RowReader:
        return RowReader(
            hierarchy,
            check,
            day=day.value if day else None,
            year=year,
            stages=self._around.report.stages,
            find_stage=stages.find,
            find_funding=self._find_funding,
            single=mode is Amounts.ENTRIES,
            approval=self._decisions.options.approval,
        )

    def _read_rows(
        self,
        table: Table,
        units: dict[int, Setting[str]],
        others: dict[int, str],
        *,
        by_category: bool,
    ) -> Hierarchy:
        names = {number: unit.value for number, unit in units.items()}
        amounts = TableAmounts(table, names, others)
        tree = RowTree(table)
        return Hierarchy(tree, amounts, self.index, self._decisions.told(), by_category=by_category)

    def _plan_columns(
        self,
        table: Table,
        selection: Selection,
        hierarchy: Hierarchy,
        check: TotalCheck,
        calendar: Calendar,
        rounded: bool,
    ) -> ColumnPlan:
        leaves = {use.row.number: use for use in hierarchy.uses if use.use is Use.LEAF}
        arithmetic = Arithmetic(
            lambda row, column: check.value(leaves[row], column),
            tuple(leaves),
            (lambda row, column: hierarchy.amounts.step(row, column.number)) if rounded else None,
        )
        return ColumnPlanner(table, selection, arithmetic, calendar, self._decisions.kind).plan()

    def _find_funding(self, text: str) -> str:
        found = self.index.find(text) if text else ()
        return found[0].id if len(found) == 1 and found[0].level is Level.REVENUE else ""


class _Stages:
    """The stages of a table's entries, each looked for once."""

    def __init__(self, finder: SettingFinder) -> None:
        self.found: dict[tuple[date, bool, str], Setting[str]] = {}
        self.diagnostics: list[Diagnostic] = []
        self._finder = finder
        self._missing: set[tuple[date, bool, str]] = set()

    def find(self, day: date, of_change: bool, header: str) -> str | None:
        key = (day, of_change, header)
        if key in self._missing:
            return None
        if key not in self.found:
            stage = self._finder.find_stage(day, of_change=of_change, header=header)
            if stage is None:
                self._missing.add(key)
                if not self.diagnostics:
                    self.diagnostics.append(self._finder.explain_stage(header))
                return None
            self.found[key] = stage
        return self.found[key].value


def _settle_days(
    table: Table, day: Setting[date] | None, mode: Amounts
) -> tuple[Table, Setting[date] | None]:
    """The days of a table whose rows have their own: these, or that of the sheet.

    A state of one day is that of the day which the sheet names, whatever days its rows name
    beside the amounts.
    """
    if mode is Amounts.ENTRIES or day is None:
        return table, None
    return without_days(table), day


def _settle_kinds(table: Table) -> Table:
    """A column 구분 of nothing but kinds of entries names these, not accounts."""
    names = [column for column in table.columns if column.is_name]
    columns = tuple(
        replace(column, meaning=Role.KIND)
        if len(names) > 1 and _holds_kinds(table, column)
        else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def _holds_kinds(table: Table, column: Column) -> bool:
    if column.meaning is not Role.NAME or squeeze(column.label) != "구분":
        return False
    texts: Sequence[str] = [
        text for row in table.rows if (text := table.sheet.text(row, column.number))
    ]
    return bool(texts) and all(parse_kind(text) for text in texts)
