"""The names with which an expression in a part may begin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.letters import tidy_name

_BINDING = re.compile(r"\{%(\w*)[-+]?\s*(for|set|with|macro|call)\b(.*?)%\}", re.DOTALL)
_NAMES = re.compile(r"[^\W\d]\w*")
_VALUE = re.compile(r"=[^,]*")
_GIVEN = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True)
class KnownNames:
    """What the name of a field is held against.

    :ivar roots: the names of values with which an expression may begin.
    :ivar calls: the names of functions and prototypes.
    :ivar blocks: those of them that make paragraphs.
    :ivar paths: whole names of values, as far as they are known: ``report.title``.
    """

    roots: frozenset[str]
    calls: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()

    @cached_property
    def folded_roots(self) -> dict[str, str]:
        """The roots by how they read without regard to width and case."""
        return {fold(root): root for root in sorted(self.roots, reverse=True)}

    @cached_property
    def folded_calls(self) -> dict[str, str]:
        """The same for functions and prototypes."""
        return {fold(call): call for call in sorted(self.calls, reverse=True)}

    @cached_property
    def folded_paths(self) -> dict[str, str]:
        """The same for whole names."""
        return {fold(path): path for path in sorted(self.paths, reverse=True)}

    @cached_property
    def tied_paths(self) -> dict[str, str]:
        """Whole names by how they read with low lines for full stops."""
        return {path.replace(".", "_"): path for path in sorted(self.paths, reverse=True)}


def collect_names(
    names: Iterable[str], texts: Iterable[str], functions: Collection[str] = ()
) -> KnownNames:
    """What a part can print.

    :param names: those of the document, alone or with members (``report.title``).
    :param texts: the texts of the part, whose tags give names to values.
    """
    offered = frozenset(names)
    bound = list(find_bound(texts))
    return KnownNames(
        frozenset(name for name in offered if "." not in name)
        | {name for name, kind in bound if kind == "value"},
        frozenset(functions) | {name for name, kind in bound if kind != "value"},
        frozenset({"subdoc"}) | {name for name, kind in bound if kind == "blocks"},
        frozenset(name for name in offered if "." in name),
    )


def find_bound(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every name that a tag in these texts gives a meaning.

    Beside it stands whether that is a ``value``, or a prototype that makes ``text`` or ``blocks``.
    """
    for text in texts:
        for level, keyword, rest in _BINDING.findall(text):
            if keyword == "for":
                yield "loop", "value"
            if keyword == "macro":
                called, _sign, rest = rest.partition("(")
                yield from (
                    (name, "blocks" if level else "text") for name in _NAMES.findall(called)
                )
                yield "caller", "blocks" if level else "text"
            yield from ((name, "value") for name in _NAMES.findall(_cut(keyword, rest)))


def _cut(keyword: str, rest: str) -> str:
    """What stands behind the keyword, without the values."""
    if keyword == "for":
        return rest.partition(" in ")[0]
    if keyword == "set":
        return re.split(r"[=|]", rest, maxsplit=1)[0]
    if keyword == "call":
        given = _GIVEN.match(rest)
        return _VALUE.sub("", given[1]) if given else ""
    return _VALUE.sub("", rest)


def widen(text: str) -> str:
    """The text with signs and letters of plain width, and none that nobody sees.

    >>> widen("｛ｒｅｐｏｒｔ．title｝")
    '{report.title}'
    """
    return tidy_name(unicodedata.normalize("NFKC", text))


def fold(text: str) -> str:
    """The text as it reads without regard to width and case."""
    return widen(text).casefold()
