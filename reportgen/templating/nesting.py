"""Whether every ``for``, ``if`` and ``macro`` of a part is closed where it was opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Diagnostic
from reportgen.i18n import translate as _
from reportgen.templating.tags import Tag

_BETWEEN = ("elif", "else")


def check_nesting(placed: Iterable[tuple[Tag, object]]) -> Iterator[Diagnostic]:
    """Every tag that closes something else, closes it elsewhere, or is never closed.

    A block that opens in one cell and closes in another would tear the document's XML.

    :param placed: the tags in order, each with the place in the tree that it takes.
    """
    opened: list[tuple[Tag, object]] = []
    for tag, container in placed:
        if tag.opens_block:
            opened.append((tag, container))
        elif tag.keyword.startswith("end"):
            yield from _check_closing(tag, container, opened.pop() if opened else None)
        elif tag.keyword in _BETWEEN:
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
    matches = tag.keyword in _BETWEEN or tag.keyword == f"end{opening.keyword}"
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
