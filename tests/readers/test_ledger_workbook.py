"""A workbook in the ledger's folder is read at once where it is harmless, else within limits."""

import re
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from reportgen.diagnostics import Diagnostic
from reportgen.model.entries import Ledger
from reportgen.readers import ledger_workbook
from reportgen.readers.ledger import read_ledger

HEADER = ("date", "stage", "kind", "account", "amount")
ROW = ("2026-06-05", "2026 본예산", "opening", "garden", 1100)
SHEET = "xl/worksheets/sheet1.xml"
STRANGE = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def _write(path: Path, rows: int = 1) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "원장"
    sheet.append(HEADER)
    for _number in range(rows):
        sheet.append(ROW)
    book.save(path)
    return path


def _edit(path: Path, name: str, edit: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    parts[name] = edit(parts[name])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return path


def _add_row(row: bytes) -> Callable[[bytes], bytes]:
    return lambda sheet: sheet.replace(b"</sheetData>", row + b"</sheetData>")


def _read(path: Path) -> tuple[Ledger, list[Diagnostic]]:
    diagnostics: list[Diagnostic] = []
    return read_ledger(path, "a.xlsx", diagnostics), diagnostics


def _explain(path: Path) -> str:
    return str(_read(path)[1][0])


def test_both_readers_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "a.xlsx", rows=3)
    fast = list(ledger_workbook.read_workbook(path, "a.xlsx", []))
    monkeypatch.setattr(ledger_workbook, "is_harmless", lambda _archive: False)
    assert list(ledger_workbook.read_workbook(path, "a.xlsx", [])) == fast


def test_a_cell_far_out_takes_no_memory(tmp_path: Path) -> None:
    path = _edit(_write(tmp_path / "a.xlsx"), SHEET, _add_row(STRANGE))
    assert _explain(path).startswith(
        "a.xlsx!원장!A1: error [ledger-header] the header has 16,384 columns\n"
    )


def test_a_cell_far_down_is_a_row_like_any_other(tmp_path: Path) -> None:
    row = b'<row r="1048576"><c r="E1048576"><v>1</v></c></row>'
    path = _edit(_write(tmp_path / "a.xlsx"), SHEET, _add_row(row))
    ledger, diagnostics = _read(path)
    assert len(ledger) == 1
    assert {str(found.location) for found in diagnostics} == {
        f"a.xlsx!원장!{column}1048576" for column in "ABCD"
    }


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = _edit(_write(tmp_path / "a.xlsx"), SHEET, _add_row(b" " * 300_000_000))
    assert _explain(path) == (
        "a.xlsx: error [ledger-file] it unpacks to 286 MB; 256 MB is the limit\n"
        "  hint: remove what isn't needed"
    )


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    def declare(sheet: bytes) -> bytes:
        return sheet.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "1">]><worksheet', 1).replace(
            b"<v>1100</v>", b"<v>&a;</v>"
        )

    path = _edit(_write(tmp_path / "a.xlsx"), SHEET, declare)
    assert _explain(path) == (
        "a.xlsx: error [ledger-file] the workbook declares entities of its own, "
        "which no office program does\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


@pytest.mark.parametrize("amount", [b"1e999999", b"1e300", b"9" * 5000])
def test_a_number_out_of_reach_is_reported_at_its_cell(tmp_path: Path, amount: bytes) -> None:
    path = _edit(_write(tmp_path / "a.xlsx"), SHEET, lambda sheet: sheet.replace(b"1100", amount))
    found = _explain(path)
    assert found.startswith("a.xlsx!원장!E2: error [ledger-amount] amount: found ")
    assert len(found) < 2500


def test_names_with_letters_taken_apart_are_put_together(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADER)
    sheet.append(tuple(unicodedata.normalize("NFD", str(cell)) for cell in ROW))
    book.save(tmp_path / "a.xlsx")
    ledger, diagnostics = _read(tmp_path / "a.xlsx")
    assert (next(iter(ledger)).stage, diagnostics) == ("2026 본예산", [])


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (b'<c r="F2" t="e"><v>#REF!</v></c>', "the formula shows #REF!"),
        (b'<c r="F2" t="e"><f>A1</f><v>#N/A</v></c>', "the formula shows #N/A"),
        (b'<c r="F2"><f>A1</f></c>', "the formula has no stored value"),
        (b'<c r="F2"><f>A1</f><v /></c>', "the formula has no stored value"),
        (b'<c r="F2"><f t="shared" si="0"/><v></v></c>', "the formula has no stored value"),
    ],
)
def test_a_formula_without_a_result_is_told(tmp_path: Path, cell: bytes, problem: str) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append((*HEADER, "note"))
    book.worksheets[0].append((*ROW, "지움"))
    book.save(path)
    _edit(path, SHEET, lambda sheet: re.sub(rb'<c r="F2".*?</c>', cell, sheet))
    (finding,) = _read(path)[1]
    assert f"F2: error [ledger-formula] {problem}" in str(finding)


@pytest.mark.parametrize(
    "cell", [b'<c r="F2"><f>1+1</f><v>2</v></c>', b'<c r="F2" t="str"><f>A9</f><v></v></c>']
)
def test_a_formula_with_a_result_is_fine(tmp_path: Path, cell: bytes) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append((*HEADER, "note"))
    book.worksheets[0].append((*ROW, "지움"))
    book.save(path)
    _edit(path, SHEET, lambda sheet: re.sub(rb'<c r="F2".*?</c>', cell, sheet))
    ledger, found = _read(path)
    assert (len(ledger), found) == (1, [])


def test_a_merge_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ((*HEADER, "note"), (*ROW, "함께"), (*ROW, None)):
        book.worksheets[0].append(row)
    book.worksheets[0].merge_cells("F2:F3")
    book.save(tmp_path / "a.xlsx")
    (finding,) = _read(tmp_path / "a.xlsx")[1]
    assert "F2: error [ledger-row] «함께» is merged down to row 3" in str(finding)


def test_what_stands_below_no_header_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (HEADER, (*ROW, None, 9999), ROW):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    (finding,) = _read(tmp_path / "a.xlsx")[1]
    assert "G2: error [ledger-row] «9999» stands in a column without a header" in str(finding)


def test_another_ledger_below_a_title_is_an_error(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (HEADER, ROW):
        book.worksheets[0].append(row)
    other = book.create_sheet("둘째")
    for row in (("제목",), (), HEADER, ROW):
        other.append(row)
    book.save(tmp_path / "a.xlsx")
    (finding,) = _read(tmp_path / "a.xlsx")[1]
    assert "error [unread-sheet]" in str(finding)


@pytest.mark.parametrize(
    ("typed", "won"), [(b"12000.000000000002", 12_000_000), (b"1099.9999999999998", 1_100_000)]
)
def test_what_a_formula_leaves_behind_fifteen_digits_is_noise(
    tmp_path: Path, typed: bytes, won: int
) -> None:
    path = _write(tmp_path / "a.xlsx")
    number = re.compile(rb'(<c r="E2"[^>]*>).*?</c>')
    _edit(path, SHEET, lambda sheet: number.sub(rb"\g<1><f>1+1</f><v>%b</v></c>" % typed, sheet))
    ledger, found = _read(path)
    assert found == []
    assert [entry.amount for entry in ledger] == [won]
