"""``link``: text that leads to a page, to a mail address, or to a bookmark of the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from reportgen.i18n import translate as _
from reportgen.templating.rich.looks import read_look, read_pieces
from reportgen.templating.rich.rich_text import Look, Rich, Words

_SCHEMES = ("http", "https", "mailto")
_LONGEST = 2_000
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]")
_ANCHOR = re.compile(r"#[\w가-힣][\w가-힣.-]{0,39}")
"""A bookmark's name, which Word wants to have at most 40 letters."""
_LOOK = Look(underline=True, color="0000FF")
"""As both office programs show a link."""


def make_link(write: Callable[[Any], Any]) -> Callable[..., Rich]:
    """The function ``link`` of templates.

    :param write: makes the text of a value that is none yet.
    """

    def link(address: Any, text: Any = None, **options: Any) -> Rich:
        """A text that leads to an address; blue and underlined, unless the options say else."""
        target = _read_address(address)
        look = read_look(options).over(_LOOK)
        shown = target.removeprefix("mailto:") if text is None else text
        pieces = tuple(read_pieces(shown, look, write))
        words = [piece for piece in pieces if isinstance(piece, Words)]
        if len(words) < len(pieces) or any(piece.address for piece in words):
            raise TypeError(_("only text can be a link"))
        if not "".join(piece.text for piece in words).strip():
            raise ValueError(_("a link without text can't be seen"))
        return Rich(Words(piece.text, piece.look, target) for piece in words)

    return link


def check_bookmark(name: str) -> str:
    """The name, if a bookmark can have it.

    :raises ValueError: when a link couldn't lead there, or Word would cut it.
    """
    if not _ANCHOR.fullmatch(f"#{name}"):
        raise ValueError(
            _("«{name}» is no name of a bookmark: letters, digits, _ . -, at most 40", name=name)
        )
    return name


def _read_address(address: Any) -> str:
    """The address.

    :raises ValueError: where it leads to no page, mail address or bookmark.
    """
    if not isinstance(address, str):
        raise TypeError(_("a link needs an address: 'https://…'"))
    text = str(address).strip()
    if _ANCHOR.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_known = parts.scheme in _SCHEMES and not _SPACE.search(text) and len(text) <= _LONGEST
    named = parts.path if parts.scheme == "mailto" else parts.hostname
    if not is_known or not named or (parts.scheme == "mailto" and "@" not in named):
        raise ValueError(
            _("«{address}» is no address; write https://…, http://…, mailto:… or #…", address=text)
        )
    return text
