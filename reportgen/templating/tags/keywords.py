"""The words that a tag may begin with, and what a mistyped one was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.choices import find_near
from reportgen.templating.tags.tags import Tag

BLOCKS = ("for", "if", "macro", "call", "with", "set")
KEYWORDS = (*BLOCKS, "elif", "else", *(f"end{block}" for block in BLOCKS))
COMMANDS = (
    "columns",
    "span",
    "anchor",
    "chart",
    "colspan",
    "vm",
    "hm",
    "cellbg",
    "restart",
)
_WORDS = re.compile(r"\{%[-+]?\s*(?P<first>\w+)(?:\s+(?P<second>\w+))?")
_BRACE = re.compile(r"(?=\{)|[}%]+\s*")
_NO_KEYWORD = re.compile(r"\{%[-+]?\s*[^-+\w\s]")


def read_keyword(tag: Tag) -> str:
    """The keyword of a tag; of a mistyped one the keyword that was meant, if it is plain."""
    match = _WORDS.match(tag.code) if not tag.command else None
    if match is None:
        return ""
    first, second = match["first"], match["second"] or ""
    if first == "end" and f"end{second}" in KEYWORDS:
        return f"end{second}"
    if first == "else" and second == "if":
        return "elif"
    if first in KEYWORDS or is_refused(tag):
        return first
    return guess_keyword(first) or first


def opens_block(tag: Tag) -> bool:
    """Whether an end tag has to follow, also behind a keyword that is mistyped."""
    return tag.opens_block or read_keyword(tag) in BLOCKS[:-1]


def guess_keyword(word: str) -> str:
    """The keyword that is most like a word, empty if none is.

    >>> guess_keyword("fro"), guess_keyword("elseif"), guess_keyword("fi"), guess_keyword("xyz")
    ('for', 'elif', 'if', '')
    """
    if sorted(word) in ([*"fi"], sorted("for")):
        return "if" if len(word) == 2 else "for"
    if word in ("elseif", "elsif", "elsf"):
        return "elif"
    near = find_near(word, (*KEYWORDS, *COMMANDS))
    return near[0] if near else ""


def complete_tags(text: str, tags: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The ``{%`` tags that are not closed, each as it would read if it were.

    They only keep count of blocks, so that one brace that is missing is told once.

    :param tags: start, end and text of those that are closed.
    """
    edges = [0, *(edge for start, end, _typed in tags for edge in (start, end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        at = text.find("{%", start, end)
        if at >= 0:
            following = _BRACE.search(text, at + 2, end)
            last, held = (following.end(), following.start()) if following else (end, end)
            yield at, last, f"{text[at:held].rstrip()} %}}"


def holds_tag(code: str) -> bool:
    """Whether another tag begins inside: the end of the first one was forgotten."""
    inner = re.sub(r"\"[^\"]*\"|'[^']*'", "", code[2:-2])
    return "{{" in inner or "{%" in inner


def is_refused(tag: Tag) -> bool:
    """Whether Jinja knows the tag, or its end, and a document can't use it."""
    return tag.is_unsafe or tag.keyword in ("endfilter", "endblock", "endraw", "endautoescape")


def lacks_keyword(code: str) -> bool:
    """Whether ``{%`` is followed by no word at all."""
    return _NO_KEYWORD.match(code) is not None
