"""XLS files, made by LibreOffice."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import olefile
import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment

from reportgen.diagnostics import DataError
from reportgen.readers.finance import xls
from reportgen.readers.finance.book import read_book
from reportgen.readers.finance.grid import Area, GridCell, Sheet
from tests.office import convert


@pytest.mark.parametrize(
    ("program", "problem"),
    [
        ("import os, sys; sys.stderr.write('no memory\\nmore'); os._exit(3)", "no memory"),
        ("print('{')", "Expecting property name"),
    ],
)
def test_a_library_that_ends_its_process_ends_in_one_error(
    monkeypatch: pytest.MonkeyPatch, program: str, problem: str
) -> None:
    monkeypatch.setattr(xls, "_COMMAND", [sys.executable, "-c", program])
    with pytest.raises(DataError) as raised:
        xls.read_xls(b"", "a.xls")
    found = str(raised.value)
    assert found.startswith(f"a.xls: error [import-file] the workbook is damaged: {problem}")
    assert found.endswith("\n  hint: open it in Excel and save it again as .xlsx")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sheet, ...]:
    folder = tmp_path_factory.mktemp("xls")
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "집행"
    sheet.append(["세부사업", "일자", "지출액"])
    sheet.append(["  책 버스", date(2026, 6, 30), 1234.5])
    sheet.append(["=1+1", None, True])
    sheet.append(["가로수", None, 5000])
    sheet["A4"].alignment = Alignment(indent=2)
    sheet["C4"].number_format = "#,##0,"
    sheet.merge_cells("A5:C6")
    workbook.create_sheet("숨김").sheet_state = "hidden"
    workbook.save(folder / "a.xlsx")
    return read_book(convert(folder / "a.xlsx", "xls", folder)).sheets


@pytest.mark.slow
def test_cells_are_read_with_their_types(sheets: tuple[Sheet, ...]) -> None:
    assert sheets[0].rows == {
        1: {1: GridCell("세부사업"), 2: GridCell("일자"), 3: GridCell("지출액")},
        2: {
            1: GridCell("  책 버스"),
            2: GridCell(date(2026, 6, 30)),
            3: GridCell(Decimal("1234.5")),
        },
        3: {1: GridCell(Decimal(2)), 3: GridCell(True)},
        4: {1: GridCell("가로수", indent=2), 3: GridCell(Decimal(5000), thousands=1)},
    }


@pytest.mark.slow
def test_merges_and_hidden_sheets_are_known(sheets: tuple[Sheet, ...]) -> None:
    assert sheets[0].merges == (Area(1, 5, 3, 6),)
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("집행", False), ("숨김", True)]


@pytest.mark.slow
def test_a_password_ends_in_one_error(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "a.xlsx")
    path = convert(tmp_path / "a.xlsx", "xls", tmp_path)
    with olefile.OleFileIO(path, write_mode=True) as ole:
        stream = bytearray(ole.openstream("Workbook").read())
        after_beginning = 4 + int.from_bytes(stream[2:4], "little")
        # [MS-XLS] 2.4.117: the record FilePass says that what follows is encrypted.
        stream[after_beginning : after_beginning + 2] = (0x2F).to_bytes(2, "little")
        ole.write_stream("Workbook", bytes(stream))
    with pytest.raises(DataError, match="protected with a password"):
        read_book(path)
