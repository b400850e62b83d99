"""A finished CSV of a sheet, and its needs of the memory."""

from __future__ import annotations

import tracemalloc

import pytest

from reportgen.diagnostics import DataError, SourceRef
from reportgen.model.csv_profile import Encoding
from reportgen.renderers.csv_tables import CsvTable, render_table
from reportgen.views.annex_columns import list_columns
from reportgen.views.annex_profile import ChosenSheet
from reportgen.views.annex_records import Column, Kind, Records
from reportgen.views.annexes import Annex
from reportgen.views.grid import Cell, Grid


def render(count: int, note: str, encoding: Encoding = Encoding.UTF_8) -> CsvTable:
    rows = ((number, note) for number in range(count))
    records = Records({"amount": Column(Kind.WON), "note": Column()}, count, lambda: rows)
    header = {"amount": Cell.make("금액"), "note": Cell.make("비고")}
    annex = Annex("some", "시트", "", Grid("some", "", "", header, ()), records)
    sheet = ChosenSheet(annex, list_columns(annex))
    return render_table(sheet, encoding, "some.csv", lambda _text, _mark: None)


def test_a_table_knows_its_rows() -> None:
    table = render(2, "좋음")
    assert table.data.decode("utf-8-sig") == "금액(원),비고\r\n0,좋음\r\n1,좋음\r\n"
    assert table.rows == 2


def test_a_character_of_unknown_origin_is_told_by_its_line() -> None:
    with pytest.raises(DataError) as caught:
        render(7, "é", Encoding.CP949)
    (found,) = caught.value.diagnostics
    assert found.location == SourceRef("some.csv", 2)
    assert found.message == (
        "시트, line 2, 3, 4, 5, 6 and 2 more, column 비고: CP949 has no é (U+00E9), in «é»"
    )


def test_many_rows_need_little_more_memory_than_their_bytes() -> None:
    tracemalloc.start()
    try:
        size = len(render(100_000, "같은 글 " * 6).data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1.5 * size
