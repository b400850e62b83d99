"""Records and lines are those of csv, however the file is taken in."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.readers.csv_stream import CsvStream, find_encoding

TEXT = st.text('a가,"\r\n', max_size=60)
Records = list[tuple[list[str], int]]


def _read_whole(text: str) -> tuple[Records, str]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    records: Records = []
    try:
        for cells in reader:
            records.append((cells, reader.line_num))
    except csv.Error as error:
        return records, str(error)
    return records, ""


def _read_blocks(stream: CsvStream) -> tuple[Records, str]:
    records: Records = []
    try:
        while block := stream.read_block():
            for cells in stream.read_records(block):
                records.append((cells, stream.line))
    except csv.Error as error:
        return records, str(error)
    return records, ""


@given(TEXT, st.integers(1, 20), st.sampled_from(("utf-8-sig", "cp949")))
def test_blocks_hold_the_records_of_the_file(text: str, size: int, encoding: str) -> None:
    whole, problem = _read_whole(text)
    found, trouble = _read_blocks(CsvStream(BytesIO(text.encode(encoding)), encoding, size))
    assert (found, trouble) == (whole, problem)


@given(TEXT, st.integers(1, 20))
def test_a_block_that_is_taken_as_it_is_counts_its_lines(text: str, size: int) -> None:
    stream = CsvStream(BytesIO(text.encode()), "utf-8-sig", size)
    blocks = list(iter(stream.read_block, b""))
    joined = b"".join(blocks).decode()
    assert (joined.removesuffix("\n"), stream.line) == (
        text.removesuffix("\n"),
        joined.count("\n"),
    )


def test_records_and_blocks_follow_each_other() -> None:
    stream = CsvStream(BytesIO(b"a,b\n1,2\n3,4\n"), "utf-8-sig")
    assert (stream.read_record(), stream.line) == (["a", "b"], 1)
    assert (stream.read_block(), stream.line) == (b"1,2\n3,4\n", 3)
    assert stream.read_record() is None


def test_what_a_record_left_of_its_line_is_in_the_next_block() -> None:
    stream = CsvStream(BytesIO(b"a,b\r1,2\r3,4\r"), "utf-8-sig")
    assert stream.read_record() == ["a", "b"]
    assert list(stream.read_records(stream.read_block())) == [["1", "2"], ["3", "4"]]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("가".encode(), "utf-8-sig"),
        ("\ufeff가".encode(), "utf-8-sig"),
        ("가".encode("cp949"), "cp949"),
        (("a" * 200_000 + "가").encode("cp949"), "cp949"),
        (b"\xff\xff", None),
        ("가".encode()[:2], "cp949"),
        (b"", "utf-8-sig"),
    ],
)
def test_the_encoding_of_a_file_is_found(tmp_path: Path, data: bytes, encoding: str | None) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert find_encoding(path) == encoding
