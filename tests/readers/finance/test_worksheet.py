"""Sheets that are made to keep us busy."""

from pathlib import Path
from time import process_time

import pytest

from reportgen.diagnostics import DataError
from reportgen.readers.finance import worksheet
from reportgen.readers.finance.grid import Sheet
from reportgen.readers.finance.worksheet import LedgerBasis, SheetReader
from reportgen.readers.finance.xlsx import read_xlsx
from tests.readers.finance.workbooks import replace_in_sheet, write_plain

END = b"</sheetData>"


def add_rows(path: Path, rows: bytes) -> Path:
    """The workbook with more rows."""
    return replace_in_sheet(write_plain(path), END, rows + END)


def read_sheet(path: Path) -> Sheet:
    return read_xlsx(path, path.name).sheets[0]


def test_many_styled_empty_rows_cost_little(tmp_path: Path) -> None:
    rows = b"".join(
        b'<row r="%d" spans="1:3"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (row, row, row)
        for row in range(10, 200_000)
    )
    path = add_rows(tmp_path / "a.xlsx", rows)
    began = process_time()
    assert list(read_sheet(path).rows) == [1, 2, 3]
    assert process_time() - began < 5


def test_a_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert list(read_sheet(add_rows(tmp_path / "a.xlsx", row)).rows[1_048_576]) == [16384]


@pytest.mark.parametrize("cell", [b"A1048577", b"XFE1"])
def test_a_cell_outside_the_sheet_is_damage(tmp_path: Path, cell: bytes) -> None:
    path = add_rows(tmp_path / "a.xlsx", b'<row><c r="%s"><v>1</v></c></row>' % cell)
    with pytest.raises(DataError) as raised:
        read_sheet(path)
    assert str(raised.value) == (
        f"edited-a.xlsx: error [import-file] the workbook is damaged: {cell.decode()}\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


def test_too_many_filled_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worksheet, "MOST_CELLS", 4)
    with pytest.raises(DataError) as raised:
        read_sheet(write_plain(tmp_path / "a.xlsx"))
    assert str(raised.value) == (
        "a.xlsx: error [import-file] a sheet has more than 4 filled cells\n"
        "  hint: split the file, or remove what isn't needed"
    )


def test_endless_attributes_are_no_trouble() -> None:
    data = b'<worksheet><sheetData><row r="1"><c ' + b' r=""' * 200_000 + b"/>"
    reader = SheetReader("a.xlsx", LedgerBasis())
    began = process_time()
    with pytest.raises(DataError):
        reader(data, False)
    assert process_time() - began < 5
