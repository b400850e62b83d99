"""Content controls of DOCX (``w:sdt``, 17.5.2), filled by their tag or title.

The control itself goes: one that is bound to data of the document would show these again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from copy import deepcopy

from lxml import etree

from reportgen.i18n import translate as _
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.named_fields import (
    FieldError,
    FieldMistake,
    check_losses,
    check_texts,
    read_name,
)
from reportgen.templating.formats.word_losses import find_word_losses, take_marks
from reportgen.templating.tags.losses import NAMES
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

_CALL = re.compile(r"(\w+)\([^()]*(?:\([^()]*\)[^()]*)*\)", re.DOTALL)


def write_content_controls(root: Element, known: KnownNames) -> Iterator[FieldMistake]:
    """Put a tag in the place of every control whose tag or title is an expression."""
    for control in list(root.iter(f"{_W}sdt")):
        names = [_read_property(control, "tag"), _read_property(control, "alias")]
        for name in names:
            try:
                if expression := read_name(name, known):
                    _check_title(expression, names, known)
                    _replace(control, expression, known.blocks)
                    break
            except FieldError as error:
                yield FieldMistake(_find_paragraph(control, root), name, str(error), error.hint)
                break
    for form in root.iter(f"{_W}ffData"):
        yield from _refuse_form(form, root, known)


def _read_property(control: Element, name: str) -> str:
    found = control.find(f"{_W}sdtPr/{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")


def _check_title(expression: str, names: list[str], known: KnownNames) -> None:
    """Refuse a control whose tag and title name different values."""
    found = {read_name(name, known) for name in names} - {"", expression}
    if found:
        raise FieldError(
            _("its title names another value, {name}", name=found.pop()),
            _("name the value by the tag of the control, or by its title"),
        )


def _refuse_form(form: Element, root: Element, known: KnownNames) -> Iterator[FieldMistake]:
    """A form field of older programs; a single word is Word's own name for it."""
    named = form.find(f"{_W}name")
    name = "" if named is None else named.get(f"{_W}val", "")
    try:
        if not name.isidentifier() and read_name(name, known):
            raise FieldError(
                _("a field of this kind isn't filled by its name"),
                _("use a content control instead"),
            )
    except FieldError as error:
        yield FieldMistake(_find_paragraph(form, root), name, str(error), error.hint)


def _find_paragraph(control: Element, root: Element) -> Element:
    """The paragraph in or around the control."""
    inside = next(control.iter(_PARAGRAPH), None)
    return next(control.iterancestors(_PARAGRAPH), root) if inside is None else inside


def _replace(control: Element, expression: str, blocks: Collection[str]) -> None:
    content = control.find(_CONTENT)
    kinds = {etree.QName(kind).localname for kind in control.iterfind(f"{_W}sdtPr/*")}
    if content is None or not kinds.isdisjoint(_KINDS):
        raise FieldError(
            _("a field of this kind isn't filled by its name"),
            _("use a control for plain or rich text"),
        )
    check_losses(_find_losses(content))
    check_texts("".join(text.text or "" for text in content.iter(f"{_W}t")), expression)
    cells = content.findall(_CELL)
    if content.find(f"{_W}tr") is not None or len(cells) > 1:
        raise FieldError(_("the field covers whole rows"), _("let the field stand in one cell"))
    starts, ends = take_marks(content)
    paragraphs = list(content.iter(_PARAGRAPH))
    run = _make_run(control, expression, blocks if paragraphs and not cells else ())
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
    kept = [*starts, *kept, *ends]
    for element in kept:
        control.addprevious(element)
    if control.tail:
        kept[-1].tail = control.tail
    control.getparent().remove(control)  # type: ignore[union-attr]


def _find_losses(content: Element) -> Iterator[str]:
    """What stands in a control beside text; the look of its first paragraph stays."""
    copied = deepcopy(content)
    look = next(copied.iter(f"{_W}pPr"), None)
    if look is not None and look.getparent() is next(copied.iter(_PARAGRAPH), None):
        look.getparent().remove(look)  # type: ignore[union-attr]
    for part in copied:
        yield from find_word_losses(part)
    if next(copied.iter(f"{_W}sectPr"), None) is not None:
        yield NAMES["page"]()


def _make_run(control: Element, expression: str, blocks: Collection[str]) -> Element:
    """A run that prints the expression in the look of what was typed, not of the guide text.

    :param blocks: the prototypes whose paragraphs may stand there.
    """
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
    call = _CALL.fullmatch(expression)
    is_blocks = call is not None and call[1] in blocks
    text.text = f"{{{{p {expression} }}}}" if is_blocks else f"{{{{ {expression} }}}}"
    return run
