"""All figures by name, readable as ``figures.appropriation.ai_admin_rnd``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from reportgen.figures.figure import Figure
from reportgen.figures.group import FigureGroup


class FigureTable(Mapping[str, Figure]):
    """Figures by their full name; attribute access follows the dots of the names.

    Its order is that in which it was given figures and groups, whatever is asked for first.
    """

    def __init__(self, parts: Iterable[Figure | FigureGroup]) -> None:
        self._sections: list[FigureGroup | dict[str, Figure]] = []
        self._groups: dict[str, FigureGroup] = {}
        self._single: dict[str, Figure] = {}
        for part in parts:
            self._add(part)

    def _add(self, part: Figure | FigureGroup) -> None:
        if isinstance(part, FigureGroup):
            self._sections.append(part)
            self._groups.update(dict.fromkeys(part.measures, part))
            return
        if not self._sections or isinstance(self._sections[-1], FigureGroup):
            self._sections.append({})
        section = self._sections[-1]
        assert isinstance(section, dict)
        section[part.name] = self._single[part.name] = part

    def __getitem__(self, name: str) -> Figure:
        group = self._groups.get(name.partition(".")[0])
        return self._single[name] if group is None else group.figures[name]

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        group = self._groups.get(name.partition(".")[0])
        return name in (self._single if group is None else group.figures)

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(self._list_figures())

    def __len__(self) -> int:
        return sum(map(len, self._list_figures()))

    def _list_figures(self) -> Iterator[Mapping[str, Figure]]:
        for section in self._sections:
            yield section.figures if isinstance(section, FigureGroup) else section

    @cached_property
    def tree(self) -> FigureNode:
        """The figures as expressions see them."""
        return FigureNode(_Branches(self._groups, self._single))


class FigureNode:
    """One level of the names: ``figures.appropriation``."""

    def __init__(self, children: dict[str, FigureNode | Figure] | None = None) -> None:
        self._children = {} if children is None else children

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

    def list_keys(self) -> list[str]:
        """The names below this level."""
        return (
            self._children.list_all()
            if isinstance(self._children, _Branches)
            else [*self._children]
        )

    def __getattr__(self, key: str) -> FigureNode | Figure:
        try:
            return self._children[key]
        except KeyError:
            raise AttributeError(key) from None


class _Branches(dict[str, FigureNode | Figure]):
    """The first level of the names; a group's part of it grows when it is reached."""

    def __init__(self, groups: Mapping[str, FigureGroup], single: Mapping[str, Figure]) -> None:
        self._groups = groups
        root = FigureNode(self)
        for name, figure in single.items():
            root.place(name.split("."), figure)

    def list_all(self) -> list[str]:
        """The names, also of what was not yet reached."""
        return list(dict.fromkeys([*self, *self._groups]))

    def __missing__(self, measure: str) -> FigureNode | Figure:
        if measure not in self._groups:
            raise KeyError(measure)
        root = FigureNode(self)
        for name, figure in self._groups[measure].figures.items():
            root.place(name.split("."), figure)
        if measure not in self:  # a group that came to nothing
            raise KeyError(measure)
        return dict.__getitem__(self, measure)
