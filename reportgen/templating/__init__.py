"""Jinja inside office documents: one engine, a dialect for each file format.

::

    packages  a file ─> its parts, what leaves and what stays behind
    formats   paragraphs, rows and cells, spelled in DOCX and HWPX;  dialect  what they share
      │
    compiler  tags/ found in the text ─> tokens in the tree ─> the source of a Jinja template
      │         ├ fields/   what stands outside of paragraphs
      │         └ tables/   rows, columns and merged cells that are counted
    checks    every tag looked at, every name held against what the document offers
      │
    kept_templates  the same, as an earlier process left it
      │
    template  code/ is run ─> rich/ values put in, charts/ fed, inclusion/ of other documents
        │       ─> the parts, filled;  printed  what was shown where
        ├ drafts/   what fails printed in red at its place, and the rest written
        └ filled_text  those that leave in blocks
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportgen.templating.printed import Place, Printed

if TYPE_CHECKING:
    from reportgen.templating.template import OfficeTemplate, Rendering

__all__ = ["OfficeTemplate", "Place", "Printed", "Rendering"]


def __getattr__(name: str) -> Any:
    """The template, loaded when somebody asks for it: rules and texts need only parts of it."""
    if name in ("OfficeTemplate", "Rendering"):
        from reportgen.templating import template

        return getattr(template, name)
    raise AttributeError(name)
