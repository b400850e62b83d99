"""Workbooks that this program made are known by their names and by what they say."""

from decimal import Decimal

from reportgen.importing.returned.copy_layout import (
    find_digests,
    find_layout,
    find_stage,
    is_copy,
    lost_names,
)
from reportgen.readers.finance.grid import Area, Book, GridCell, Sheet
from reportgen.readers.finance.xlsx import LEDGER_NAMES
from tests.readers.finance.test_tables import make_sheet

COVER = (
    "예산 단계|2026 본예산\n원천 자료|content/budget/a.csv (기록 1,029건, SHA-256 0123456789ab)\n"
)


def test_names_tell_where_the_columns_are() -> None:
    names = {
        name: ("원장", Area(column, 4, column, 9)) for column, name in enumerate(LEDGER_NAMES, 3)
    }
    sheet = Sheet("a.xlsx", "원장", {4: {3: GridCell(Decimal(1))}})
    layout = find_layout(Book("a.xlsx", (sheet,), names))
    assert layout is not None
    assert (layout.header, layout.columns) == (
        3,
        {"account": 3, "amount": 4, "date": 5, "kind": 6},
    )


def test_an_exported_table_is_known_by_its_sources() -> None:
    text = "일자|단계|종류|계정|계정명|금액(원)|출처\n2026-01-02|가|지출|a|나|1|b.csv:2\n"
    layout = find_layout(Book("a.csv", (make_sheet(text),)))
    assert layout is not None
    assert (layout.header, layout.unit, layout.columns["account_name"]) == (1, "원", 5)


def test_a_list_of_finance_is_no_copy() -> None:
    text = "일자|단계|종류|계정|계정명|금액(원)\n2026-01-02|가|지출|a|나|1\n"
    assert not is_copy(Book("a.csv", (make_sheet(text),)))


def test_the_cover_says_what_the_workbook_was_made_from() -> None:
    book = Book("a.xls", (make_sheet(COVER),))
    assert find_digests(book) == {"content/budget/a.csv": (1029, "0123456789ab")}
    assert find_stage(book) == "2026 본예산"
    assert lost_names(book)
