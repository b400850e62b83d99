"""The nodes of a YAML text, put together without recursion and within limits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import yaml
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportgen.i18n import translate as _
from reportgen.limits import MOST_CONTENT_BYTES, MOST_CONTENT_VALUES, MOST_LEVELS

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, where PyYAML was built with it, as in all its wheels."""

_SLOWLY = 1 << 18
"""The longest text that the parser in Python is asked about: it takes seconds for each MB."""


class YamlLimitError(YAMLError):
    """The text is YAML, but deeper or longer than any content.

    :ivar line: counted from 1.
    """

    def __init__(self, problem: str, mark: Mark) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = mark.line + 1


def compose(text: str) -> Node | None:
    """The root of the document, or None where there is nothing.

    :raises YAMLError: when it is not YAML.
    :raises YamlLimitError: when it has too many values, or too many inside each other.
    """
    try:
        return _Composer().compose(yaml.parse(text, Loader=_LOADER))
    except MarkedYAMLError:
        if len(text) > _SLOWLY:
            raise
        # Slower by far, but it says more clearly what is wrong, and where.
        return _Composer().compose(yaml.parse(text, Loader=yaml.SafeLoader))


class _Composer:
    """Puts events together; an alias becomes the very node that it names."""

    def __init__(self) -> None:
        self._anchors: dict[str, Node] = {}
        self._open: list[tuple[Node, list[Node]]] = []
        self._root: list[Node] = []
        self._count = 0

    def compose(self, events: Iterable[Event]) -> Node | None:
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise MarkedYAMLError(
                        problem="but found another document",
                        problem_mark=_mark(event),
                    )
            elif isinstance(event, NodeEvent):
                self._add(event)
            elif isinstance(event, CollectionEndEvent):
                self._close(event)
        return self._root[0] if self._root else None

    def _add(self, event: NodeEvent) -> None:
        self._count += 1
        if self._count > MOST_CONTENT_VALUES:
            raise explain_count(_mark(event))
        if isinstance(event, AliasEvent):
            self._append(self._find(event))
            return
        node = self._make(event)
        if event.anchor:
            self._name(event.anchor, node)
        self._append(node)
        if not isinstance(node, ScalarNode):
            self._open.append((node, []))
            if len(self._open) > MOST_LEVELS:
                raise YamlLimitError(
                    _("more than {limit} levels stand inside each other", limit=MOST_LEVELS),
                    _mark(event),
                )

    def _append(self, node: Node) -> None:
        (self._open[-1][1] if self._open else self._root).append(node)

    def _find(self, event: AliasEvent) -> Node:
        if event.anchor is None or event.anchor not in self._anchors:
            raise MarkedYAMLError(
                problem=f"found undefined alias {event.anchor!r}",
                problem_mark=_mark(event),
            )
        return self._anchors[event.anchor]

    def _name(self, anchor: str, node: Node) -> None:
        if anchor in self._anchors:
            raise MarkedYAMLError(problem="second occurrence", problem_mark=node.start_mark)
        self._anchors[anchor] = node

    def _make(self, event: NodeEvent) -> Node:
        marks = _mark(event), cast("Mark", event.end_mark)
        if isinstance(event, ScalarEvent):
            return ScalarNode(event.tag or "", event.value, *marks, style=event.style)
        if isinstance(event, MappingStartEvent):
            return MappingNode(event.tag or "", [], *marks)
        return SequenceNode(getattr(event, "tag", None) or "", [], *marks)

    def _close(self, event: Event) -> None:
        node, held = self._open.pop()
        pairs = zip(held[::2], held[1::2], strict=True)
        node.value = list(pairs) if isinstance(node, MappingNode) else held
        node.end_mark = event.end_mark


def _mark(event: Event) -> Mark:
    """Where it begins; the mark of libyaml knows the same as that of the parser in Python."""
    return cast("Mark", event.start_mark)


def explain_count(mark: Mark) -> YamlLimitError:
    """That a document says too much."""
    return YamlLimitError(
        _(
            "more than {values} values or {characters} characters, what aliases repeat included",
            values=f"{MOST_CONTENT_VALUES:,}",
            characters=f"{MOST_CONTENT_BYTES:,}",
        ),
        mark,
    )
