"""The one Jinja environment: sandboxed, escaping, strict about what is undefined."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportgen.templating.printed import Printed

Escape = Callable[[str], str]


class MissingValue(Undefined):
    """A name that nothing defines; using it is noted, and rendering goes on to find the rest."""

    __slots__ = ()

    def note(self) -> None:
        """Remember the name and the line of the template that used it."""
        environment = _template_environment()
        if environment is not None:
            environment.missing.append((self._describe(), _template_line()))

    def _describe(self) -> str:
        return str(self._undefined_name or self._undefined_hint)

    def __str__(self) -> str:
        self.note()
        return ""

    def __html__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[Any]:
        self.note()
        return iter(())

    def __bool__(self) -> bool:
        self.note()
        return False

    def __len__(self) -> int:
        self.note()
        return 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __getitem__(self, key: Any) -> Any:
        return self

    def _combine(self, *operands: Any, **named: Any) -> Any:
        self.note()
        return self

    __call__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _combine
    __truediv__ = __rtruediv__ = __floordiv__ = __mod__ = __neg__ = __pos__ = _combine

    def __eq__(self, other: object) -> bool:
        self.note()
        return False

    def _compare(self, other: object) -> bool:
        self.note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _compare  # type: ignore[assignment]

    def __hash__(self) -> int:
        return id(type(self))


class StrictEnvironment(ImmutableSandboxedEnvironment):
    """An environment that notes every text that carries figures, and every undefined name.

    :param escape: the escaping of one dialect; without it the text is plain.
    :param filters: the filters by name; the one named ``present`` turns a value that is
        printed without any filter into text.
    :ivar missing: what :class:`MissingValue` noted, name and line.
    :ivar printed: every :class:`Printed` that came out, in order.
    """

    intercepted_binops = frozenset()

    def __init__(self, escape: Escape | None, filters: Mapping[str, Callable[..., Any]]) -> None:
        super().__init__(
            autoescape=escape is not None,
            undefined=MissingValue,
            finalize=self._finish,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self._escape = escape
        self._present = filters.get("present", str)
        self.filters.update(filters)
        self.missing: list[tuple[str, int]] = []
        self.printed: list[Printed] = []

    def _finish(self, value: Any) -> Any:
        kind = value.__class__
        if kind is Markup or (kind is str and not value):
            return value
        if value is None:
            raise TypeError("None")
        if kind is MissingValue:
            return str(value)
        text = value if isinstance(value, str) else self._present(value)
        if isinstance(text, Printed) and text.shown:
            self.printed.append(text)
        return Markup(self._escape(text)) if self._escape else str(text)


def _template_frame() -> Any:
    frame: Any = sys._getframe(1)
    while frame is not None and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    return frame


def _template_environment() -> StrictEnvironment | None:
    frame = _template_frame()
    found = frame.f_globals["environment"] if frame else None
    return found if isinstance(found, StrictEnvironment) else None


def _template_line() -> int:
    frame = _template_frame()
    template = frame.f_globals["__jinja_template__"] if frame else None
    return template.get_corresponding_lineno(frame.f_lineno) if template else 0
