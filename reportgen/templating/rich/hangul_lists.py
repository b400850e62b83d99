"""Numbered lists of HWPX that begin anew (KS X 6101, ``hh:numbering``)."""

from __future__ import annotations

from reportgen.i18n import translate as _
from reportgen.templating.rich.hangul_looks import Shapes
from reportgen.templating.tree import Element

_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"


class HangulLists:
    """The lists that were begun anew: each is a numbering like the template's, which counts anew.

    Which numbering a paragraph counts by is said by its shape, so each has shapes of its own.
    """

    def __init__(self, header: Element) -> None:
        self._shapes = Shapes(header, "paraProperties")
        self._numberings = Shapes(header, "numberings")
        self._current: dict[str, str] = {}
        self._begun = 0

    def check(self, shape: str, restart: bool) -> None:
        """Whether a list can begin anew in a paragraph.

        :raises ValueError: when it stands in none.
        """
        if restart and not self._find_numbering(shape):
            raise ValueError(_("the paragraph stands in no numbered list"))

    def number(self, shape: str, restart: bool) -> str:
        """The number of the shape of a paragraph."""
        numbering = self._find_numbering(shape)
        if not numbering:
            return shape
        if restart:
            self._begun += 1
            self._current[numbering], _made = self._numberings.derive(numbering, self._begun)
        if numbering not in self._current:
            return shape
        current = self._current[numbering]
        number, made = self._shapes.derive(shape, current)
        if made is not None:
            made.find(f"{_HH}heading").set("idRef", current)  # type: ignore[union-attr]
        return number

    def _find_numbering(self, shape: str) -> str:
        """The numbering by which paragraphs of a shape are counted, or nothing."""
        found = self._shapes.find(shape)
        heading = None if found is None else found.find(f"{_HH}heading")
        if heading is None or heading.get("type") != "NUMBER":
            return ""
        return str(heading.get("idRef", ""))
