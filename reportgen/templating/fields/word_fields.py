"""Fields of Word whose runs stand one by one between their marks (ECMA-376 part 1, 17.16.18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK, _CODE, _TEXT = f"{_W}fldChar", f"{_W}instrText", f"{_W}t"
_DEEPEST = 50
"""Fields inside each other; Word allows twenty."""
_PAGES = ("PAGEREF", "NOTEREF")


@dataclass(slots=True)
class WordField:
    """A field: its first mark, its code and what it shows."""

    begin: Element
    codes: list[Element] = field(default_factory=list)
    texts: list[Element] = field(default_factory=list)
    shows: bool = False

    @property
    def code(self) -> str:
        """The code, put together."""
        return "".join(code.text or "" for code in self.codes)


def list_fields(root: Element) -> Iterator[WordField]:
    """Every field of a part, inner ones first; what isn't closed is left out."""
    open_fields: list[WordField] = []
    for element in root.iter(_MARK, _CODE, _TEXT):
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin" and len(open_fields) < _DEEPEST:
            open_fields.append(WordField(element))
        elif not open_fields:
            continue
        elif kind == "end":
            yield open_fields.pop()
        elif kind == "separate":
            open_fields[-1].shows = True
        elif element.tag == _CODE:
            open_fields[-1].codes.append(element)
        elif open_fields[-1].shows:
            open_fields[-1].texts.append(element)


def forget_pages(root: Element) -> None:
    """Take away what page references show that were looked up in the template.

    LibreOffice finds no bookmark of the name of a tag, and writes an error in its place.
    """
    for found in list_fields(root):
        shown = "".join(text.text or "" for text in found.texts)
        if found.code.split()[:1] and found.code.split()[0] in _PAGES and "{{" in found.code:
            if not any(sign.isalpha() for sign in shown):
                continue
            found.begin.set(f"{_W}dirty", "true")
            for text in found.texts:
                text.text = ""
            found.texts[0].text = "-"
