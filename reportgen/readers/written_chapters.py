"""``report.yaml`` of the first format carried over: its chapters get their blocks written out.

Everything else of the text stays as it was typed, comments too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from reportgen.readers.standard_chapters import read_standard, read_standard_text
from reportgen.readers.yaml_dates import free_dates

_KEY = re.compile(r"^(?P<name>[a-z_]+):\s*$", re.MULTILINE)
_STEP = 2


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def carry_over(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with the blocks of its chapters, and the ids of those that got them.

    :raises yaml.YAMLError: when it is no YAML.
    """
    edits = sorted(_list_edits(text), key=lambda found: found[1].start, reverse=True)
    for _identifier, edit in edits:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text, tuple(identifier for identifier, _edit in reversed(edits))


def _list_edits(text: str) -> Iterator[tuple[str, _Edit]]:
    root = _compose(text)
    chapters = _find(root, "chapters")
    if not isinstance(chapters, yaml.SequenceNode):
        return
    standard = _split_standard()
    for chapter in chapters.value:
        identifier = _find(chapter, "id")
        is_written = _find(chapter, "blocks") is not None or _find(chapter, "file") is not None
        name = identifier.value if isinstance(identifier, yaml.ScalarNode) else ""
        if name in standard and not is_written:
            yield name, _write_out(text, chapter, standard[name])


def _compose(text: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError:
        root = yaml.compose(free_dates(text), yaml.SafeLoader)
    return root


def _find(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _split_standard() -> Mapping[str, str]:
    """The lines of each chapter, as they stand in the package."""
    text = read_standard_text()
    begins = [(match["name"], match.start(), match.end() + 1) for match in _KEY.finditer(text)]
    ends = [start for _name, start, _end in begins[1:]] + [len(text)]
    found = {
        name: text[begin:end].strip("\n")
        for (name, _start, begin), end in zip(begins, ends, strict=True)
    }
    assert found.keys() == read_standard().keys()
    return found


def _write_out(text: str, chapter: yaml.MappingNode, lines: str) -> _Edit:
    """The chapter with its blocks, in the lines of a mapping."""
    indent = " " * chapter.start_mark.column
    blocks = "\n".join(f"{indent}{line}".rstrip() for line in ("blocks:", *lines.split("\n")))
    if chapter.flow_style:
        pairs = (
            f"{name.value}: {text[value.start_mark.index : value.end_mark.index]}"
            for name, value in chapter.value
        )
        whole = f"\n{indent}".join(pairs)
        return _Edit(chapter.start_mark.index, chapter.end_mark.index, f"{whole}\n{blocks}")
    last = chapter.value[-1][1].end_mark.index
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    return _Edit(end, end, f"\n{blocks}")
