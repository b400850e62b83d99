"""Chapters as sequences of blocks and views, from what the content says of them."""

from reportgen.outline.chapters import resolve_chapters

__all__ = ["resolve_chapters"]
