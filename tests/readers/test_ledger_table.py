"""Rows of a ledger file: the header in either language, and the place of every cell."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.diagnostics import Diagnostic
from reportgen.readers.ledger_keys import AMOUNTS, COLUMNS, REQUIRED
from reportgen.readers.ledger_lines import LedgerRow
from reportgen.readers.ledger_table import read_rows

HINT = f"hint: the columns are {', '.join(COLUMNS)}"
HEADER = "date,stage,kind,account,amount,reference,note\n"
ROW = "2026-01-02,본예산,opening,garden,100,예산서,비고\n"


def _read(path: Path, data: bytes) -> tuple[list[LedgerRow], list[str]]:
    path.write_bytes(data)
    diagnostics: list[Diagnostic] = []
    rows = list(read_rows(path, path.name, diagnostics))
    return rows, [str(diagnostic) for diagnostic in diagnostics]


def _read_csv(tmp_path: Path, text: str) -> tuple[list[LedgerRow], list[str]]:
    return _read(tmp_path / "a.csv", text.encode())


def _write_workbook(path: Path, *rows: tuple[object, ...], at: int = 1) -> list[Diagnostic]:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "원장"
    for number, row in enumerate(rows, at):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)  # type: ignore[call-overload]
    workbook.save(path)
    return []


def test_a_row_is_text_by_column(tmp_path: Path) -> None:
    rows, _ = _read_csv(tmp_path, HEADER + ROW)
    assert {key: text for key, text in rows[0].cells.items() if text} == {
        "date": "2026-01-02",
        "stage": "본예산",
        "kind": "opening",
        "account": "garden",
        "amount": "100",
        "reference": "예산서",
        "note": "비고",
    }


def test_a_row_knows_its_line(tmp_path: Path) -> None:
    rows, _ = _read_csv(tmp_path, HEADER + "\n" + ROW + ",,,,,,\n" + ROW)
    assert [str(row.source) for row in rows] == ["a.csv:3", "a.csv:5"]


def test_columns_may_stand_in_any_order_and_in_korean(tmp_path: Path) -> None:
    text = "금액(천원),과목,구 분,단계,일자\n100,garden,opening,본예산,2026-01-02\n"
    rows, mistakes = _read_csv(tmp_path, text)
    assert mistakes == []
    assert (rows[0].cells["amount"], rows[0].cells["kind"]) == ("100", "opening")


@pytest.mark.parametrize(
    ("column", "header"), [(key, header) for key, words in COLUMNS.items() for header in words]
)
def test_every_header_names_its_column(tmp_path: Path, column: str, header: str) -> None:
    others = {"date": "a", "stage": "b", "kind": "c", "account": "d", "amount": "1", column: "x"}
    names = ",".join(header if key == column else key for key in others)
    rows, mistakes = _read_csv(tmp_path, f"{names}\n{','.join(others.values())}\n")
    assert (mistakes, rows[0].cells[column]) == ([], "x")


@pytest.mark.parametrize("amount", AMOUNTS)
def test_a_ledger_needs_one_column_of_amounts(tmp_path: Path, amount: str) -> None:
    rows, mistakes = _read_csv(tmp_path, f"date,stage,kind,account,{amount}\na,b,c,d,1\n")
    assert (mistakes, rows[0].cells[amount]) == ([], "1")


def test_columns_that_may_be_absent_are_empty(tmp_path: Path) -> None:
    rows, _ = _read_csv(tmp_path, "date,stage,kind,account,amount\na,b,c,d,1\n")
    assert {rows[0].cells[key] for key in COLUMNS if key not in (*REQUIRED, "amount")} == {""}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_every_usual_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    rows, mistakes = _read(tmp_path / "a.csv", (HEADER + ROW).encode(encoding))
    assert mistakes == []
    assert (rows[0].cells["stage"], rows[0].cells["note"]) == ("본예산", "비고")


def test_carriage_returns_are_no_part_of_the_text(tmp_path: Path) -> None:
    rows, _ = _read_csv(tmp_path, (HEADER + ROW).replace("\n", "\r\n"))
    assert rows[0].cells["note"] == "비고"


@pytest.mark.parametrize(
    ("header", "messages"),
    [
        (
            "date,stage,kind,acct,amount\n",
            ["unknown or repeated column acct", "the column account is missing"],
        ),
        ("date,stage,kind\n", ["the column account is missing", "the column amount is missing"]),
    ],
)
def test_columns_that_are_unknown_or_missing_are_reported(
    tmp_path: Path, header: str, messages: list[str]
) -> None:
    rows, mistakes = _read_csv(tmp_path, "\n" + header + ROW)
    assert rows == []
    assert mistakes == [
        f"a.csv:2: error [ledger-header] {message}\n  {HINT}" for message in messages
    ]


@pytest.mark.parametrize("again", ["amount", "금액", "증감(천원)"])
def test_two_columns_that_mean_the_same_are_named_both(tmp_path: Path, again: str) -> None:
    rows, mistakes = _read_csv(tmp_path, f"date,stage,kind,account,amount,{again}\n" + ROW)
    assert rows == []
    assert mistakes == [
        f"a.csv:1: error [ledger-header] unknown or repeated column {again}\n"
        "  hint: «amount» means the same; keep one of the two"
    ]


@pytest.mark.parametrize("text", ["", "\n\n", HEADER, HEADER + ",,,,,,\n"])
def test_a_ledger_without_entries_is_reported(tmp_path: Path, text: str) -> None:
    assert _read_csv(tmp_path, text)[1] == [
        f"a.csv: error [ledger-file] the ledger has no entries\n  {HINT}"
    ]


def test_an_amount_with_a_comma_that_is_not_quoted_is_reported(tmp_path: Path) -> None:
    text = HEADER + ROW + ROW.replace("100", "1,100")
    rows, mistakes = _read_csv(tmp_path, text)
    assert len(rows) == 1
    assert mistakes == [
        "a.csv:3: error [ledger-row] the row has 8 cells, the header 7\n"
        "  hint: put a cell that holds a comma in quotes"
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ('2026-01-02,본예산,opening,garden,100,"예산서,비고\n', "unexpected end of data"),
        ('2026-01-02,"본"예산,opening,garden,100,예산서,비고\n', "',' expected after '\"'"),
    ],
)
def test_a_quote_that_is_not_closed_is_reported(tmp_path: Path, row: str, problem: str) -> None:
    assert _read_csv(tmp_path, HEADER + row)[1] == [
        f"a.csv:2: error [ledger-file] the row can't be read: {problem}\n"
        "  hint: check that every quote is closed"
    ]


def test_bytes_in_no_known_encoding_are_reported(tmp_path: Path) -> None:
    assert _read(tmp_path / "a.csv", b"date,\xff\xff\n")[1] == [
        "a.csv: error [encoding] the text is neither UTF-8 nor CP949\n"
        "  hint: save the file from Excel as «CSV UTF-8»"
    ]


def test_a_workbook_that_is_none_is_reported(tmp_path: Path) -> None:
    assert _read(tmp_path / "a.xlsx", b"no")[1] == [
        "a.xlsx: error [ledger-file] this is no workbook: Cannot detect file format\n"
        "  hint: save it again from Excel as .xlsx"
    ]


def test_cells_of_a_workbook_are_text_with_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    header = ("일자", "단계", "종류", "계정", "금액")
    diagnostics = _write_workbook(
        path, header, (date(2026, 1, 2), "본예산", "opening", "garden", 1100), at=3
    )
    (row,) = read_rows(path, "a.xlsx", diagnostics)
    assert (row.cells["date"], row.cells["amount"]) == ("2026-01-02", "1100")
    assert (str(row.source), str(row.places["amount"])) == ("a.xlsx!원장!A4", "a.xlsx!원장!E4")


def test_decimals_of_a_workbook_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    header = ("date", "stage", "kind", "account", "amount")
    diagnostics = _write_workbook(path, header, ("2026-01-02", "a", "b", "c", 1100.5))
    (row,) = read_rows(path, "a.xlsx", diagnostics)
    assert row.cells["amount"] == "1100.5"


def test_an_unknown_column_of_a_workbook_has_the_address_of_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    diagnostics = _write_workbook(path, ("date", "stage", "kind", "account", "amount", "색"))
    assert list(read_rows(path, "a.xlsx", diagnostics)) == []
    assert [str(diagnostic).partition("\n")[0] for diagnostic in diagnostics] == [
        "a.xlsx!원장!F1: error [ledger-header] unknown or repeated column 색"
    ]
