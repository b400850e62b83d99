"""A short way to write XML elements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

Node = etree._Element
Attributes = Mapping[str, object]
Maker = Callable[..., Node]

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def make_maker(
    namespaces: Mapping[str | None, str], prefix: str | None, *, own_attributes: bool = False
) -> Maker:
    """A function that makes elements of one namespace: ``make("p", {"id": 1}, child, "text")``.

    :param own_attributes: whether attributes stand in the namespace of their element.
    """
    uri = namespaces[prefix]
    space = f"{{{uri}}}" if own_attributes else ""
    prefixes: Any = dict(namespaces)  # the stubs know of no default namespace

    def make(tag: str, attributes: Attributes | None = None, *content: Node | str | None) -> Node:
        node = etree.Element(f"{{{uri}}}{tag}", nsmap=prefixes)
        for name, value in (attributes or {}).items():
            node.set(name if name.startswith("{") else space + name, str(value))
        for piece in content:
            if isinstance(piece, str):
                node.text = (node.text or "") + piece
            elif piece is not None:
                node.append(piece)
        return node

    return make


def serialize(root: Node) -> bytes:
    """A whole part; namespace declarations stand at the root only."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=[name for name in root.nsmap if name])
    return to_bytes(root)


def to_bytes(root: Node) -> bytes:
    """A whole part as it is."""
    return DECLARATION + etree.tostring(root, encoding="unicode").encode()
