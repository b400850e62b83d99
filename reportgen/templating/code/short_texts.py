"""Texts of the content whose tags all begin with a path of names, filled without compiling each.

A report has hundreds of texts such as ``예산 {{ figures.appropriation.a | thousand_won }}``, which
differ in words and names and have very few endings such as ``| thousand_won``. What a path leads
to is looked up as Jinja's own code would, and each ending is compiled once, for a value that
stands in the place of the path.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateSyntaxError

from reportgen.templating.code.environment import StrictEnvironment

_VALUE = "value_at_the_path"
_TAG = re.compile(
    r"\{\{\s*(?P<root>[a-z_]+)(?P<path>(?:\.[A-Za-z_]\w*)+)\s*(?P<rest>\|[^{}]*)?\}\}", re.ASCII
)
_WORDS = frozenset({"true", "false", "none", "not", "self", "super"})
"""Names that mean something else to Jinja."""

_MOST_KEPT = 256
"""Endings, and texts that are compiled whole."""


class TextFiller:
    """Fills texts with the same result as a template made of each."""

    def __init__(self, environment: StrictEnvironment, literal: str) -> None:
        """Keep what is compiled.

        :param literal: what is typed for braces that begin no tag; it ends with them.
        """
        self._environment = environment
        self._literal = literal
        self._escape = literal[0]
        self._compile: Callable[[str], Template] = lru_cache(_MOST_KEPT)(environment.from_string)

    def fill(self, text: str, tags: list[tuple[int, int, str]], values: Mapping[str, Any]) -> str:
        """The text with its tags filled; whatever the code in one raises is raised."""
        paths = [path for _start, _end, tag in tags if (path := self._read_path(tag, values))]
        between = _list_between(text, tags)
        endings = self._find_endings(paths)
        if len(endings) < len(tags) or not all(map(self._is_plain, between)):
            whole = self._compile(text.replace(self._literal, "{{ '{{' }}"))
            return whole.render(values)
        pieces = [between[0]]
        for path, ending, after in zip(paths, endings, between[1:], strict=True):
            pieces += (ending.render({**values, _VALUE: self._follow(path, values)}), after)
        return "".join(pieces)

    def _read_path(self, tag: str, values: Mapping[str, Any]) -> re.Match[str] | None:
        """The path with which a tag begins and its ending; None where it holds anything else."""
        match = _TAG.fullmatch(tag)
        if match is None or match["root"] not in values.keys() - _WORDS:
            return None
        rest = (match["rest"] or "").rstrip()
        return None if _VALUE in rest or rest.endswith(("-", "+")) else match

    def _find_endings(self, paths: list[re.Match[str]]) -> list[Template]:
        """The template of each ending; none when one is wrong, which the whole text explains."""
        try:
            return [self._compile(f"{{{{ {_VALUE} {path['rest'] or ''}}}}}") for path in paths]
        except TemplateSyntaxError:
            return []

    def _is_plain(self, piece: str) -> bool:
        """Whether Jinja would print what stands between tags as it is."""
        return "{" not in piece and "\r" not in piece and not piece.endswith(self._escape)

    def _follow(self, path: re.Match[str], values: Mapping[str, Any]) -> Any:
        value = values[path["root"]]
        for name in path["path"][1:].split("."):
            value = self._environment.getattr(value, name)
        return value


def _list_between(text: str, tags: list[tuple[int, int, str]]) -> list[str]:
    """What stands before, between and behind the tags."""
    starts = [0, *(end for _start, end, _tag in tags)]
    ends = [*(start for start, _end, _tag in tags), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
