"""What is wrong with a template workbook: every mistake, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.figures import FigureTable
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.addresses import parse_area
from reportgen.renderers.xlsx.cell_mistakes import find_cell_mistake
from reportgen.renderers.xlsx.column_mistakes import check_ledger, check_row_formulas
from reportgen.renderers.xlsx.drawing_mistakes import check_drawings
from reportgen.renderers.xlsx.layout import BODY, find_prototype
from reportgen.renderers.xlsx.ledger_columns import LEDGER
from reportgen.renderers.xlsx.sheet_names import check_sheet_names
from reportgen.renderers.xlsx.sheet_template import SheetTemplate
from reportgen.renderers.xlsx.spreadsheetml import main
from reportgen.renderers.xlsx.tags import column_of, sheet_values
from reportgen.renderers.xlsx.template import FIXED_ROWS, Marker, WorkbookTemplate
from reportgen.views.annexes import Annex


def find_mistakes(
    template: WorkbookTemplate, annexes: Iterable[Annex], figures: FigureTable
) -> Iterator[Diagnostic]:
    """Every mistake that would lose something or print it wrong, sheet by sheet."""
    annexes = tuple(annexes)
    yield from check_sheet_names(template)
    by_sheet: dict[str, Annex] = {}
    for annex in annexes:
        sheet = template.sheet_of(annex.key)
        yield from _check_markers(template, annex.key)
        if sheet is None:
            yield _explain_missing_sheet(template, annex)
            continue
        by_sheet[sheet.name] = annex
        yield from _check_roles(template, sheet, annex)
        if annex.key == LEDGER:
            yield from check_ledger(template, sheet, figures, annexes)
        if annex.records is not None:
            yield from check_row_formulas(template, sheet, annex.key, annex.records)
    for sheet in template.sheets:
        yield from _check_sheet(template, sheet, by_sheet.get(sheet.name))
    yield from check_drawings(template, by_sheet)


def _check_markers(template: WorkbookTemplate, key: str) -> Iterator[Diagnostic]:
    """Every name refers to one row, and all names of an annex to one sheet."""
    markers = [marker for marker in template.markers if marker.key == key]
    home = next((marker.sheet for marker in markers if marker.area), "")
    for marker in markers:
        if marker.area is None:
            problem = _("the name {name} refers to no row", name=marker.name)
        elif marker.sheet != home:
            problem = _(
                "the name {name} is on the sheet {found}, other names of {key} are on {home}",
                name=marker.name,
                found=marker.sheet,
                key=key,
                home=home,
            )
        elif marker.role not in FIXED_ROWS and marker.area.top != marker.area.bottom:
            problem = _("the name {name} refers to more than one row", name=marker.name)
        else:
            continue
        hint = _("let it refer to one row of the sheet (Formulas, Name Manager)")
        yield Diagnostic("template-name", _place(template, marker), problem, hint=hint)


def _place(template: WorkbookTemplate, marker: Marker) -> SourceRef:
    if marker.area is None:
        return SourceRef(template.file)
    return SourceRef(template.file, sheet=marker.sheet, cell=marker.area.spell())


def _explain_missing_sheet(template: WorkbookTemplate, annex: Annex) -> Diagnostic:
    return Diagnostic(
        "template-sheet",
        SourceRef(template.file),
        _("there is no sheet for {title}", title=annex.title),
        hint=_("name its rows {key}_header, {key}_body and so on", key=annex.key),
    )


def _check_roles(
    template: WorkbookTemplate, sheet: SheetTemplate, annex: Annex
) -> Iterator[Diagnostic]:
    """Every role of the data has a row that shows how it looks, and shows something."""
    prototypes = template.prototypes_of(annex.key)
    for role in _find_missing_roles(annex, prototypes):
        yield Diagnostic(
            "template-row",
            SourceRef(template.file, sheet=sheet.name, cell="A1"),
            _("no row is named {name}", name=f"{annex.key}_{role}"),
            hint=_("give that name to the row that shows how such rows look"),
        )
    for role, number in prototypes.items():
        if not any(column_of(cell.text) for cell in sheet.row(number).cells):
            yield Diagnostic(
                "template-row",
                SourceRef(template.file, sheet=sheet.name, cell=f"A{number}"),
                _("the row named {name} has no tag", name=f"{annex.key}_{role}"),
                hint=_("put tags such as {tag} into it", tag="{{ row.amount }}"),
            )


def _find_missing_roles(annex: Annex, prototypes: Mapping[str, int]) -> Iterable[str]:
    if annex.records is not None:
        return () if BODY in prototypes else (BODY,)
    rows = {(row.role, row.level): row for row in annex.grid.rows}
    missing = dict.fromkeys(
        row.role for row in rows.values() if not find_prototype(prototypes, row)
    )
    # A sheet of charts has no columns, and no rows of its own.
    return missing if prototypes or not annex.columns else missing or (BODY,)


def _check_sheet(
    template: WorkbookTemplate, sheet: SheetTemplate, annex: Annex | None
) -> Iterator[Diagnostic]:
    """Every cell can be filled, and nothing on the sheet would be lost."""
    prototypes = set(template.prototypes_of(annex.key).values()) if annex else set()
    columns = annex.columns if annex else frozenset()
    names = set(sheet_values(annex)) if annex else set()
    for row in sheet.rows.values():
        for cell in row.cells:
            marked = row.number in prototypes
            known = columns if marked else names
            mistake = find_cell_mistake(cell, known, marked)
            if mistake:
                place = SourceRef(template.file, sheet=sheet.name, cell=sheet.locate(row, cell))
                yield mistake.at(place, cell.text)
    yield from _check_merges(template, sheet, prototypes)
    if sheet.root.find(main("tableParts")) is not None:
        yield Diagnostic(
            "template-sheet",
            SourceRef(template.file, sheet=sheet.name, cell="A1"),
            _("the sheet holds an Excel table, which can't grow with the data"),
            hint=_("turn it into a plain range (Table Design, Convert to Range)"),
        )


def _check_merges(
    template: WorkbookTemplate, sheet: SheetTemplate, prototypes: set[int]
) -> Iterator[Diagnostic]:
    """No merged cell joins a marked row with another."""
    for merge in sheet.root.iterfind(f"{main('mergeCells')}/{main('mergeCell')}"):
        area = parse_area(merge.get("ref") or "")
        if area is None or area.top == area.bottom:
            continue
        if prototypes.intersection(range(area.top, area.bottom + 1)):
            yield Diagnostic(
                "template-merge",
                SourceRef(template.file, sheet=sheet.name, cell=area.spell()),
                _("a merged cell joins a marked row with another row"),
                hint=_("undo the merge; cells of data are merged as the data ask"),
            )
