"""Why a figure changed: the facts that count for it in one state and not in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportgen.comparison.facts import Evidence, FactBook, FactChange
from reportgen.figures import Figure, Operation, Unit

Weights = dict[int, tuple[int, int]]
"""By number of the fact: how often it counts, and how often it occurs, whatever its sign."""

_DERIVED = (Operation.SUM, Operation.DIFFERENCE, Operation.RATIO)


@dataclass(frozen=True, slots=True)
class Cause:
    """A fact and what it adds to the difference.

    :ivar effect: in the unit of the figure; None for a ratio, which nothing adds up to.
    """

    change: FactChange
    effect: int | None

    def reverse(self) -> Cause:
        """The same backwards."""
        effect = None if self.effect is None else -self.effect
        return Cause(self.change.reverse(), effect)


@dataclass(frozen=True, slots=True)
class _Part:
    """Weights to be added.

    :ivar sign: with which they count; :ivar turn: -1 for those of the old state alone.
    """

    sign: int
    turn: int
    weights: Weights


class CauseFinder:
    """The causes of any figure; what figures share is compared once.

    The effects of the causes of a sum or a difference add up to what it changed by.
    """

    def __init__(self, old: Evidence, new: Evidence, book: FactBook) -> None:
        self._old = old
        self._new = new
        self._book = book
        self._differences: dict[str, Weights] = {}
        self._weights: dict[tuple[bool, str], Weights] = {}
        self._changes: dict[tuple[int, bool], FactChange] = {}
        self._orders: dict[int, Any] = {}

    def find(self, name: str) -> tuple[Cause, ...]:
        """The causes of one figure in the order of their lists."""
        figure = self._new.figures.get(name) or self._old.figures[name]
        causes = [
            self._make(number, *weight, figure.unit is Unit.RATIO)
            for number, weight in self._compare(name).items()
        ]
        return tuple(sorted(causes, key=lambda cause: self._orders[id(cause.change)]))

    def _make(self, number: int, net: int, gross: int, of_ratio: bool) -> Cause:
        change = self.change(number, (gross or net) > 0)
        return Cause(change, None if of_ratio else net * change.fact.amount)

    def change(self, number: int, is_new: bool) -> FactChange:
        """The fact with the places that one state has more than the other, or else all."""
        key = number, is_new
        if key not in self._changes:
            here, there = (self._new, self._old) if is_new else (self._old, self._new)
            places = here.places.get(number, [])
            more = len(places) - len(there.places.get(number, []))
            sources = tuple(places[-more:] if more > 0 else places)
            fact = self._book.facts[number]
            change = FactChange(fact, is_new, sources, is_shared=more <= 0)
            self._changes[key] = change
            self._orders[id(change)] = change.order
        return self._changes[key]

    def _compare(self, name: str) -> Weights:
        if name not in self._differences:
            old, new = self._old.figures.get(name), self._new.figures.get(name)
            parts = self._list_differences(name, old, new)
            self._differences[name] = _join(parts, _is_ratio(old or new))
        return self._differences[name]

    def _list_differences(
        self, name: str, old: Figure | None, new: Figure | None
    ) -> Iterator[_Part]:
        """Parts that together are the difference between both states."""
        if old is None or new is None or not (_is_derived(old) and _is_derived(new)):
            if not (old and new and _is_typed_alike(old, new)):
                yield _Part(1, 1, self._weigh(True, name))
                yield _Part(-1, -1, self._weigh(False, name))
            return
        before, after = _list_operands(old), _list_operands(new)
        for operand, sign in after.items():
            shared = before.get(operand) == sign
            weights = self._compare(operand) if shared else self._weigh(True, operand)
            yield _Part(sign, 1, weights)
        for operand, sign in before.items():
            if after.get(operand) != sign:
                yield _Part(-sign, -1, self._weigh(False, operand))

    def _weigh(self, is_new: bool, name: str) -> Weights:
        """All facts of a figure in one state; none where it has no such figure."""
        key = is_new, name
        if key not in self._weights:
            evidence = self._new if is_new else self._old
            figure = evidence.figures.get(name)
            if figure is None:
                self._weights[key] = {}
            elif _is_derived(figure):
                operands = _list_operands(figure).items()
                parts = (_Part(sign, 1, self._weigh(is_new, name)) for name, sign in operands)
                self._weights[key] = _join(parts, _is_ratio(figure))
            else:
                counts = evidence.count_facts(figure)
                self._weights[key] = {number: (n, n) for number, n in counts.items()}
        return self._weights[key]


def _is_derived(figure: Figure) -> bool:
    """Whether it rests on operands alone; the sum of an account's kinds has its own entries."""
    return figure.formula.operation in _DERIVED and not figure.sources


def _is_typed_alike(old: Figure, new: Figure) -> bool:
    """Whether both are the same typed number, though something else in its line changed."""
    typed = old.formula.operation is new.formula.operation is Operation.INPUT
    return typed and old.value == new.value


def _list_operands(figure: Figure) -> Mapping[str, int]:
    """The operands with their signs; of one that stands there twice, the sum of both."""
    signs: dict[str, int] = {}
    subtracts = figure.formula.operation is Operation.DIFFERENCE
    for at, operand in enumerate(figure.formula.operands):
        signs[operand] = signs.get(operand, 0) + (-1 if subtracts and at else 1)
    return signs


def _is_ratio(figure: Figure | None) -> bool:
    return figure is not None and figure.unit is Unit.RATIO


def _join(parts: Iterable[_Part], of_ratio: bool) -> Weights:
    """The sum of parts, without the facts that cancel out; in a ratio none does."""
    joined: Weights = {}
    for part in parts:
        for number, (net, gross) in part.weights.items():
            before = joined.get(number, (0, 0))
            occurs = part.turn * gross
            counts = occurs if of_ratio else part.sign * net
            joined[number] = before[0] + counts, before[1] + occurs
    return {number: weight for number, weight in joined.items() if weight[0]}
