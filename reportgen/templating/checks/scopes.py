"""The names that are known at a place of a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.templating.checks.conditions import Condition
from reportgen.templating.checks.shapes import Shape, join_shapes, loosen

_ROOT = re.compile(r"[^.\[]*")
_BRANCHES = ("if", "for")


@dataclass(slots=True)
class Scope:
    """The names of one block.

    :ivar keyword: the block's.
    :ivar is_open: whether names that the part defines anywhere may be meant, as in a prototype,
        which is filled only when it is called.
    :ivar key: by what that which a loop or a prototype is given is known.
    :ivar asked: the names of which is known here that there is something.
    :ivar denied: those of which it is known in the branches that follow.
    :ivar conditions: what is known where a name is true, by the name.
    :ivar ends: the names at the end of each branch before this one.
    """

    keyword: str
    names: dict[str, Shape] = field(default_factory=dict)
    is_open: bool = False
    key: object = None
    asked: set[str] = field(default_factory=set)
    denied: set[str] = field(default_factory=set)
    conditions: dict[str, Condition] = field(default_factory=dict)
    ends: list[dict[str, Shape]] = field(default_factory=list)
    is_last: bool = False


class Scopes:
    """The blocks that are open, from the outside."""

    def __init__(self, names: Mapping[str, Shape]) -> None:
        self._open = [Scope("", dict(names))]

    def enter(
        self,
        keyword: str,
        names: Mapping[str, Shape],
        is_open: bool = False,
        key: object = None,
        asked: Iterable[str] = (),
    ) -> None:
        """Begin a block."""
        self._open.append(Scope(keyword, dict(names), is_open, key, set(asked)))

    def branch(self, condition: Condition) -> None:
        """Begin an ``if``."""
        self.enter("if", {}, asked=condition.if_true)
        self._open[-1].denied |= condition.if_false

    def turn(self) -> None:
        """Begin the last branch of the innermost ``if`` or ``for``."""
        for at in range(len(self._open) - 1, 0, -1):
            scope = self._open[at]
            if scope.keyword in _BRANCHES:
                del self._open[at + 1 :]
                scope.ends.append(scope.names)
                scope.names, scope.conditions = {}, {}
                scope.asked, scope.is_last = set(scope.denied), True
                return

    def narrow(self, condition: Condition) -> None:
        """Say where the branch is taken that was just begun: others may follow."""
        scope = self._open[-1]
        scope.asked |= condition.if_true
        scope.denied |= condition.if_false
        scope.is_last = False

    def ask(self, paths: Iterable[str]) -> None:
        """Note of which names it is known in the innermost block that there is something."""
        self._open[-1].asked |= set(paths)

    def leave(self, keyword: str) -> None:
        """End the innermost block of that keyword, with those that were not closed in it."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].keyword == keyword:
                scope = self._open[at]
                del self._open[at:]
                if keyword == "if":
                    self._keep(scope)
                return

    def _keep(self, ended: Scope) -> None:
        """What the branches of an ``if`` gave stays known behind it."""
        ends = [*ended.ends, ended.names]
        for name in dict.fromkeys(name for names in ends for name in names):
            given = [names[name] for names in ends if name in names]
            before = self.find(name) if len(given) < len(ends) or not ended.is_last else None
            self.give(name, join_shapes((*given, before) if before is not None else given))

    def give(self, name: str, shape: Shape) -> None:
        """Let a name mean a value from here on."""
        scope = self._open[-1]
        scope.names[name] = shape
        scope.conditions.pop(name, None)
        scope.asked = {path for path in scope.asked if _find_root(path) != name}

    def remember(self, name: str, condition: Condition) -> None:
        """Note what is known where a name is true that was given just now."""
        self._open[-1].conditions[name] = condition

    def find(self, name: str) -> Shape | None:
        """What a name means, the innermost block first."""
        is_sure = True
        for scope in reversed(self._open):
            if name in scope.names:
                return scope.names[name] if is_sure else loosen(scope.names[name])
            is_sure = is_sure and scope.keyword == "with"
        return None

    def find_condition(self, name: str) -> Condition | None:
        """What is known where a name is true."""
        for scope in reversed(self._open):
            if name in scope.names:
                return scope.conditions.get(name)
        return None

    def find_block(self, *keywords: str) -> Scope | None:
        """The innermost block of one of these kinds."""
        return next((one for one in reversed(self._open) if one.keyword in keywords), None)

    def is_asked(self, path: str) -> bool:
        """Whether it is known here that there is something of that name."""
        root = _find_root(path)
        for scope in reversed(self._open):
            if path in scope.asked:
                return True
            if root in scope.names:
                return False
        return False

    def list_asked(self, name: str) -> list[str]:
        """The names that are known to be something while this one means what it does here."""
        found: list[str] = []
        for scope in reversed(self._open):
            if scope.asked:
                found.extend(scope.asked)
            if name in scope.names:
                break
        return found

    def is_outside(self, name: str) -> bool:
        """Whether a name stands outside of the prototype in which the place is."""
        for scope in reversed(self._open):
            if name in scope.names:
                return False
            if scope.is_open:
                return True
        return False

    @property
    def is_open(self) -> bool:
        """Whether the place is in a prototype."""
        return any(scope.is_open for scope in self._open)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for scope in self._open for name in scope.names))


def _find_root(path: str) -> str:
    found = _ROOT.match(path)
    return found[0] if found else ""
