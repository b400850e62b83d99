"""What is known of a value before there is any: which names it has, and what it is a list of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a value is for an author."""

    UNKNOWN = "unknown"
    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    LIST = "list"
    GROUP = "group"
    """named values"""
    FIGURE = "figure"


Members = Mapping[str, "Shape"]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a value is, as far as it is known.

    :ivar noun: what one of several such values is called, such as ``project``.
    :ivar list_members: the values by name; made when somebody asks.
    :ivar rest: what any other name has; None where there is no other.
    :ivar item: what a list is made of.
    :ivar methods: further names that are no mistake, such as those of texts.
    """

    kind: Kind
    noun: str = ""
    list_members: Callable[[], Members] = dict
    rest: Shape | None = None
    item: Shape | None = None
    methods: frozenset[str] = frozenset()

    def find(self, name: str) -> Shape | None:
        """The value of that name, None where there can be none."""
        if self.kind is Kind.UNKNOWN:
            return self
        found = self.list_members().get(name)
        if found is not None:
            return found
        return UNKNOWN if name in self.methods else self.rest


UNKNOWN = Shape(Kind.UNKNOWN)


def _list_methods(kind: type) -> frozenset[str]:
    return frozenset(name for name in dir(kind) if not name.startswith("_"))


TEXT = Shape(Kind.TEXT, methods=_list_methods(str))
NUMBER = Shape(Kind.NUMBER, methods=_list_methods(int) | _list_methods(float))
TRUTH = Shape(Kind.TRUTH, methods=_list_methods(bool))


@lru_cache(maxsize=4096)
def make_list(item: Shape = UNKNOWN) -> Shape:
    """A list of such values."""
    return Shape(Kind.LIST, item=item, methods=_list_methods(tuple) | _list_methods(list))


def make_group(members: Members, noun: str = "", rest: Shape | None = None) -> Shape:
    """Named values."""
    return Shape(Kind.GROUP, noun, lambda: members, rest, methods=_list_methods(dict))


def join_shapes(shapes: Iterable[Shape]) -> Shape:
    """What a value is that may be any of several; of named values any name of one is right."""
    found = list(dict.fromkeys(shapes))
    if not found or any(shape.kind is Kind.UNKNOWN for shape in found):
        return UNKNOWN
    return found[0] if len(found) == 1 else _join(tuple(found))


@lru_cache(maxsize=1024)
def _join(shapes: tuple[Shape, ...]) -> Shape:
    kinds = {shape.kind for shape in shapes}
    if len(kinds) > 1:
        return UNKNOWN
    items = [shape.item for shape in shapes if shape.item is not None]
    rests = [shape.rest for shape in shapes if shape.rest is not None]

    def list_members() -> Members:
        names = dict.fromkeys(name for shape in shapes for name in shape.list_members())
        return {
            name: join_shapes(
                found for shape in shapes if (found := shape.list_members().get(name)) is not None
            )
            for name in names
        }

    return Shape(
        shapes[0].kind,
        shapes[0].noun,
        list_members,
        join_shapes(rests) if rests else None,
        join_shapes(items) if items else None,
        frozenset().union(*(shape.methods for shape in shapes)),
    )


def list_paths(names: Mapping[str, Shape]) -> tuple[str, ...]:
    """The names that a document offers, each also with its own members: ``report.title``."""
    found: list[str] = []
    for name, shape in names.items():
        members = shape.list_members() if shape.kind is Kind.GROUP else ()
        found += [name, *(f"{name}.{member}" for member in members)]
    return tuple(found)


LOOP = make_group(
    {
        **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length"), NUMBER),
        **dict.fromkeys(("depth", "depth0"), NUMBER),
        **dict.fromkeys(("first", "last"), TRUTH),
        **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), UNKNOWN),
    }
)
"""``loop`` within a ``for``."""
