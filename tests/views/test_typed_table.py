"""Typed tables: merges, labels with counts, serial numbers and spans."""

from pathlib import Path

import pytest

from reportgen.templating.printed import Place
from reportgen.views.grid import Cell, Grid
from tests.sample import Replace, make_state

PAGE = "content/projects/01-garden.yaml"


def _grids(tmp_path: Path, replace: Replace | None = None) -> list[Grid]:
    report = make_state(tmp_path, replace).report
    blocks = report["policies"][0]["projects"][0]["blocks"]
    return [block.grid for block in blocks if block.grid]


def _draw(cell: Cell) -> str:
    """The text of a cell with its spans, or where the cell that covers it begins."""
    spans = f" {cell.row_span}x{cell.col_span}" if cell.row_span * cell.col_span > 1 else ""
    return f"<{cell.covered}>" if cell.covered else f"{cell}{spans}"


def _rows(grid: Grid) -> list[list[str]]:
    return [[_draw(cell) for cell in row.cells] for row in grid.rows]


def test_equal_neighbours_are_merged_labelled_and_numbered(tmp_path: Path) -> None:
    assert _rows(_grids(tmp_path)[0]) == [
        ["1", "동네 (2건) 2x1", "솔숲 어린이공원 꽃밭", "6월 2x1"],
        ["2", "<above>", "느티나무 쉼터\n(긴 의자)", "<above>"],
        ["3", "학교 (1건)", "가온초등학교 텃밭", "9월"],
    ]


def test_typed_spans_cover_their_neighbours(tmp_path: Path) -> None:
    assert _rows(_grids(tmp_path)[1])[3:] == [
        ["비고 2x1", "모종은 봄에\n도구는 가을에 1x2", "<left>"],
        ["<above>", "단가", "미정"],
    ]


def test_a_cell_that_spans_both_ways_covers_a_block(tmp_path: Path) -> None:
    old = "{text: [모종은 봄에, 도구는 가을에], colspan: 2}"
    new = "{text: 메모, colspan: 2, rowspan: 2}"
    replace: Replace = {PAGE: (old, new)}
    assert _rows(_grids(tmp_path, replace)[1])[3:] == [
        ["비고 2x1", "메모 2x2", "<left>"],
        ["<above>", "<above>", "<left>"],
    ]


def test_a_cell_may_have_several_lines(tmp_path: Path) -> None:
    grid = _grids(tmp_path)[0]
    assert grid.rows[1]["2"].lines == ("느티나무 쉼터", "(긴 의자)")


def test_a_group_that_stands_apart_is_counted_where_it_stands(tmp_path: Path) -> None:
    row = "- [학교, 가온초등학교 텃밭, 9월]"
    replace: Replace = {PAGE: (row, f"{row}\n        - [동네, 별빛 골목, 9월]")}
    labels = [row[1] for row in _rows(_grids(tmp_path, replace)[0])]
    assert labels == ["동네 (2건) 2x1", "<above>", "학교 (1건)", "동네 (1건)"]


def test_a_label_remembers_the_count_that_it_shows(tmp_path: Path) -> None:
    cell = _grids(tmp_path)[0].rows[0]["1"]
    assert [figure.name for figure in cell.figures] == ["count.requests.동네"]


def test_the_header_widths_and_alignment_are_those_of_the_columns(tmp_path: Path) -> None:
    grid = _grids(tmp_path)[0]
    assert grid.caption == "정원 조성 요청"
    assert grid.header == ("연번", "구분", "요청 내용", "완료")
    assert grid.widths == (8, 20, 52, 20)
    assert [cell.align for cell in grid.rows[0].cells] == ["center", "center", "left", "center"]


def test_heads_of_several_lines_share_what_they_begin_with(tmp_path: Path) -> None:
    old = "- {name: 상반기, width: 1, align: right}\n        - {name: 하반기, "
    new = "- {name: [집행, 상반기], width: 1}\n        - {name: [집행, 하반기], "
    grid = _grids(tmp_path, {PAGE: (old, new)})[1]
    assert [[_draw(cell) for cell in heads] for heads in grid.heads] == [
        ["항목 2x1", "집행 1x2", "<left>"],
        ["<above>", "상반기", "하반기"],
    ]
    assert grid.rows[0]["1"].place.column == "집행 상반기"


def test_a_cell_says_where_it_stands(tmp_path: Path) -> None:
    grid = _grids(tmp_path)[0]
    chapter = "Ⅲ. 주요 추진 업무 > 1-1. 마을정원 가꾸기"
    assert grid.rows[2]["2"].place == Place(chapter, "정원 조성 요청", "3", "요청 내용")


def test_a_table_without_a_caption_is_named_by_its_columns(tmp_path: Path) -> None:
    assert _grids(tmp_path)[1].rows[0]["0"].place.table == "항목 · 상반기 · 하반기"


