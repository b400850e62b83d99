"""Columns of text are aligned, however wide their letters are."""

from __future__ import annotations

import pytest

from reportgen.cli.columns import align_columns, measure


def test_the_first_column_begins_at_the_left_and_others_end_at_the_right() -> None:
    rows = [("file", "size", "n"), ("보고서.docx", "7 KB", "10"), ("[a].csv", "10 KB", "")]
    assert list(align_columns(rows)) == [
        "file          size   n",
        "보고서.docx   7 KB  10",
        "[a].csv      10 KB    ",
    ]


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("가나", 4), ("≥ 5", 3)])
def test_a_korean_letter_takes_two(text: str, width: int) -> None:
    assert measure(text) == width
