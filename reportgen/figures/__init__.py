"""Every figure of the report, computed from the ledger and the content.

::

    selection ─> slices ─> compute ─┬─ budget, amendments, monthly, recorded
                                    ├─ funding, funding_sources, staffing_cost
                                    └─ content
    figure, group, lazy, table     what they are, made when somebody asks
    digest, entry_index            what they rest on;  plausibility  what nobody would believe
"""

from reportgen.figures.figure import Figure, Formula, Operation, Unit
from reportgen.figures.table import FigureTable

__all__ = ["Figure", "FigureTable", "Formula", "Operation", "Unit"]
