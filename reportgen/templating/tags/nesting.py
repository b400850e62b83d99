"""Whether every ``for``, ``if`` and ``macro`` of a part is closed where it was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.tags.keywords import holds_tag, opens_block, read_keyword
from reportgen.templating.tags.tags import Tag

_BETWEEN = ("elif", "else")


def check_nesting(placed: Iterable[tuple[Tag, object]]) -> Iterator[Diagnostic]:
    """Every tag that closes something else, closes it elsewhere, or is never closed.

    A block that opens in one cell and closes in another would tear the document's XML.

    :param placed: the tags in order, each with the place in the tree that it takes.
    """
    opened: list[tuple[Tag, object]] = []
    for tag, container in placed:
        keyword = read_keyword(tag)
        if holds_tag(tag.code):
            continue  # what it swallowed is unknown
        if opens_block(tag):
            opened.append((tag, container))
        elif keyword.startswith("end"):
            yield from _check_closing(tag, container, opened.pop() if opened else None)
        elif keyword in _BETWEEN:
            yield from _check_closing(tag, container, opened[-1] if opened else None)
    for tag, _container in opened:
        yield Diagnostic(
            "template-nesting",
            tag.place,
            _("{tag} is never closed", tag=tag.typed),
            hint=_("add the matching end tag of the same kind"),
        )


def _check_closing(
    tag: Tag, container: object, opened: tuple[Tag, object] | None
) -> Iterator[Diagnostic]:
    if opened is None:
        yield Diagnostic(
            "template-nesting",
            tag.place,
            _("{tag} closes nothing", tag=tag.typed),
            hint=_("remove it, or add the tag that opens the block"),
        )
        return
    opening, place = opened
    keyword = read_keyword(tag)
    matches = keyword in _BETWEEN or keyword == f"end{read_keyword(opening)}"
    if not matches or tag.level is not opening.level:
        yield Diagnostic(
            "template-nesting",
            tag.place,
            _("{tag} does not match {opening}", tag=tag.typed, opening=opening.typed),
            hint=_("a block closes with its own end tag, written with the same p, tr or tc"),
        )
    elif container != place:
        yield Diagnostic(
            "template-nesting",
            tag.place,
            _("{tag} stands elsewhere than {opening}", tag=tag.typed, opening=opening.typed),
            hint=_("write {%p … %} to span paragraphs, {%tr … %} to span rows"),
        )


def find_deepest(tags: Sequence[Tag]) -> Tag:
    """The tag in which the most blocks are open; the longest one where none is."""
    depth, deepest, found = 0, 0, max(tags, key=lambda tag: len(tag.code))
    for tag in tags:
        depth += opens_block(tag) - read_keyword(tag).startswith("end")
        if depth > deepest:
            deepest, found = depth, tag
    return found
