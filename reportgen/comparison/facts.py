"""What figures rest on: ledger entries and lines of the content, known by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportgen.diagnostics import NOWHERE, SourceRef
from reportgen.figures import Figure, Operation
from reportgen.model.ledger import LedgerEntry

Lines = Mapping[str, Sequence[str]]
"""By path inside the project, the lines of a content file."""


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A line of a content file.

    :ivar amount: the number that is typed there, or 1 for a thing that is counted.
    """

    file: str
    text: str
    amount: int


Fact = LedgerEntry | ContentLine
"""A line, or an entry without its place, so that one that only moved stays the same."""


class FactBook:
    """Numbers for the facts of both states, since numbers are quicker to add up."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._numbers: dict[Fact, int] = {}

    def number(self, fact: Fact) -> int:
        """The number of a fact, the same for equal ones."""
        found = self._numbers.setdefault(fact, len(self.facts))
        if found == len(self.facts):
            self.facts.append(fact)
        return found


class Evidence:
    """The facts behind the figures of one state.

    :param entries: the ledger entries that count.
    :ivar places: by number of the fact, where it stands, in the order of the files.
    """

    def __init__(
        self,
        figures: Mapping[str, Figure],
        entries: Sequence[LedgerEntry],
        lines: Lines,
        book: FactBook,
    ) -> None:
        self.figures = figures
        self.places: dict[int, list[SourceRef]] = {}
        self._lines = lines
        self._book = book
        self._numbers: dict[SourceRef, int] = {}
        for entry in entries:
            number = book.number(replace(entry, source=NOWHERE))
            self._numbers[entry.source] = number
            self.places.setdefault(number, []).append(entry.source)

    def count_facts(self, figure: Figure) -> Counter[int]:
        """The facts that a figure itself names, and how often; not those of its operands."""
        found: Counter[int] = Counter()
        for source in figure.sources:
            number = self._numbers.get(source)
            found[self._read_line(figure, source) if number is None else number] += 1
        return found

    def _read_line(self, figure: Figure, source: SourceRef) -> int:
        typed = figure.formula.operation is Operation.INPUT
        amount = figure.value if typed and isinstance(figure.value, int) else 1
        lines = self._lines.get(source.file, ())
        text = lines[source.line - 1].strip() if 0 < source.line <= len(lines) else ""
        number = self._book.number(ContentLine(source.file, text, amount))
        places = self.places.setdefault(number, [])
        if source not in places:
            places.append(source)
        return number


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that only one of the states has, or that both have and one counts elsewhere.

    :ivar is_new: whether it is the new state that counts it.
    :ivar sources: where it stands.
    :ivar is_shared: whether the other state has it as well.
    """

    fact: Fact
    is_new: bool
    sources: tuple[SourceRef, ...]
    is_shared: bool = False

    def __hash__(self) -> int:
        # Places tell changes apart as well as whole entries do, and are quicker to hash.
        return hash((self.sources, self.is_new))

    def reverse(self) -> FactChange:
        """The same with the states exchanged."""
        return FactChange(self.fact, not self.is_new, self.sources, self.is_shared)

    @property
    def order(self) -> tuple[Any, ...]:
        """Where a list has it: ledger entries by day, then lines; whichever state is new."""
        fact = self.fact
        if isinstance(fact, ContentLine):
            return 1, fact.file, fact.text, fact.amount
        words = fact.stage, fact.kind.value, fact.account, fact.reference, fact.note
        rest = fact.approval.value, fact.funding, str(fact.present), fact.account_name
        return 0, fact.date.isoformat(), words, fact.amount, rest

    def as_json(self) -> dict[str, Any]:
        """The fact as it stands in ``--json``."""
        place = {
            "side": "new" if self.is_new else "old",
            "shared": self.is_shared,
            "sources": [str(source) for source in self.sources],
        }
        fact = self.fact
        if isinstance(fact, ContentLine):
            return {**place, "text": fact.text, "amount": fact.amount}
        return {
            **place,
            "date": fact.date.isoformat(),
            "stage": fact.stage,
            "kind": fact.kind.value,
            "account": fact.account,
            "amount": fact.amount,
            "reference": fact.reference,
            "note": fact.note,
            "funding": fact.funding,
            "approval": fact.approval.value,
        }
