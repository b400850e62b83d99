"""What each revenue account pays for (재원), as far as content and ledger say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportgen.model.entries import Ledger
from reportgen.model.ledger import APPROPRIATION_KINDS, LedgerEntry
from reportgen.model.ledger_queries import list_texts
from reportgen.model.project_folder import ProjectFolder


@dataclass(frozen=True, slots=True)
class Funding:
    """예산현액 by programme and revenue account, in won.

    :ivar amounts: by programme, then by the id of the revenue account.
    :ivar unnamed: what no revenue account is named for, by programme; zeros are left out.
    """

    amounts: dict[str, dict[str, int]]
    unnamed: dict[str, int]

    @property
    def by_source(self) -> dict[str, int]:
        """What each named revenue account pays for."""
        totals: dict[str, int] = {}
        for sources in self.amounts.values():
            for source, amount in sources.items():
                totals[source] = totals.get(source, 0) + amount
        return totals


def choose_funded(folder: ProjectFolder, entries: Iterable[LedgerEntry]) -> Ledger:
    """The entries for which somebody has to pay: those that make up 예산현액 of the year."""
    year = folder.report.year
    return Ledger.of(entries).select(
        lambda found: found.kind in APPROPRIATION_KINDS and found.date.year == year
    )


def sum_funding(folder: ProjectFolder, entries: Iterable[LedgerEntry]) -> Funding:
    """The funding of every programme; that of an entry goes before that of its programme."""
    usual = {leaf.id: leaf.funding or "" for leaf in folder.accounts.programmes()}
    amounts: dict[str, dict[str, int]] = {}
    for account, won, named in list_texts(choose_funded(folder, entries), "funding"):
        if account in usual:
            sources = amounts.setdefault(account, {})
            source = named or usual[account]
            sources[source] = sources.get(source, 0) + won
    unnamed = {account: sources.pop("", 0) for account, sources in amounts.items()}
    return Funding(
        {account: sources for account, sources in amounts.items() if sources},
        {account: amount for account, amount in unnamed.items() if amount},
    )
