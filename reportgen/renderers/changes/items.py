"""One block or row as far as finding its counterpart in the other version needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from math import log2

from reportgen.renderers.changes.tokens import count_features

_LEAST = 0.4
"""Below this a pair would show more change than two separate things."""
_NAMED = 0.7
"""How alike two items of the same name are at least."""
_RENAMED = 0.85


@dataclass(frozen=True)
class Item:
    """A block or a row.

    :ivar key: equal for what is the same in both versions.
    :ivar kind: what can have no counterpart of another kind.
    :ivar text: what is read.
    :ivar name: the label of a row.
    :ivar identities: names that stand once in a document, such as bookmarks.
    :ivar has_rows: whether it is a table, in which changes can be shown row by row.
    :ivar shapes: whether a changed number still makes two texts alike.
    """

    key: str
    kind: Hashable
    text: str = ""
    name: str = ""
    identities: frozenset[str] = frozenset()
    has_rows: bool = False
    shapes: bool = False

    @cached_property
    def features(self) -> Counter[str]:
        """What makes the text like another."""
        return count_features(self.text, self.shapes)

    @cached_property
    def weight(self) -> float:
        """How much it matters to find a counterpart."""
        return 1 + log2(1 + self.features.total())


def compute_likeness(old: Item, new: Item) -> float:
    """How alike two items are, from 0 for nothing in common to 1 for the same."""
    if old.kind != new.kind:
        return 0
    if old.key == new.key:
        return 1
    if old.identities and new.identities:
        return _NAMED if old.identities & new.identities else 0
    likeness = _compare_features(old.features, new.features)
    if old.name and new.name:
        same = old.name == new.name
        likeness = _NAMED + (1 - _NAMED) * likeness if same else _RENAMED * likeness
    return likeness if likeness >= _LEAST else 0


def _compare_features(old: Counter[str], new: Counter[str]) -> float:
    """The share of features that both have; two texts without any are alike."""
    total = old.total() + new.total()
    if not total:
        return _RENAMED
    few, many = sorted((old, new), key=len)
    return 2 * sum(min(count, many[name]) for name, count in few.items()) / total
