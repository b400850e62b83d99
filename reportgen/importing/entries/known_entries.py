"""Amounts of a list that the ledger has already as entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reportgen.harmless import make_harmless
from reportgen.importing.entries.planned_entries import StatedAmount
from reportgen.importing.rows.rounding import rounds_to
from reportgen.model.ledger import EntryKind, LedgerEntry

Key = tuple[date, EntryKind, str, str | None, str]


class KnownEntries:
    """The entries of a ledger that a list may state again, each as often as it stands there.

    :ivar rounded: the amounts that were taken and that the list has rounded.
    """

    def __init__(self, ledger: Iterable[LedgerEntry], listed: Iterable[StatedAmount]) -> None:
        self.rounded: list[StatedAmount] = []
        asked = {(amount.date, amount.kind, amount.account) for amount in listed}
        self._left: dict[Key, list[int]] = {}
        for entry in ledger:
            if (entry.date, entry.kind, entry.account) in asked:
                for reference in (None, make_harmless(entry.reference)):
                    key = (entry.date, entry.kind, entry.account, reference, _spell(entry.note))
                    self._left.setdefault(key, []).append(entry.amount)

    def take(self, amount: StatedAmount) -> bool:
        """Whether the ledger has it, as far as the list shows it; it counts once."""
        # A list without references leaves open which entry it means.
        reference = make_harmless(amount.reference) if amount.reference else None
        key = (amount.date, amount.kind, amount.account, reference, _spell(amount.note))
        left = self._left.get(key, [])
        shown = (exact for exact in left if rounds_to(exact, amount.amount, amount.step))
        found = amount.amount if amount.amount in left else next(shown, None)
        if found is None:
            return False
        left.remove(found)
        if found != amount.amount:
            self.rounded.append(amount)
        return True


def _spell(note: str) -> str:
    return make_harmless(note)
