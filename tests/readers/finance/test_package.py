"""Zips that are damaged, or made to keep us busy."""

from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.readers.finance import package
from reportgen.readers.finance.package import Package
from tests.readers.finance.workbooks import SHEET, write_plain

_CENTRAL = b"PK\x01\x02"
_SIZE_AT = 24
"""Where a record of the zip's directory states the unpacked size (APPNOTE, 4.3.12)."""


def state_size(path: Path, size: int, part: str = "") -> Path:
    """The zip with another unpacked size in its directory, of one part or of the first."""
    data = bytearray(path.read_bytes())
    directory = data.index(_CENTRAL)
    record = data.index(part.encode(), directory) - 46 if part else directory
    data[record + _SIZE_AT : record + _SIZE_AT + 4] = size.to_bytes(4, "little")
    path.write_bytes(data)
    return path


def read_part(path: Path, part: str = SHEET) -> bytes:
    chunks: list[bytes] = []
    with Package(path, path.name) as opened:
        opened.feed(part, lambda chunk, _last: chunks.append(chunk))
    return b"".join(chunks)


def explain(path: Path, part: str = SHEET) -> str:
    with pytest.raises(DataError) as raised:
        read_part(path, part)
    return str(raised.value)


def test_a_part_is_read_whole(tmp_path: Path) -> None:
    assert read_part(write_plain(tmp_path / "a.xlsx"), SHEET.upper()).endswith(b"</worksheet>")


def test_a_part_that_is_missing_is_told(tmp_path: Path) -> None:
    assert explain(write_plain(tmp_path / "a.xlsx"), "xl/none.xml") == (
        "a.xlsx: error [import-file] the workbook is damaged: 'xl/none.xml'\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


def test_a_zip_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = write_plain(tmp_path / "a.xlsx")
    path.write_bytes(path.read_bytes()[:-2000])
    assert explain(path) == (
        "a.xlsx: error [import-file] the workbook is damaged: File is not a zip file\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


def test_a_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    path = state_size(write_plain(tmp_path / "a.xlsx"), 0xF000_0000)
    with pytest.raises(DataError) as raised:
        Package(path, "a.xlsx")
    assert str(raised.value) == (
        "a.xlsx: error [import-file] the workbook unpacks to 3,840 MB\n"
        "  hint: 1024 MB is the limit; remove what isn't needed"
    )


def test_a_part_other_than_a_sheet_has_a_limit_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_plain(tmp_path / "a.xlsx")
    with Package(path, "a.xlsx") as opened, pytest.raises(DataError) as raised:
        opened.feed(SHEET, lambda _chunk, _last: None, most=10)
    assert "the part xl/worksheets/sheet1.xml unpacks to 0 MB" in str(raised.value)


def test_a_directory_that_states_too_little_is_no_way_round(tmp_path: Path) -> None:
    path = state_size(write_plain(tmp_path / "a.xlsx"), 100, SHEET)
    assert explain(path) == (
        "a.xlsx: error [import-file] the workbook is damaged: "
        f"Bad CRC-32 for file '{SHEET}'\n"
        "  hint: open it in Excel and save it again as .xlsx"
    )


def test_the_limit_leaves_room_for_a_million_styled_rows() -> None:
    assert package.MOST_BYTES > 4 * 253_000_000
