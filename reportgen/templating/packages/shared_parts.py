"""The parts of one rendering to which several features add: read once, and written once.

Pictures, looks, lists and documents that are put in each bring parts and entries along. They see
what the others brought, so that no number or name is given twice and nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from reportgen.templating.tree import Element


class SharedParts(Mapping[str, bytes]):
    """The parts of a template, with those that were added."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._added: dict[str, bytes] = {}
        self._open: dict[str, Element] = {}

    def __getitem__(self, name: str) -> bytes:
        return self._added[name] if name in self._added else self._parts[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._parts
        yield from (name for name in self._added if name not in self._parts)

    def __len__(self) -> int:
        return len(self._parts.keys() | self._added.keys())

    def add(self, name: str, data: bytes) -> None:
        """Bring a part along; its name is one that no other part has."""
        self._added[name] = data

    def open(self, name: str, empty: bytes = b"") -> Element:
        """The root of a part of XML, which whoever opens it may change.

        :param empty: the part, where the template has none.
        """
        if name not in self._open:
            self._open[name] = etree.fromstring(self.get(name, empty))
        return self._open[name]

    def finish(self, parts: dict[str, bytes]) -> None:
        """Put what was added and changed into the parts of the document."""
        parts.update(self._added)
        for name, root in self._open.items():
            parts[name] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
