"""The lines of a ledger that is a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.diagnostics import Diagnostic, Severity, SourceRef
from reportgen.i18n import translate as _
from reportgen.readers.ledger_header import count_headers
from reportgen.readers.ledger_keys import REQUIRED
from reportgen.readers.ledger_lines import Line

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_workbook(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[Line]:
    """The lines of the first sheet; a file that is no workbook is reported.

    So is every other sheet that holds something, once the first is read.
    """
    # A folder whose ledger is CSV does without the library.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
            sheet = workbook.get_sheet_by_index(0)
    except (CalamineError, OSError) as error:
        diagnostics.append(
            Diagnostic(
                "ledger-file",
                SourceRef(name),
                _("this is no workbook: {problem}", problem=str(error)),
                hint=_("save it again from Excel as .xlsx"),
            )
        )
        return
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        source = SourceRef(name, sheet=sheet.name, cell=f"A{number}")
        texts = [cell.strip() if type(cell) is str else _cell_text(cell) for cell in cells]
        yield Line(before + texts, source)
    for title in _list_others(workbook):
        diagnostics.extend(_find_unread(workbook, title, name))


def _list_others(workbook: CalamineWorkbook) -> list[str]:
    """The sheets behind the first; charts have no cells."""
    from python_calamine import SheetTypeEnum

    others = workbook.sheets_metadata[1:]
    return [sheet.name for sheet in others if sheet.typ is SheetTypeEnum.WorkSheet]


def _find_unread(workbook: CalamineWorkbook, title: str, name: str) -> Iterator[Diagnostic]:
    """An error where the sheet has the headers of a ledger."""
    from python_calamine import CalamineError

    try:
        rows = workbook.get_sheet_by_name(title).iter_rows()
    except CalamineError:
        return
    first = next((row for row in rows if any(cell not in ("", None) for cell in row)), None)
    if first is not None:
        is_ledger = count_headers(map(_cell_text, first)) >= len(REQUIRED)
        yield Diagnostic(
            "unread-sheet",
            SourceRef(name, sheet=title, cell="A1"),
            _("only the first sheet is read; «{sheet}» holds something, too", sheet=title),
            published=title,
            hint=_("put its rows into the first sheet, or into a file of their own")
            if is_ledger
            else _("keep it outside of the ledger, if it is not meant to count"),
            severity=Severity.ERROR if is_ledger else Severity.WARNING,
        )


def _cell_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
