"""How the columns of one table are read, as far as it is settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.importing.columns.arithmetic import Arithmetic, Quantity
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import Meaning


@dataclass(frozen=True, slots=True)
class Stated:
    """What a sheet states of every account, and what the ledger already holds of it.

    :ivar amount: the columns that come to it, the one that is named first.
    :ivar kind: of the entries; None where each row says it.
    :ivar held: the kinds of entries that the amount is held against.
    :ivar of_stage: whether only entries of the same stage are.
    :ivar before_stage: whether entries of the stages that the sheet changes aren't.
    :ivar present: the column that the change begins from.
    :ivar since: the first day of the entries that it is held against, else all of the year.
    :ivar day: the day as of which it stands; None where the table or the row says it.
    :ivar header: the header that names its stage; empty where the table does.
    """

    amount: Quantity
    kind: EntryKind | None
    held: frozenset[EntryKind]
    of_stage: bool = False
    before_stage: bool = False
    present: Column | None = None
    since: date | None = None
    day: date | None = None
    header: str = ""

    @property
    def column(self) -> Column:
        """Where the amounts stand."""
        return self.amount.column


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sheet says that accounts have after its entries, beside the amounts that make these.

    :ivar held: the kinds of entries that have to come to it.
    """

    amount: Quantity
    held: frozenset[EntryKind]


@dataclass(slots=True)
class Reading:
    """The columns that aren't settled yet, what the others have become, and what is wrong.

    :ivar open: the columns that may become entries, by what they mean.
    :ivar rounds: columns of amendments by number (N회 추경), from left.
    :ivar changes: those of them that are changes, where there are several.
    :ivar known: the amounts of the table as they are understood, by what they mean.
    :ivar derived: columns that follow from others.
    :ivar stated: what the sheet states.
    :ivar claims: what has to hold when all of that is entered.
    :ivar became: for each column's number what the report says of it.
    """

    table: Table
    arithmetic: Arithmetic
    open: dict[Meaning, Quantity] = field(default_factory=dict)
    rounds: list[Quantity] = field(default_factory=list)
    changes: list[Quantity] = field(default_factory=list)
    known: dict[Meaning, Quantity] = field(default_factory=dict)
    derived: list[Column] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    became: dict[int, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def take(self, *meanings: Meaning) -> Quantity | None:
        """The amounts of the first of these meanings, which are settled thereby."""
        for meaning in meanings:
            if meaning in self.open:
                return self.open.pop(meaning)
        return None

    def state(self, stated: Stated) -> None:
        """Note that the sheet states something."""
        self.stated.append(stated)
        kind = stated.kind
        for column in stated.amount.columns:
            became = kind.value if kind else _("entries of the kind in the row")
            self.became.setdefault(column.number, became)
        self.became[stated.column.number] = (
            kind.value if kind else _("entries of the kind in the row")
        )

    def leave(self, columns: Iterable[Column], why: str) -> None:
        """Note that columns become nothing."""
        for column in columns:
            self.became[column.number] = why

    def complain(
        self, column: Column, message: str, hint: str, *, row: int | None = None, choices: str = ""
    ) -> None:
        """Note what is wrong with a column, at its header or at one of its cells."""
        self.diagnostics.append(
            Diagnostic(
                "import-column",
                self.table.sheet.place(row or self.table.bottom, column.number),
                message,
                published=column.label,
                computed=choices,
                hint=hint,
            )
        )

    def complain_sum(self, column: Column, parts: Quantity, row: int, hint: str) -> None:
        """Note that a cell isn't what other columns of its row come to."""
        stated = f"{self.arithmetic.read(row, column) or Decimal(0):,f}"
        computed = f"{self.arithmetic.value(row, parts):,f}"
        self.diagnostics.append(
            Diagnostic(
                "import-total",
                self.table.sheet.place(row, column.number),
                _(
                    "{column}: the sheet says {stated}, {formula} is {computed} won",
                    column=column.label,
                    stated=stated,
                    formula=parts.label,
                    computed=computed,
                ),
                published=stated,
                computed=computed,
                hint=hint,
            )
        )

    def complain_unclear(self, column: Column, choices: str) -> None:
        """Note that a column may mean several things."""
        self.became[column.number] = _("not clear")
        self.complain(
            column,
            _("{column} may mean {choices}", column=column.label, choices=choices),
            _(
                "say which with --kind, or in a profile under columns: «{column}: …»",
                column=column.label,
            ),
            choices=choices,
        )

    def used(self) -> Iterator[Column]:
        """The columns whose amounts are stated."""
        for stated in self.stated:
            yield from stated.amount.columns
