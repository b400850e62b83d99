"""The tables of an amendment: which rows they show, and that they foot."""

from pathlib import Path

import pytest

from reportgen.state import State
from reportgen.views.amendment_tables import AmendmentTables
from reportgen.views.grid import Grid
from tests.amended import NOTES, make_amended


def _tables(state: State) -> AmendmentTables:
    notes = state.folder.amendment_notes("2026 제1회 추경")
    return AmendmentTables(state.context, state.entries, notes)


def _with(tmp_path: Path, line: str) -> AmendmentTables:
    return _tables(make_amended(tmp_path, {"content/amendments/1.yaml": NOTES + line}))


def _read(grid: Grid, *keys: str) -> list[tuple[str, ...]]:
    return [tuple(str(row[key]) for key in ("name", *keys)) for row in grid.rows]


def test_revenue_has_every_account_with_its_basis(tmp_path: Path) -> None:
    grid = _tables(make_amended(tmp_path)).view_revenue("총괄")
    assert _read(grid, "present", "amended", "change", "change_rate", "basis") == [
        ("계", "950,000", "980,000", "30,000", "3.2%", ""),
        ("가온시 출연금", "850,000", "900,000", "50,000", "5.9%", "출연금 증액, 정원"),
        ("대행사업수입", "50,000", "30,000", "△20,000", "△40.0%", "대행사업 축소"),
        ("이월금수입", "50,000", "50,000", "0", "0.0%", ""),
    ]


def test_the_basis_of_a_category_is_that_of_its_programmes(tmp_path: Path) -> None:
    grid = _tables(make_amended(tmp_path)).view_expenditure("총괄")
    projects = next(row for row in grid.rows if row["name"] == "사업비")
    assert projects["basis"].lines == ("출연금 증액, 정원", "길을 줄임")


def test_only_changes_are_compared_and_the_rest_is_joined(tmp_path: Path) -> None:
    grid = _tables(make_amended(tmp_path)).view_comparison("비교")
    assert _read(grid, "present", "amended", "change") == [
        ("계", "950,000", "980,000", "30,000"),
        ("푸른 도시 만들기", "400,000", "450,000", "50,000"),
        ("마을정원 조성", "250,000", "300,000", "50,000"),
        ("마을정원 가꾸기", "150,000", "200,000", "50,000"),
        ("변경 없음 1건", "100,000", "100,000", "0"),
        ("변경 없음 1건", "150,000", "150,000", "0"),
        ("다정한 도시 만들기", "50,000", "20,000", "△30,000"),
        ("책 읽기 지원", "50,000", "20,000", "△30,000"),
        ("책 버스 운영", "50,000", "20,000", "△30,000"),
        ("예비비", "10,000", "20,000", "10,000"),
        ("예비비", "10,000", "20,000", "10,000"),
        ("일반 예비비", "10,000", "20,000", "10,000"),
        ("변경 없음 1건", "490,000", "490,000", "0"),
    ]


def test_all_rows_can_be_asked_for(tmp_path: Path) -> None:
    tables = _with(tmp_path, "rows: all\n")
    names = [name for (name,) in _read(tables.view_comparison("비교"))]
    assert "가로수 지도 제작" in names
    assert not any(name.startswith("변경 없음") for name in names)
    assert "모든 세부사업" in tables.describe_rows()


@pytest.mark.parametrize("rows", ["all", "changed"])
@pytest.mark.parametrize("key", ["present", "amended", "change"])
def test_the_rows_below_the_total_foot_either_way(tmp_path: Path, rows: str, key: str) -> None:
    grid = _with(tmp_path, f"rows: {rows}\n").view_comparison("비교")
    top = [row for row in grid.rows if row.level == 1]
    total = grid.rows[0][key].value
    assert sum(row[key].value or 0 for row in top) == total  # type: ignore[misc]


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        ("unit: thousand\n", ""),
        ("unit: million\n", "백만원 미만은 반올림하여 합계가 맞지 않을 수 있음"),
        ("unit: million\nfooting: true\n", "백만원 미만은 합계에 맞추어 조정함(최대잔여법)"),
        ("unit: hundred_million\n", "억원 미만은 반올림하여 합계가 맞지 않을 수 있음"),
    ],
)
def test_rounding_is_said(tmp_path: Path, lines: str, note: str) -> None:
    assert _with(tmp_path, lines).describe_rounding() == note


def test_amounts_are_printed_in_the_unit_of_the_amendment(tmp_path: Path) -> None:
    grid = _with(tmp_path, "unit: million\n").view_revenue("총괄")
    assert grid.unit_line == "(’26. 6. 30. 기준, 단위: 백만원, %)"
    assert str(grid.rows[0]["present"]) == "950"
    assert grid.rows[0]["present"].value == 950_000_000
