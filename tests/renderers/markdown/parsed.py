"""Markdown as markdown-it reads it: headings, paragraphs, lists, quotes and tables in tuples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.html import HtmlElement
from markdown_it import MarkdownIt

Parsed = tuple[str, Any]
STRONG = ("«", "»")
"""What stands around a text that is set in bold."""

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BLOCKS = frozenset(["p", "ul", "ol", "table", "blockquote", *(f"h{n}" for n in range(1, 7))])


def parse(markdown: str) -> list[Parsed]:
    """What the document is made of; a tag that has no business there stays in the texts."""
    rendered = _PARSER.render(markdown)
    return read_inside(html.fromstring(f"<div>{rendered}</div>"))


def read_inside(element: HtmlElement) -> list[Parsed]:
    """The blocks inside an element; text that stands for itself is a paragraph."""
    blocks: list[Parsed] = []
    loose = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            blocks += _wrap(loose)
            blocks.append(_read(child))
            loose = child.tail or ""
        else:
            loose += _spell(child) + (child.tail or "").removeprefix("\n")
    return [*blocks, *_wrap(loose)]


def _wrap(text: str) -> list[Parsed]:
    return [("p", text.strip())] if text.strip() else []


def _read(element: HtmlElement) -> Parsed:
    if element.tag in ("ul", "ol"):
        return element.tag, [read_inside(item) for item in element]
    if element.tag == "blockquote":
        return "quote", read_inside(element)
    if element.tag == "table":
        return "table", [list(_read_row(row)) for row in element.iter("tr") if _is_of(row, element)]
    return element.tag, _read_text(element)


def _is_of(row: HtmlElement, table: HtmlElement) -> bool:
    return next(row.iterancestors("table")) is table


def _read_row(row: HtmlElement) -> Iterator[tuple[Any, ...]]:
    for cell in row:
        spans = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
        is_blocks = any(child.tag in _BLOCKS for child in cell)
        yield cell.tag, read_inside(cell) if is_blocks else _read_text(cell), *spans


def _read_text(element: HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        parts += [_spell(child), (child.tail or "").removeprefix("\n")]
    return "".join(parts).strip()


def _spell(child: HtmlElement) -> str:
    if child.tag == "br":
        return "\n"
    text = _read_text(child)
    return f"«{text}»" if child.tag == "strong" else f"<{child.tag}>{text}"
