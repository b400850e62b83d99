"""The amounts of one table."""

from decimal import Decimal

import pytest

from reportgen.importing.rows.cell_amounts import TableAmounts
from reportgen.readers.finance.tables import find_tables
from tests.readers.finance.test_tables import make_sheet

TEXT = "사업명|원인행위액|지출액(원)\n정원|1,000|5\n하천||-\n책||\n버스|많음|0.5\n"


@pytest.fixture
def amounts() -> TableAmounts:
    (table,) = find_tables(make_sheet(TEXT))
    return TableAmounts(table, {2: "천원", 3: "원"})


def test_each_column_has_its_own_unit(amounts: TableAmounts) -> None:
    assert [amounts.read(2, column) for column in (2, 3)] == [1_000_000, 5]
    assert [amounts.unit(column) for column in amounts.columns] == [Decimal(1000), Decimal(1)]


@pytest.mark.parametrize(
    ("row", "silent", "saying"), [(2, False, True), (3, False, False), (4, True, False)]
)
def test_zero_is_not_the_same_as_nothing(
    amounts: TableAmounts, row: int, silent: bool, saying: bool
) -> None:
    assert (amounts.is_silent(row), amounts.says_something(row)) == (silent, saying)


def test_every_cell_of_a_row_that_can_not_be_read_is_told(amounts: TableAmounts) -> None:
    assert amounts.is_unreadable(5, 2)
    assert [str(finding).split("\n")[0] for finding in amounts.find_mistakes(5)] == [
        "a.xlsx!표!B5: error [import-amount] 원인행위액: found 많음",
        "a.xlsx!표!C5: error [import-amount] 지출액(원): found 0.5",
    ]
