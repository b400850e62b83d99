"""Chapters as sequences of blocks and views, from what the content says of them."""

from reportgen.outline.chapters import Outline, name_document, resolve_outline

__all__ = ["Outline", "name_document", "resolve_outline"]
