"""Cells know what they say and where they stand."""

from decimal import Decimal

import pytest

from reportgen.readers.finance.grid import Book, GridCell, Scalar, Sheet


@pytest.mark.parametrize(
    ("value", "text"),
    [("  정원\n가꾸기 ", "정원 가꾸기"), (Decimal("1E+3"), "1000"), (True, "True")],
)
def test_a_cell_is_one_line_of_text(value: Scalar, text: str) -> None:
    assert GridCell(value).text == text


def test_a_cell_of_a_workbook_is_named_by_its_address() -> None:
    sheet = Sheet("a.xlsx", "집행", {7: {28: GridCell("가")}})
    assert str(sheet.place(7, 28)) == "a.xlsx!집행!AB7"
    assert (sheet.text(7, 28), sheet.text(7, 29), sheet.cell(8, 1)) == ("가", "", None)


def test_a_row_of_a_text_file_is_named_by_its_line() -> None:
    assert str(Sheet("a.csv", "", {}).place(7, 28)) == "a.csv:7"


def test_only_texts_are_listed_as_such() -> None:
    row = {1: GridCell("가"), 2: GridCell(Decimal(1)), 4: GridCell("나")}
    assert list(Sheet("a.xlsx", "", {3: row}).texts()) == [(3, 1, "가"), (3, 4, "나")]


def test_a_sheet_is_found_by_its_name() -> None:
    sheet = Sheet("a.xlsx", "집행", {})
    assert Book("a.xlsx", (sheet,)).sheet("집행") is sheet
    assert Book("a.xlsx", (sheet,)).sheet("집") is None
