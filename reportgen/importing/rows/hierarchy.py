"""What each row of a table is: an account, a level above accounts, a sum, a part, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportgen.i18n import translate as _
from reportgen.importing.basis.options import Told
from reportgen.importing.rows.account_index import CHAIN, Account, AccountIndex, Level
from reportgen.importing.rows.cell_amounts import TableAmounts
from reportgen.importing.rows.detail_columns import is_aspect
from reportgen.readers.finance.names import find_summed, is_total, squeeze
from reportgen.readers.finance.rows import RowTree, TreeRow
from reportgen.readers.finance.words import Role


class Use(StrEnum):
    """What is done with a row."""

    LEAF = "leaf"
    """its amounts are those of one account"""
    UPPER = "upper"
    """its amounts are held against those of the accounts below it"""
    TOTAL = "total"
    """its amounts are held against those of other rows"""
    PART = "part"
    """its amounts are parts of the account above it"""
    IGNORED = "ignored"
    UNKNOWN = "unknown"


@dataclass(eq=False, slots=True)
class RowUse:
    """One row and what it is.

    :ivar account: the account that its label names.
    :ivar leaf: the id of the account that its amounts are entered on.
    :ivar why: what the report says beside it.
    """

    row: TreeRow
    use: Use
    account: Account | None = None
    leaf: str = ""
    why: str = ""


class Hierarchy:
    """The rows of one table, each with its use.

    :ivar uses: of every row that has a number of its own, in order.
    """

    def __init__(
        self,
        tree: RowTree,
        amounts: TableAmounts,
        index: AccountIndex,
        told: Told,
        *,
        by_category: bool = False,
    ) -> None:
        """:param by_category: whether categories are accounts, as in last year's budget."""
        self.tree = tree
        self.amounts = amounts
        self._index = index
        self._told = told
        self._by_category = by_category
        self._known: dict[TreeRow, RowUse] = {}
        self._times = Counter(squeeze(row.label) for row in tree.rows if row.label)
        self._seen: Counter[str] = Counter()
        self.uses = tuple(self.use_of(row) for row in tree.rows)
        self._settle_levels()

    def use_of(self, row: TreeRow) -> RowUse:
        """What a row of the tree is."""
        if row not in self._known:
            if row.parent:
                self.use_of(row.parent)
            self._known[row] = self._decide(row)
        return self._known[row]

    def leaves(self) -> dict[str, list[RowUse]]:
        """The rows that are entered, by the account they are entered on."""
        found: dict[str, list[RowUse]] = {}
        for use in self.uses:
            if use.use is Use.LEAF:
                found.setdefault(use.leaf, []).append(use)
        return found

    def list_joined(self) -> dict[int, tuple[RowUse, ...]]:
        """Rows of other names that a profile gives to an account which has a row already.

        :returns: those that count with a row, by its identity.
        """
        found: dict[int, tuple[RowUse, ...]] = {}
        for uses in self.leaves().values():
            names = [squeeze(use.row.label) for use in uses]
            is_told = any(name in self._told.accounts for name in names)
            if len(uses) > 1 and is_told and len(set(names)) == len(names):
                found[id(uses[0])] = tuple(uses[1:])
        return found

    def ancestors(self, row: TreeRow) -> Iterator[RowUse]:
        """The rows above a row, the nearest first."""
        while row.parent:
            row = row.parent
            yield self.use_of(row)

    def _decide(self, row: TreeRow) -> RowUse:
        number, label = row.number, row.label
        inside = next(self.ancestors(row), None)
        if not label:
            return self._decide_nameless(row, inside)
        if squeeze(label) in self._told.ignored:
            return RowUse(row, Use.IGNORED, why=_("left out by the profile"))
        account = self._match(row)
        if account:
            return self._use_account(row, account)
        if is_total(label):
            return RowUse(row, Use.TOTAL, why=_("a sum, checked"))
        summed = self._index.find(find_summed(label)) if find_summed(label) else ()
        if len(summed) == 1:
            return RowUse(row, Use.UPPER, summed[0], why=_("a sum, checked"))
        if self.amounts.is_silent(number) or row.is_virtual:
            return RowUse(row, Use.IGNORED, why=_("no amounts"))
        if inside and self._takes_parts(inside):
            if is_aspect(label):
                return RowUse(row, Use.UNKNOWN)
            return RowUse(row, Use.PART, why=_("a part of the row above, checked"))
        if not self.amounts.says_something(number):
            return RowUse(row, Use.IGNORED, why=_("all its amounts are zero"))
        return RowUse(row, Use.UNKNOWN)

    def _decide_nameless(self, row: TreeRow, inside: RowUse | None) -> RowUse:
        if not self.amounts.says_something(row.number):
            return RowUse(row, Use.IGNORED, why=_("no amounts"))
        if row.item and inside:
            if is_total(row.item):
                return RowUse(row, Use.TOTAL, why=_("a sum, checked"))
            if is_aspect(row.item):
                return RowUse(row, Use.UNKNOWN)
            return RowUse(row, Use.PART, why=_("a part of the row above, checked"))
        return RowUse(row, Use.UNKNOWN)

    def _takes_parts(self, use: RowUse) -> bool:
        """Whether a name that nobody knows can only be a detail of the row above."""
        if use.use is Use.PART:
            return True
        return use.account is not None and len(use.account.leaves) == 1

    def _use_account(self, row: TreeRow, account: Account) -> RowUse:
        if row.item and is_aspect(row.item):
            return RowUse(row, Use.UNKNOWN, account)
        if account.is_leaf:
            return RowUse(row, Use.LEAF, account, account.id)
        return RowUse(row, Use.UPPER, account, why=_("a sum, checked"))

    def _match(self, row: TreeRow) -> Account | None:
        """The account that the row names, or None when no name or several fit."""
        level = _level_of(row)
        told = self._index.by_id.get(self._told.accounts.get(squeeze(row.label), ""))
        if told and level in (None, told.level):
            return told
        return self._choose(row, self.candidates(row))

    def candidates(self, row: TreeRow) -> list[Account]:
        """The accounts of that name that fit where the row stands."""
        by_id = self._index.by_id.get(self._read_id(row))
        if by_id:
            return [by_id]
        level = _level_of(row)
        named = self._index.find(row.label)
        # Where a header names a level, finance also puts levels above it that have no parts.
        found = [a for a in named if level in (None, a.level)] or list(named)
        for above in self.ancestors(row):
            if above.use is Use.LEAF and all(a.level not in (*CHAIN, Level.REVENUE) for a in found):
                # A programme's 인건비 is a part of it, and not the category of that name.
                return []
            if above.account:
                inside = [a for a in found if above.account.id in a.above]
                return inside or ([] if level is None and len(found) > 1 else found)
        return found

    def _read_id(self, row: TreeRow) -> str:
        """The id that stands beside the name."""
        for column in self.tree.table.columns:
            if column.meaning is Role.ACCOUNT and not row.is_virtual:
                return self.tree.table.sheet.text(row.number, column.number)
        return ""

    def _choose(self, row: TreeRow, found: list[Account]) -> Account | None:
        """The one account; of several below each other the one whose turn it is.

        A name that a policy, a unit and a programme share stands for the upper level where
        rows follow below it, and for the lowest where none do. Where it stands several
        times, each next time is a level further down.
        """
        if len(found) < 2:
            return found[0] if found else None
        category = next((a for a in found if a.level is Level.CATEGORY), None)
        if category and self._by_category:
            return category
        chain = sorted(
            (a for a in found if a.level in CHAIN), key=lambda account: CHAIN.index(account.level)
        )
        if not chain or any(upper.id not in lower.above for upper, lower in pairwise(chain)):
            return None
        if row.children and any(child.label for child in row.children):
            return chain[0]
        name = squeeze(row.label)
        left = self._times[name] - self._seen[name]
        self._seen[name] += 1
        return chain[max(len(chain) - left, 0)]

    def _settle_levels(self) -> None:
        """Give a level its only account where the table has no row of that account.

        Of levels that share one account the lowest comes first; the others are sums of it.
        """
        present = set(self.leaves())
        uppers = [use for use in self.uses if use.use is Use.UPPER and use.account]
        for use in sorted(uppers, key=lambda use: -_depth(use.account)):
            account = use.account
            if account is None or present & set(account.leaves):
                continue
            if not self.amounts.says_something(use.row.number):
                continue
            if self._by_category and account.level is Level.CATEGORY:
                use.use, use.leaf, use.why = Use.LEAF, account.id, ""
            elif len(account.leaves) == 1:
                use.use, use.leaf = Use.LEAF, account.leaves[0]
                use.why = _("the only programme of {account}", account=account.id)
            present.add(use.leaf)


def _level_of(row: TreeRow) -> Level | None:
    return Level(row.level.value) if row.level else None


def _depth(account: Account | None) -> int:
    return CHAIN.index(account.level) if account and account.level in CHAIN else -1
