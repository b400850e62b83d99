"""Figures that changed: by how much, why, and where they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportgen.comparison.causes import Cause
from reportgen.comparison.facts import FactChange
from reportgen.comparison.places import PrintedChange
from reportgen.comparison.texts import ChangeKind
from reportgen.figures import Unit
from reportgen.model.budget import EXPENDITURE, REVENUE

Value = int | Decimal | None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure whose value is not the same, or that only one state has.

    :ivar old: None also where a ratio has no value.
    :ivar labels: what it is called in the old and in the new state; empty where it is not.
    :ivar at: its number among the figures of the old and of the new state, if it is there.
    """

    name: str
    unit: Unit
    old: Value
    new: Value
    labels: tuple[str, str]
    at: tuple[int | None, int | None]
    causes: tuple[Cause, ...] = ()
    places: tuple[PrintedChange, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """What happened to it."""
        if self.at[0] is None:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.at[1] is None else ChangeKind.CHANGED

    @property
    def difference(self) -> Value:
        """New minus old, of ratios unrounded; None where one of them has no value."""
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def label(self) -> str:
        """What it is called, rather in the new state."""
        return self.labels[1] or self.labels[0]

    @property
    def is_total(self) -> bool:
        """Whether it is the sum of all revenue or of all expenditure."""
        return self.name.rpartition(".")[2] in (REVENUE, EXPENDITURE)

    @property
    def rank(self) -> tuple[Any, ...]:
        """The most important first: what is printed, totals, then amounts by their change."""
        size = abs(Decimal(self.difference or 0))
        is_alone = self.kind is not ChangeKind.CHANGED
        unit = list(Unit).index(self.unit)
        return (not self.places, not self.is_total, is_alone, unit, -size, self.order)

    @property
    def order(self) -> tuple[Any, ...]:
        """The order of the figures themselves, whichever state is the old one."""
        return min(at for at in self.at if at is not None), self.name

    def reverse(self) -> FigureChange:
        """The same change backwards, with the signs turned."""
        return FigureChange(
            self.name,
            self.unit,
            self.new,
            self.old,
            (self.labels[1], self.labels[0]),
            (self.at[1], self.at[0]),
            tuple(cause.reverse() for cause in self.causes),
            tuple(pair.reverse() for pair in self.places),
        )

    def as_json(self, facts: Mapping[FactChange, int]) -> dict[str, Any]:
        """The change as it stands in ``--json``.

        :param facts: the number of each fact in the list of all.
        """
        return {
            "name": self.name,
            "label": self.label,
            "kind": self.kind.value,
            "unit": self.unit.value,
            "old": _as_json(self.old),
            "new": _as_json(self.new),
            "difference": _as_json(self.difference),
            "causes": [
                {"fact": facts[cause.change], "effect": cause.effect} for cause in self.causes
            ],
            "places": [pair.as_json() for pair in self.places],
        }


def _as_json(value: Value) -> int | str | None:
    """A ratio is written unrounded as text, as in the manifest."""
    return str(value) if isinstance(value, Decimal) else value
