"""Accounts by what finance calls them: official and former names, on every level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from reportgen.model.budget import Accounts, Named
from reportgen.readers.finance.names import squeeze, strip_marker, strip_note


class Level(StrEnum):
    """Where an account stands; those of expenditure have the names of their headers."""

    REVENUE = "revenue"
    CATEGORY = "category"
    POLICY = "policy"
    UNIT = "unit"
    PROGRAMME = "programme"


CHAIN = (Level.POLICY, Level.UNIT, Level.PROGRAMME)
"""The levels below each other."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account of any level.

    :ivar above: ids of the levels it belongs to, its category among them.
    :ivar leaves: ids of the accounts that its amounts are entered on; itself, if it is one.
    """

    id: str
    name: str
    level: Level
    above: frozenset[str]
    leaves: tuple[str, ...]

    @property
    def is_leaf(self) -> bool:
        """Whether entries name it."""
        return self.leaves == (self.id,)


class AccountIndex:
    """Every account of ``accounts.yaml``."""

    def __init__(self, accounts: Accounts) -> None:
        self.by_id: dict[str, Account] = {}
        self._official: dict[str, list[Account]] = {}
        self._former: dict[str, list[Account]] = {}
        for named, account in _list_accounts(accounts):
            self.by_id[account.id] = account
            self._official.setdefault(squeeze(named.name), []).append(account)
            for name in named.former_names:
                self._former.setdefault(squeeze(name), []).append(account)

    def find(self, label: str) -> tuple[Account, ...]:
        """The accounts of that name, blanks aside; else those that had it, else by id.

        A name counts as it stands, then without a bullet before it, then without a mark behind.
        """
        for text in dict.fromkeys((label, strip_marker(label), strip_note(strip_marker(label)))):
            name = squeeze(text)
            found = self._official.get(name) or self._former.get(name)
            if found:
                return tuple(found)
        account = self.by_id.get(label.strip())
        return (account,) if account else ()

    def suggest(self, label: str, below: Account | None = None) -> tuple[Account, ...]:
        """Accounts whose names look like it, the closest first; never taken unasked."""
        names = {**self._former, **self._official}
        close = get_close_matches(squeeze(strip_note(strip_marker(label))), names, n=3, cutoff=0.5)
        found = dict.fromkeys(account for name in close for account in names[name])
        inside = [a for a in found if below is None or below.id in a.above]
        return tuple(inside or found)


def _list_accounts(accounts: Accounts) -> Iterator[tuple[Named, Account]]:
    nowhere: frozenset[str] = frozenset()
    for named in accounts.revenue:
        yield named, Account(named.id, named.name, Level.REVENUE, nowhere, (named.id,))
    for category in accounts.categories:
        leaves = tuple(leaf.id for leaf in accounts.programmes_of(category.id))
        yield category, Account(category.id, category.name, Level.CATEGORY, nowhere, leaves)
    for policy in accounts.expenditure:
        leaves = tuple(leaf.id for unit in policy.children for leaf in unit.children)
        yield policy, Account(policy.id, policy.name, Level.POLICY, nowhere, leaves)
        for unit in policy.children:
            parts = tuple(leaf.id for leaf in unit.children)
            above = frozenset({policy.id})
            yield unit, Account(unit.id, unit.name, Level.UNIT, above, parts)
            for leaf in unit.children:
                all_above = frozenset({policy.id, unit.id, leaf.category})
                yield leaf, Account(leaf.id, leaf.name, Level.PROGRAMME, all_above, (leaf.id,))
