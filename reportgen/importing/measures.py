"""What becomes of each column: amounts of one kind of entry, a check of others, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.selection import Selection
from reportgen.model.ledger import APPROPRIATION_KINDS, KINDS_OF, EntryKind, Measure
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import UNCLEAR, Meaning, Role

BUDGET_KINDS = frozenset(KINDS_OF[Measure.BUDGET])

Reader = Callable[[int, Column], Decimal | None]
"""The amount of a row in a column, in won."""

_PARTS_OF_APPROPRIATION: frozenset[Meaning] = frozenset[Meaning](
    (Role.BUDGET, Role.CARRIED, Role.MOVED)
) | (APPROPRIATION_KINDS - {EntryKind.OPENING})


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sheet states of every account, and what the ledger already holds of it.

    :ivar column: where the amounts stand.
    :ivar kind: of the entries; None where each row says it.
    :ivar held: the kinds of entries that the amount is held against.
    :ivar of_stage: whether only entries of the same stage are.
    :ivar minus: a column that is subtracted (기정액 from 경정액).
    :ivar present: the column that the change begins from.
    """

    column: Column
    kind: EntryKind | None
    held: frozenset[EntryKind]
    of_stage: bool = False
    minus: Column | None = None
    present: Column | None = None


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """The columns of one table.

    :ivar became: for each column's number what the report says of it.
    """

    stated: tuple[Stated, ...]
    became: Mapping[int, str]
    diagnostics: tuple[Diagnostic, ...]


