"""Sums that a table states, held against the rows they add up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.diagnostics import Diagnostic, Severity
from reportgen.i18n import translate as _
from reportgen.importing.rows.account_index import Level
from reportgen.importing.rows.hierarchy import Hierarchy, RowUse, Use
from reportgen.importing.rows.rounding import explains_sum
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import is_running_total, squeeze

Scope = tuple[RowUse, ...]


class TotalCheck:
    """Checks the sums of one table.

    :ivar unchecked: levels whose accounts have no row in the table.
    """

    def __init__(self, hierarchy: Hierarchy, rounded: bool = False) -> None:
        self._hierarchy = hierarchy
        self._amounts = hierarchy.amounts
        self._rounded = rounded
        self._positions = {id(use): at for at, use in enumerate(hierarchy.uses)}
        self._bare = self._find_bare()
        self._parts = tuple(use for use in hierarchy.uses if self._counts(use))
        self._part_positions = [self._positions[id(part)] for part in self._parts]
        self._totals = [at for at, use in enumerate(hierarchy.uses) if use.use is Use.TOTAL]
        self.unchecked: list[RowUse] = []

    def find_mistakes(self) -> Iterator[Diagnostic]:
        """Every sum that isn't the sum of its rows."""
        for use in self._hierarchy.uses:
            if use.use is Use.TOTAL:
                yield from self._check(use, self._choose_scope(use))
            elif use.use is Use.UPPER and self._amounts.says_something(use.row.number):
                scope = self._scope_of_level(use)
                if scope:
                    yield from self._check(use, scope)
                else:
                    self.unchecked.append(use)
            elif use.use is Use.LEAF:
                yield from self._check(use, tuple(_list_highest(self._parts_of(use))))
                yield from self._check_items(use)

    def value(self, use: RowUse, column: Column) -> Decimal | None:
        """What a row comes to: its own amount, or that of its parts."""
        own = self._amounts.read(use.row.number, column.number)
        parts = self._parts_of(use)
        if use.use is not Use.LEAF or not parts or (own is not None and not use.row.item):
            return own
        first = (use,) if use.row.item else ()
        return sum(
            (self._read(part, column) for part in _list_highest((*first, *parts))), Decimal(0)
        )

    def _read(self, use: RowUse, column: Column) -> Decimal:
        return self._amounts.read(use.row.number, column.number) or Decimal(0)

    def _find_bare(self) -> frozenset[int]:
        """The levels of which the table shows nothing further down."""
        leaves = set(self._hierarchy.leaves())
        bare = [
            use
            for use in self._hierarchy.uses
            if use.use is Use.UPPER
            and use.account
            and not leaves & set(use.account.leaves)
            and self._amounts.says_something(use.row.number)
        ]
        above = {name for use in bare if use.account for name in use.account.above}
        return frozenset(id(use) for use in bare if use.account and use.account.id not in above)

    def _check_items(self, use: RowUse) -> Iterator[Diagnostic]:
        """Parts that are broken down further (편성목 into 통계목), against these."""
        parts = [use, *self._parts_of(use)] if use.row.item else list(self._parts_of(use))
        for at, part in enumerate(parts):
            below: list[RowUse] = []
            for other in parts[at + 1 :]:
                if other.row.item_level <= part.row.item_level:
                    break
                below.append(other)
            for column in self._amounts.columns if below else ():
                stated = self._amounts.read(part.row.number, column.number)
                added = sum((self._read(row, column) for row in _list_highest(below)), Decimal(0))
                if stated is not None and stated != added:
                    yield self._explain_parts(part, tuple(_list_highest(below)), column, added)

    def _explain_parts(
        self, use: RowUse, below: Scope, column: Column, added: Decimal
    ) -> Diagnostic:
        unit = self._amounts.unit(column)
        stated = self._read(use, column)
        rows = ", ".join(str(part.row.number) for part in below[:8])
        return Diagnostic(
            "import-total",
            self._amounts.table.sheet.place(use.row.number, column.number),
            _(
                "{label}, {column}: the sheet says {stated}, its rows add up to {added}, "
                "difference {difference}",
                label=use.row.item,
                column=column.label,
                stated=f"{stated / unit:,f}",
                added=f"{added / unit:,f}",
                difference=f"{(stated - added) / unit:,f}",
            ),
            published=f"{stated / unit:,f}",
            computed=f"{added / unit:,f}",
            hint=_("the rows are {rows}", rows=rows),
        )

    def _counts(self, use: RowUse) -> bool:
        """Whether totals add the row up; what is left out or unknown is part of them, too."""
        if id(use) in self._bare:
            return not any(True for _row in use.row.subtree())
        if use.use not in (Use.LEAF, Use.IGNORED, Use.UNKNOWN):
            return False
        if any(above.use is Use.LEAF for above in self._hierarchy.ancestors(use.row)):
            return False
        return use.use is not Use.UNKNOWN or not any(True for _row in use.row.subtree())

    def _parts_of(self, use: RowUse) -> Scope:
        rows = (self._hierarchy.use_of(row) for row in use.row.children)
        return tuple(part for part in rows if part.use is Use.PART)

    def _scope_of_level(self, use: RowUse) -> Scope:
        """The rows below a level; where the table isn't indented, those of its accounts."""
        below = set(map(id, use.row.subtree()))
        scope = tuple(part for part in self._parts if id(part.row) in below)
        if scope or use.account is None:
            return scope
        account = use.account
        return tuple(
            part
            for part in self._parts
            if part.account
            and part is not use
            and (part.leaf in account.leaves or account.id in part.account.above)
        )

    def _choose_scope(self, use: RowUse) -> Scope:
        """The rows that a 계 adds up: of all that it may mean those that fit best."""
        columns = self._amounts.columns
        best: Scope = ()
        most = -1
        for scope in self._list_scopes(use):
            fits = sum(self._fits(use, scope, column) for column in columns) if scope else -1
            if fits > most:
                best, most = scope, fits
            if most == len(columns):
                break
        return best

    def _list_scopes(self, use: RowUse) -> Iterator[Scope]:
        """What a sum may add up, the likeliest first."""
        at, end = self._positions[id(use)], len(self._positions)
        below = set(map(id, use.row.subtree()))
        yield tuple(part for part in self._parts if id(part.row) in below)
        parent = next((above for above in self._hierarchy.ancestors(use.row)), None)
        if parent and parent.use is Use.LEAF:
            yield from self._list_stretches_of_parts(parent, at)
            return
        for above in self._hierarchy.ancestors(use.row):
            if above.use is not Use.TOTAL:
                rows = set(map(id, above.row.subtree()))
                yield tuple(part for part in self._parts if id(part.row) in rows)
        if parent and parent.use is not Use.TOTAL:
            return
        yield from self._list_sides(use)
        order = bisect_left(self._totals, at)
        last = self._totals[order - 1] if order else -1
        after = self._totals[order + 1] if order + 1 < len(self._totals) else end
        stretches = [(0, at), (last + 1, at), (0, end), (at + 1, after), (at + 1, end)]
        if not is_running_total(use.row.label):
            stretches = stretches[1:] + stretches[:1]
        yield from (self._stretch(*stretch) for stretch in stretches)

    def _list_stretches_of_parts(self, parent: RowUse, at: int) -> Iterator[Scope]:
        """The parts of a programme that a 계 among them may add up."""
        # A programme whose own row is its first part counts with it.
        own = [RowUse(parent.row, Use.PART)] if parent.row.item else []
        parts = [*own, *self._parts_of(parent)]
        last = max((total for total in self._totals if total < at), default=-1)
        numbers = [use.row.number for use in self._hierarchy.uses]
        since = [part for part in parts if numbers.index(part.row.number) > last]
        before = [part for part in parts if numbers.index(part.row.number) < at]
        fresh = [part for part in since if part in before]
        for found in (parts, before, fresh):
            yield tuple(_list_highest(found))
            lowest = max((part.row.item_level for part in found), default=0)
            yield tuple(part for part in found if part.row.item_level == lowest)

    def _stretch(self, first: int, end: int) -> Scope:
        """The rows that count, between two positions."""
        left, right = (bisect_left(self._part_positions, at) for at in (first, end))
        return self._parts[left:right]

    def _list_sides(self, use: RowUse) -> Iterator[Scope]:
        """All revenue, or all expenditure, where the label names it."""
        for word, revenue in (("세입", True), ("세출", False)):
            if word in squeeze(use.row.label):
                yield tuple(
                    part
                    for part in self._parts
                    if part.account and (part.account.level is Level.REVENUE) is revenue
                )

    def _sum(self, scope: Scope, column: Column) -> Decimal:
        return sum((self.value(part, column) or Decimal(0) for part in scope), Decimal(0))

    def _fits(self, use: RowUse, scope: Scope, column: Column) -> bool:
        stated = self._amounts.read(use.row.number, column.number)
        return stated is None or stated == self._sum(scope, column)

    def _check(self, use: RowUse, scope: Scope) -> Iterator[Diagnostic]:
        if not scope or (use.use is Use.LEAF and use.row.item):
            return
        for column in (*self._amounts.columns, *self._amounts.added):
            broken = any(
                self._amounts.is_unreadable(part.row.number, column.number)
                for part in (use, *scope)
            )
            if not broken and not self._fits(use, scope, column):
                yield self._explain(use, scope, column)

    def _explain(self, use: RowUse, scope: Scope, column: Column) -> Diagnostic:
        table = self._amounts.table
        unit = self._amounts.unit(column)
        stated = self._amounts.read(use.row.number, column.number) or Decimal(0)
        added = self._sum(scope, column)
        rows = ", ".join(str(part.row.number) for part in scope[:8])
        numbers = [f"{value / unit:,f}" for value in (stated, added, stated - added)]
        step = Decimal(self._amounts.step(use.row.number, column.number))
        is_small = explains_sum(stated, added, step, len(scope))
        hint = _("the rows are {rows}", rows=rows + (", …" if len(scope) > 8 else ""))
        if is_small and not self._rounded:
            hint += "; " + _("if the sheet is rounded, say «rounded: true» in a profile")
        return Diagnostic(
            "import-total",
            table.sheet.place(use.row.number, column.number),
            _(
                "{label}, {column}: the sheet says {stated}, its rows add up to {added}, "
                "difference {difference}",
                label=use.row.label or use.row.item,
                column=column.label,
                stated=numbers[0],
                added=numbers[1],
                difference=numbers[2],
            ),
            published=numbers[0],
            computed=numbers[1],
            hint=hint,
            severity=Severity.NOTE if is_small and self._rounded else Severity.ERROR,
        )


def _list_highest(parts: Sequence[RowUse]) -> list[RowUse]:
    """The parts without those that only break down the one above them."""
    found: list[RowUse] = []
    for part in parts:
        if not found or part.row.item_level <= found[-1].row.item_level:
            found.append(part)
    return found
