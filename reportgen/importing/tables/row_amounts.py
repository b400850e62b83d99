"""The rows of a table as stated amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Quantity
from reportgen.importing.columns.column_reading import Claim, Stated
from reportgen.importing.entries.planned_entries import ClaimedAmount, StatedAmount
from reportgen.importing.rows.hierarchy import Hierarchy, RowUse, Use
from reportgen.importing.rows.rounding import count_addends
from reportgen.importing.rows.totals import TotalCheck
from reportgen.model.ledger import (
    APPROPRIATION_KINDS,
    KINDS,
    KINDS_OF,
    Approval,
    EntryKind,
    Measure,
)
from reportgen.money import Won
from reportgen.readers.digits import expect
from reportgen.readers.finance.amounts import as_won
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.days import explain_day, parse_day
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.words import Role
from reportgen.readers.ledger_words import (
    explain_word,
    list_approvals,
    list_kinds,
    parse_approval,
    parse_kind,
)

_HELD = {
    EntryKind.OPENING: APPROPRIATION_KINDS,
    EntryKind.ORIGINAL: frozenset({EntryKind.ORIGINAL, EntryKind.OPENING}),
    EntryKind.AMENDMENT: frozenset(KINDS_OF[Measure.BUDGET]),
}
"""What a state whose rows name their kinds is held against, where that is more than the kind."""


class RowReader:
    """Reads what the rows of accounts say.

    :ivar diagnostics: cells that can't be read.
    """

    def __init__(
        self,
        hierarchy: Hierarchy,
        check: TotalCheck,
        *,
        day: date | None,
        year: int,
        stages: tuple[str, ...],
        find_stage: Callable[[date, bool, str], str | None],
        find_funding: Callable[[str], str],
        single: bool,
        approval: Approval = Approval.PASSED,
    ) -> None:
        """The table, and what holds for all its rows.

        :param day: of rows in a table without a column of days.
        :param year: of days that are written without one.
        :param find_stage: the stage of a day, whether of a change, and under which header.
        :param find_funding: the id of the revenue account of that name; empty if there is none.
        :param single: whether every amount is an entry.
        :param approval: of rows in a table that doesn't say it.
        """
        self.diagnostics: list[Diagnostic] = []
        self._hierarchy = hierarchy
        self._table = hierarchy.tree.table
        self._check = check
        self._day = day
        self._year = year
        self._stages = stages
        self._find_stage = find_stage
        self._find_funding = find_funding
        self._single = single
        self._approval = approval
        self._others = {} if single else hierarchy.list_joined()
        self._joined = {id(other) for others in self._others.values() for other in others}
        self._columns: dict[Role, Column] = {
            column.meaning: column
            for column in reversed(self._table.columns)
            if isinstance(column.meaning, Role)
        }

    def read(self, stated: tuple[Stated, ...]) -> Iterator[StatedAmount]:
        """Every amount of every row, in the order of the rows."""
        changes = tuple(amount for amount in stated if amount.of_stage)
        for use in self._hierarchy.uses:
            if use.use is Use.LEAF and id(use) not in self._joined:
                for amount in stated:
                    yield from self._read_amount(use, amount, changes)

    def read_claims(
        self, claims: tuple[Claim, ...], *, rounded: bool = False
    ) -> Iterator[ClaimedAmount]:
        """What every row says that its account has in the end.

        :param rounded: whether the amounts may be rounded, each by itself.
        """
        for use in self._hierarchy.uses:
            if use.use is Use.LEAF and id(use) not in self._joined:
                for claim in claims:
                    yield from self._read_claim(use, claim, rounded)

    def _read_claim(self, use: RowUse, claim: Claim, rounded: bool) -> Iterator[ClaimedAmount]:
        amount = self._add(use, claim.amount)
        whole = None if amount is None else as_won(amount)
        row, column = use.row.number, claim.amount.column
        day = self._read_day(row)
        approval = self._read_approval(row)
        if whole is None or day is None or approval is None:
            return
        place = self._table.sheet.place(row, column.number)
        # What it begins from and what changes it are both rounded.
        slack = 2 * self._find_step(use, claim.amount) - 1 if rounded else 0
        yield ClaimedAmount(
            day, use.leaf, claim.held, whole, place, claim.amount.label, approval, slack
        )

    def _read_amount(
        self, use: RowUse, stated: Stated, changes: tuple[Stated, ...]
    ) -> Iterator[StatedAmount]:
        row = use.row.number
        amount = self._add(use, stated.amount)
        whole = None if amount is None else as_won(amount)
        if whole is None or (self._single and not whole):
            return
        day = stated.day or self._read_day(row)
        kind = stated.kind or self._read_kind(row)
        stage = self._read_stage(row, day, stated) if day else None
        approval = self._read_approval(row)
        if day is None or kind is None or stage is None or approval is None:
            return
        yield StatedAmount(
            day,
            stage,
            kind,
            use.leaf,
            whole,
            self._table.sheet.place(row, stated.column.number),
            frozenset() if self._single else (stated.held or _HELD.get(kind, frozenset({kind}))),
            stated.of_stage or (stated.kind is None and kind is EntryKind.AMENDMENT),
            None if self._single else stated.since,
            self._list_apart(row, day, stated, changes),
            self._present(use, stated),
            self._text(row, Role.REFERENCE),
            self._text(row, Role.NOTE) if self._single or stated.of_stage else "",
            approval,
            self._find_funding(self._text(row, Role.FUNDING)),
            step=self._find_step(use, stated.amount),
            addends=count_addends(self._hierarchy, use, stated.column),
            row=row,
            column=stated.column.number,
        )

    def _add(self, use: RowUse, quantity: Quantity) -> Decimal | None:
        """What the columns of the amount come to; None where all of them say nothing."""
        terms = [
            (sign, self._check.value(row, column))
            for row in (use, *self._others.get(id(use), ()))
            for sign, column in quantity.terms
        ]
        said = [sign * amount for sign, amount in terms if amount is not None]
        return sum(said, Decimal(0)) if said else None

    def _find_step(self, use: RowUse, quantity: Quantity) -> int:
        """That of the coarsest column, where the amount is made of several."""
        steps = (
            self._hierarchy.amounts.step(use.row.number, column.number)
            for column in quantity.columns
        )
        return max(steps)

    def _present(self, use: RowUse, stated: Stated) -> Won | None:
        present = self._check.value(use, stated.present) if stated.present else None
        return None if present is None else as_won(present)

    def _read_day(self, row: int) -> date | None:
        if Role.DATE not in self._columns:
            return self._day
        number = self._columns[Role.DATE].number
        cell = self._table.sheet.cell(row, number)
        day = parse_day(cell.value, self._year) if cell else None
        if day is None:
            expected = _("a date such as 2025-06-05")
            cause = explain_day(self._text(row, Role.DATE))
            self._report("import-date", row, Role.DATE, expected, cause)
        return day

    def _list_apart(
        self, row: int, day: date, stated: Stated, changes: tuple[Stated, ...]
    ) -> frozenset[str]:
        """The stages of the changes beside 본예산, whose entries are no part of it."""
        if not stated.before_stage or self._single:
            return frozenset()
        stages = (self._read_stage(row, day, change) for change in changes)
        return frozenset(stage for stage in stages if stage)

    def _read_stage(self, row: int, day: date, stated: Stated) -> str | None:
        text = self._text(row, Role.STAGE)
        if not text or stated.header:
            return self._find_stage(day, stated.of_stage, stated.header)
        found = next((stage for stage in self._stages if squeeze(stage) == squeeze(text)), None)
        if found is None:
            choices = _("one of {choices}", choices=", ".join(self._stages))
            self._report("import-stage", row, Role.STAGE, choices)
        return found

    def _read_kind(self, row: int) -> EntryKind | None:
        kind = parse_kind(self._text(row, Role.KIND))
        if kind is None:
            choices = _("one of {choices}", choices=list_kinds())
            cause = explain_word(KINDS, self._text(row, Role.KIND))
            self._report("import-kind", row, Role.KIND, choices, cause)
        return kind

    def _read_approval(self, row: int) -> Approval | None:
        if Role.APPROVAL not in self._columns:
            return self._approval
        approval = parse_approval(self._text(row, Role.APPROVAL))
        if approval is None:
            choices = _("one of {choices}", choices=list_approvals())
            self._report("import-kind", row, Role.APPROVAL, choices)
        return approval

    def _text(self, row: int, role: Role) -> str:
        column = self._columns.get(role)
        return self._table.sheet.text(row, column.number) if column else ""

    def _report(self, rule: str, row: int, role: Role, expected: str, cause: str = "") -> None:
        column = self._columns[role]
        found = self._text(row, role)
        self.diagnostics.append(
            Diagnostic(
                rule,
                self._table.sheet.place(row, column.number),
                _("{column}: found {found}", column=column.label, found=found or _("nothing")),
                published=found,
                computed=expected,
                hint=expect(expected, found, cause),
            )
        )
