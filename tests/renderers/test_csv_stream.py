"""Bytes of a CSV, and what an encoding has no place for."""

from __future__ import annotations

import csv

import pytest

from reportgen.model.csv_profile import Encoding
from reportgen.renderers.csv_tables.stream import CsvStream

ROWS = [("쉼표, 둘", '따옴표 "셋"'), ("", "끝")]


@pytest.mark.parametrize(
    ("encoding", "codec"), [(Encoding.UTF_8, "utf-8-sig"), (Encoding.CP949, "cp949")]
)
def test_what_is_written_is_read_again(encoding: Encoding, codec: str) -> None:
    stream = CsvStream(("하나", "둘"), encoding)
    stream.write(ROWS)
    lines = stream.finish().decode(codec).split("\r\n")
    assert [tuple(row) for row in csv.reader(lines[:-1])] == [("하나", "둘"), *ROWS]
    assert stream.lines == 3


def test_a_text_that_can_not_be_written_is_kept_once_with_its_lines() -> None:
    stream = CsvStream(("이름", "비고"), Encoding.CP949)
    stream.write([("é–é", "좋음")] * 3)
    stream.write([("é–é", "좋음")] * 5)
    (found,) = stream.unwritable.values()
    assert (found.heading, found.text, found.characters) == ("이름", "é–é", "é–")
    assert (found.lines, found.more) == ([2, 3, 4, 5, 6], 3)


def test_a_heading_that_can_not_be_written_stands_in_line_1() -> None:
    stream = CsvStream(("é",), Encoding.CP949)
    assert [found.lines for found in stream.unwritable.values()] == [[1]]


def test_hangul_beyond_ks_x_1001_can_be_written_in_cp949() -> None:
    stream = CsvStream(("똠방각하",), Encoding.CP949)
    assert not stream.unwritable
    assert stream.finish().decode("cp949") == "똠방각하\r\n"
