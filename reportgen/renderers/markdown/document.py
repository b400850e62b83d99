"""A document as Markdown, from its outline alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.renderers.markdown.flow import read_blocks
from reportgen.renderers.markdown.front_matter import FrontMatter
from reportgen.renderers.markdown.lines import Line, place_lines, write_nodes
from reportgen.renderers.markdown.nodes import Heading, Node, Paragraph, make_inline
from reportgen.templating.printed import Printed
from reportgen.views.names import OutlineChapter


@dataclass(frozen=True, slots=True)
class RenderedMarkdown:
    """A finished file.

    :ivar places: every text that shows figures, and its line.
    """

    data: bytes
    places: tuple[tuple[Printed, int], ...]


def render_markdown(
    front_matter: FrontMatter, chapters: Sequence[OutlineChapter]
) -> RenderedMarkdown:
    """The document in UTF-8; a mark such as 초안 stands before the first chapter, too."""
    nodes = list(_list_nodes(front_matter.mark, chapters))
    lines = [*front_matter.list_lines(), Line(""), *write_nodes(nodes)]
    text = "".join(f"{line.text}\n" for line in lines)
    return RenderedMarkdown(text.encode(), tuple(place_lines(lines)))


def _list_nodes(mark: str, chapters: Sequence[OutlineChapter]) -> Iterator[Node]:
    if mark:
        yield Paragraph(make_inline(mark, strong=True))
    for chapter in chapters:
        yield Heading(1, make_inline(f"{chapter.number}. ", chapter.title))
        yield from read_blocks(chapter.blocks, chapter.label)
