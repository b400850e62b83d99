"""A content file changed in places, with everything else as it was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml


class Edit(NamedTuple):
    """What stands instead of a stretch of the text."""

    start: int
    end: int
    text: str


def replace_values(text: str, values: Mapping[str, str | Sequence[str]]) -> str:
    """The text with other values of keys at the top, of those that it has.

    :param values: by key, what is written behind the colon, or the entries of a list.
    """
    root = yaml.compose(text, yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    edits = [
        Edit(value.start_mark.index, _find_end(text, value), _spell(value, values[key.value]))
        for key, value in pairs
        if key.value in values
    ]
    return _apply(text, edits)


def _spell(node: yaml.Node, value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return value
    if getattr(node, "flow_style", True):
        return f"[{', '.join(value)}]"
    return f"\n{' ' * node.start_mark.column}".join(f"- {entry}" for entry in value)


def comment_out(text: str, key: str) -> str:
    """The text with every entry of a list that has that key turned into comments."""
    root = yaml.compose(text, yaml.SafeLoader)
    edits = []
    for entry in _walk_entries(root):
        if any(name.value == key for name, _value in entry.value) and not entry.flow_style:
            start = text.rfind("\n", 0, entry.start_mark.index) + 1
            end = _find_end(text, entry)
            lines = text[start:end].split("\n")
            column = len(lines[0]) - len(lines[0].lstrip())
            made = (f"{' ' * column}# {line[column:]}".rstrip() for line in lines)
            edits.append(Edit(start, end, "\n".join(made)))
    return _apply(text, edits)


def keep_entries(text: str, key: str, keeps: Callable[[Mapping[str, str]], bool]) -> str:
    """The text with those entries only of the list below a key at the top.

    :param keeps: is given the plain values of an entry.
    """
    root = yaml.compose(text, yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    listed = next((value for name, value in pairs if name.value == key), None)
    entries = listed.value if isinstance(listed, yaml.SequenceNode) else []
    edits: list[Edit] = []
    for entry in entries:
        values = {
            name.value: value.value
            for name, value in entry.value
            if isinstance(value, yaml.ScalarNode)
        }
        if not keeps(values):
            start = text.rfind("\n", 0, entry.start_mark.index) + 1
            edits.append(Edit(start, _find_end(text, entry) + 1, ""))
    if listed is not None and len(edits) == len(entries):
        return _apply(text, [Edit(edits[0].start, _find_end(text, listed), "  []")])
    return _apply(text, edits).rstrip() + "\n"


def _walk_entries(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """The mappings that stand in lists."""
    if isinstance(node, yaml.MappingNode):
        for _name, value in node.value:
            yield from _walk_entries(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            if isinstance(value, yaml.MappingNode):
                yield value
            yield from _walk_entries(value)


def _find_end(text: str, node: yaml.Node) -> int:
    """Where the last value of a node ends; blanks and comments behind it aren't its own."""
    while not getattr(node, "flow_style", True) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    return len(text[:end].rstrip()) if getattr(node, "style", None) in ("|", ">") else end


def _apply(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
