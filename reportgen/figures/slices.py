"""The ledger's entries, summed once: amounts by account, kind and year, and by stage if asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from reportgen.diagnostics import SourceRef
from reportgen.figures.entry_index import EntryIndex
from reportgen.figures.figure import Criterion, Figure, Formula, Operation, Unit, sum_figures
from reportgen.figures.lazy import LazyFormula, LazySources
from reportgen.model.entries import Ledger
from reportgen.model.ledger import KINDS_OF, EntryKind, LedgerEntry, Measure

Amounts = Mapping[str, int]
"""Won by account; an account without entries is not in it."""

_VOTED = KINDS_OF[Measure.BUDGET]


class LedgerSlices:
    """The entries of one state of the ledger, ready to be added up for any account."""

    def __init__(self, entries: Iterable[LedgerEntry]) -> None:
        self._ledger = Ledger.of(entries)
        self._index = EntryIndex(self._ledger)
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
        return any(
            account in amounts
            for (kind, its_year, _stage), amounts in self._sums.items()
            if kind in kinds and its_year == year
        )

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

    def sum_all(self, kind: EntryKind, year: int) -> int:
        """All entries of one kind and year, whatever their account; won."""
        return sum(self._sum_accounts(kind, year, "").values())

    def sum_kinds(
        self, name: str, prefix: str, kinds: Sequence[EntryKind], year: int, stage: str = ""
    ) -> KindSums:
        """One measure of several kinds, for any account; of the kinds that the ledger holds.

        :param prefix: what the names of the figures of single kinds begin with.
        """
        held = self.held(kinds, year, stage) or tuple(kinds[:1])
        amounts = _add_up(self._sum_accounts(kind, year, stage) for kind in held)
        explain = _add(prefix, held) if len(held) > 1 else _choose(held[0], year, stage)
        find = self._find(held, year, stage)
        return KindSums(name, kinds, year, amounts, find, explain)

    def _find(
        self, kinds: Sequence[EntryKind], year: int, stage: str
    ) -> Callable[[str], Iterable[SourceRef]]:
        return lambda account: self._index.find(account, kinds, year, stage)

    def _sum_accounts(self, kind: EntryKind, year: int, stage: str) -> Amounts:
        if stage and kind not in _VOTED:
            return self._of_stage(stage)._sum_accounts(kind, year, "")
        parts = [
            amounts
            for (one, its_year, its_stage), amounts in self._sums.items()
            if one is kind and its_year == year and stage in ("", its_stage)
        ]
        return parts[0] if len(parts) == 1 else _add_up(parts)

    def _of_stage(self, stage: str) -> LedgerSlices:
        return LedgerSlices(self._ledger.select(lambda found: found.stage == stage))

    @cached_property
    def _sums(self) -> Mapping[tuple[EntryKind, int, str], Amounts]:
        """The sums by kind, year and stage in one pass over the columns.

        Only what is voted is asked for by stage, so the stage of other kinds is left empty.
        """
        columns = self._ledger.columns
        sums: dict[tuple[EntryKind, int, str], dict[int, int]] = {}
        ignored: dict[int, int] = defaultdict(int)
        targets = [ignored] * len(columns.classes)
        for number, found in self._ledger.classes.items():
            stage = found.stage if found.kind in _VOTED else ""
            key = found.kind, found.date.year, stage
            targets[number] = sums.setdefault(key, defaultdict(int))
        rows = zip(columns.class_of, columns.account_of, columns.amounts, strict=True)
        for number, account, amount in rows:
            targets[number][account] += amount
        return {
            key: {columns.accounts[account]: amount for account, amount in amounts.items()}
            for key, amounts in sums.items()
        }


def _add_up(parts: Iterable[Amounts]) -> Amounts:
    amounts: dict[str, int] = defaultdict(int)
    for part in parts:
        for account, amount in part.items():
            amounts[account] += amount
    return dict(amounts)


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
        self.amounts = amounts
        self._find = find
        self._explain = explain

    def make(self, account: str) -> Figure:
        """The account's figure; zero without entries."""
        return Figure(
            f"{self.name}.{account}",
            self.amounts.get(account, 0),
            Unit.WON,
            LazyFormula(self._explain, account),
            LazySources(self._find, account),
        )


def _choose(kind: EntryKind, year: int, stage: str) -> Callable[[str], Formula]:
    """The formula of the entries of one account."""
    rest: tuple[Criterion, ...] = (("kind", kind.value), ("year", str(year)))
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
