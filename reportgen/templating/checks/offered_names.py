"""The names that a document offers, and which of those that data decides a template asked for.

Whoever keeps what was found of a template needs to know whether the same would be found again,
without looking at a hundred thousand names: only those matter that were asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from reportgen.templating.checks.given_options import Known
from reportgen.templating.checks.shapes import Kind, Members, Shape

Asked = dict[tuple[str, ...], str]
"""What was found by each path: a kind, nothing where there is no such name, or all names there."""

_ALL = "\0"
"""The last step of a path that leads to all names below."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a template may use.

    :ivar filters: every filter, by name.
    :ivar tests: every question behind ``is``, by name.
    :ivar own: the program's own filters, which make texts.
    :ivar names: what the document offers; None where nothing is known of it.
    """

    filters: Known
    tests: Known
    own: Collection[str]
    names: Mapping[str, Shape] | None = None


class OfferedNames(dict[str, Shape]):
    """What a document offers.

    :ivar settled: a word that says which names they are, but for those below one of them.
    :ivar varying: the name below which data decides.
    """

    def __init__(self, names: Mapping[str, Shape], settled: str, varying: str) -> None:
        super().__init__(names)
        self.settled, self.varying = f"{settled} {names[varying].kind}", varying

    def watch(self) -> tuple[dict[str, Shape], Asked]:
        """The same names, and what will be asked of them."""
        asked: Asked = {}
        return {**self, self.varying: _watch(self[self.varying], (), asked)}, asked

    def holds(self, asked: Asked) -> bool:
        """Whether the same would be found."""
        return all(self._find(path) == found for path, found in asked.items())

    def _find(self, path: tuple[str, ...]) -> str:
        at: Shape | None = self[self.varying]
        for step in path:
            if at is None:
                return ""
            if step == _ALL:
                return _ALL.join(at.list_members())
            at = at.list_members().get(step)
        return at.kind.value if at else ""


def _watch(shape: Shape, path: tuple[str, ...], asked: Asked) -> Shape:
    """A group whose members are noted when they are asked for; anything else as it is."""
    if shape.kind is not Kind.GROUP:
        return shape
    return replace(shape, list_members=lambda: _WatchedMembers(shape.list_members(), path, asked))


class _WatchedMembers(Mapping[str, Shape]):
    def __init__(self, members: Members, path: tuple[str, ...], asked: Asked) -> None:
        self._members, self._path, self._asked = members, path, asked

    def __getitem__(self, name: str) -> Shape:
        path = (*self._path, name)
        found = self._members.get(name)
        self._asked[path] = found.kind.value if found else ""
        if found is None:
            raise KeyError(name)
        return _watch(found, path, self._asked)

    def __iter__(self) -> Iterator[str]:
        names = list(self._members)
        self._asked[*self._path, _ALL] = _ALL.join(names)
        return iter(names)

    def __len__(self) -> int:
        return sum(1 for _name in self)
