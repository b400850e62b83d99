"""All figures by name, readable as ``figures.appropriation.ai_admin_rnd``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from reportgen.figures.figure import Figure


class FigureTable(Mapping[str, Figure]):
    """Figures by their full name; attribute access follows the dots of the names."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = {figure.name: figure for figure in figures}

    def __getitem__(self, name: str) -> Figure:
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    @cached_property
    def tree(self) -> FigureNode:
        """The figures as expressions see them."""
        root = FigureNode()
        for name, figure in self._figures.items():
            root.place(name.split("."), figure)
        return root


class FigureNode:
    """One level of the names: ``figures.appropriation``."""

    def __init__(self) -> None:
        self._children: dict[str, FigureNode | Figure] = {}

    def place(self, path: list[str], figure: Figure) -> None:
        """Hang a figure below this level."""
        if len(path) == 1:
            self._children[path[0]] = figure
            return
        child = self._children.setdefault(path[0], FigureNode())
        if isinstance(child, FigureNode):
            child.place(path[1:], figure)

    def __getitem__(self, key: str) -> FigureNode | Figure:
        return self._children[key]

    def __getattr__(self, key: str) -> FigureNode | Figure:
        try:
            return self._children[key]
        except KeyError:
            raise AttributeError(key) from None
