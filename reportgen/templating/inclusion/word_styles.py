"""Styles of another DOCX, found by their names among those of this one."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.inclusion.sources import InclusionError
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_USES = {f"{_W}pStyle": "paragraph", f"{_W}rStyle": "character", f"{_W}tblStyle": "table"}

Key = tuple[str, str]
"""Kind and name."""


class WordStyles:
    """The styles of this document."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._own: dict[Key, str] | None = None

    def translate(self, body: Element, filled: Mapping[str, bytes], name: str) -> None:
        """Have the body of another document use the styles of this one.

        :raises InclusionError: when one is missing here.
        """
        if self._own is None:
            self._own = {key: found for found, key in _read_styles(self._parts).items()}
        others = _read_styles(filled)
        for element in list(body.iter(*_USES)):
            found = element.get(f"{_W}val", "")
            key = others.get(found)
            if key is None:
                parent = element.getparent()
                assert parent is not None
                parent.remove(element)
            elif key not in self._own:
                raise InclusionError(
                    _("the style «{style}» of {name} is missing here", style=key[1], name=name)
                )
            else:
                element.set(f"{_W}val", self._own[key])


def _read_styles(parts: Mapping[str, bytes]) -> dict[str, Key]:
    """Kind and name of every style by its id."""
    if _STYLES not in parts:
        return {}
    found: dict[str, Key] = {}
    for style in etree.fromstring(parts[_STYLES]).iterfind(f"{_W}style"):
        named = style.find(f"{_W}name")
        name = "" if named is None else named.get(f"{_W}val", "")
        key = style.get(f"{_W}type", "paragraph"), " ".join(name.split()).lower()
        found[style.get(f"{_W}styleId", "")] = key
    return found
