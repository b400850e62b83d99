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
    write: Callable[[Any], Any], pictures: PictureFolder
) -> Mapping[str, Callable[..., Rich]]:
    """The functions.

    :param write: makes the text of a value that is none yet.
    """
    return {
        "rich": make_rich(write),
        "link": make_link(write),
        "picture": make_picture(pictures),
        "page_break": page_break,
    }


def page_break() -> Rich:
    """What follows stands on a new page."""
    return Rich((PageBreak(),))
