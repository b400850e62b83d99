"""The annex workbook from its view and its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.diagnostics import Diagnostic, raise_errors
from reportgen.figures import FigureTable
from reportgen.renderers.metadata import Metadata
from reportgen.renderers.xlsx.absent_sheets import leave_out
from reportgen.renderers.xlsx.addresses import Position
from reportgen.renderers.xlsx.cell_values import CellValues
from reportgen.renderers.xlsx.cover import COVER, make_cover
from reportgen.renderers.xlsx.finished_drawings import FinishedDrawings
from reportgen.renderers.xlsx.formulas import FormulaSpeller
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.ledger_columns import LEDGER, LedgerColumns
from reportgen.renderers.xlsx.mistakes import find_mistakes
from reportgen.renderers.xlsx.names import put_names
from reportgen.renderers.xlsx.number_formats import read_formats
from reportgen.renderers.xlsx.package import serialize_workbook, write_workbook
from reportgen.renderers.xlsx.record_values import RecordValues
from reportgen.renderers.xlsx.rows import RowSpeller
from reportgen.renderers.xlsx.standings import Standings
from reportgen.renderers.xlsx.strings import SharedStrings
from reportgen.renderers.xlsx.survey import Survey, survey_sheet
from reportgen.renderers.xlsx.template import (
    SHARED_STRINGS,
    WorkbookTemplate,
    read_workbook_template,
)
from reportgen.renderers.xlsx.worksheet import spell_worksheet
from reportgen.templating.printed import Printed
from reportgen.views.annexes import Annex, Annexes

_CATEGORY = "부속서류"


@dataclass(frozen=True, slots=True)
class RenderedWorkbook:
    """The workbook, and where it shows figures.

    :ivar places: every text with figures, the name of its sheet, its cell.
    """

    data: bytes
    places: tuple[tuple[Printed, str, str], ...]


def render_xlsx(
    annexes: Annexes,
    figures: FigureTable,
    template: Path | WorkbookTemplate,
    *,
    modified: date,
    name: str = "",
) -> RenderedWorkbook:
    """The workbook: the look of the template, live formulas with their computed values.

    :param template: its path, or the template itself when it was read before.
    :param modified: the day that the document's properties state.
    :param name: the template's path as diagnostics print it.
    :raises DataError: with every mistake of the template.
    """
    sheets = (make_cover(annexes), *annexes.sheets)
    marked = _mark(template, annexes, name)
    raise_errors(find_mistakes(marked, sheets, figures))
    metadata = Metadata(
        annexes.title, annexes.author, modified, annexes.report, _CATEGORY, annexes.described
    )
    return _render(marked, sheets, figures, metadata)


def check_workbook_template(
    template: Path | WorkbookTemplate, annexes: Annexes, figures: FigureTable, *, name: str = ""
) -> tuple[Diagnostic, ...]:
    """Every mistake of a template workbook.

    :raises DataError: when the file can't be read at all.
    """
    sheets = (make_cover(annexes), *annexes.sheets)
    return tuple(find_mistakes(_mark(template, annexes, name), sheets, figures))


def _mark(template: Path | WorkbookTemplate, annexes: Annexes, name: str) -> WorkbookTemplate:
    read = read_workbook_template(template, name) if isinstance(template, Path) else template
    shown = leave_out(read, [annex.key for annex in annexes.absent])
    return shown.mark([COVER, *(annex.key for annex in annexes.sheets)])


def _render(
    template: WorkbookTemplate,
    annexes: Iterable[Annex],
    figures: FigureTable,
    metadata: Metadata,
) -> RenderedWorkbook:
    layouts = _lay_out(template, annexes)
    surveys = {name: survey_sheet(layout) for name, layout in layouts.items()}
    printed = [standing for survey in surveys.values() for standing in survey.printed]
    ledger = _find_ledger(layouts.values(), figures)
    standings = Standings(printed)
    workbook = deepcopy(template.workbook)
    columns = ledger.names if ledger else {}
    names = put_names(workbook, template.names, layouts, columns, standings.homes)
    titles = {layout.annex.key: name for name, layout in layouts.items() if layout.annex}
    strings, formulas = SharedStrings(), FormulaSpeller(figures, standings, ledger, titles)
    drawings = FinishedDrawings(template, layouts)
    values = CellValues(read_formats(template.parts), strings)
    drawings.ask(values)
    spell = _SheetSpeller(layouts, strings, formulas, template.counts_from_1904)
    streamed = {
        layout.template.part: values.note(
            name, spell(layout, surveys[name], is_bare=name in drawings.bare)
        )
        for name, layout in layouts.items()
    }
    streamed |= drawings.spell(values)
    streamed[SHARED_STRINGS] = strings.spell()
    main = serialize_workbook(workbook, names)
    data = write_workbook(drawings.parts, main, streamed, metadata)
    return RenderedWorkbook(data, tuple((cell, at.sheet, at.address) for cell, at, _ in printed))


class _SheetSpeller:
    """Spells the parts of the sheets of one workbook."""

    def __init__(
        self,
        layouts: dict[str, SheetLayout],
        strings: SharedStrings,
        formulas: FormulaSpeller,
        counts_from_1904: bool,
    ) -> None:
        self._layouts = layouts
        self._strings = strings
        self._formulas = formulas
        self._counts_from_1904 = counts_from_1904
        self._records = RecordValues(strings, counts_from_1904)

    def __call__(self, layout: SheetLayout, survey: Survey, *, is_bare: bool) -> Iterator[str]:
        """The part of a sheet, in pieces.

        :param is_bare: whether nothing is drawn on it any more.
        """
        rows = RowSpeller(
            layout, survey.figures, self._strings, self._formulas, self._counts_from_1904
        )
        links = _find_links(survey.links, self._layouts)
        return spell_worksheet(layout, survey, links, rows, self._records, is_bare=is_bare)


def _find_ledger(layouts: Iterable[SheetLayout], figures: FigureTable) -> LedgerColumns | None:
    shown = (layout for layout in layouts if layout.annex and layout.annex.key == LEDGER)
    return next((LedgerColumns(layout, figures) for layout in shown), None)


def _lay_out(template: WorkbookTemplate, annexes: Iterable[Annex]) -> dict[str, SheetLayout]:
    """Every sheet of the template by its name, with the annex that belongs to it."""
    shown = {sheet.name: annex for annex in annexes if (sheet := template.sheet_of(annex.key))}
    return {
        sheet.name: SheetLayout(sheet, annex, template.prototypes_of(annex.key) if annex else {})
        for sheet in template.sheets
        for annex in [shown.get(sheet.name)]
    }


def _find_links(
    links: Iterable[tuple[Position, str]], layouts: dict[str, SheetLayout]
) -> list[tuple[Position, str]]:
    """The links of the cover, with the names of the sheets in place of the annexes' titles."""
    sheets = {layout.annex.title: name for name, layout in layouts.items() if layout.annex}
    return [(position, sheets[title]) for position, title in links if title in sheets]
