"""Rows of an invented ledger of any length: every kind of entry, spread over 40 stages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

POLICIES, UNITS, LEAVES = 45, 5, 22
PROGRAMMES = tuple(f"programme_{number:04}" for number in range(POLICIES * UNITS * LEAVES))
SOURCES = tuple(f"revenue_{number:02}" for number in range(50))
RESERVES = PROGRAMMES[-5:]
"""The programmes of the reserve."""

STAGES = ("2025 최종예산", "2026 본예산", *(f"2026 제{number}회 추경" for number in range(1, 39)))
COLUMNS = "date,stage,kind,account,amount,reference,note,approval,funding"

_BASE = 1_000_000
"""Thousands of won of the smallest programme's budget."""
_CARRYOVERS = ("explicit_carryover", "incidental_carryover", "continuing_carryover")

Amounts = tuple[tuple[str, str, int], ...]
"""Kind, account and thousands of won of the rows of one document."""


@dataclass(slots=True)
class LedgerMaker:
    """Makes one ledger: budgets, then stage by stage an amendment and what is done after it.

    Its amounts agree, so the checks find nothing in it. The same length gives the same rows.

    :ivar ahead: what was spent ahead of the next amendment: programme, revenue, amount.
    """

    rows: int
    made: int = 0
    documents: int = 0
    ahead: list[tuple[str, str, int]] = field(default_factory=list)

    def make(self) -> Iterator[str]:
        """The rows below the header."""
        yield from self._spell(self._list_budgets(0, "opening"), 0, f"{STAGES[0]}서")
        yield from self._spell(self._list_budgets(1, "original"), 1, f"{STAGES[1]}서")
        begun = self.made
        for stage in range(1, len(STAGES)):
            if stage > 1:
                reference = f"제{stage - 1}회 추경예산서"
                yield from self._spell(self._list_amendment(stage), stage, reference)
            start, end = self.made, begun + (self.rows - begun) * stage // (len(STAGES) - 1)
            while self.made < end:
                day = 9 * (self.made - start) // max(end - start, 1)
                yield from self._make_document(stage, day)

    def _make_document(self, stage: int, day: int) -> Iterator[str]:
        self.documents += 1
        number = self.documents
        reference = f"문서-2026-{number:07}"
        amounts = tuple(self._list_document(number, stage))
        yield from self._spell(amounts, stage, reference, f"{number % 12 + 1}월 {number}", day)

    def _spell(
        self, amounts: Amounts, stage: int, reference: str, note: str = "", day: int = 0
    ) -> Iterator[str]:
        when = _begin(stage) + timedelta(days=day)
        state = "안" if stage == len(STAGES) - 1 and not day and not note else ""
        for kind, account, amount in amounts:
            self.made += 1
            funding = SOURCES[self.made % len(SOURCES)] if kind == "commitment" else ""
            text = f"△{-amount}" if amount < 0 else _group(kind, amount)
            head = f"{when},{STAGES[stage]},{kind},{account}"
            yield f"{head},{text},{reference},{note or account},{state},{funding}\n"

    def _list_budgets(self, stage: int, kind: str) -> Amounts:
        budgets = [_BASE + number for number in range(len(PROGRAMMES))]
        share, rest = divmod(sum(budgets), len(SOURCES))
        revenue = [share + (0 if number else rest) for number in range(len(SOURCES))]
        accounts = zip((*PROGRAMMES, *SOURCES), (*budgets, *revenue), strict=True)
        return tuple((kind, account, amount) for account, amount in accounts)

    def _list_amendment(self, stage: int) -> Amounts:
        """Fifty programmes grow, and what was spent ahead is taken up."""
        grown = [PROGRAMMES[(stage * 131 + at * 97) % len(PROGRAMMES)] for at in range(50)]
        amounts = [("amendment", account, 1000 + at) for at, account in enumerate(grown)]
        total = sum(amount for _kind, _account, amount in amounts)
        amounts.append(("amendment", SOURCES[stage % len(SOURCES)], total))
        for programme, source, amount in self.ahead:
            for account in (programme, source):
                amounts += [("amendment", account, amount), ("pre_approval", account, -amount)]
        self.ahead.clear()
        return tuple(amounts)

    def _list_document(self, number: int, stage: int) -> Amounts:
        """What one document enters; most spend, or take in."""
        at = number * 7919 % (len(PROGRAMMES) - len(RESERVES))
        account, amount, turn = PROGRAMMES[at], 100 + number * 31 % 9000, number % 40
        source = SOURCES[number % len(SOURCES)]
        if turn in _MOVES:
            kind, span = _MOVES[turn]
            # Between policies, what the first of them gives goes to the second.
            own = span == len(PROGRAMMES) and at < LEAVES * UNITS
            other = PROGRAMMES[LEAVES * UNITS if own else at // span * span]
            return ((kind, account, -amount), (kind, other, amount))
        if turn == 3:
            reserve, used = RESERVES[number % len(RESERVES)], amount % 10 + 1
            return (("reserve_use", reserve, -used), ("reserve_use", account, used))
        if turn == 4 and number % 400 == 4 and stage < len(STAGES) - 1:
            self.ahead.append((account, source, amount))
            return (("pre_approval", account, amount), ("pre_approval", source, amount))
        if turn == 5 and stage == 1:
            kind = _CARRYOVERS[number // 40 % 3]
            return ((kind, account, amount), (kind, source, amount))
        if turn % 8 == 6:
            return (("collection", source, amount),)
        return (("commitment", account, amount), ("disbursement", account, amount - 50))


_MOVES = {
    0: ("adjustment", LEAVES),
    1: ("intra_programme_transfer", LEAVES * UNITS),
    2: ("inter_programme_transfer", len(PROGRAMMES)),
}
"""Transfers by turn, and within how many programmes of the tree each stays."""


def _begin(stage: int) -> date:
    return date(2025, 12, 31) if not stage else date(2026, 1, 1) + timedelta(days=9 * (stage - 1))


def _group(kind: str, amount: int) -> str:
    """Amendments are typed with separators, as they come from finance's sheets."""
    return f'"{amount:,}"' if kind == "amendment" else str(amount)
