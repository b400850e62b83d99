"""What becomes of each column: amounts of one kind of entry, a check of others, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.columns.amendment_rounds import settle_adjustment, settle_rounds
from reportgen.importing.columns.arithmetic import Arithmetic, Quantity, add_all
from reportgen.importing.columns.checked_columns import Witnesses
from reportgen.importing.columns.column_groups import (
    BEYOND_BUDGET,
    BUDGET_KINDS,
    open_columns,
    settle_groups,
)
from reportgen.importing.columns.column_reading import Claim, Reading, Stated
from reportgen.importing.columns.months import Calendar, plan_months
from reportgen.importing.columns.selection import Selection
from reportgen.model.ledger import APPROPRIATION_KINDS, CARRYOVERS, EntryKind
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import UNCLEAR, Meaning, Role

_PARTS_OF_APPROPRIATION: frozenset[Meaning] = (
    BEYOND_BUDGET | {Role.BUDGET} | (APPROPRIATION_KINDS - {EntryKind.OPENING})
)
_SPENT: tuple[Meaning, ...] = (EntryKind.COMMITMENT, EntryKind.DISBURSEMENT, Role.SPENT)
_CARRIED: tuple[Meaning, ...] = (*CARRYOVERS, Role.CARRIED)


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """The columns of one table.

    :ivar became: for each column's number what the report says of it.
    """

    stated: tuple[Stated, ...]
    became: Mapping[int, str]
    diagnostics: tuple[Diagnostic, ...]
    claims: tuple[Claim, ...] = ()


class ColumnPlanner:
    """Decides about the columns of one table."""

    def __init__(
        self,
        table: Table,
        selection: Selection,
        arithmetic: Arithmetic,
        calendar: Calendar,
        kind: EntryKind | None,
    ) -> None:
        """The table, and what is settled about it.

        :param arithmetic: the amounts by which the columns are held against each other.
        :param kind: the kind of those amounts whose header names none.
        """
        self._table = table
        self._selection = selection
        self._calendar = calendar
        self._kind = kind
        self._reading = Reading(table, arithmetic, became=dict(selection.became))
        self._open = self._reading.open

    def plan(self) -> ColumnPlan:
        """The decision."""
        reading = self._reading
        months = []
        for meaning, columns in self._selection.columns.items():
            months += [column for column in columns if column.months]
            whole = [column for column in columns if not column.months]
            if whole:
                open_columns(reading, meaning, whole)
        plan_months(reading, months, self._calendar, self._kind)
        settle_groups(reading)
        settle_adjustment(reading)
        settle_rounds(reading, self._kind)
        witnesses = Witnesses(reading, self._selection)
        self._plan_change()
        self._plan_budget(witnesses)
        self._plan_appropriation(witnesses)
        self._plan_spent()
        for meaning in sorted(self._open, key=lambda meaning: meaning is Role.BUDGET):
            self._plan_rest(meaning, witnesses)
        witnesses.check()
        return ColumnPlan(
            tuple(reading.stated),
            reading.became,
            tuple(reading.diagnostics),
            tuple(reading.claims),
        )

    def _state(
        self,
        amount: Quantity,
        kind: EntryKind | None,
        held: Iterable[EntryKind],
        *,
        of_stage: bool = False,
        before_stage: bool = False,
        present: Column | None = None,
        header: str = "",
    ) -> None:
        self._reading.state(
            Stated(
                amount,
                kind,
                frozenset(held),
                of_stage,
                before_stage,
                present,
                header=header,
            )
        )

    def _plan_change(self) -> None:
        """기정액, 경정액 and 증감액: the change is what counts, the others are held against it."""
        found = self._open
        if Role.PRESENT in found and Role.AMENDED not in found and Role.BUDGET in found:
            found[Role.AMENDED] = found.pop(Role.BUDGET)
        if {Role.CHANGE, EntryKind.ORIGINAL} <= set(found):
            found.setdefault(Role.PRESENT, found.pop(EntryKind.ORIGINAL))
        present, amended = found.get(Role.PRESENT), found.get(Role.AMENDED)
        change = found.get(Role.CHANGE)
        kind = self._kind or EntryKind.AMENDMENT
        held = BUDGET_KINDS if kind in BUDGET_KINDS else {kind}
        begins = present.column if present else None
        after = amended or (present + change if present and change else None)
        if after and present and kind in BUDGET_KINDS:
            self._reading.claims.append(Claim(after, BUDGET_KINDS))
        if change:
            self._check_change(present, amended, change)
            self._state(change, kind, held, of_stage=True, present=begins)
        elif amended and present:
            self._state(amended - present, kind, held, of_stage=True, present=begins)
        elif amended:
            self._state(amended, kind, BUDGET_KINDS)
        for quantity in (present, amended):
            if quantity and (change or present):
                text = _("checked against the change")
                if amended is not quantity or change:
                    self._reading.leave(quantity.columns, text)
        for meaning in (Role.PRESENT, Role.AMENDED, Role.CHANGE):
            found.pop(meaning, None)
        for quantity in self._reading.changes:
            self._state(
                quantity,
                EntryKind.AMENDMENT,
                BUDGET_KINDS,
                of_stage=True,
                header=quantity.column.label,
            )

    def _check_change(
        self, present: Quantity | None, amended: Quantity | None, change: Quantity
    ) -> None:
        if present is None or amended is None:
            return
        arithmetic = self._reading.arithmetic
        for row in arithmetic.rows:
            computed = arithmetic.value(row, amended - present)
            stated = arithmetic.value(row, change)
            columns = (*change.columns, *amended.columns, *present.columns)
            if not arithmetic.is_close(row, stated, computed, columns):
                self._reading.diagnostics.append(
                    Diagnostic(
                        "import-total",
                        self._table.sheet.place(row, change.column.number),
                        _(
                            "{column}: the sheet says {stated}, {amended} less {present} is "
                            "{computed} won",
                            column=change.column.label,
                            stated=f"{stated:,f}",
                            amended=amended.column.label,
                            present=present.column.label,
                            computed=f"{computed:,f}",
                        ),
                        published=f"{stated:,f}",
                        computed=f"{computed:,f}",
                        hint=_("correct one of the three cells"),
                    )
                )

    def _plan_budget(self, witnesses: Witnesses) -> None:
        """예산액 beside 본예산: what was voted counts by its parts only where these come to it."""
        whole, original = self._open.get(Role.BUDGET), self._open.get(EntryKind.ORIGINAL)
        if whole is None or original is None:
            return
        changes = self._reading.changes or [
            quantity for meaning, quantity in self._open.items() if meaning is EntryKind.AMENDMENT
        ]
        parts = add_all((original, *changes))
        if not changes or not self._reading.arithmetic.agree(whole, parts):
            if changes:
                witnesses.hold(whole.column, [parts], strict=whole.column.is_total)
            self._reading.leave(
                original.columns, _("ignored: a part of {column}", column=whole.column.label)
            )
            del self._open[EntryKind.ORIGINAL]

    def _plan_appropriation(self, witnesses: Witnesses) -> None:
        """예산현액: by its parts where all of them are clear and add up to it, else as a whole."""
        whole = self._reading.take(EntryKind.OPENING)
        if whole is None:
            return
        parts = {m: q for m, q in self._open.items() if m in _PARTS_OF_APPROPRIATION}
        quantities = [*parts.values(), *self._reading.changes]
        clear = not any(meaning in UNCLEAR for meaning in parts)
        distinct = not {Role.BUDGET, EntryKind.ORIGINAL} <= set(parts)
        if (
            len(quantities) > 1
            and clear
            and distinct
            and self._reading.arithmetic.agree(whole, add_all(quantities))
        ):
            self._reading.leave(whole.columns, _("the sum of its parts, checked"))
            self._reading.claims.append(Claim(whole, APPROPRIATION_KINDS))
            return
        kind = self._kind if self._kind in APPROPRIATION_KINDS else EntryKind.OPENING
        self._state(whole, kind, APPROPRIATION_KINDS)
        if len(quantities) > 1 and distinct:
            parts_of = add_all(quantities)
            witnesses.hold(whole.column, [parts_of], strict=whole.column.is_total)
        for meaning, quantity in parts.items():
            self._reading.leave(
                quantity.columns, _("ignored: a part of {column}", column=whole.column.label)
            )
            del self._open[meaning]

    def _plan_spent(self) -> None:
        """집행액 is settled where both that it may mean have columns of their own."""
        stated = {stated.kind for stated in self._reading.stated}
        both = {EntryKind.COMMITMENT, EntryKind.DISBURSEMENT} <= {*self._open, *stated}
        if both and (quantity := self._reading.take(Role.SPENT)):
            text = _("ignored: 원인행위액 and 지출액 have their own columns")
            self._reading.leave(quantity.columns, text)

    def _plan_rest(self, meaning: Meaning, witnesses: Witnesses) -> None:
        quantity = self._open[meaning]
        if not self._is_clear(meaning) and self._says_nothing(quantity):
            self._reading.leave(quantity.columns, _("ignored: {reason}", reason=_("no amounts")))
        elif meaning in _CARRIED and self._may_be_next_year(quantity.column):
            self._plan_carried(meaning, quantity, witnesses)
        elif isinstance(meaning, EntryKind):
            # Where only the balance is known (opening), it is what was voted.
            opening = {EntryKind.OPENING} if meaning is EntryKind.ORIGINAL else set()
            change = meaning is EntryKind.AMENDMENT
            held = BUDGET_KINDS if change else {meaning} | opening
            self._state(
                quantity,
                meaning,
                held,
                of_stage=change,
                before_stage=meaning is EntryKind.ORIGINAL,
            )
        elif meaning is Role.BUDGET:
            kind = self._kind if self._kind in BUDGET_KINDS else EntryKind.OPENING
            self._state(quantity, kind, BUDGET_KINDS)
        elif self._has_kind_column() and meaning is Role.AMOUNT:
            self._state(quantity, None, ())
        elif self._kind and self._kind in UNCLEAR[Role(meaning)]:
            self._state(quantity, self._kind, {self._kind})
        else:
            choices = ", ".join(UNCLEAR[Role(meaning)])
            self._reading.complain_unclear(quantity.column, choices)

    def _is_clear(self, meaning: Meaning) -> bool:
        """Whether it is known what the amounts of a header are."""
        of_row = meaning is Role.AMOUNT and self._has_kind_column()
        return meaning not in UNCLEAR or of_row or self._kind in UNCLEAR[Role(meaning)]

    def _says_nothing(self, quantity: Quantity) -> bool:
        """Whether there are accounts, and all their amounts are zero or empty."""
        arithmetic = self._reading.arithmetic
        return bool(arithmetic.rows) and not arithmetic.says_anything(quantity.columns)

    def _has_kind_column(self) -> bool:
        return any(column.meaning is Role.KIND for column in self._table.columns)

    def _may_be_next_year(self, column: Column) -> bool:
        """Whether a carry-over stands right of what was spent, where settlements show the next."""
        spent = [c.number for c in self._table.columns if c.meaning in _SPENT]
        return bool(spent) and column.number > min(spent)

    def _plan_carried(self, meaning: Meaning, quantity: Quantity, witnesses: Witnesses) -> None:
        """A carry-over right of what was spent is next year's where the balance says so."""
        if witnesses.is_next_year(quantity):
            self._reading.leave(quantity.columns, _("ignored: nothing for the ledger"))
        else:
            self._reading.complain_unclear(quantity.column, f"{meaning}, {Role.IGNORE}")
