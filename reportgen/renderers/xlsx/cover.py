"""The cover as one more annex: its lines, and a list of the sheets."""

from __future__ import annotations

from reportgen.templating.printed import Printed
from reportgen.views.annexes import Annex, Annexes
from reportgen.views.grid import Cell, Grid, Row

COVER = "cover"
LINE = "body"
SHEET = "sheet"
LINK_COLUMN = "title"
"""The column of the cover's list whose cells lead to the sheets."""

_COLUMNS = ("label", "text", LINK_COLUMN, "description")


def make_cover(annexes: Annexes) -> Annex:
    """The cover of the workbook."""
    lines = (_row(LINE, label=label, text=text) for label, text in annexes.cover)
    sheets = (
        _row(SHEET, title=annex.title, description=annex.description) for annex in annexes.sheets
    )
    columns = {key: Cell.make() for key in _COLUMNS}
    grid = Grid(COVER, annexes.title, "", columns, (*lines, *sheets))
    return Annex(COVER, annexes.title, "", grid)


def _row(role: str, **texts: str) -> Row:
    return Row(role, {key: _cell(text) for key, text in texts.items()})


def _cell(text: str) -> Cell:
    return Cell.make(text, place=text.place) if isinstance(text, Printed) else Cell.make(text)
