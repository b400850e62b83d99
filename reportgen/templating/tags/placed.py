"""A tag and where it stands in the tree."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.templating.tags.tags import Tag
from reportgen.templating.tree import Element


@dataclass(slots=True, eq=False)
class Placed:
    """One tag in the text of a paragraph.

    :ivar text: the text element in which it begins.
    :ivar token: what stands for it in the tree; nothing for a command.
    :ivar order: the number of the paragraph, and where in its text the tag begins.
    """

    tag: Tag
    paragraph: Element
    text: Element
    token: str
    order: tuple[int, int]
