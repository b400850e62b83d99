"""What is wrong with one cell of a template workbook."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from reportgen.choices import find_near
from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.sheet_template import TemplateCell
from reportgen.renderers.xlsx.tags import ROW, has_tags, name_of
from reportgen.templating.tags.tags import find_unclosed, split_tags


class CellMistake(NamedTuple):
    """A mistake whose place is not known yet."""

    rule: str
    problem: str
    hint: str

    def at(self, place: SourceRef, typed: str) -> Diagnostic:
        """The mistake with its place, and what stands there."""
        return Diagnostic(self.rule, place, self.problem, published=typed, hint=self.hint)


def find_cell_mistake(
    cell: TemplateCell, known: Collection[str], marked: bool
) -> CellMistake | None:
    """The mistake of a cell, or None when it can be filled.

    :param known: in a marked row the columns of the data, elsewhere the names a tag can print.
    :param marked: whether the cell's row shows how rows of data look.
    """
    if cell.has_formula:
        problem = _("a template holds no formulas")
        hint = _("write a tag; formulas are made from the figures")
        return CellMistake("template-formula", problem, hint)
    if not has_tags(cell.text):
        return None
    tags = [typed for _start, _end, typed in split_tags(cell.text)]
    wrong = find_unclosed(cell.text) or next((tag for tag in tags if not name_of(tag)), "")
    if wrong:
        hint = _("a workbook's tag is one name, such as {tag}", tag="{{ row.amount }}")
        return CellMistake("template-syntax", _("{tag} can't be read", tag=wrong), hint)
    if marked and tags[0] != cell.text.strip():
        problem = _("text stands beside {tag}", tag=tags[0])
        hint = _("a cell of a marked row holds one tag and no more")
        return CellMistake("template-syntax", problem, hint)
    return _find_unknown([name_of(tag) for tag in tags], known, marked)


def _find_unknown(names: list[str], known: Collection[str], marked: bool) -> CellMistake | None:
    allowed = [ROW + name for name in sorted(known)] if marked else sorted(known)
    unknown = next((name for name in names if name not in allowed), None)
    if unknown is None:
        return None
    if unknown.startswith(ROW) and not marked:
        hint = _("give the row a name that says what it shows, such as revenue_body")
    else:
        near = find_near(unknown, allowed) or allowed
        hint = _("known here: {names}", names=", ".join(near) or "-")
    return CellMistake("template-undefined", _("{name} is not defined", name=unknown), hint)
