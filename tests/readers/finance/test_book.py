"""What a file is, is seen by its content."""

from pathlib import Path

import pytest
from olefile import MAGIC

from reportgen.diagnostics import DataError
from reportgen.readers.finance import book
from reportgen.readers.finance.book import read_book
from tests.readers.finance.workbooks import write_plain


def explain(path: Path) -> str:
    with pytest.raises(DataError) as raised:
        read_book(path)
    return str(raised.value)


def test_the_name_of_a_workbook_makes_no_difference(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "a.xls")
    assert [sheet.name for sheet in read_book(path).sheets] == ["집행"]


def test_a_text_file_is_a_book_of_one_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_text("세부사업\t지출액\n책 버스 운영\t1,000\n", encoding="cp949")
    (sheet,) = read_book(tmp_path / "a.xls").sheets
    assert (sheet.name, sheet.text(2, 2)) == ("", "1,000")


@pytest.mark.parametrize(
    ("data", "problem", "hint"),
    [
        (b"", "the file is empty", "save it again from Excel"),
        (
            b"\xef\xbb\xbf<html><table>",
            "this is a web page, whatever its name says",
            "open it in Excel and save it again as .xlsx",
        ),
        (
            MAGIC + "EncryptedPackage".encode("utf-16-le"),
            "the workbook is protected with a password",
            "open it in Excel, remove the password, and save it again",
        ),
        (
            MAGIC + "HwpSummaryInformation".encode("utf-16-le"),
            "this is a document, not a workbook",
            "open it in Excel and save it again as .xlsx",
        ),
        (
            b"DRMONE\x00\x01\xff\xfe\xfd",
            "this is neither a workbook nor a text in UTF-8 or CP949",
            "save it from Excel as .xlsx; a file under document security (DRM) has to be released",
        ),
    ],
)
def test_what_is_no_workbook_ends_in_one_error(
    tmp_path: Path, data: bytes, problem: str, hint: str
) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    expected = f"a.xlsx: error [import-file] {problem}\n  hint: {hint}"
    assert explain(tmp_path / "a.xlsx") == expected


def test_a_damaged_xls_ends_in_one_error(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(MAGIC + b"\0" * 600)
    found = explain(tmp_path / "a.xls")
    assert found.startswith("a.xls: error [import-file] the workbook is damaged: ")
    assert found.endswith("\n  hint: open it in Excel and save it again as .xlsx")


def test_a_huge_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "MOST_FILE", 1 << 20)
    (tmp_path / "a.csv").write_bytes(b"," * ((1 << 20) + 1))
    assert explain(tmp_path / "a.csv") == (
        "a.csv: error [import-file] the file is larger than 1 MB\n"
        "  hint: split the file, or remove what isn't needed"
    )


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    assert explain(tmp_path) == (
        f"{tmp_path.name}: error [import-file] this is a folder, where a file is expected\n"
        "  hint: move the folder away, or give it another name"
    )
