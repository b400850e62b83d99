"""What is said of files that xlrd can't read; `test_xls` reads real ones."""

import pytest

from reportgen.readers.finance.xls_looks import is_protected, read_looks

NO_XLS = (b"", b"?", b"PK\3\4" + b"\0" * 60, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


@pytest.mark.parametrize("data", NO_XLS)
def test_a_file_that_is_no_xls_has_no_looks(data: bytes) -> None:
    assert read_looks(data) == {}


@pytest.mark.parametrize("data", NO_XLS)
def test_a_file_that_is_no_xls_asks_for_no_password(data: bytes) -> None:
    assert not is_protected(data)
