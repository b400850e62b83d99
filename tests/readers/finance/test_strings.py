"""Escapes of characters that XML has no place for."""

import pytest

from reportgen.readers.finance.strings import unescape


@pytest.mark.parametrize(
    ("text", "plain"),
    [("정원", "정원"), ("가_x000A_나", "가\n나"), ("_x005F_x000A_", "_x000A_"), ("_xyz_", "_xyz_")],
)
def test_escapes_are_undone_once(text: str, plain: str) -> None:
    assert unescape(text) == plain
