"""Numbers in attributes."""

import pytest

from reportgen.readers.finance.styles import count


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("", 0), ("-1", 0), ("가", 0), ("٣", 0), ("9" * 50, 0)]
)
def test_an_attribute_that_counts_nothing_is_zero(text: str, number: int) -> None:
    assert count({"s": text}, "s") == number
