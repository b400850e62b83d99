"""Every figure of the report, computed from the ledger and the content."""

from reportgen.figures.figure import Figure, Formula, Operation, Unit
from reportgen.figures.table import FigureTable

__all__ = ["Figure", "FigureTable", "Formula", "Operation", "Unit"]
