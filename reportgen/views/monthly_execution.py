"""월별 원인행위 and 월별 지출: the months of the year side by side, and their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.figures import Figure
from reportgen.figures.monthly import MONTHS, compute_months, count_months, name_month
from reportgen.model.budget import EXPENDITURE
from reportgen.model.ledger import EntryKind, LedgerEntry
from reportgen.templating.printed import Place
from reportgen.views.budget_tables import TOTAL, account_name
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import note_rounding

MONTHLY_SHEETS = {
    f"monthly_{EntryKind.COMMITMENT}": "월별 원인행위",
    f"monthly_{EntryKind.DISBURSEMENT}": "월별 지출",
}
"""One sheet for each: side by side they would be too many columns for a page."""

MONTH_COLUMNS = {
    "name": "구분",
    **{f"m{month:02}": f"{month}월" for month in MONTHS},
    "total": TOTAL,
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every row of a sheet asks for."""

    context: ViewContext
    kind: EntryKind
    figures: Mapping[str, Figure]
    place: Place

    def view_row(self, account: str, role: str, level: int) -> Row:
        """The months of one account; those that have not begun are empty."""
        label = account_name(self.context, account)
        names = {f"m{month:02}": name_month(self.kind, month) for month in MONTHS}
        names["total"] = f"{self.kind}_months"
        cells = {"name": Cell.make(label)}
        for key, measure in names.items():
            figure = self.figures.get(f"{measure}.{account}")
            heading = self.context.word(MONTH_COLUMNS[key])
            at = Place(self.place.chapter, self.place.table, label, heading)
            empty = Cell.make(align="right")
            cells[key] = self.context.amount(figure, at) if figure else empty
        return Row(role, cells, level)


def view_months(
    context: ViewContext,
    entries: Sequence[LedgerEntry],
    kind: EntryKind,
    title: str,
    chapter: str = "",
) -> Grid:
    """Every month of a kind: the total, the categories, the programmes of those that have pages.

    :param chapter: where it stands; the title itself if not given, as of a sheet.
    """
    accounts, year = context.folder.accounts, context.folder.report.year
    months = count_months(year, context.base_date)
    figures = compute_months(accounts, entries, kind, year, months)
    sheet = _Sheet(context, kind, figures, Place(chapter or title, title))
    rows = [sheet.view_row(EXPENDITURE, "total", 0)]
    for category in accounts.categories:
        rows.append(sheet.view_row(category.id, "subtotal", 1))
        leaves = accounts.programmes_of(category.id)
        rows += [sheet.view_row(leaf.id, "body", 2) for leaf in leaves]
    unit_line = context.formatter.unit_line(context.unit, context.base_date)
    header = make_header(context.words(MONTH_COLUMNS))
    grid = Grid(f"monthly_{kind}", title, unit_line, header, tuple(rows))
    return note_rounding(context.formatter, grid, unit=context.unit)
