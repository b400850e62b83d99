"""The functions that templates call, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.templating.rich.links import make_link
from reportgen.templating.rich.looks import make_rich
from reportgen.templating.rich.pictures import PictureFolder, make_picture
from reportgen.templating.rich.rich_text import PageBreak, Rich

FUNCTIONS = ("rich", "link", "picture", "page_break", "subdoc")
"""Their names."""


def make_functions(
    present: Callable[[Any], str], pictures: PictureFolder
) -> Mapping[str, Callable[..., Rich]]:
    """The functions.

    :param present: what prints a value that is no text yet.
    """
    return {
        "rich": make_rich(present),
        "link": make_link(present),
        "picture": make_picture(pictures),
        "page_break": page_break,
    }


def page_break() -> Rich:
    """What follows stands on a new page."""
    return Rich((PageBreak(),))
