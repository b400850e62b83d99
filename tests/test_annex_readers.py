"""The annexes hold the same values for every program that reads them, whether it calculates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas
import pytest
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from reportgen.build import BuildOptions, build
from reportgen.formats import Format
from tests.amended import write_amended
from tests.office import convert
from tests.sample import PROJECT

Values = Mapping[str, Mapping[tuple[int, int], object]]
"""By sheet, the values by row and column, from 0."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The annexes of a foundation with an amendment, a transfer and a carry-over."""
    root = write_amended(tmp_path_factory.mktemp("amended"))
    build(BuildOptions(root, root / "output", (Format.XLSX,), templates=PROJECT))
    return root / "output" / Format.XLSX.file_name


def collect(rows: Iterable[Iterable[object]]) -> dict[tuple[int, int], object]:
    """What stands in a sheet, in the types that all readers share."""
    return {
        (row, column): shared
        for row, cells in enumerate(rows)
        for column, value in enumerate(cells)
        if (shared := share(value)) is not None
    }


def share(value: object) -> object:
    """A value as a text, a number to 12 digits, a day, or None for an empty cell.

    pandas writes NaN for an empty cell; it is the one value that is not itself.
    """
    if value is None or value == "" or value != value:
        return None
    if isinstance(value, datetime):
        assert value.time() == time()
        return value.date()
    if isinstance(value, (str, date)):
        return value
    assert isinstance(value, (int, float)), value
    return float(f"{value:.12g}")


def read_openpyxl(path: Path) -> Values:
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: collect(sheet.iter_rows(values_only=True)) for sheet in book}


def read_calamine(path: Path) -> Values:
    book = CalamineWorkbook.from_path(path)
    return {
        name: collect(book.get_sheet_by_name(name).to_python(skip_empty_area=False))
        for name in book.sheet_names
    }


def read_pandas(path: Path) -> Values:
    frames = pandas.read_excel(path, sheet_name=None, header=None, engine="openpyxl", dtype=object)
    return {str(name): collect(frame.itertuples(index=False)) for name, frame in frames.items()}


def list_numbers_kept_as_text(path: Path) -> Iterator[str]:
    """Cells of a text that is nothing but a number."""
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.replace(",", "").isdecimal():
                    yield f"{sheet.title}!{cell.coordinate}"


def test_every_formula_shows_its_value_without_calculation(path: Path) -> None:
    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(BytesIO(path.read_bytes()), data_only=True)
    cells = [(s.title, c.coordinate) for s in formulas for r in s for c in r if c.data_type == "f"]
    assert len(cells) > 200
    assert [at for at in cells if values[at[0]][at[1]].value is None] == []


def test_no_number_is_kept_as_text(path: Path) -> None:
    assert list(list_numbers_kept_as_text(path)) == []


def test_no_formula_is_volatile(path: Path) -> None:
    volatile = ("OFFSET(", "INDIRECT(", "TODAY(", "NOW(", "RAND", "CELL(", "INFO(")
    formulas = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert [formula for formula in formulas if any(word in formula for word in volatile)] == []


def test_calamine_reads_the_same_values(path: Path) -> None:
    assert read_calamine(path) == read_openpyxl(path)


def test_pandas_reads_the_same_values(path: Path) -> None:
    assert read_pandas(path) == read_openpyxl(path)


def test_the_workbook_follows_the_standard(path: Path) -> None:
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []


@pytest.mark.slow
def test_libreoffice_reads_the_same_values(path: Path, tmp_path: Path) -> None:
    assert read_openpyxl(convert(path, "xlsx", tmp_path)) == read_openpyxl(path)
