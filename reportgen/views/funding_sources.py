"""재원별 세출: what every revenue account pays for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.figures.funding_sources import FundingSource, Share, compute_funding
from reportgen.model.ledger import LedgerEntry
from reportgen.templating.printed import Place
from reportgen.views.budget_tables import TOTAL, account_name
from reportgen.views.context import ViewContext
from reportgen.views.grid import Cell, Grid, Row, make_header
from reportgen.views.sums import note_rounding

UNNAMED = "재원을 밝히지 않음"
FUNDING_COLUMNS = {
    "name": "재원, 세부사업",
    "brings": "세입 예산현액",
    "pays": "세출 예산현액",
    "rate": "구성비",
    "difference": "차액 (세입 - 세출)",
}


def view_funding(
    context: ViewContext, entries: Sequence[LedgerEntry], title: str, chapter: str = ""
) -> Grid | None:
    """The sources with their programmes, or None when no source is named.

    :param chapter: where it stands; the title itself if not given, as of a sheet.
    """
    table = compute_funding(context.folder, entries, context.figures)
    if table is None:
        return None
    place = Place(chapter or title, title)
    rows = [_view_source(context, table.total, context.word(TOTAL), place, "total")]
    for source in table.sources:
        rows.extend(_view_group(context, source, place))
    unit_line = context.formatter.unit_line(f"{context.unit}, %", context.base_date)
    header = make_header(context.words(FUNDING_COLUMNS))
    grid = Grid("funding_sources", title, unit_line, header, tuple(rows))
    return note_rounding(context.formatter, grid, unit=context.unit)


def _view_group(context: ViewContext, source: FundingSource, place: Place) -> Iterator[Row]:
    label = account_name(context, source.account) if source.account else context.word(UNNAMED)
    yield _view_source(context, source, label, place, "subtotal")
    for share in source.shares:
        yield _view_share(context, share, label, place)


def _view_source(
    context: ViewContext, source: FundingSource, label: str, place: Place, role: str
) -> Row:
    at = {
        key: Place(place.chapter, place.table, label, text)
        for key, text in context.words(FUNDING_COLUMNS).items()
    }
    cells = {
        "name": Cell.make(label),
        "brings": context.amount(source.brings, at["brings"]),
        "pays": context.amount(source.pays, at["pays"]),
        "rate": context.rate(source.rate, at["rate"]),
        "difference": context.amount(source.difference, at["difference"]),
    }
    return Row(role, cells, 0 if role == "total" else 1)


def _view_share(context: ViewContext, share: Share, source: str, place: Place) -> Row:
    label = account_name(context, share.programme)
    row = f"{source} {label}"
    at = {
        key: Place(place.chapter, place.table, row, text)
        for key, text in context.words(FUNDING_COLUMNS).items()
    }
    cells = {
        "name": Cell.make(label),
        "brings": Cell.make(align="right"),
        "pays": context.amount(share.amount, at["pays"]),
        "rate": context.rate(share.rate, at["rate"]),
        "difference": Cell.make(align="right"),
    }
    return Row("body", cells, 2)
