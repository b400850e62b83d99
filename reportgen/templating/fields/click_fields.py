"""Click-here fields (누름틀) and named cells (셀 필드) of HWPX, filled by their name.

The field itself goes. Hancom Office shows a field that stays as a place to click on and to
type over, and prints its guide text where it is empty; a finished report is to be read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reportgen.i18n import translate as _
from reportgen.templating.fields.named_fields import FieldError, FieldMistake, read_name
from reportgen.templating.tree import Element, ancestor

_HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_RUN, _TEXT, _CTRL = f"{_HP}run", f"{_HP}t", f"{_HP}ctrl"


def write_click_fields(root: Element, known: Collection[str]) -> Iterator[FieldMistake]:
    """Put a tag in the place of every field whose name is an expression."""
    for begin in list(root.iter(f"{_HP}fieldBegin")):
        name = begin.get("name", "")
        paragraph = ancestor(begin, f"{_HP}p")
        if begin.get("type") != "CLICK_HERE" or paragraph is None:
            continue
        try:
            expression = read_name(name, known)
            if expression:
                _replace(begin, paragraph, expression)
        except FieldError as error:
            yield FieldMistake(paragraph, name, str(error), error.hint)
    yield from _fill_cells(root, known)


def _fill_cells(root: Element, known: Collection[str]) -> Iterator[FieldMistake]:
    """The same for every cell that has a name."""
    for cell in root.iter(f"{_HP}tc"):
        name = cell.get("name", "")
        paragraphs = cell.findall(f"{_HP}subList/{_HP}p")
        if not name or not paragraphs:
            continue
        try:
            expression = read_name(name, known)
            if expression:
                _write_cell(paragraphs, expression)
                cell.set("name", "")
        except FieldError as error:
            yield FieldMistake(paragraphs[0], name, str(error), error.hint)


def _write_cell(paragraphs: list[Element], expression: str) -> None:
    """Put the tag into the first run, in the place of all text of the cell."""
    runs = [run for paragraph in paragraphs for run in paragraph.iterfind(_RUN)]
    if not runs or any(part.tag != _TEXT for run in runs for part in run):
        raise FieldError(_("more than text stands in the field"), _("leave only text in the field"))
    for run in runs:
        for text in list(run):
            run.remove(text)
    for other in (*runs[1:], *paragraphs[1:]):
        _drop(other)
    text = runs[0].makeelement(_TEXT, {})
    text.text = f"{{{{ {expression} }}}}"
    runs[0].append(text)


def _replace(begin: Element, paragraph: Element, expression: str) -> None:
    inside, end = _find_inside(begin, paragraph)
    texts = [element for element in inside if element.tag == _TEXT]
    if any(element.tag not in (_TEXT, _CTRL) for element in inside):
        raise FieldError(_("more than text stands in the field"), _("leave only text in the field"))
    typed = "".join(str(piece) for text in texts for piece in text.itertext()).strip()
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
