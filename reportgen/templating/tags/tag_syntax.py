"""One tag read by itself, so that a mistake in one hides none in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.templating.checks.explanations import Explanation
from reportgen.templating.checks.syntax_faults import explain_depth, explain_form, explain_reading
from reportgen.templating.tags.keywords import BLOCKS, is_refused, read_keyword
from reportgen.templating.tags.tags import Tag

_READER = Environment()
_BEFORE = {
    "elif": "{% if 1 %}",
    "else": "{% if 1 %}",
    "endif": "{% if 1 %}",
    "endfor": "{% for _ in () %}",
    "endmacro": "{% macro _() %}",
    "endcall": "{% call _() %}",
    "endwith": "{% with %}",
    "endset": "{% set _ %}",
}
CHART = "_chart"
"""The function that the tag of a chart calls."""

_AFTER = {"elif": "{% endif %}", "else": "{% endif %}"}

Read = nodes.Node | None


def read_tag(tag: Tag) -> tuple[Read, Explanation | None]:
    """The tag as Jinja understands it, or what is wrong with it.

    Of a block the node is that of the block with an empty body; an end, a comment and what
    can't be used in a document have none.
    """
    if tag.code.startswith("{#") or is_refused(tag) or (tag.command and not tag.code):
        return None, None
    keyword = read_keyword(tag)
    source = f"{{{{ {_spell_value(tag)} }}}}" if tag.command else tag.code
    before, after = _BEFORE.get(keyword, ""), _AFTER.get(keyword, "")
    if keyword in BLOCKS and tag.opens_block:
        after = f"{{% end{keyword} %}}"
    try:
        return _read(before + source + after), None
    except TemplateSyntaxError as error:
        return None, explain_form(tag) or explain_reading(tag, error.message or "")
    except (RecursionError, MemoryError):
        return None, explain_depth()


def _spell_value(tag: Tag) -> str:
    return f"{CHART}({tag.code})" if tag.command == "chart" else tag.code


@lru_cache(maxsize=4096)
def _read(source: str) -> Read:
    """The first thing that a source says."""
    body = _READER.parse(source).body
    return body[0] if body else None


@lru_cache(maxsize=4096)
def list_nodes(top: nodes.Node) -> tuple[nodes.Node, ...]:
    """All that stands below a node, in the order in which it is written.

    Jinja's own way takes several times as long.
    """
    return tuple(_walk(top))


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    for name in node.fields:
        value = getattr(node, name, None)
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, nodes.Node):
                yield item
                yield from _walk(item)
