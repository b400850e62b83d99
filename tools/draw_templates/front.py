"""Cover and contents page."""

from __future__ import annotations

from collections.abc import Iterator

from tools.draw_templates.elements import (
    ContentsField,
    Element,
    PageReference,
    Paragraph,
    Tab,
    tag,
    text,
)

_LEVELS = (("if entry.level == 1", "toc1"), ("elif entry.level == 2", "toc2"), ("else", "toc3"))


def make_cover(title: str) -> Iterator[Element]:
    """Title, base date, committee and organization; the space above stands before it."""
    yield text("cover_title", title)
    yield text("cover_line", "({{ report.base_date }} 기준)")
    yield tag("if report.session")
    yield text("cover_line", "{{ report.session }}")
    yield tag("endif")
    yield tag("if report.committee")
    yield text("cover_line", "{{ report.committee }}")
    yield tag("endif")
    yield tag("if report.mark")
    yield text("draft", "{{ report.mark }}")
    yield tag("endif")
    yield text("cover_name", "{{ report.organization }}")


def make_contents() -> Iterator[Element]:
    """The list of chapters, policies and programmes with their pages."""
    yield text("contents_title", "{{ report.contents_title }}")
    yield text("table_place", ContentsField(begins=True))
    yield tag("for entry in contents")
    for condition, style in _LEVELS:
        yield tag(condition)
        yield _make_entry(style)
    yield tag("endif")
    yield tag("endfor")
    yield text("table_place", ContentsField(begins=False))


def _make_entry(style: str) -> Paragraph:
    page = PageReference("{{entry.anchor}}")
    return text(style, "{{ entry.number }}. {{ entry.title }}", Tab(align="right", dots=True), page)
