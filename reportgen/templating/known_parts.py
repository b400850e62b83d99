"""Parts that were compiled in this process before: commands look at a template several times.

What is kept depends on nothing but the bytes of the part, its names and the language of messages;
template code, which is made for one notation of amounts, is made anew.
"""

from __future__ import annotations

from functools import lru_cache

from reportgen import i18n
from reportgen.templating.compiler import CompiledPart, PartCompiler
from reportgen.templating.dialect import Dialect

_MOST_BYTES = 1 << 20
"""A larger part isn't kept."""
_MOST_PARTS = 32

Known = tuple[PartCompiler, CompiledPart]
"""A compiler that is done, with what it found, and what it made; neither is changed any more."""


def compile_part(
    dialect: Dialect, file: str, part: str, data: bytes, names: tuple[str, ...]
) -> Known:
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
) -> Known:
    return _compile(dialect(), file, part, data, names)


def _compile(dialect: Dialect, file: str, part: str, data: bytes, names: tuple[str, ...]) -> Known:
    compiler = PartCompiler(dialect, file, part, names)
    return compiler, compiler.compile(data)
