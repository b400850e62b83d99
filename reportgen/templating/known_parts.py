"""Parts that were compiled in this process before: commands look at a template several times.

What is kept depends on nothing but the bytes of the part, its names, the language of messages and
the names of the filters. Template code looks its filters up when it runs, and computes nothing
before, so that it serves any notation of amounts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from reportgen import i18n
from reportgen.templating.compiled_part import CompiledPart
from reportgen.templating.compiler import PartCompiler
from reportgen.templating.dialect import Dialect
from reportgen.templating.finished_parts import FinishedPart

_MOST_BYTES = 1 << 20
"""A larger part isn't kept."""
_MOST_PARTS = 32


@dataclass(slots=True)
class KnownPart:
    """A part that was compiled; nothing of it is changed any more.

    :ivar compiler: with what it found.
    :ivar finished: the part with its template code, by the names of the filters.
    """

    compiler: PartCompiler
    compiled: CompiledPart
    finished: dict[tuple[object, ...], FinishedPart] = field(default_factory=dict)


def compile_part(
    dialect: Dialect, file: str, part: str, data: bytes, names: tuple[str, ...]
) -> KnownPart:
    """A part, compiled.

    :param file: the template, as messages name it.
    :param names: those with which what can be printed begins.
    """
    if len(data) > _MOST_BYTES:
        return _compile(dialect, file, part, data, names)
    return _compile_once(type(dialect), file, part, data, names, i18n.language())


@lru_cache(_MOST_PARTS)
def _compile_once(
    dialect: type[Dialect],
    file: str,
    part: str,
    data: bytes,
    names: tuple[str, ...],
    _language: str,
) -> KnownPart:
    return _compile(dialect(), file, part, data, names)


def _compile(
    dialect: Dialect, file: str, part: str, data: bytes, names: tuple[str, ...]
) -> KnownPart:
    compiler = PartCompiler(dialect, file, part, names)
    return KnownPart(compiler, compiler.compile(data))
