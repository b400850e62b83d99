"""The columns that may matter."""

import pytest

from reportgen.importing.columns.selection import select_columns
from reportgen.model.ledger import EntryKind
from reportgen.readers.finance.profile import Amounts
from reportgen.readers.finance.tables import find_tables
from tests.readers.finance.test_tables import make_sheet


@pytest.mark.parametrize(
    ("header", "kind", "numbers"),
    [
        ("사업명|예산액|2025 예산액", None, {2}),
        ("사업명|예산액|증감", None, {2}),
        ("사업명|예산액|증감", EntryKind.ADJUSTMENT, {2, 3}),
        ("사업명|기정액|증감", None, {2, 3}),
        ("사업명|예산액|비고|동네", None, {2}),
    ],
)
def test_what_can_not_become_entries_is_left_out(
    header: str, kind: EntryKind | None, numbers: set[int]
) -> None:
    (table,) = find_tables(make_sheet(f"{header}\n정원|1|1|1\n"))
    found = select_columns(table, year=2026, amounts=Amounts.CUMULATIVE, kind=kind)
    assert (found.numbers, found.diagnostics) == (numbers, ())
