"""Content controls of DOCX (``w:sdt``, 17.5.2), filled by their tag or title.

The control itself goes: one that is bound to data of the document would show these again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.fields.named_fields import FieldError, FieldMistake, read_name
from reportgen.templating.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARAGRAPH, _RUN, _CELL = f"{_W}p", f"{_W}r", f"{_W}tc"
_CONTENT = f"{_W}sdtContent"
_KINDS = frozenset(
    (
        "bibliography",
        "checkbox",
        "docPartList",
        "docPartObj",
        "equation",
        "group",
        "picture",
        "repeatingSection",
        "repeatingSectionItem",
    )
)
"""Controls that hold no text of one's own."""

_NO_TEXT = ("tbl", "drawing", "pict", "object", "fldChar", "fldSimple")
_CALL = re.compile(r"\w+\(.*\)", re.DOTALL)


def write_content_controls(root: Element, known: Collection[str]) -> Iterator[FieldMistake]:
    """Put a tag in the place of every control whose tag or title is an expression."""
    for control in list(root.iter(f"{_W}sdt")):
        properties = control.find(f"{_W}sdtPr")
        for tag in ("tag", "alias"):
            named = None if properties is None else properties.find(f"{_W}{tag}")
            name = "" if named is None else named.get(f"{_W}val", "")
            try:
                expression = read_name(name, known)
                if expression:
                    _replace(control, expression)
                    break
            except FieldError as error:
                yield FieldMistake(_find_paragraph(control, root), name, str(error), error.hint)
                break


def _find_paragraph(control: Element, root: Element) -> Element:
    """The paragraph in or around the control."""
    inside = next(control.iter(_PARAGRAPH), None)
    return next(control.iterancestors(_PARAGRAPH), root) if inside is None else inside


def _replace(control: Element, expression: str) -> None:
    content = control.find(_CONTENT)
    kinds = {etree.QName(kind).localname for kind in control.iterfind(f"{_W}sdtPr/*")}
    if content is None or not kinds.isdisjoint(_KINDS) or _holds_objects(content):
        raise FieldError(_("more than text stands in the field"), _("leave only text in the field"))
    cells = content.findall(_CELL)
    if content.find(f"{_W}tr") is not None or len(cells) > 1:
        raise FieldError(_("the field covers whole rows"), _("let the field stand in one cell"))
    paragraphs = list(content.iter(_PARAGRAPH))
    run = _make_run(control, expression, is_block=bool(paragraphs) and not cells)
    kept = [run]
    if paragraphs:
        first, *others = paragraphs
        for part in list(first):
            if part.tag != f"{_W}pPr":
                first.remove(part)
        first.append(run)
        for other in others:
            other.getparent().remove(other)  # type: ignore[union-attr]
        kept = cells or [first]
    for element in kept:
        control.addprevious(element)
    if control.tail:
        kept[-1].tail = control.tail
    control.getparent().remove(control)  # type: ignore[union-attr]


def _holds_objects(content: Element) -> bool:
    return next(content.iter(*(f"{_W}{name}" for name in _NO_TEXT)), None) is not None


def _make_run(control: Element, expression: str, is_block: bool) -> Element:
    """A run that prints the expression in the look of what was typed, not of the guide text."""
    run = etree.Element(_RUN)
    look = control.find(f".//{_RUN}/{_W}rPr")
    if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
        chosen = control.find(f"{_W}sdtPr/{_W}rPr")
        look = look if chosen is None else chosen
        for style in () if look is None or chosen is not None else look.findall(f"{_W}rStyle"):
            look.remove(style)  # type: ignore[union-attr]
    if look is not None:
        run.append(look)
    text = etree.SubElement(run, f"{_W}t")
    text.set(_SPACE, "preserve")
    is_blocks = is_block and _CALL.fullmatch(expression)
    text.text = f"{{{{p {expression} }}}}" if is_blocks else f"{{{{ {expression} }}}}"
    return run
