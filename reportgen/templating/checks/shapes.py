"""What is known of a value before there is any: which names it has, and what it is a list of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a value is for an author."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    LIST = "list"
    GROUP = "group"
    """named values"""
    FIGURE = "figure"
    FUNCTION = "function"
    MIXED = "mixed"
    """values of several kinds"""


Members = Mapping[str, "Shape"]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a value is, as far as it is known.

    :ivar noun: what one of several such values is called, such as ``project``.
    :ivar list_members: the values by name; made when somebody asks.
    :ivar rest: what any other name has; None where there is no other.
    :ivar item: what a list is made of.
    :ivar methods: further names that are no mistake, such as those of texts.
    :ivar parts: the items of a list of a fixed length, one by one.
    :ivar each: what the value is in turn, wherever it stands: a parameter in each call.
    """

    kind: Kind
    noun: str = ""
    list_members: Callable[[], Members] = dict
    rest: Shape | None = None
    item: Shape | None = None
    methods: frozenset[str] = frozenset()
    parts: tuple[Shape, ...] = ()
    each: tuple[Shape, ...] = ()

    def find(self, name: str) -> Shape | None:
        """The value of that name, None where there can be none."""
        if self.kind in (Kind.UNKNOWN, Kind.NOTHING):
            return UNKNOWN
        found = self.list_members().get(name)
        if found is not None:
            return found
        return UNKNOWN if name in self.methods else self.rest

    def lacks(self, name: str) -> bool:
        """Whether the value, or what it is in turn, has no such name."""
        return any(one.find(name) is None for one in self.each or (self,))

    @property
    def is_mapping(self) -> bool:
        """Whether the values are reached by any key, and gone through."""
        return self.kind is Kind.GROUP and "items" in self.methods


UNKNOWN = Shape(Kind.UNKNOWN)
NOTHING = Shape(Kind.NOTHING)


def _list_methods(kind: type) -> frozenset[str]:
    return frozenset(name for name in dir(kind) if not name.startswith("_"))


TEXT = Shape(Kind.TEXT, methods=_list_methods(str))
NUMBER = Shape(Kind.NUMBER, methods=_list_methods(int) | _list_methods(float))
TRUTH = Shape(Kind.TRUTH, methods=_list_methods(bool))
_LIST_METHODS = _list_methods(tuple) | _list_methods(list)
_GROUP_METHODS = _list_methods(dict)


@lru_cache(maxsize=4096)
def make_list(item: Shape = UNKNOWN) -> Shape:
    """A list of such values."""
    return Shape(Kind.LIST, item=item, methods=_LIST_METHODS)


@lru_cache(maxsize=4096)
def make_series(parts: tuple[Shape, ...]) -> Shape:
    """A list of these values, in this order."""
    return replace(make_list(join_shapes(parts) if parts else NOTHING), parts=parts)


def make_group(members: Members, noun: str = "", rest: Shape | None = None) -> Shape:
    """Named values, which can be gone through."""
    return Shape(Kind.GROUP, noun, lambda: members, rest, methods=_GROUP_METHODS)


@lru_cache(maxsize=4096)
def make_literal(members: tuple[tuple[str, Shape], ...]) -> Shape:
    """Named values that stand in a tag."""
    return make_group(dict(members))


@lru_cache(maxsize=4096)
def make_object(members: tuple[tuple[str, Shape], ...], parts: tuple[Shape, ...] = ()) -> Shape:
    """Named values that have no other names than these."""
    held = dict(members)
    return Shape(Kind.GROUP, "", lambda: held, parts=parts)


@lru_cache(maxsize=4096)
def widen(shape: Shape, name: str) -> Shape:
    """The same value, of which it was asked whether it has a name."""
    if shape.kind in (Kind.UNKNOWN, Kind.NOTHING) or not shape.lacks(name):
        return shape
    return replace(shape, methods=shape.methods | {name}, each=())


def loosen(shape: Shape) -> Shape:
    """The value where only some of what it is in turn may come to."""
    return replace(shape, each=()) if shape.each else shape


def join_shapes(shapes: Iterable[Shape]) -> Shape:
    """What a value is that may be any of several; of named values any name of one is right."""
    found = list(dict.fromkeys(shapes))
    if not found or any(shape.kind is Kind.UNKNOWN for shape in found):
        return UNKNOWN
    held = [shape for shape in found if shape.kind is not Kind.NOTHING] or found[:1]
    return held[0] if len(held) == 1 else _join(tuple(held))


def join_each(shapes: Iterable[Shape]) -> Shape:
    """What a value is that will be each of several in turn."""
    joined = join_shapes(found := list(dict.fromkeys(shapes)))
    held = [one for shape in found for one in (shape.each or (shape,))]
    turns = tuple(dict.fromkeys(one for one in held if one.kind is not Kind.NOTHING))
    if joined.kind is Kind.UNKNOWN or len(turns) < 2:
        return joined
    return _with_turns(joined, turns)


@lru_cache(maxsize=1024)
def _with_turns(joined: Shape, turns: tuple[Shape, ...]) -> Shape:
    return replace(joined, each=turns)


@lru_cache(maxsize=1024)
def _join(shapes: tuple[Shape, ...]) -> Shape:
    kinds = {shape.kind for shape in shapes}
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
        shapes[0].kind if len(kinds) == 1 else Kind.MIXED,
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


@lru_cache(maxsize=4096)
def make_loop(item: Shape) -> Shape:
    """``loop`` within a ``for`` that goes through such values."""
    return make_object(
        (
            *((name, NUMBER) for name in ("index", "index0", "revindex", "revindex0", "length")),
            *((name, NUMBER) for name in ("depth", "depth0")),
            *((name, TRUTH) for name in ("first", "last")),
            *((name, item) for name in ("previtem", "nextitem")),
            *((name, UNKNOWN) for name in ("cycle", "changed")),
        )
    )
