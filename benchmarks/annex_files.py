"""The invented ledger written and read by this tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.annex_rows import declare_ledger
from benchmarks.constants import DAY
from reportgen.diagnostics import Diagnostic, raise_errors
from reportgen.figures import FigureTable
from reportgen.readers.ledger_table import read_rows
from reportgen.renderers.xlsx import render_xlsx
from reportgen.views.annex_records import Record


def write_ledger(template: Path, read: Callable[[], Iterable[Record]]) -> bytes:
    """The workbook: look, formulas and their values; the template is read each time."""
    return render_xlsx(declare_ledger(read), FigureTable(()), template, modified=DAY).data


def read_ledger(path: Path) -> int:
    """Every row by column with its place; how many rows there are.

    :raises DataError: when the reader finds anything wrong.
    """
    diagnostics: list[Diagnostic] = []
    count = sum(1 for _row in read_rows(path, path.name, diagnostics))
    raise_errors(diagnostics)
    return count
