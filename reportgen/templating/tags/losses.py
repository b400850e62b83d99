"""What stands beside a tag that takes the place of its paragraph, row or cell, and is no text.

Only what is known to be harmless may go with the tag; anything else is named and refused.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.tree import Element

NAMES: dict[str, Callable[[], str]] = {
    "page break": lambda: _("a page break"),
    "column break": lambda: _("a column break"),
    "note": lambda: _("a footnote or endnote"),
    "comment": lambda: _("a comment"),
    "symbol": lambda: _("a symbol"),
    "field": lambda: _("a field"),
    "equation": lambda: _("an equation"),
    "picture": lambda: _("a picture or shape"),
    "table": lambda: _("a table"),
    "bookmark": lambda: _("a bookmark"),
    "number": lambda: _("a number that counts by itself"),
    "page": lambda: _("a setting of the page"),
    "form": lambda: _("a form field"),
}
"""What authors call them, in the language of the reader."""


def find_losses(
    element: Element,
    harmless: Collection[str],
    whole: Collection[str],
    kinds: Mapping[str, str],
) -> Iterator[str]:
    """The names of what would be lost with the element.

    :param harmless: tags of elements that may go, if what stands in them may.
    :param whole: tags of elements that may go with all that stands in them.
    :param kinds: by local name, the kind of which an element is; others are called by it.
    """
    waiting = [element]
    while waiting:
        found = waiting.pop()
        if not isinstance(found.tag, str) or found.tag in whole:
            continue
        if found.tag in harmless:
            waiting.extend(reversed(found))
        else:
            local = etree.QName(found).localname
            kind = kinds.get(local)
            yield NAMES[kind]() if kind else _("an element {name}", name=local)
