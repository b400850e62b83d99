"""Figures that are made together, when the first of them is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from reportgen.figures.figure import Figure
from reportgen.memory import pause_collection


class FigureGroup:
    """The figures of one measure, or of some that follow from each other.

    :ivar measures: what the names of the figures begin with, up to the first dot; no figure
        of another group begins with them.
    """

    def __init__(self, measures: tuple[str, ...], make: Callable[[], Iterable[Figure]]) -> None:
        self.measures = measures
        self._make = make

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name."""
        with pause_collection():
            return {figure.name: figure for figure in self._make()}
