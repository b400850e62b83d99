"""HTML that can't be written unescaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


class Html(str):
    """Finished HTML; any other text is escaped where it is put in."""

    __slots__ = ()


def tag(name: str, *content: str, **attributes: str) -> Html:
    """An element; an attribute with an empty value is left out, ``_`` is written ``-``.

    >>> tag("td", "a < b", tag("b", "c"), class_="x")
    '<td class="x">a &lt; b<b>c</b></td>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{written}>{join(*content)}</{name}>")


def join(*content: str) -> Html:
    """Pieces one behind the other, what is no HTML escaped."""
    return Html("".join(piece if isinstance(piece, Html) else escape(piece) for piece in content))


def lines(text: str) -> Html:
    """A text whose lines stay lines."""
    return Html("<br>".join(escape(line) for line in text.split("\n")))


def write_change(old: str, new: str) -> Html:
    """A text that took the place of another one; the text itself where it is the same."""
    if old == new:
        return lines(new)
    return join(*(mark(name, text) for name, text in (("del", old), ("ins", new)) if text))


def mark(name: str, text: str) -> Html:
    """``ins`` or ``del``; a screen reader hears which of them it is."""
    word = "추가: " if name == "ins" else "삭제: "
    return join(tag(name, tag("span", word, class_="unseen"), lines(text)))


def write_table(title: str, heads: Sequence[str], rows: Iterable[str]) -> Html:
    """A table with its caption and its column headers."""
    head = tag("tr", *(tag("th", text, scope="col") for text in heads))
    body = tag("tbody", *rows)
    table = tag("table", tag("caption", title), tag("thead", head), body)
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=title)
