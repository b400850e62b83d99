"""Click-here fields (누름틀) and named cells (셀 필드) of HWPX, filled by their name.

The field itself goes. Hancom Office shows a field that stays as a place to click on and to
type over, and prints its guide text where it is empty; a finished report is to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.i18n import translate as _
from reportgen.templating.fields.known_names import KnownNames
from reportgen.templating.fields.named_fields import (
    FieldError,
    FieldMistake,
    check_losses,
    check_texts,
    read_name,
)
from reportgen.templating.formats.hangul_losses import FORMS, find_hangul_losses
from reportgen.templating.tags.losses import NAMES
from reportgen.templating.tree import Element, ancestor

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_PARAGRAPH, _RUN, _TEXT, _CTRL = f"{_HP}p", f"{_HP}run", f"{_HP}t", f"{_HP}ctrl"
_UNNAMED = ("BOOKMARK", "HYPERLINK", "MEMO")
"""Kinds of fields whose name is none of a value."""


def write_click_fields(root: Element, known: KnownNames) -> Iterator[FieldMistake]:
    """Put a tag in the place of every field whose name is an expression."""
    for begin in list(root.iter(f"{_HP}fieldBegin")):
        if begin.get("type") not in _UNNAMED:
            write = _replace if begin.get("type") == "CLICK_HERE" else _refuse
            yield from _fill(begin, ancestor(begin, _PARAGRAPH), known, write)
    for cell in root.iter(f"{_HP}tc"):
        yield from _fill(cell, next(cell.iter(_PARAGRAPH), None), known, _write_cell)
    for form in root.iter(*(f"{_HP}{name}" for name in FORMS)):
        yield from _fill(form, ancestor(form, _PARAGRAPH), known, _refuse)


def _fill(
    field: Element,
    paragraph: Element | None,
    known: KnownNames,
    write: Callable[[Element, Element, str], None],
) -> Iterator[FieldMistake]:
    """Write the expression that names an element; why that can't be.

    :param paragraph: in which it stands, or that of a cell.
    """
    name = field.get("name", "")
    if not name or paragraph is None:
        return
    try:
        if expression := read_name(name, known):
            write(field, paragraph, expression)
    except FieldError as error:
        yield FieldMistake(paragraph, name, str(error), error.hint)


def _refuse(_form: Element, _paragraph: Element, expression: str) -> None:
    """Refuse a field that can't be filled; a single word may be any program's name for it."""
    if not expression.isidentifier():
        raise FieldError(
            _("a field of this kind isn't filled by its name"),
            _("use a click-here field (누름틀) instead"),
        )


def _write_cell(cell: Element, first: Element, expression: str) -> None:
    """Put the tag into the first run, in the place of all text of the cell."""
    paragraphs = cell.findall(f"{_HP}subList/{_PARAGRAPH}")
    runs = [run for paragraph in paragraphs for run in paragraph.iterfind(_RUN)]
    check_losses(lost for part in (*first, *paragraphs[1:]) for lost in find_hangul_losses(part))
    check_texts(_read_texts(run for run in runs for run in run.iterfind(_TEXT)), expression)
    if not runs:
        runs = [first.makeelement(_RUN, {"charPrIDRef": "0"})]
        first.insert(0, runs[0])
    for other in (*runs[1:], *paragraphs[1:]):
        _drop(other)
    for part in list(runs[0]):
        runs[0].remove(part)
    text = runs[0].makeelement(_TEXT, {})
    text.text = f"{{{{ {expression} }}}}"
    runs[0].append(text)
    cell.set("name", "")


def _replace(begin: Element, paragraph: Element, expression: str) -> None:
    inside, end = _find_inside(begin, paragraph)
    texts = [element for element in inside if element.tag == _TEXT]
    lost = [lost for part in inside for lost in find_hangul_losses(part)]
    check_losses(one for one in lost if one != NAMES["bookmark"]())
    typed = _read_texts(texts).strip()
    check_texts(typed, expression)
    if typed and not _is_guide(begin, typed):
        holder, *others = texts
    else:
        # The guide text has a look of its own; the field stands in that of the text around it.
        ctrl, others = begin.getparent(), texts
        assert ctrl is not None
        holder = ctrl.makeelement(_TEXT, {})
        ctrl.addnext(holder)
    for text in others:
        _drop(text)
    for mark in list(holder):
        holder.remove(mark)
    holder.text = f"{{{{ {expression} }}}}"
    for field in (begin, end):
        ctrl = field.getparent()
        assert ctrl is not None
        ctrl.remove(field)
        if not len(ctrl):
            _drop(ctrl)


def _read_texts(texts: Iterable[Element]) -> str:
    return "".join(str(piece) for text in texts for piece in text.itertext())


def _is_guide(begin: Element, typed: str) -> bool:
    """Whether a text is the one that asks for input."""
    texts = {each.get("name"): each.text or "" for each in begin.iter(f"{_HP}stringParam")}
    if "Direction" in texts:
        return texts["Direction"].strip() == typed
    return f":{typed} " in texts.get("Command", "")


def _find_inside(begin: Element, paragraph: Element) -> tuple[list[Element], Element]:
    """What stands between the field's two ends, and its end."""
    parts = [part for run in paragraph.iterfind(_RUN) for part in run if isinstance(part.tag, str)]
    inside: list[Element] = []
    begun = False
    for part in parts:
        ends = list(part.iterfind(f"{_HP}fieldEnd")) if part.tag == _CTRL else []
        end = next((end for end in ends if end.get("beginIDRef") == begin.get("id")), None)
        if begun and end is not None:
            return inside, end
        if begun:
            inside.append(part)
        begun = begun or begin.getparent() is part
    raise FieldError(
        _("the field doesn't end in its paragraph"), _("let the field stand in one paragraph")
    )


def _drop(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