def test_columns_that_are_alike_keep_their_own_cells(tmp_path: Path) -> None:
    old = """\
      columns:
        - {name: 항목, width: 2}
        - {name: 상반기, width: 1, align: right}
        - {name: 하반기, width: 1, align: right}
"""
    new = "      columns: [{name: 항목}, {name: 금액}, {name: 금액}]\n"
    assert _rows(_grids(tmp_path, {PAGE: (old, new)})[1])[0] == ["흙과 모종", "100", "20"]


@pytest.mark.parametrize("number", [0, 1])
def test_every_row_of_a_table_has_every_column(tmp_path: Path, number: int) -> None:
    grid = _grids(tmp_path)[number]
    assert {len(row.cells) for row in grid.rows} == {len(grid.widths)}


def test_figures_in_cells_are_filled(tmp_path: Path) -> None:
    replace: Replace = {PAGE: ('[도구, "60"', '[도구, "{{ figures.count.teams }}"')}
    cell = _grids(tmp_path, replace)[1].rows[1]["1"]
    assert (cell, [figure.name for figure in cell.figures]) == ("3", ["count.teams"])


COLUMNS = """\
      columns:
        - {name: 항목, width: 2}
        - {name: 상반기, width: 1, align: right}
        - {name: 하반기, width: 1, align: right}
      rows:
        - [흙과 모종, "100", "20"]
        - [도구, "60", "20"]
        - [합계, "160", "40"]
        - - {text: 비고, rowspan: 2}
          - {text: [모종은 봄에, 도구는 가을에], colspan: 2}
          - ""
        - ["", 단가, 미정]
"""


def _group(columns: str, rows: str) -> Replace:
    return {PAGE: (COLUMNS, f"      id: kinds\n      columns: [{columns}]\n      rows: [{rows}]\n")}


LABELLED = 'merge: true, label: "{{ value }} ({{ count }}건)"'


def test_inner_groups_are_counted_within_the_outer_one(tmp_path: Path) -> None:
    columns = f"{{name: 정책, {LABELLED}}}, {{name: 구분, {LABELLED}}}, {{name: 내용}}"
    rows = "[녹색, 공통, 가], [녹색, 공통, 나], [행정, 공통, 다]"
    assert _rows(_grids(tmp_path, _group(columns, rows))[1]) == [
        ["녹색 (2건) 2x1", "공통 (2건) 2x1", "가"],
        ["<above>", "<above>", "나"],
        ["행정 (1건)", "공통 (1건)", "다"],
    ]


def test_only_the_groups_of_the_first_merged_column_have_a_figure(tmp_path: Path) -> None:
    columns = f"{{name: 정책, {LABELLED}}}, {{name: 구분, {LABELLED}}}, {{name: 내용}}"
    rows = "[공통, 공통, 가], [공통, 공통, 나]"
    cells = _grids(tmp_path, _group(columns, rows))[1].rows[0].cells
    names = [[figure.name for figure in cell.figures] for cell in cells]
    assert names == [["count.kinds.공통"], [], []]


def test_a_typed_span_in_a_merged_column_is_one_group(tmp_path: Path) -> None:
    columns = f"{{name: 정책, {LABELLED}}}, {{name: 내용}}"
    rows = '[{text: 녹색, rowspan: 2}, 가], ["", 나], [녹색, "{{ figures.count.kinds[\'녹색\'] }}"]'
    assert _rows(_grids(tmp_path, _group(columns, rows))[1]) == [
        ["녹색 (3건) 3x1", "가"],
        ["<above>", "나"],
        ["<above>", "3"],
    ]


def test_an_empty_cell_has_no_label(tmp_path: Path) -> None:
    columns = f"{{name: 정책, {LABELLED}}}, {{name: 내용}}"
    assert _rows(_grids(tmp_path, _group(columns, '["", 가], [녹색, 나]'))[1]) == [
        ["", "가"],
        ["녹색 (1건)", "나"],
    ]


def test_a_total_is_no_item_of_a_count_and_has_no_number(tmp_path: Path) -> None:
    old = "        - [학교, 가온초등학교 텃밭, 9월]\n"
    new = f'        - [동네, 소계, 2건]\n{old}        - [합계, "", 3건]\n'
    state = make_state(tmp_path, {PAGE: (old, new)})
    blocks = state.report["policies"][0]["projects"][0]["blocks"]
    grid = next(block.grid for block in blocks if block.grid)
    assert [row[:3] for row in _rows(grid)] == [
        ["1", "동네 (2건) 3x1", "솔숲 어린이공원 꽃밭"],
        ["2", "<above>", "느티나무 쉼터\n(긴 의자)"],
        ["", "<above>", "소계"],
        ["3", "학교 (1건)", "가온초등학교 텃밭"],
        ["", "합계", ""],
    ]
    counts = state.context.figures
    assert counts["count.requests.total"].value == 3
    assert counts["count.requests.동네"].value == 2
    assert "count.requests.합계" not in counts
