"""Columns that never become entries: what they hold has to follow from those that do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Fit, Quantity, add_all, quantity_of
from reportgen.importing.columns.column_groups import BEYOND_BUDGET, BUDGET_KINDS
from reportgen.importing.columns.column_reading import Claim, Reading
from reportgen.importing.columns.rates import RateCheck
from reportgen.importing.columns.selection import Selection
from reportgen.model.ledger import CARRYOVERS, EntryKind
from reportgen.readers.finance.columns import Column, list_groups
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.words import Derived, Meaning, Role

_WHOLES: tuple[Meaning, ...] = (EntryKind.OPENING, Role.AMENDED, Role.BUDGET, Role.PRESENT)
_SPENT: tuple[Meaning, ...] = (EntryKind.DISBURSEMENT, EntryKind.COMMITMENT, Role.SPENT)
_MONEY = re.compile(
    "예산|현액|지출|집행|이월|추경|원인행위|수납|징수|배정|교부|전용|증액|감액|금액|액$|계$|amt|amount|budget",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"여입|반납|반환|환급|환불|과오납|(?:^|\W)[순실](?:지출|집행|수납|수입|원인)"
)
"""What was paid back, and what is left after it: one of two amounts that may both be meant."""


class Witnesses:
    """Checks the columns that are no entries against those that are."""

    def __init__(self, reading: Reading, selection: Selection) -> None:
        """The columns as they are understood before they are planned."""
        self._reading = reading
        self._arithmetic = reading.arithmetic
        reading.known.update(reading.open)
        self._known = reading.known
        self._others = (*selection.others, *reading.derived)
        self._explained: set[Column] = set()
        self._strange = [
            column
            for column in selection.others
            if column.meaning is None
            and column.derived is None
            and self._arithmetic.says_anything((column,))
        ]

    def check(self) -> None:
        """Tell what doesn't follow, and what isn't understood."""
        strangers = [quantity_of(column) for column in self._strange]
        rates = RateCheck(self._reading, self._list_wholes(), strangers)
        for column in self._others:
            if column.derived is Derived.RATE:
                rates.check(column)
            elif column.derived is Derived.TOTAL or column in self._reading.derived:
                self.hold(column, list(self._list_sums(column)), strict=True)
            elif column.derived is Derived.BALANCE:
                self.hold(column, list(self._list_balances(column)), strict=True)
            elif column.derived is Derived.UNCOLLECTED:
                self.hold(column, list(self._list_uncollected()), strict=True)
            elif column.derived is Derived.NEXT_YEAR and column.is_total:
                self.hold(column, list(self._list_group(column)), strict=True)
        for column in self._others:
            if column.derived is Derived.TOTAL and self._is_of_strangers(column):
                self._explain_strange(column)
        for column in self._strange:
            if column not in self._explained and not self._is_explained(column):
                self._explain_strange(column)

    def hold(self, column: Column, candidates: Sequence[Quantity], *, strict: bool) -> None:
        """Hold a column against the sum that fits best of those that it may be.

        :param strict: whether it has to be one of them; else it is held against one that fits
            other rows.
        """
        if not candidates or not self._arithmetic.says_anything((column,)):
            return
        fits = [(self._arithmetic.fit(column, parts), parts) for parts in candidates]
        fit, parts = max(fits, key=lambda found: _rate(found[0]))
        if fit.is_whole:
            if column.derived is not Derived.TOTAL or not self._is_of_strangers(column):
                self._explained.update(parts.columns)
            if column.derived is Derived.TOTAL:
                self._claim_budget(column)
                self._reading.became[column.number] = _("a sum, checked")
            return
        if fit.agreeing:
            for row in fit.differing:
                self._explain(column, parts, row)
        elif strict and fit.differing:
            self._explain(column, candidates[0], fit.differing[0])

    def _claim_budget(self, column: Column) -> None:
        """계 of 본예산 and the amendments beside it is the budget after these."""
        original = self._known.get(EntryKind.ORIGINAL)
        changes = [*self._reading.changes]
        if EntryKind.AMENDMENT in self._known:
            changes.append(self._known[EntryKind.AMENDMENT])
        stated = {stated.kind for stated in self._reading.stated}
        if original and changes and EntryKind.ORIGINAL in stated:
            whole = quantity_of(column)
            if self._arithmetic.agree(whole, add_all((original, *changes))):
                self._reading.claims.append(Claim(whole, BUDGET_KINDS))

    def _list_wholes(self) -> list[Quantity]:
        """Budgets, of which something may be left, or a part be spent."""
        found = [self._known[meaning] for meaning in _WHOLES if meaning in self._known]
        if Role.PRESENT in self._known and Role.CHANGE in self._known:
            found.append(self._known[Role.PRESENT] + self._known[Role.CHANGE])
        original = self._known.get(EntryKind.ORIGINAL)
        changes = [*self._reading.changes]
        if EntryKind.AMENDMENT in self._known:
            changes.append(self._known[EntryKind.AMENDMENT])
        if original:
            found.append(original)
        before = original or self._known.get(Role.PRESENT) or self._known.get(Role.BUDGET)
        beyond = [q for meaning, q in self._known.items() if meaning in BEYOND_BUDGET]
        if before and (changes or beyond):
            found.append(add_all((before, *changes)))
            found.append(add_all((before, *changes, *beyond)))
        amended = self._known.get(Role.AMENDED)
        if amended and beyond:
            found.append(add_all((amended, *beyond)))
        return found

    def _list_sums(self, column: Column) -> Iterator[Quantity]:
        """What a 계 may add up, or be the same as, the likeliest first."""
        yield from self._list_group(column)
        yield from self._list_runs(column)
        yield from self._list_wholes()
        yield from self._known.values()

    def _list_group(self, column: Column) -> Iterator[Quantity]:
        """The columns under the same header, without other totals."""
        for group in list_groups(self._reading.table.columns):
            if column in group:
                parts = [c for c in group if c is not column and not c.is_total]
                if parts:
                    yield quantity_of(*parts)

    def _list_runs(self, column: Column) -> Iterator[Quantity]:
        """The columns of amounts right before or behind it, the longest run first."""
        columns = self._reading.table.columns
        at = columns.index(column)
        for side in (columns[:at][::-1], columns[at + 1 :]):
            run: list[Column] = []
            for other in side:
                if not self._is_part(other):
                    break
                run.append(other)
            for length in range(len(run), 1, -1):
                yield quantity_of(*run[:length])

    def _is_part(self, column: Column) -> bool:
        return (column.is_amount or column in self._strange) and not column.is_total

    def _list_balances(self, column: Column) -> Iterator[Quantity]:
        """A budget less what was spent of it, and less what is carried over."""
        known = self._known
        carried = self._find_next_year()
        between = [c for c in self._strange if c.number < column.number]
        for spent in (known[meaning] for meaning in _SPENT if meaning in known):
            for whole in self._list_wholes():
                yield whole - spent
                if carried:
                    yield whole - spent - carried
                if between:
                    rest = quantity_of(*between)
                    yield whole - spent - rest
                    if carried:
                        yield whole - spent - carried - rest
        if EntryKind.COMMITMENT in known and EntryKind.DISBURSEMENT in known:
            yield known[EntryKind.COMMITMENT] - known[EntryKind.DISBURSEMENT]

    def _find_next_year(self) -> Quantity | None:
        """What is carried over into the next year: the total of its group, or its parts."""
        columns = [c for c in self._others if c.derived is Derived.NEXT_YEAR]
        wholes = [column for column in columns if column.is_total or not column.group]
        chosen = wholes[:1] or columns
        carried = [quantity for quantity in self._list_carried() if self.is_next_year(quantity)]
        if not (chosen or carried):
            return None
        return add_all((*map(quantity_of, chosen), *carried))

    def is_next_year(self, quantity: Quantity) -> bool:
        """Whether a carry-over right of what was spent is what is left for the next year.

        It is where the balance is what a budget less the payments and the carry-overs comes to.
        """
        carried = list(self._list_carried())
        if quantity not in carried:
            return False
        balances = [quantity_of(c) for c in self._others if c.derived is Derived.BALANCE]
        wholes = [self._known[meaning] for meaning in _WHOLES if meaning in self._known]
        spent = [self._known[meaning] for meaning in _SPENT if meaning in self._known]
        return any(
            self._arithmetic.agree(balance, whole - paid - add_all(carried))
            for balance in balances
            for whole in wholes
            for paid in spent
        )

    def _list_carried(self) -> Iterator[Quantity]:
        """The carry-overs that stand right of what was spent."""
        spent = [self._known[m].column.number for m in _SPENT if m in self._known]
        for meaning in (*CARRYOVERS, Role.CARRIED):
            quantity = self._known.get(meaning)
            if quantity and spent and quantity.column.number > min(spent):
                yield quantity

    def _list_uncollected(self) -> Iterator[Quantity]:
        levies = [c for c in self._others if c.derived is Derived.LEVY]
        collected = self._known.get(EntryKind.COLLECTION)
        if levies and collected:
            yield quantity_of(levies[0]) - collected
            if self._strange:
                yield quantity_of(levies[0]) - collected - quantity_of(*self._strange)

    def _is_explained(self, column: Column) -> bool:
        """Whether a column that nobody knows says the same as others, or is part of their sum."""
        known = [*self._known.values(), *self._list_wholes()]
        alone = quantity_of(column)
        if any(self._arithmetic.agree(quantity, alone) for quantity in known):
            return True
        if _RETURNED.search(squeeze(column.label)):
            return False
        differences = (first - second for first in known for second in known if first is not second)
        if any(self._arithmetic.agree(alone, quantity) for quantity in differences):
            return True
        totals = [
            total
            for column_ in self._others
            if column_.derived is Derived.TOTAL
            and any(self._arithmetic.agree(total := quantity_of(column_), one) for one in known)
        ]
        runs = [run for run in _list_runs(self._strange) if column in run]
        return any(
            self._arithmetic.agree(quantity, quantity_of(*run))
            for quantity in (*known, *totals)
            for run in runs
        )

    def _is_of_strangers(self, column: Column) -> bool:
        """Whether a total holds amounts that none of the columns which are understood comes to."""
        if not self._arithmetic.says_anything((column,)):
            return False
        total = quantity_of(column)
        known = [*self._known.values(), *self._list_wholes(), *self._list_months()]
        sums = [q for q in self._list_sums(column) if not set(q.columns) & set(self._strange)]
        return not any(self._arithmetic.agree(total, one) for one in (*known, *sums))

    def _list_months(self) -> list[Quantity]:
        """The months that are stated, together."""
        months = [stated.amount for stated in self._reading.stated if stated.since]
        return [add_all(months)] if months else []

    def _explain_strange(self, column: Column) -> None:
        label = squeeze(column.label)
        is_money = bool(_MONEY.search(label) or _RETURNED.search(label) or column.unit)
        self._reading.diagnostics.append(
            Diagnostic(
                "import-column",
                self._reading.table.sheet.place(self._reading.table.bottom, column.number),
                _("{column} holds amounts, and its header is not known", column=column.label),
                published=column.label,
                hint=_(
                    "say in a profile under columns what it holds, such as «{column}: "
                    "disbursement», or that it is not needed: «{column}: ignore»",
                    column=column.label,
                ),
                severity=Severity.ERROR if is_money else Severity.WARNING,
            )
        )

    def _explain(self, column: Column, parts: Quantity, row: int) -> None:
        hint = _(
            "correct the cell that is wrong; if {column} holds something else, say so in a "
            "profile under columns: «{column}: unchecked»",
            column=column.label,
        )
        self._reading.complain_sum(column, parts, row, hint)


def _rate(fit: Fit) -> tuple[bool, int, int]:
    """How well something fits."""
    return fit.is_whole, len(fit.agreeing) - len(fit.differing), -len(fit.differing)


def _list_runs(columns: Sequence[Column]) -> Iterator[tuple[Column, ...]]:
    """Columns that stand beside each other, in every length."""
    for first in range(len(columns)):
        for end in range(first + 2, len(columns) + 1):
            run = tuple(columns[first:end])
            if run[-1].number - run[0].number == len(run) - 1:
                yield run
