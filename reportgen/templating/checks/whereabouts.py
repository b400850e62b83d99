"""Where a paragraph of a template stands, in words by which a person finds it on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.templating.checks.headings import begins_page, find_heading_styles, is_heading
from reportgen.templating.dialect import Dialect
from reportgen.templating.tree import Element, ancestor, children

_LENGTH = 40
_VALUES = re.compile(r"\{\{.*?(?:\}\}|\Z)")
_EDGE = re.compile(r"\{%(?:p|tr|tc|r)?[-+]?\s*(?:macro\s+(?P<name>\w+)|endmacro\b)")
"""Where a prototype begins, or ends."""


def add_whereabouts(
    found: Sequence[Diagnostic],
    dialect: Dialect,
    parts: Mapping[str, bytes],
    numbers: Mapping[SourceRef, int],
) -> list[Diagnostic]:
    """The findings, each with where it stands.

    :param numbers: the number of the paragraph at each place.
    """
    names = dict.fromkeys(one.location.sheet for one in found if one.location in numbers)
    maps = {name: _Map(dialect, name, parts) for name in names}
    return [
        replace(
            one,
            context=maps[one.location.sheet].describe(numbers[one.location], one.published),
        )
        if one.location in numbers
        else one
        for one in found
    ]


class _Map:
    """The paragraphs of one part in their order, with what stands above them."""

    def __init__(self, dialect: Dialect, name: str, parts: Mapping[str, bytes]) -> None:
        self._dialect = dialect
        self._margin = _name_margin(name)
        root = etree.fromstring(parts[name])
        self._paragraphs = list(root.iter(dialect.paragraph))
        self._styles = find_heading_styles(parts)

    def describe(self, number: int, typed: str = "") -> str:
        """Where the paragraph of that number stands; empty where nothing is known.

        :param typed: what stands in it, since a prototype may begin and end there.
        """
        paragraph = self._paragraphs[number - 1]
        margin = self._margin or next(self._list_margins(paragraph), "")
        pieces = [margin] if margin else [*self._describe_body(number, typed)]
        return ", ".join([*pieces, *self._describe_table(paragraph)])

    def _list_margins(self, paragraph: Element) -> Iterator[str]:
        names = (etree.QName(held).localname for held in paragraph.iterancestors())
        return (word for name in names if (word := _name_margin(name)))

    def _describe_body(self, number: int, typed: str) -> Iterator[str]:
        macro = self._find_macro(number, typed)
        if macro:
            yield _("in the prototype {name}", name=macro)
            return
        first = ""
        for paragraph in reversed(self._paragraphs[: number - 1]):
            text = self._text(paragraph, None)
            if (edges := _list_edges(text)) and not edges[0]:
                return  # what stands in a prototype is no heading of this page
            text = "" if edges else text[:_LENGTH]
            first = first if not text or _is_tag(text) else text
            if (text and is_heading(paragraph, self._styles)) or (first and begins_page(paragraph)):
                yield _("below «{heading}»", heading=first or text)
                return

    def _find_macro(self, number: int, typed: str) -> str:
        """The prototype in which a text stands."""
        ended = 0
        for at in range(number - 1, -1, -1):
            text = self._text(self._paragraphs[at], None)
            if at == number - 1 and typed and typed in text:
                text = text[: text.index(typed) + len(typed)]
            for name in reversed(_list_edges(text)):
                if name and not ended:
                    return name
                ended += -1 if name else 1
        return ""

    def _describe_table(self, paragraph: Element) -> Iterator[str]:
        cell = ancestor(paragraph, self._dialect.cell)
        row = None if cell is None else ancestor(cell, self._dialect.row)
        table = None if row is None else ancestor(row, self._dialect.table)
        if cell is None or row is None or table is None:
            return
        rows = list(children(table, self._dialect.row))
        cells = list(children(row, self._dialect.cell))
        if caption := self._find_caption(table):
            yield _("table «{caption}»", caption=caption)
        yield _("row {row}, column {column}", row=rows.index(row) + 1, column=cells.index(cell) + 1)

    def _find_caption(self, table: Element) -> str:
        """The nearest text above a table, else the first text in it."""
        holder = table
        while holder.getparent() is not None and holder.getprevious() is None:
            holder = holder.getparent()  # type: ignore[assignment]
        for before in holder.itersiblings(preceding=True):
            text = self._text(before) if before.tag == self._dialect.paragraph else ""
            if text and not _is_tag(text):
                return _VALUES.sub("", text).strip() or text
            if before.tag == self._dialect.table:
                break
        texts = (self._text(one) for one in table.iter(self._dialect.paragraph))
        return next((text for text in texts if text and not _is_tag(text)), "")

    def _text(self, paragraph: Element, length: int | None = _LENGTH) -> str:
        return "".join(slot.text for slot in self._dialect.slots(paragraph)).strip()[:length]


def _list_edges(text: str) -> list[str]:
    """The names of the prototypes that begin in a text, and an empty one for each that ends."""
    return [match["name"] or "" for match in _EDGE.finditer(text)] if "macro" in text else []


def _is_tag(text: str) -> bool:
    """Whether a paragraph holds nothing but a tag for structure."""
    return text.startswith("{%")


def _name_margin(part: str) -> str:
    """What a person calls a part, or an element, that stands outside the pages' own text."""
    words = {
        "header": _("in the page header"),
        "footer": _("in the page footer"),
        "footnotes": _("in the footnotes"),
        "footNote": _("in the footnotes"),
        "endnotes": _("in the endnotes"),
        "endNote": _("in the endnotes"),
    }
    name = part.rpartition("/")[2].partition(".")[0].rstrip("0123456789")
    return words.get(name, "")
