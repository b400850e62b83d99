"""The lines of a ledger that is a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.readers.ledger_lines import Line


def read_workbook(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[Line]:
    """The lines of the first sheet; a file that is no workbook is reported."""
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


def _cell_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
