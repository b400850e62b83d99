"""Markdown (CommonMark with the tables of GFM) for readers that are programs.

::

    blocks ─ flow ─> nodes ─> lines ─ escaping      headings, paragraphs, lists, quotes
                       └ tables ─ html               pipes, or HTML where cells are merged
    front_matter + lines ─> document
"""

from reportgen.renderers.markdown.document import RenderedMarkdown, render_markdown
from reportgen.renderers.markdown.front_matter import FrontMatter

__all__ = ["FrontMatter", "RenderedMarkdown", "render_markdown"]