class ColumnPlanner:
    """Decides about the columns of one table."""

    def __init__(
        self,
        table: Table,
        selection: Selection,
        read: Reader,
        rows: Sequence[int],
        kind: EntryKind | None,
        slack: Callable[[int, Column], int] = lambda _row, _column: 0,
    ) -> None:
        """The table, and what is settled about it.

        :param rows: the rows of accounts, by which arithmetic between columns is tested.
        :param kind: the kind of those amounts whose header names none.
        :param slack: the won by which rounded columns of a row may disagree.
        """
        self._slack = slack
        self._table = table
        self._read = read
        self._rows = rows
        self._kind = kind
        self._became = dict(selection.became)
        self._stated: list[Stated] = []
        self._diagnostics = list(selection.diagnostics)
        self._by_meaning = dict(selection.columns)

    def plan(self) -> ColumnPlan:
        """The decision."""
        self._plan_change()
        self._plan_appropriation()
        self._plan_spent()
        for meaning in list(self._by_meaning):
            self._plan_rest(meaning)
        return ColumnPlan(tuple(self._stated), self._became, tuple(self._diagnostics))

    def _state(
        self,
        column: Column,
        kind: EntryKind | None,
        held: Iterable[EntryKind],
        *,
        of_stage: bool = False,
        minus: Column | None = None,
        present: Column | None = None,
    ) -> None:
        self._stated.append(Stated(column, kind, frozenset(held), of_stage, minus, present))
        self._became[column.number] = kind.value if kind else _("entries of the kind in the row")

    def _take(self, *meanings: Meaning) -> Column | None:
        """The column of the first of these meanings, which is settled thereby."""
        for meaning in meanings:
            if meaning in self._by_meaning:
                return self._by_meaning.pop(meaning)
        return None

    def _agree(self, whole: Column, parts: Iterable[tuple[int, Column]]) -> bool:
        """Whether in every row the parts, each with its sign, come to the whole."""
        signed = list(parts)
        return bool(self._rows) and all(
            (self._read(row, whole) or 0)
            == sum(sign * (self._read(row, part) or 0) for sign, part in signed)
            for row in self._rows
        )

    def _settle_round(self) -> None:
        """Whether «N회 추경» is the change or the budget after it, as the other columns tell."""
        found = self._by_meaning
        column = found.get(Role.ROUND)
        if column is None:
            return
        change, after = found.get(Role.CHANGE), found.get(Role.BUDGET) or found.get(Role.AMENDED)
        before = found.get(Role.PRESENT) or found.get(EntryKind.ORIGINAL)
        if self._kind is EntryKind.AMENDMENT:
            found[EntryKind.AMENDMENT] = found.pop(Role.ROUND)
        elif change and before and self._agree(column, [(1, before), (1, change)]):
            found[Role.AMENDED] = found.pop(Role.ROUND)
            found.pop(EntryKind.ORIGINAL, None)
            found[Role.PRESENT] = before
        elif after and before and self._agree(after, [(1, before), (1, column)]):
            found[EntryKind.AMENDMENT] = found.pop(Role.ROUND)

    def _plan_change(self) -> None:
        """기정액, 경정액 and 증감액: the change is what counts, the others are held against it."""
        self._settle_round()
        found = self._by_meaning
        if Role.PRESENT in found and Role.AMENDED not in found and Role.BUDGET in found:
            found[Role.AMENDED] = found.pop(Role.BUDGET)
        present, amended = found.get(Role.PRESENT), found.get(Role.AMENDED)
        change = found.get(Role.CHANGE)
        kind = self._kind or EntryKind.AMENDMENT
        held = BUDGET_KINDS if kind in BUDGET_KINDS else {kind}
        if change:
            self._check_change(present, amended, change)
            self._state(change, kind, held, of_stage=True, present=present)
        elif amended and present:
            self._state(amended, kind, held, of_stage=True, minus=present, present=present)
        elif amended:
            self._state(amended, kind, BUDGET_KINDS)
        for column in (present, amended):
            if column:
                self._became.setdefault(column.number, _("checked against the change"))
        for meaning in (Role.PRESENT, Role.AMENDED, Role.CHANGE):
            found.pop(meaning, None)

    def _check_change(self, present: Column | None, amended: Column | None, change: Column) -> None:
        if present is None or amended is None:
            return
        for row in self._rows:
            before, after = self._read(row, present) or 0, self._read(row, amended) or 0
            stated = self._read(row, change) or 0
            if abs(Decimal(after - before - stated)) > self._slack(row, change):
                self._diagnostics.append(
                    Diagnostic(
                        "import-total",
                        self._table.sheet.place(row, change.number),
                        _(
                            "{column}: the sheet says {stated}, {amended} less {present} is "
                            "{computed} won",
                            column=change.label,
                            stated=f"{stated:,f}",
                            amended=amended.label,
                            present=present.label,
                            computed=f"{after - before:,f}",
                        ),
                        published=f"{stated:,f}",
                        computed=f"{after - before:,f}",
                        hint=_("correct one of the three cells"),
                    )
                )

    def _plan_appropriation(self) -> None:
        """예산현액: by its parts where all of them are clear and add up to it, else as a whole."""
        whole = self._take(EntryKind.OPENING)
        if whole is None:
            return
        parts = {m: c for m, c in self._by_meaning.items() if m in _PARTS_OF_APPROPRIATION}
        clear = not any(meaning in UNCLEAR for meaning in parts)
        distinct = not {Role.BUDGET, EntryKind.ORIGINAL} <= set(parts)
        sums = self._agree(whole, [(1, part) for part in parts.values()])
        if len(parts) > 1 and clear and distinct and sums:
            self._became[whole.number] = _("the sum of its parts, checked")
            return
        self._state(whole, EntryKind.OPENING, APPROPRIATION_KINDS)
        for meaning, column in parts.items():
            self._became[column.number] = _("ignored: a part of {column}", column=whole.label)
            del self._by_meaning[meaning]

    def _plan_spent(self) -> None:
        """집행액 is settled where both that it may mean have columns of their own."""
        both = {EntryKind.COMMITMENT, EntryKind.DISBURSEMENT} <= set(self._by_meaning)
        if both and (column := self._take(Role.SPENT)):
            self._became[column.number] = _("ignored: 원인행위액 and 지출액 have their own columns")

    def _plan_rest(self, meaning: Meaning) -> None:
        column = self._by_meaning[meaning]
        if isinstance(meaning, EntryKind):
            # Where only the balance is known (opening), it is what was voted.
            opening = {EntryKind.OPENING} if meaning is EntryKind.ORIGINAL else set()
            change = meaning is EntryKind.AMENDMENT
            held = BUDGET_KINDS if change else {meaning} | opening
            self._state(column, meaning, held, of_stage=change)
        elif meaning is Role.BUDGET:
            self._state(column, EntryKind.OPENING, BUDGET_KINDS)
        elif self._has_kind_column() and meaning is Role.AMOUNT:
            self._state(column, None, ())
        elif self._kind and self._kind in UNCLEAR[Role(meaning)]:
            self._state(column, self._kind, {self._kind})
        else:
            self._diagnostics.append(self._explain_unclear(column, Role(meaning)))

    def _has_kind_column(self) -> bool:
        return any(column.meaning is Role.KIND for column in self._table.columns)

    def _explain_unclear(self, column: Column, role: Role) -> Diagnostic:
        choices = ", ".join(UNCLEAR[role])
        self._became[column.number] = _("not clear")
        return Diagnostic(
            "import-column",
            self._table.sheet.place(self._table.bottom, column.number),
            _("{column} may mean {choices}", column=column.label, choices=choices),
            published=column.label,
            computed=choices,
            hint=_(
                "say which with --kind, or in a profile under columns: «{column}: …»",
                column=column.label,
            ),
        )
