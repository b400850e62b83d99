"""The annex workbook from its view and its template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.diagnostics import Diagnostic, raise_errors
from reportgen.figures import FigureTable
from reportgen.renderers.xlsx.addresses import Position
from reportgen.renderers.xlsx.cover import make_cover
from reportgen.renderers.xlsx.formulas import FormulaSpeller
from reportgen.renderers.xlsx.layout import SheetLayout
from reportgen.renderers.xlsx.ledger_columns import LEDGER, LedgerColumns
from reportgen.renderers.xlsx.mistakes import find_mistakes
from reportgen.renderers.xlsx.names import put_names
from reportgen.renderers.xlsx.package import write_workbook
from reportgen.renderers.xlsx.rows import RowSpeller
from reportgen.renderers.xlsx.standings import Standings
from reportgen.renderers.xlsx.strings import SharedStrings
from reportgen.renderers.xlsx.survey import survey_sheet
from reportgen.renderers.xlsx.template import (
    SHARED_STRINGS,
    WorkbookTemplate,
    read_workbook_template,
)
from reportgen.renderers.xlsx.worksheet import spell_worksheet
from reportgen.templating.printed import Printed
from reportgen.views.annexes import Annex, Annexes


@dataclass(frozen=True, slots=True)
class RenderedWorkbook:
    """The workbook, and where it shows figures.

    :ivar places: every text with figures, the name of its sheet, its cell.
    """

    data: bytes
    places: tuple[tuple[Printed, str, str], ...]


def render_xlsx(
    annexes: Annexes, figures: FigureTable, template: Path, *, modified: date, name: str = ""
) -> RenderedWorkbook:
    """The workbook: the look of the template, live formulas with their computed values.

    :param modified: the day that the document's properties state.
    :param name: the template's path as diagnostics print it.
    :raises DataError: with every mistake of the template.
    """
    sheets = (make_cover(annexes), *annexes.sheets)
    read = read_workbook_template(template, [annex.key for annex in sheets], name)
    raise_errors(find_mistakes(read, sheets, figures))
    return _render(read, sheets, figures, annexes.title, modified)


def check_workbook_template(
    template: Path, annexes: Annexes, figures: FigureTable, *, name: str = ""
) -> tuple[Diagnostic, ...]:
    """Every mistake of a template workbook.

    :raises DataError: when the file can't be read at all.
    """
    sheets = (make_cover(annexes), *annexes.sheets)
    read = read_workbook_template(template, [annex.key for annex in sheets], name)
    return tuple(find_mistakes(read, sheets, figures))


def _render(
    template: WorkbookTemplate,
    annexes: Iterable[Annex],
    figures: FigureTable,
    title: str,
    modified: date,
) -> RenderedWorkbook:
    layouts = _lay_out(template, annexes)
    surveys = {name: survey_sheet(layout) for name, layout in layouts.items()}
    printed = [place for survey in surveys.values() for place in survey.printed]
    ledger = next(
        (
            LedgerColumns(layout, figures)
            for layout in layouts.values()
            if layout.annex and layout.annex.key == LEDGER
        ),
        None,
    )
    standings = Standings(printed)
    put_names(
        template.workbook,
        template.names,
        layouts,
        ledger.names if ledger else {},
        standings.homes,
    )
    strings, formulas = SharedStrings(), FormulaSpeller(figures, standings, ledger)
    streamed = {
        layout.template.part: spell_worksheet(
            layout,
            surveys[name],
            _find_links(surveys[name].links, layouts),
            RowSpeller(layout, strings, formulas, template.counts_from_1904),
        )
        for name, layout in layouts.items()
    }
    streamed[SHARED_STRINGS] = strings.spell()
    data = write_workbook(template.parts, template.workbook, streamed, title, modified)
    return RenderedWorkbook(data, tuple((cell, at.sheet, at.address) for cell, at in printed))


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
