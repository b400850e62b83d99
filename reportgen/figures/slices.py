"""The ledger's entries, summed once: amounts and sources by account, kind, stage and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportgen.diagnostics import SourceRef
from reportgen.figures.figure import Figure, Formula, Operation, Unit, sum_figures
from reportgen.model.ledger import EntryKind, LedgerEntry


@dataclass(slots=True)
class Slice:
    """What the entries of one account, kind, stage and year come to."""

    amount: int = 0
    sources: list[SourceRef] = field(default_factory=list)


class LedgerSlices:
    """The entries of one state of the ledger, ready to be added up for any account."""

    def __init__(self, entries: Iterable[LedgerEntry]) -> None:
        self._slices: dict[tuple[str, EntryKind, int], dict[str, Slice]] = {}
        self._held: set[tuple[EntryKind, int, str]] = set()
        for entry in entries:
            self._add(entry)

    def _add(self, entry: LedgerEntry) -> None:
        year = entry.date.year
        stages = self._slices.setdefault((entry.account, entry.kind, year), {})
        found = stages.setdefault(entry.stage, Slice())
        found.amount += entry.amount
        found.sources.append(entry.source)
        self._held.add((entry.kind, year, ""))
        self._held.add((entry.kind, year, entry.stage))

    def held(self, kinds: Sequence[EntryKind], year: int, stage: str = "") -> tuple[EntryKind, ...]:
        """Those of the kinds that have an entry of that year (and stage), on any account."""
        return tuple(kind for kind in kinds if (kind, year, stage) in self._held)

    def has(self, account: str, kinds: Sequence[EntryKind], year: int) -> bool:
        """Whether any entry of these kinds names the account itself."""
        return any((account, kind, year) in self._slices for kind in kinds)

    def sum_kind(
        self, name: str, account: str, kind: EntryKind, year: int, stage: str = ""
    ) -> Figure:
        """The account's own entries of one kind, of one stage if it is named; won."""
        stages = self._slices.get((account, kind, year), {})
        slices = [stages[stage]] if stage in stages else [] if stage else list(stages.values())
        criteria = [("account", account), ("kind", kind.value), ("year", str(year))]
        if stage:
            criteria.append(("stage", stage))
        return Figure(
            name,
            sum(part.amount for part in slices),
            Unit.WON,
            Formula(Operation.ENTRIES, criteria=tuple(criteria)),
            tuple(source for part in slices for source in part.sources),
        )


def join_kinds(name: str, parts: tuple[Figure, ...]) -> Figure:
    """The sum of parts of one account that keeps their sources; one part under a new name."""
    if len(parts) == 1:
        only = parts[0]
        return Figure(name, only.value, only.unit, only.formula, only.sources)
    joined = sum_figures(name, parts)
    sources = tuple(source for part in parts for source in part.sources)
    return Figure(name, joined.value, joined.unit, joined.formula, sources)
