"""Records: rows by column, a block at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportgen.views.annex_formulas import Before, Ratio, RowFormula, Sum
from reportgen.views.annex_records import Column, Kind, Record, Records

COLUMNS = {
    "name": Column(),
    "amount": Column(Kind.WON),
    "balance": Column(Kind.WON, formula=Sum((Before("balance"), "amount"))),
}
ROWS: list[Record] = [("가", 3), ("나", 4), ("다", 5)]


def test_columns_are_read_in_blocks_with_what_they_compute() -> None:
    records = Records(COLUMNS, 3, lambda: ROWS)
    assert list(records.blocks(size=2)) == [
        {"name": ("가", "나"), "amount": (3, 4), "balance": [3, 7]},
        {"name": ("다",), "amount": (5,), "balance": [12]},
    ]


def test_records_can_be_read_again() -> None:
    records = Records(COLUMNS, 3, lambda: iter(ROWS))
    assert list(records.blocks()) == list(records.blocks())


def test_no_more_rows_than_a_block_are_read_ahead() -> None:
    read = 0

    def count() -> Iterator[Record]:
        nonlocal read
        for row in ROWS:
            read += 1
            yield row

    blocks = Records(COLUMNS, 3, count).blocks(size=1)
    next(blocks)
    assert read == 1


@pytest.mark.parametrize("count", [2, 4])
def test_other_than_the_number_told_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"3 records where {count} were told"):
        list(Records(COLUMNS, count, lambda: ROWS).blocks())


@pytest.mark.parametrize(
    ("kind", "formula"),
    [
        pytest.param(Kind.WON, Sum(("amount", "people")), id="two-units"),
        pytest.param(Kind.NUMBER, Sum(("amount",)), id="another-unit"),
        pytest.param(Kind.RATIO, Ratio("amount", "people"), id="ratio-of-two-units"),
        pytest.param(Kind.WON, Sum(("amount", "rate")), id="ratio-as-part"),
        pytest.param(Kind.WON, Ratio("amount", "amount"), id="ratio-as-won"),
        pytest.param(Kind.RATIO, None, id="ratio-of-nothing"),
        pytest.param(Kind.RATIO, Ratio("name", "name"), id="texts"),
    ],
)
def test_formula_that_excel_would_compute_in_another_unit_is_refused(
    kind: Kind, formula: RowFormula | None
) -> None:
    columns = {
        "name": Column(),
        "amount": Column(Kind.WON),
        "people": Column(Kind.NUMBER),
        "rate": Column(Kind.RATIO, formula=Ratio("amount", "amount")),
        "own": Column(kind, formula=formula),
    }
    with pytest.raises(ValueError, match="own can't be computed from"):
        Records(columns, 0, tuple)
