"""A workbook of plain lists, read back with libraries that did not write it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from python_calamine import load_workbook

from reportgen.renderers.flat_workbook import Number, Sheet, Value, limit_rows, write_flat_workbook
from reportgen.renderers.metadata import Metadata

METADATA = Metadata("비교 <가> & 나", "누리재단", date(2026, 6, 30))
COLUMNS = (("이름", 10), ("금액", 12), ("날짜", 12))
AMOUNT = '#,##0;"△"#,##0;0'


def _write(*rows: tuple[Value, ...], title: str = "수치") -> bytes:
    return write_flat_workbook([Sheet(title, COLUMNS, rows)], METADATA)


def _load(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def test_the_lists_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "lists.xlsx"
    row = ("정원 <가꾸기> & 돌봄", Number(Decimal("-1234.5"), AMOUNT), date(2026, 6, 30))
    path.write_bytes(_write(row, ("", None, None)))
    sheet = load_workbook(path).get_sheet_by_name("수치")
    assert sheet.to_python() == [
        ["이름", "금액", "날짜"],
        ["정원 <가꾸기> & 돌봄", -1234.5, date(2026, 6, 30)],
    ]


def test_numbers_keep_their_format() -> None:
    cell = _load(_write(("가", Number(-5, AMOUNT), None)))["수치"]["B2"]
    assert (cell.value, cell.number_format) == (-5, AMOUNT)


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "두\n줄", " 앞"])
def test_a_text_stays_a_text(text: str) -> None:
    cell = _load(_write((text, None, None)))["수치"]["A2"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.value == text


def test_the_header_stays_in_sight_and_filters_the_list() -> None:
    sheet = _load(_write(("가", None, None), ("나", None, None)))["수치"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:C3")
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.column_dimensions["B"].width == 12


def test_a_row_is_as_high_as_its_longest_text() -> None:
    sheet = _load(_write(("가" * 12, None, None), ("가", None, None)))["수치"]
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [45, 15]


def test_what_a_sheet_can_not_hold_is_counted() -> None:
    rows = [(str(number),) for number in range(5)]
    assert limit_rows(rows, most=6) == rows
    assert limit_rows(rows, most=4) == [("0",), ("1",), ("… 3",)]


def test_the_properties_are_those_of_the_report() -> None:
    properties = _load(_write()).properties
    assert (properties.title, properties.creator) == ("비교 <가> & 나", "누리재단")
    assert properties.modified.isoformat() == "2026-06-30T00:00:00"


def test_a_title_with_signs_names_its_sheet() -> None:
    assert _load(_write(title="'가' & 나")).sheetnames == ["'가' & 나"]


def test_the_same_lists_give_the_same_bytes() -> None:
    assert _write(("가", Number(1, AMOUNT), None)) == _write(("가", Number(1, AMOUNT), None))
