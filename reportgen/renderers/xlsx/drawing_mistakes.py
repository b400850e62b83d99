"""What is wrong with the charts and pictures of a template workbook."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.cell_mistakes import find_cell_mistake
from reportgen.renderers.xlsx.chart_references import parse_reference
from reportgen.renderers.xlsx.chart_series import list_referring, read_formula
from reportgen.renderers.xlsx.drawing_texts import list_texts
from reportgen.renderers.xlsx.drawings import Anchor, Drawing, Frame, parse_chart, read_drawings
from reportgen.renderers.xlsx.sheet_template import TemplateCell
from reportgen.renderers.xlsx.spreadsheetml import Element
from reportgen.renderers.xlsx.tags import sheet_values
from reportgen.renderers.xlsx.template import WorkbookTemplate
from reportgen.views.annexes import Annex


def check_drawings(
    template: WorkbookTemplate, by_sheet: Mapping[str, Annex]
) -> Iterator[Diagnostic]:
    """Every chart can follow the data, and all that is shown can be read out.

    :param by_sheet: the annex of each sheet that has one.
    """
    for drawing in read_drawings(template):
        annex = by_sheet.get(drawing.sheet)
        known = set(sheet_values(annex)) if annex else set()
        for anchor in drawing.anchors:
            yield from _check_anchor(template, drawing, anchor, known)


def _check_anchor(
    template: WorkbookTemplate, drawing: Drawing, anchor: Anchor, known: Collection[str]
) -> Iterator[Diagnostic]:
    place = SourceRef(template.file, sheet=drawing.sheet, cell=anchor.cell)
    yield from _check_texts(anchor.element, known, place)
    for _shape in anchor.undescribed():
        problem = _("a chart or picture has no alternative text")
        hint = _("say what it shows (right click, View Alt Text), or mark it as decorative")
        yield Diagnostic("template-alt-text", place, problem, hint=hint)
    for frame in anchor.frames:
        root = parse_chart(template, frame.part) if frame.is_followed else None
        if root is None:
            yield _explain_unknown(frame, place)
        else:
            yield from _check_texts(root, known, place)
            yield from _check_references(template, root, place)


def _explain_unknown(frame: Frame, place: SourceRef) -> Diagnostic:
    if frame.is_followed:
        problem, hint = _("the chart can't be read"), _("save it again from Excel as .xlsx")
    else:
        problem = _("a chart of this kind can't follow the data")
        hint = _("choose bars, lines, a pie or another kind that Excel 2007 has")
    return Diagnostic("template-chart", place, problem, hint=hint)


def _check_texts(root: Element, known: Collection[str], place: SourceRef) -> Iterator[Diagnostic]:
    for typed in list_texts(root):
        mistake = find_cell_mistake(TemplateCell(0, "", typed), known, marked=False)
        if mistake:
            yield mistake.at(place, typed)


def _check_references(
    template: WorkbookTemplate, root: Element, place: SourceRef
) -> Iterator[Diagnostic]:
    sheets = {sheet.name for sheet in template.sheets} | template.left_out
    hint = _("let it refer to cells of a sheet (Chart Design, Select Data)")
    for typed in dict.fromkeys(read_formula(element) for element in list_referring(root)):
        problem = _find_problem(typed, sheets)
        if problem:
            yield Diagnostic("template-chart", place, problem, published=typed, hint=hint)


def _find_problem(typed: str, sheets: Collection[str]) -> str:
    """What is wrong with a reference; nothing when its sheets are there."""
    reference = parse_reference(typed)
    if reference is None:
        return _(
            "the chart refers to {reference}, which is no range of cells", reference=typed or "-"
        )
    unknown = next((sheet for sheet, _area in reference.areas if sheet not in sheets), None)
    if unknown is None:
        return ""
    return _("the chart refers to the sheet {sheet}, which is not there", sheet=unknown)
