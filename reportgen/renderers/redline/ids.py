"""Ids that mean nothing by themselves: neutral while versions are compared, unique at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from reportgen.renderers.redline.revisions import CHANGES, Revisions
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element

_ID, _NAME = f"{W}id", f"{W}name"
_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def neutralize_ids(root: Element) -> None:
    """Give bookmarks their names as ids, and all drawings the same one.

    An id of a bookmark only ties its end to its beginning (17.13.6), one of a drawing only
    tells it from others (20.4.2.5).
    """
    names: dict[str, str] = {}
    for mark in root.iter(*_BOOKMARKS):
        number = str(mark.get(_ID))
        names.setdefault(number, str(mark.get(_NAME, number)))
        mark.set(_ID, names[number])
    for drawing in root.iter(_DRAWING):
        drawing.set("id", "")


def number_ids(roots: Sequence[Element], marks: Revisions) -> None:
    """Number bookmarks, changes and drawings through all parts of the document."""
    _drop_moved_bookmarks(roots, marks)
    numbers = count(1)
    bookmarks: dict[str, str] = {}
    drawings = count(1)
    for root in roots:
        for element in root.iter(*_BOOKMARKS, *CHANGES, _DRAWING):
            if element.tag == _DRAWING:
                element.set("id", str(next(drawings)))
            elif element.tag in _BOOKMARKS:
                name = str(element.get(_ID))
                if name not in bookmarks:
                    bookmarks[name] = str(next(numbers))
                element.set(_ID, bookmarks[name])
            else:
                element.set(_ID, str(next(numbers)))


def _drop_moved_bookmarks(roots: Sequence[Element], marks: Revisions) -> None:
    """Leave out deleted bookmarks that stand in the new version too, at another place.

    Of two bookmarks with one name only the first counts (17.13.6.2), and a link has to find
    the one that stays.
    """
    found = [mark for root in roots for mark in root.iter(*_BOOKMARKS)]
    deleted = {mark for mark in found if next(mark.iterancestors(f"{W}del"), None) is not None}
    kept = {mark.get(_ID) for mark in found if mark not in deleted}
    for mark in [mark for mark in found if mark in deleted and mark.get(_ID) in kept]:
        marks.unmarked += mark.tag == _BOOKMARKS[0]
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
        if not len(parent):
            holder = parent.getparent()
            assert holder is not None
            holder.remove(parent)
