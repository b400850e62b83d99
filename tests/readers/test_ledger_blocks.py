"""Rows read together are the rows read one by one, with the same mistakes in the same places."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Diagnostic
from reportgen.model.ledger import LedgerEntry
from reportgen.model.ledger_columns import LedgerColumns
from reportgen.readers.ledger import parse_class, read_ledger
from reportgen.readers.ledger_blocks import BlockReader
from reportgen.readers.ledger_lines import LedgerBlock
from reportgen.readers.ledger_table import read_parts

HEADER = "date,stage,kind,account,amount,reference,note,approval,present,amount_won"
ROW = "2026-01-02,본예산,opening,garden,1100,예산서,비고,,,"
CELLS = (
    st.sampled_from(("2026-01-02", "2026. 1. 3.", "’26. 1. 2.(금)", "20260102", "46024", "")),
    st.sampled_from(("본예산", "제1회 추경", " 본예산 ", "")),
    st.sampled_from(("original", "추경", "지출", "Dis bursement", "집행", "paid")),
    st.sampled_from(("garden", " garden", "tree_map", "")),
    st.sampled_from(("1100", "0", "007", "△5", "-5", "(5)", '"1,100"', '"1,10"', "1.5", "", "－")),
    st.sampled_from(("", "예산서", '"가, 나"', '"가 ""나"""')),
    st.sampled_from(("", "비고 ", '"위\n아래"')),
    st.sampled_from(("", "안", "의결", "누가")),
    st.sampled_from(("", "", "", "500")),
    st.sampled_from(("", "", "", "1100000")),
)
ROWS = st.lists(st.tuples(*CELLS).map(",".join), min_size=1, max_size=6)
USUAL = st.lists(
    st.tuples(*(cell.filter(lambda text: "\n" not in text) for cell in CELLS)).map(",".join),
    min_size=1,
    max_size=6,
)


def _read(text: str) -> tuple[list[LedgerEntry], list[Diagnostic]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        path.write_bytes(text.encode())
        diagnostics: list[Diagnostic] = []
        return list(read_ledger(path, "a.csv", diagnostics)), diagnostics


@given(st.one_of(ROWS, USUAL))
def test_a_row_says_the_same_alone_and_among_others(rows: list[str]) -> None:
    # Lines that end with a carriage return alone are never read together.
    together, alone = ("".join(line + end for line in (HEADER, *rows)) for end in "\n\r")
    assert _read(together) == _read(alone)


@pytest.mark.parametrize(
    ("cell", "won"),
    [
        ("1100", 1_100_000),
        ("0", 0),
        ("-0", 0),
        ("007", 7_000),
        ("△5", -5_000),
        ("−5", -5_000),
        ("(5)", -5_000),
        ("+5", 5_000),
        ('"1,100"', 1_100_000),
        ('"△1,234,567"', -1_234_567_000),
        (" 1100 ", 1_100_000),
        ("99999999999999999999", 99_999_999_999_999_999_999_000),
    ],
)
def test_an_amount_among_plain_ones_is_read(cell: str, won: int) -> None:
    text = f"{HEADER}\n{ROW}\n{ROW.replace('1100', cell)}\n{ROW}\n"
    assert [entry.amount for entry in _read(text)[0]] == [1_100_000, won, 1_100_000]


def test_days_that_differ_within_a_block_are_kept_apart() -> None:
    text = f"{HEADER}\n{ROW}\n{ROW.replace('-02,', '-03,')}\n{ROW}\n"
    days = [date(2026, 1, 2), date(2026, 1, 3), date(2026, 1, 2)]
    assert [entry.date for entry in _read(text)[0]] == days


@pytest.mark.parametrize("day", ["’26. 1. 2.", "20260102", "２０２６년 1월 2일", "26-1-2"])
def test_rows_with_other_notations_of_days_are_read_together(tmp_path: Path, day: str) -> None:
    path = tmp_path / "a.csv"
    rows = [HEADER, *[ROW.replace("2026-01-02", day)] * 10]
    path.write_text("\n".join(rows), encoding="utf-8")
    columns = LedgerColumns()
    (part,) = read_parts(path, "a.csv", [])
    assert isinstance(part, LedgerBlock)
    assert BlockReader(columns, parse_class).read(part) is not None
    assert [found.date for found in columns.classes] == [date(2026, 1, 2)]


def test_a_mistake_far_down_has_its_line() -> None:
    lines = [HEADER, *[ROW] * 5_000, ROW.replace("1100", "많이"), *[ROW] * 5_000]
    entries, mistakes = _read("\n".join(lines))
    assert (len(entries), [str(mistake.location) for mistake in mistakes]) == (
        10_000,
        ["a.csv:5002"],
    )
    assert [entries[at].source.line for at in (0, 4_999, 5_000, -1)] == [2, 5001, 5003, 10002]


def test_plain_rows_are_read_together(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join([HEADER, *[ROW] * 10]), encoding="utf-8")
    (part,) = read_parts(path, "a.csv", [])
    assert isinstance(part, LedgerBlock)
    assert len(part) == 10
