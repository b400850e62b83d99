"""YAML as plain data in which every mapping knows its file, its line and its keys' lines.

Every scalar stays the text that was typed, so that ``4670``, ``010`` or ``no`` never turn
into something else; the types are those that the content models ask for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yaml.error import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode

from reportgen.diagnostics import Diagnostic, SourceRef, bound_findings
from reportgen.files import UnreadableFileError, read_input
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_CONTENT_BYTES, MOST_CONTENT_VALUES
from reportgen.model.base import SOURCE_KEY, SourceMap
from reportgen.readers.lost_text import LostText, find_lost_text, find_swallowed, list_aliases
from reportgen.readers.yaml_dates import free_dates
from reportgen.readers.yaml_events import YamlLimitError, compose, explain_count
from reportgen.readers.yaml_mistakes import LINE_END, explain_syntax

Path_ = tuple[str | int, ...]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that XML, or the template engine, has no place for."""


@dataclass(slots=True)
class YamlDocument:
    """One file: its data, the line of every value by its path, and what is wrong with it.

    :ivar lost: what was typed beside a value and is no part of it, by the value's path.
    :ivar warnings: what stops nothing.
    """

    file: str
    data: Any = None
    lines: dict[Path_, int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lost: dict[Path_, LostText] = field(default_factory=dict)
    warnings: list[Diagnostic] = field(default_factory=list)

    def locate(self, path: Path_) -> SourceRef:
        """The place of a value, or of the nearest value around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return SourceRef(self.file, self.lines.get(path, 1))


def read_yaml(path: Path, name: str) -> YamlDocument:
    """The file as a document; what can't be read stands in its diagnostics.

    :param name: the path as diagnostics print it.
    """
    document = YamlDocument(name)
    text = ""
    try:
        text = normalize(read_input(path, MOST_CONTENT_BYTES).decode("utf-8-sig"))
        node, text = _compose(text)
        document.data = _NodeReader(document, LINE_END.split(text)).read(node, ())
        document.diagnostics[:] = bound_findings(document.diagnostics)
        document.warnings[:] = bound_findings(document.warnings)
    except FileNotFoundError:
        document.diagnostics.append(
            Diagnostic(
                "missing-file",
                SourceRef(name),
                _("there is no such file"),
                hint=_("every project folder needs it; see docs/content-format.md"),
            )
        )
    except UnreadableFileError as error:
        document.diagnostics.append(
            Diagnostic("content-file", SourceRef(name), error.problem, hint=error.hint)
        )
    except UnicodeDecodeError as error:
        document.diagnostics.append(_explain_encoding(name, error))
    except YamlLimitError as error:
        document.diagnostics.append(_explain_limit(name, error))
    except YAMLError as error:
        document.diagnostics.append(explain_syntax(name, text, error))
    return document


def _compose(text: str) -> tuple[Node | None, str]:
    """The root of the document, and the text that it was read from.

    :raises YAMLError: when it is not YAML, even if a date may begin with an apostrophe.
    """
    try:
        return compose(text), text
    except YamlLimitError:
        raise
    except YAMLError:
        freed = free_dates(text)
        if freed == text:
            raise
        return compose(freed), freed


def _explain_encoding(name: str, error: UnicodeDecodeError) -> Diagnostic:
    line = error.object[: error.start].count(b"\n") + 1
    return Diagnostic(
        "encoding",
        SourceRef(name, line),
        _("the text is not UTF-8"),
        hint=_("save the file as UTF-8 in the editor"),
    )


def _explain_limit(name: str, error: YamlLimitError) -> Diagnostic:
    return Diagnostic(
        "content-limit",
        SourceRef(name, error.line),
        error.problem,
        hint=_("remove what isn't needed; what an alias (*) repeats is counted each time"),
    )


class _NodeReader:
    """Turns the nodes of one document into dicts, tuples and strings."""

    def __init__(self, document: YamlDocument, lines: Sequence[str]) -> None:
        self._document = document
        self._lines = lines
        self._aliases = list_aliases(lines)
        self._open: list[Node] = []
        self._values = self._characters = 0

    def read(self, node: Node | None, path: Path_) -> Any:
        if node is None:
            return None
        self._count(node)
        self._document.lines[path] = node.start_mark.line + 1
        if isinstance(node, ScalarNode):
            return self._read_scalar(node, path)
        if node in self._open:
            self._report(
                "cycle",
                path,
                _("this part contains itself"),
                _("remove the alias (*) that points at a part it stands in"),
            )
            return None
        self._open.append(node)
        value = self._read_collection(node, path)
        self._open.pop()
        return value

    def _count(self, node: Node) -> None:
        """Count what is read; what an alias repeats, as often as it does.

        :raises YamlLimitError: when it becomes more than a file may hold.
        """
        self._values += 1
        if isinstance(node, ScalarNode):
            self._characters += len(node.value)
        if self._values > MOST_CONTENT_VALUES or self._characters > MOST_CONTENT_BYTES:
            raise explain_count(node.start_mark)

    def _read_collection(self, node: Node, path: Path_) -> Any:
        if isinstance(node, MappingNode):
            return self._read_mapping(node, path)
        return self._read_sequence(node, path)

    def _read_scalar(self, node: ScalarNode, path: Path_) -> str | None:
        if lost := find_lost_text(node, self._lines, self._aliases):
            self._document.lost[path] = lost
        if swallowed := find_swallowed(self._document.file, node, self._lines):
            self._document.warnings.append(swallowed)
        if not node.style and node.value in ("", "~", "null"):
            return None
        text = str(node.value).rstrip("\n")
        if _CONTROL.search(text):
            self._report(
                "control-character",
                path,
                _("the text holds a control character"),
                _("type the line anew; such characters come in by copying"),
            )
        return text

    def _read_sequence(self, node: Node, path: Path_) -> tuple[Any, ...]:
        return tuple(self.read(child, (*path, index)) for index, child in enumerate(node.value))

    def _read_mapping(self, node: MappingNode, path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        keys: dict[str, int] = {}
        for key_node, child in node.value:
            if not isinstance(key_node, ScalarNode):
                self._report(
                    "yaml-syntax",
                    path,
                    _("a text begins with {sign}, which means something to YAML", sign="{"),
                    _("put a text that begins with {sign} in quotes", sign="{"),
                    key_node,
                )
                continue
            key = str(key_node.value)
            if key in keys:
                self._report(
                    "duplicate-key",
                    (*path, key),
                    _(
                        "the key {key} stands here twice (first in line {line})",
                        key=key,
                        line=keys[key],
                    ),
                    _("keep one of the two"),
                    key_node,
                )
                continue
            keys[key] = key_node.start_mark.line + 1
            values[key] = self.read(child, (*path, key))
            self._document.lines[(*path, key)] = keys[key]
        line = node.start_mark.line + 1
        values[SOURCE_KEY] = SourceMap(self._document.file, line, keys)
        return values

    def _report(
        self, rule: str, path: Path_, message: str, hint: str, node: Node | None = None
    ) -> None:
        place = (
            SourceRef(self._document.file, node.start_mark.line + 1)
            if node
            else self._document.locate(path)
        )
        self._document.diagnostics.append(Diagnostic(rule, place, message, hint=hint))
