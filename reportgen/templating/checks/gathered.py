"""What is given in one place of a part and used in another: to prototypes, loops, namespaces."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from reportgen.templating.checks.shapes import UNKNOWN, Shape, join_each


@dataclass(slots=True)
class Prototype:
    """A macro.

    :ivar defaults: what a parameter is in a call that doesn't give it.
    :ivar takes_more: whether it may be given more values than it has names for.
    :ivar takes_named: whether it may be given values of any name.
    :ivar takes_block: whether it prints what stands in ``{% call %}``.
    """

    arguments: tuple[str, ...]
    defaults: dict[str, Shape] = field(default_factory=dict)
    takes_more: bool = False
    takes_named: bool = False
    takes_block: bool = False


class Gathered:
    """What was given, in as many passes as it takes until nothing new is found.

    A key names the parameter, the attribute, or the loop.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, Shape] = {}
        self._given: dict[Hashable, dict[Shape, None]] = {}

    def give(self, key: Hashable, shape: Shape) -> None:
        """Note one more value."""
        self._given.setdefault(key, {})[shape] = None

    def find(self, key: Hashable) -> Shape:
        """What all values were, in the pass before this one."""
        return self._known.get(key, UNKNOWN)

    def list_kept(self, key: Hashable) -> Iterable[Shape]:
        """That, if there was any."""
        return (self._known[key],) if key in self._known else ()

    def settle(self) -> bool:
        """End a pass; whether it found nothing that the one before it had not."""
        found = {key: join_each(shapes) for key, shapes in self._given.items()}
        is_settled = found == self._known
        self._known, self._given = found, {}
        return is_settled
