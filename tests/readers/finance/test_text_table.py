"""Text files in the encodings and with the separators of Excel."""

import pytest

from reportgen.diagnostics import DataError
from reportgen.readers.finance.text_table import find_separator, read_text_table

TABLE = '세부사업,지출액\n"책 버스\n운영","1,000"\n\n정원,2\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_korean_is_read_in_every_encoding_of_excel(encoding: str) -> None:
    (sheet,) = read_text_table(TABLE.encode(encoding), "a.csv").sheets
    assert sheet.text(2, 1) == "책 버스 운영"


def test_rows_have_the_number_of_their_first_line() -> None:
    (sheet,) = read_text_table(TABLE.encode(), "a.csv").sheets
    assert list(sheet.rows) == [1, 2, 5]
    assert str(sheet.place(5, 1)) == "a.csv:5"


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_the_separator_is_found(separator: str) -> None:
    text = f'단위: 천원\n과목{separator}예산액\n정원{separator}"1,000"\n'
    assert find_separator(text) == separator


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (
            bytes(range(128, 256)),
            "a.csv: error [import-file] this is neither a workbook nor a text in UTF-8 or CP949\n"
            "  hint: save it from Excel as .xlsx; a file under document security (DRM) has to be "
            "released",
        ),
        (
            b'a,b\n"1,2\n',
            "a.csv:2: error [import-file] the row can't be read: unexpected end of data\n"
            "  hint: check that every quote is closed",
        ),
    ],
)
def test_what_is_no_table_is_told(data: bytes, finding: str) -> None:
    with pytest.raises(DataError) as raised:
        read_text_table(data, "a.csv")
    assert str(raised.value) == finding
