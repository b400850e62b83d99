"""What formulas miss on a sheet: columns that the template doesn't show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.figures import FigureTable, Formula, Operation
from reportgen.i18n import translate as _
from reportgen.renderers.xlsx.layout import BODY
from reportgen.renderers.xlsx.ledger_columns import AMOUNT, LEDGER
from reportgen.renderers.xlsx.sheet_template import SheetTemplate
from reportgen.renderers.xlsx.tags import column_of
from reportgen.renderers.xlsx.template import WorkbookTemplate
from reportgen.views.annex_records import Records
from reportgen.views.annexes import Annex


def check_ledger(
    template: WorkbookTemplate,
    sheet: SheetTemplate,
    figures: FigureTable,
    annexes: Iterable[Annex],
) -> Iterator[Diagnostic]:
    """Every column of the ledger that a figure's formula asks for is shown.

    :param annexes: those of the workbook, some of which have figures of their own.
    """
    numbers = template.prototypes_of(LEDGER).values()
    shown = {column_of(cell.text) for number in numbers for cell in sheet.row(number).cells}
    formulas = [*(figure.formula for figure in figures.values()), *_list_formulas(annexes)]
    asked = {column for formula in formulas for column, _value in formula.criteria}
    if any(formula.operation is Operation.ENTRIES for formula in formulas):
        asked.add(AMOUNT)
    for column in sorted(asked - shown) if shown else ():
        problem = _("the ledger has no column {column}, which formulas need", column=column)
        yield _explain(template, sheet, min(numbers), problem, column)


def _list_formulas(annexes: Iterable[Annex]) -> Iterator[Formula]:
    for annex in annexes:
        for row in annex.grid.rows:
            yield from (cell.figure.formula for cell in row.cells if cell.figure)


def check_row_formulas(
    template: WorkbookTemplate, sheet: SheetTemplate, key: str, records: Records
) -> Iterator[Diagnostic]:
    """Every column that a formula of the row leads to is shown."""
    number = template.prototypes_of(key).get(BODY, 0)
    shown = {column_of(cell.text) for cell in sheet.row(number).cells}
    computed = {name: records.columns[name].formula for name in shown & set(records.columns)}
    for name, formula in sorted(computed.items(), key=lambda item: item[0]):
        asked = formula.columns if formula else ()
        for column in sorted(set(asked) - shown):
            problem = _(
                "{name} is computed from {column}, which the sheet doesn't show",
                name=name,
                column=column,
            )
            yield _explain(template, sheet, number, problem, column)


def _explain(
    template: WorkbookTemplate, sheet: SheetTemplate, row: int, problem: str, column: str
) -> Diagnostic:
    hint = _("put {tag} into a column; it may be hidden", tag=f"{{{{ row.{column} }}}}")
    place = SourceRef(template.file, sheet=sheet.name, cell=f"A{row}")
    return Diagnostic("template-column", place, problem, hint=hint)
