"""The names that a template gives to the documents that it puts into its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import nodes


class Call(NamedTuple):
    """A call of ``subdoc``.

    :ivar name: the document; None where data names it.
    :ivar given: the names of the values that only it can print.
    :ivar line: that of the template's source.
    """

    name: object
    given: frozenset[str]
    line: int


class GivenNames:
    """By document, the names that any call of the template gives to it.

    All calls count for each document: what one gives and another forgets is missing there, and
    not a field that stays as it is.
    """

    def __init__(self) -> None:
        self._names: dict[object, frozenset[str]] = {}

    def add(self, calls: Iterable[Call]) -> None:
        """Note the names in the calls of a part."""
        for call in calls:
            self._names[call.name] = self._names.get(call.name, frozenset()) | call.given

    def find(self, name: object) -> frozenset[str]:
        """Those that a document is given; one that data names may be any."""
        by_data = self._names.get(None, frozenset())
        return self._names.get(name, by_data) if isinstance(name, str) else by_data


def list_calls(tree: nodes.Template) -> Iterator[Call]:
    """The calls of ``subdoc``."""
    for call in tree.find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name == "subdoc"
        if named and call.args:
            name = call.args[0]
            given = frozenset(str(one.key) for one in call.kwargs)
            yield Call(name.value if isinstance(name, nodes.Const) else None, given, call.lineno)
