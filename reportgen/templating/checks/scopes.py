"""The names that are known at a place of a template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.templating.checks.shapes import Shape, join_shapes


@dataclass(slots=True)
class Scope:
    """The names of one block.

    :ivar keyword: the block's.
    :ivar is_open: whether names that the part defines anywhere may be meant, as in a prototype,
        which is filled only when it is called.
    """

    keyword: str
    names: dict[str, Shape] = field(default_factory=dict)
    is_open: bool = False


class Scopes:
    """The blocks that are open, from the outside."""

    def __init__(self, names: Mapping[str, Shape]) -> None:
        self._open = [Scope("", dict(names))]

    def enter(self, keyword: str, names: Mapping[str, Shape], is_open: bool = False) -> None:
        """Begin a block."""
        self._open.append(Scope(keyword, dict(names), is_open))

    def leave(self, keyword: str) -> None:
        """End the innermost block of that keyword, with those that were not closed in it."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].keyword == keyword:
                del self._open[at:]
                return

    def give(self, name: str, shape: Shape) -> None:
        """Let a name mean a value from here on; it may have meant another before."""
        names = self._open[-1].names
        names[name] = join_shapes((names[name], shape)) if name in names else shape

    def find(self, name: str) -> Shape | None:
        """What a name means, the innermost block first."""
        for scope in reversed(self._open):
            if name in scope.names:
                return scope.names[name]
        return None

    @property
    def is_open(self) -> bool:
        """Whether the place is in a prototype."""
        return any(scope.is_open for scope in self._open)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for scope in self._open for name in scope.names))
