"""The names that a template gives to the documents that it puts into its own."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes


class GivenNames:
    """By document, the names that any call of the template gives to it.

    All calls count for each document: what one gives and another forgets is missing there, and
    not a field that stays as it is.
    """

    def __init__(self) -> None:
        self._names: dict[object, frozenset[str]] = {}

    def add(self, tree: nodes.Template) -> None:
        """Note the names in the calls of a part."""
        for call, name in list_calls(tree):
            given = frozenset(str(one.key) for one in call.kwargs)
            self._names[name] = self._names.get(name, frozenset()) | given

    def find(self, name: object) -> frozenset[str]:
        """Those that a document is given; one that data names may be any."""
        by_data = self._names.get(None, frozenset())
        return self._names.get(name, by_data) if isinstance(name, str) else by_data


def list_calls(tree: nodes.Template) -> Iterator[tuple[nodes.Call, object]]:
    """The calls of ``subdoc``, each with the document; None where data names it."""
    for call in tree.find_all(nodes.Call):
        named = isinstance(call.node, nodes.Name) and call.node.name == "subdoc"
        if named and call.args:
            name = call.args[0]
            yield call, name.value if isinstance(name, nodes.Const) else None
