"""The columns of a table that may matter: those that may become entries, and those that follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.columns import Column
from reportgen.readers.finance.names import without_brackets
from reportgen.readers.finance.profile import Amounts
from reportgen.readers.finance.tables import Table
from reportgen.readers.finance.words import Meaning, Role

_BESIDE_CHANGE: frozenset[Meaning] = frozenset[Meaning](
    {Role.PRESENT, Role.AMENDED, Role.ROUND, EntryKind.ADJUSTMENT}
)
"""What makes of 증감 more than a comparison with another year."""

_CURRENT = frozenset({"당월", "금월", "금회", "당일"})


@dataclass(frozen=True, slots=True)
class Selection:
    """The columns of a table that may matter, by what they mean.

    :ivar others: columns that never become entries; what they hold may follow from these.
    :ivar became: why each of the columns that are left out is, by its number.
    """

    columns: Mapping[Meaning, tuple[Column, ...]]
    others: tuple[Column, ...]
    became: Mapping[int, str]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the columns that may become entries."""
        return frozenset(column.number for columns in self.columns.values() for column in columns)


def select_columns(
    table: Table,
    *,
    year: int,
    amounts: Amounts,
    kind: EntryKind | None,
    is_change: bool = False,
) -> Selection:
    """Leave out amounts of another year, parts of other amounts, and mere comparisons.

    :param is_change: whether the table is of an amendment; 증감 beside 본예산 then is the change.
    """
    found: dict[Meaning, list[Column]] = {}
    others: list[Column] = []
    became: dict[int, str] = {}
    for column in table.columns:
        if column.meaning in (None, Role.IGNORE) and column.year in (None, year):
            others.append(column)
        if column.meaning is None or not column.is_amount:
            continue
        if column.year not in (None, year):
            became[column.number] = _("ignored: of the year {year}", year=column.year or year - 1)
        elif not _fits(column, amounts, table.columns):
            became[column.number] = _("ignored: a part of another column")
        else:
            found.setdefault(column.meaning, []).append(column)
    beside = _BESIDE_CHANGE | ({EntryKind.ORIGINAL} if is_change else set())
    if not (kind or beside & set(found)):
        for column in found.pop(Role.CHANGE, []):
            became[column.number] = _("ignored: a comparison")
    columns = {meaning: tuple(columns) for meaning, columns in found.items()}
    return Selection(columns, tuple(others), became)


def _fits(column: Column, amounts: Amounts, columns: Sequence[Column]) -> bool:
    """Whether a column holds the amounts that are wanted: those so far, or those of the month."""
    current = any(without_brackets(label) in _CURRENT for label in column.labels)
    if amounts is Amounts.CUMULATIVE:
        return not column.partial
    split = any(other.partial and other.meaning is column.meaning for other in columns)
    return current if split else not column.partial
