"""Columns of a sheet are called as Excel calls them."""

import pytest
from openpyxl.utils import column_index_from_string, get_column_letter

from reportgen.readers.sheet_columns import read_column, spell_column


@pytest.mark.parametrize("column", [1, 26, 27, 52, 53, 702, 703, 16_384, 18_278])
def test_a_column_has_the_letters_that_a_workbook_gives_it(column: int) -> None:
    assert spell_column(column) == get_column_letter(column)


@pytest.mark.parametrize("letters", ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD", "ZZZ"])
def test_letters_name_the_column_of_a_workbook(letters: str) -> None:
    assert read_column(letters) == column_index_from_string(letters)
