"""What the figure of an account rests on, spelled out when somebody asks for it.

A state has more than a hundred thousand figures where there are thousands of accounts, and
few of them are ever asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from reportgen.diagnostics import SourceRef
from reportgen.figures.figure import Criterion, Formula, Operation


class LazyFormula(Formula):
    """A formula that is made each time."""

    __slots__ = ("_account", "_explain")

    _account: str
    _explain: Callable[[str], Formula]

    def __init__(self, explain: Callable[[str], Formula], account: str) -> None:
        object.__setattr__(self, "_explain", explain)
        object.__setattr__(self, "_account", account)

    @property
    def operation(self) -> Operation:
        """How the figure was made."""
        return self._made.operation

    @property
    def operands(self) -> tuple[str, ...]:
        """The figures that it was made of."""
        return self._made.operands

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The ledger columns that chose its entries, and what stands in them."""
        return self._made.criteria

    @property
    def _made(self) -> Formula:
        return self._explain(self._account)


class LazySources(Sequence[SourceRef]):
    """Places of ledger entries that are looked up each time."""

    __slots__ = ("_account", "_find")

    def __init__(self, find: Callable[[str], Iterable[SourceRef]], account: str) -> None:
        self._find = find
        self._account = account

    def __iter__(self) -> Iterator[SourceRef]:
        return iter(self._find(self._account))

    def __len__(self) -> int:
        return sum(1 for _source in self)

    @overload
    def __getitem__(self, at: int) -> SourceRef: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[SourceRef, ...]: ...

    def __getitem__(self, at: int | slice) -> SourceRef | tuple[SourceRef, ...]:
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
