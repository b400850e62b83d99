"""A block is split as csv would split it, or not at all."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.csv_blocks import COMMA_INSIDE, split_block

CELL = st.one_of(
    st.text("a가 1", max_size=3), st.sampled_from(('"1,000"', '""', '"a"', '"a""b"', 'a"', '"'))
)
TEXT = st.one_of(
    st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=5).map(
        lambda rows: "".join(",".join(row) + "\n" for row in rows)
    ),
    st.text('a가,"\r\n\0', max_size=30).map(lambda text: text + "\n"),
)


def _read(text: str) -> list[list[str]] | None:
    try:
        return list(csv.reader(StringIO(text, newline=""), strict=True))
    except csv.Error:
        return None


def _turn(columns: list[list[bytes]]) -> list[list[str]]:
    rows = zip(*columns, strict=True)
    return [[cell.replace(COMMA_INSIDE, b",").decode() for cell in row] for row in rows]


@given(TEXT, st.integers(2, 4))
def test_what_is_split_is_what_csv_reads(text: str, width: int) -> None:
    columns = split_block(text.encode(), width)
    assert columns is None or _turn(columns) == _read(text)


@given(st.lists(st.tuples(*[st.text("a가 1△-")] * 3), min_size=1, max_size=9))
def test_plain_rows_are_split(rows: list[tuple[str, ...]]) -> None:
    text = "".join(",".join(row) + "\n" for row in rows)
    columns = split_block(text.encode(), 3)
    assert columns is not None
    assert _turn(columns) == [list(row) for row in rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,"1,000"\nb,2\n', [["a", "1,000"], ["b", "2"]]),
        ('"a","b"\n', [["a", "b"]]),
        ("a,b\r\n", [["a", "b"]]),
        (",\n", [["", ""]]),
    ],
)
def test_quotes_and_windows_lines_are_plain(text: str, rows: list[list[str]]) -> None:
    columns = split_block(text.encode(), 2)
    assert columns is not None
    assert _turn(columns) == rows


@pytest.mark.parametrize(
    "text",
    [
        "a\na,b,c\n",
        "a,b\n\n",
        'a,"b\nc"\n',
        'a,"b""c"\n',
        'a,b"\n',
        'a,"b\n',
        'a, "b"\n',
        "a,b\rc,d\n",
        "a,\0\n",
    ],
)
def test_what_only_csv_can_tell_is_left_to_it(text: str) -> None:
    assert split_block(text.encode(), 2) is None
