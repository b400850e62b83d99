"""Names that nothing defines: using one is noted, and the template goes on to find the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from jinja2 import Undefined
from jinja2.nodes import Impossible
from jinja2.utils import missing

from reportgen.templating.checks.failures import explain_gap
from reportgen.templating.code.running_code import find_environment, find_template_line

TOLD = "it was told why"
"""Of a value that is missing, for which nothing more is to be told."""


class MissingName(NamedTuple):
    """A name that nothing defines, the line that used it, and what should have had it.

    :ivar gap: why there is no value where no name is missing.
    """

    name: str
    line: int
    holder: Any
    gap: str = ""

    @property
    def is_first(self) -> bool:
        """Whether nothing stands before the name."""
        return self.holder is missing


class MissingValue(Undefined):
    """A name that nothing defines; using it is noted, and rendering goes on to find the rest."""

    __slots__ = ()

    def _note(self) -> None:
        """Remember the name and the line of the template that used it."""
        if self._undefined_hint is TOLD:
            return
        environment = find_environment()
        if environment is None:  # Jinja tries to compute constants when it compiles
            raise Impossible
        name, hint = self._undefined_name, self._undefined_hint or ""
        gap = "" if name else explain_gap(hint).problem
        note = MissingName(str(name or gap), find_template_line(), self._undefined_obj, gap)
        environment.missing.append(note)
        if environment.mark_missing is not None:
            environment.fault_marks[environment.mark_missing(note)] = None

    def __str__(self) -> str:
        self._note()
        return ""

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __bool__(self) -> bool:
        self._note()
        return False

    def __len__(self) -> int:
        self._note()
        return 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Any:
        return self

    def _combine(self, *operands: Any, **named: Any) -> Any:
        self._note()
        return self

    __call__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _combine
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _combine
    __pow__ = __rpow__ = __neg__ = __pos__ = __abs__ = __round__ = _combine

    def __int__(self) -> int:  # type: ignore[override]
        self._note()
        return 0

    def __index__(self) -> int:
        return int(self)

    def __float__(self) -> float:  # type: ignore[override]
        return float(int(self))

    def __eq__(self, other: object) -> bool:
        self._note()
        return False

    def _compare(self, other: object) -> bool:
        self._note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _compare  # type: ignore[assignment]

    def __hash__(self) -> int:
        return id(type(self))
