"""The ledger's entries, summed once: amounts by account, kind and year, and by stage if asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress

from reportgen.diagnostics import SourceRef
from reportgen.figures.entry_index import EntryIndex
from reportgen.figures.figure import Figure, Formula, Operation, Unit, sum_figures
from reportgen.figures.lazy import LazyFormula, LazySources
from reportgen.model.entries import Ledger
from reportgen.model.ledger import EntryKind, LedgerEntry

Amounts = Mapping[str, int]
"""Won by account; an account without entries is not in it."""


class LedgerSlices:
    """The entries of one state of the ledger, ready to be added up for any account."""

    def __init__(self, entries: Iterable[LedgerEntry]) -> None:
        self._ledger = Ledger.of(entries)
        self._index = EntryIndex(self._ledger)
        self._sums: dict[str, Mapping[tuple[EntryKind, int], Amounts]] = {}
        self._held = {
            (found.kind, found.date.year, stage)
            for found in self._ledger.classes.values()
            for stage in ("", found.stage)
        }

    def held(self, kinds: Sequence[EntryKind], year: int, stage: str = "") -> tuple[EntryKind, ...]:
        """Those of the kinds that have an entry of that year (and stage), on any account."""
        return tuple(kind for kind in kinds if (kind, year, stage) in self._held)

    def has(self, account: str, kinds: Sequence[EntryKind], year: int) -> bool:
        """Whether any entry of these kinds names the account itself."""
        return any(account in self._sum_accounts(kind, year, "") for kind in kinds)

    def sum_kind(
        self, name: str, account: str, kind: EntryKind, year: int, stage: str = ""
    ) -> Figure:
        """The account's own entries of one kind, of one stage if it is named; won."""
        return Figure(
            name,
            self._sum_accounts(kind, year, stage).get(account, 0),
            Unit.WON,
            _choose(kind, year, stage)(account),
            LazySources(self._find((kind,), year, stage), account),
        )

    def sum_kinds(
        self, name: str, prefix: str, kinds: Sequence[EntryKind], year: int, stage: str = ""
    ) -> KindSums:
        """One measure of several kinds, for any account; of the kinds that the ledger holds.

        :param prefix: what the names of the figures of single kinds begin with.
        """
        held = self.held(kinds, year, stage) or tuple(kinds[:1])
        amounts: dict[str, int] = defaultdict(int)
        for kind in held:
            for account, amount in self._sum_accounts(kind, year, stage).items():
                amounts[account] += amount
        explain = _add(prefix, held) if len(held) > 1 else _choose(held[0], year, stage)
        find = self._find(held, year, stage)
        return KindSums(name, kinds, year, dict(amounts), find, explain)

    def _find(
        self, kinds: Sequence[EntryKind], year: int, stage: str
    ) -> Callable[[str], Iterable[SourceRef]]:
        return lambda account: self._index.find(account, kinds, year, stage)

    def _sum_accounts(self, kind: EntryKind, year: int, stage: str) -> Amounts:
        if stage not in self._sums:
            self._sums[stage] = self._sum(stage)
        return self._sums[stage].get((kind, year), {})

    def _sum(self, stage: str) -> Mapping[tuple[EntryKind, int], Amounts]:
        """The sums of one stage, or of all of them, in one pass over the columns."""
        columns = self._ledger.columns
        sums: dict[tuple[EntryKind, int], dict[int, int]] = {}
        ignored: dict[int, int] = defaultdict(int)
        targets = [ignored] * len(columns.classes)
        for number, found in self._ledger.classes.items():
            if stage in ("", found.stage):
                key = found.kind, found.date.year
                targets[number] = sums.setdefault(key, defaultdict(int))
        rows: Iterable[tuple[int, int, int]] = zip(
            columns.class_of, columns.account_of, columns.amounts, strict=True
        )
        if stage:
            wanted = [target is not ignored for target in targets]
            rows = compress(rows, map(wanted.__getitem__, columns.class_of))
        for number, account, amount in rows:
            targets[number][account] += amount
        return {
            key: {columns.accounts[account]: amount for account, amount in amounts.items()}
            for key, amounts in sums.items()
        }


class KindSums:
    """The sums of some kinds of one year, and of one stage if it is named, by account.

    :ivar name: the measure that they make up.
    :ivar asked: the kinds, whether the ledger holds them or not.
    """

    def __init__(
        self,
        name: str,
        asked: Sequence[EntryKind],
        year: int,
        amounts: Amounts,
        find: Callable[[str], Iterable[SourceRef]],
        explain: Callable[[str], Formula],
    ) -> None:
        self.name = name
        self.asked = asked
        self.year = year
        self._amounts = amounts
        self._find = find
        self._explain = explain

    def make(self, account: str) -> Figure:
        """The account's figure; zero without entries."""
        return Figure(
            f"{self.name}.{account}",
            self._amounts.get(account, 0),
            Unit.WON,
            LazyFormula(self._explain, account),
            LazySources(self._find, account),
        )


def _choose(kind: EntryKind, year: int, stage: str) -> Callable[[str], Formula]:
    """The formula of the entries of one account."""
    rest: tuple[tuple[str, str], ...] = (("kind", kind.value), ("year", str(year)))
    if stage:
        rest = (*rest, ("stage", stage))

    def explain(account: str) -> Formula:
        return Formula(Operation.ENTRIES, criteria=(("account", account), *rest))

    return explain


def _add(prefix: str, kinds: Sequence[EntryKind]) -> Callable[[str], Formula]:
    """The formula of the sum over the figures of single kinds."""
    stems = [f"{prefix}{kind.value}." for kind in kinds]

    def explain(account: str) -> Formula:
        return Formula(Operation.SUM, tuple([stem + account for stem in stems]))

    return explain


def join_kinds(name: str, parts: tuple[Figure, ...]) -> Figure:
    """The sum of parts of one account that keeps their sources; one part under a new name."""
    if len(parts) == 1:
        only = parts[0]
        return Figure(name, only.value, only.unit, only.formula, only.sources)
    joined = sum_figures(name, parts)
    sources = tuple(source for part in parts for source in part.sources)
    return Figure(name, joined.value, joined.unit, joined.formula, sources)
