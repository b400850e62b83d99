"""What templates may use, told from the types of the views before there is data."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from reportgen.figures import Figure, FigureTable
from reportgen.figures.amendments import AMENDED, AMENDING, PRESENT, RATE
from reportgen.figures.table import FigureNode
from reportgen.model.ledger import EntryKind, Measure
from reportgen.templating.checks.shapes import (
    NUMBER,
    TEXT,
    TRUTH,
    UNKNOWN,
    Kind,
    Members,
    Shape,
    make_group,
    make_list,
)
from reportgen.views.blocks import BlockView, ScheduleLine
from reportgen.views.grid import Cell, Grid, Row
from reportgen.views.names import (
    Columns,
    ContentsEntry,
    Duty,
    NumberedText,
    OutlineChapter,
    Policy,
    ProjectPage,
    RequestGroup,
    RequestView,
    Section,
)

NOUNS: Mapping[type, str] = {
    BlockView: "block",
    Cell: "cell",
    OutlineChapter: "chapter",
    Figure: "figure",
    Grid: "grid",
    Row: "row",
    ScheduleLine: "step",
    ContentsEntry: "entry",
    Duty: "duty",
    NumberedText: "item",
    Policy: "policy",
    ProjectPage: "project",
    RequestGroup: "group",
    RequestView: "request",
    Section: "section",
}
"""What one value of a type is called where prototypes and loops speak of it."""

_LATER = (*Measure, *EntryKind, AMENDED, AMENDING, PRESENT, RATE)
"""Measures that a budget may have at another time, or a ledger with other entries."""


def shape_names(names: type, figures: FigureTable | None = None) -> dict[str, Shape]:
    """What the templates of a document may use, by name.

    :param names: the type of what the document's view makes.
    :param figures: those that there are; without them, any figure may be there.
    """
    shapes = {key: shape_type(hint) for key, hint in list_hints(names).items()}
    shapes["figures"] = UNKNOWN if figures is None else _shape_figures(figures)
    return shapes


def list_hints(owner: type) -> dict[str, Any]:
    """The types of a class's names, with their notes."""
    # A cell may hold blocks, which may hold tables of cells.
    return get_type_hints(owner, localns={"BlockView": BlockView}, include_extras=True)


def shape_type(hint: Any, columns: Columns | None = None) -> Shape:
    """What is known of a value of that type.

    :param columns: by which the cells of rows in it are reached, where that is known.
    """
    origin = get_origin(hint)
    if origin is Annotated:
        held, *notes = get_args(hint)
        return shape_type(held, next((n for n in notes if isinstance(n, Columns)), None))
    if origin in (Union, types.UnionType):
        return _shape_union(get_args(hint), columns)
    if origin in (list, tuple):
        return make_list(shape_type(get_args(hint)[0], columns))
    if origin is Literal:
        return shape_type(type(get_args(hint)[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return make_group({}, rest=shape_type(get_args(hint)[1], columns))
    return _shape_class(hint, columns) if isinstance(hint, type) else UNKNOWN


def _shape_union(hints: tuple[Any, ...], columns: Columns | None) -> Shape:
    held = [hint for hint in hints if hint is not types.NoneType]
    return shape_type(held[0], columns) if len(held) == 1 else UNKNOWN


@cache
def _shape_class(kind: type, columns: Columns | None) -> Shape:
    plain: tuple[tuple[type | tuple[type, ...], Shape], ...] = (
        (bool, TRUTH),
        ((int, float, Decimal), NUMBER),
        (date, Shape(Kind.DAY, methods=frozenset(dir(date)))),
    )
    if kind is FigureNode:
        return UNKNOWN
    if issubclass(kind, str) and not issubclass(kind, Enum):
        return _shape_text(kind)
    if is_typeddict(kind):
        hints = list_hints(kind)
        members = {key: shape_type(hint) for key, hint in hints.items()}
        return make_group(members, NOUNS.get(kind, ""))
    if is_dataclass(kind):
        return _shape_dataclass(kind, columns)
    return next((shape for kinds, shape in plain if issubclass(kind, kinds)), TEXT)


def _shape_text(kind: type) -> Shape:
    """A text; of a cell also what else the cell says."""
    if kind is not Cell:
        return Shape(Kind.TEXT, NOUNS.get(kind, ""), methods=frozenset(_list_public(kind)))

    def list_members() -> Members:
        return {key: shape_type(hint) for key, hint in list_hints(Cell).items()}

    return Shape(Kind.TEXT, NOUNS[Cell], cache(list_members), methods=frozenset(_list_public(Cell)))


def _list_public(kind: type) -> Iterator[str]:
    names = (*dir(kind), *list_hints(kind))
    return (name for name in names if not name.startswith("_"))


def list_typed(kind: type) -> dict[str, Any]:
    """The names that a value of a class has beside methods, with their types."""
    if not is_dataclass(kind):
        own = list_hints(kind)
    else:
        own = {one.name: list_hints(kind)[one.name] for one in fields(kind)}
    if is_typeddict(kind):
        return own
    for key, one in vars(kind).items():
        getter = one.fget if isinstance(one, property) else getattr(one, "func", None)
        if isinstance(one, property | cached_property) and getter is not None:
            own[key] = get_type_hints(getter).get("return", Any)
    return own


def _shape_dataclass(kind: type, columns: Columns | None) -> Shape:
    """The fields and properties; of a row the cells by column, any where they aren't known."""
    cell = _shape_class(Cell, None)

    def list_members() -> Members:
        hints = list_typed(kind)
        members = {key: shape_type(hint, columns) for key, hint in hints.items()}
        if columns is not None and kind in (Grid, Row):
            cells = dict.fromkeys(columns.keys, cell)
            members["columns"] = make_group(cells)
            members |= cells if kind is Row else {}
        return members

    group = Kind.FIGURE if kind is Figure else Kind.GROUP
    rest = cell if kind is Row and columns is None else None
    return Shape(group, NOUNS.get(kind, ""), cache(list_members), rest)


def _shape_figures(figures: FigureTable) -> Shape:
    members = _Figures(figures.tree)
    later = dict.fromkeys(map(str, _LATER), UNKNOWN)
    return Shape(Kind.GROUP, "", lambda: members, methods=frozenset(later))


class _Figures(Mapping[str, Shape]):
    """The figures below one level of their names, looked up when they are asked for."""

    def __init__(self, node: FigureNode) -> None:
        self._node = node
        self._names = dict.fromkeys(node.list_keys())

    def __getitem__(self, key: str) -> Shape:
        if key not in self._names:
            raise KeyError(key)
        found = self._node[key]
        if not isinstance(found, FigureNode):
            return _shape_class(Figure, None)
        below = _Figures(found)
        return Shape(Kind.GROUP, "", lambda: below)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
