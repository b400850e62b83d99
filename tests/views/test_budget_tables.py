"""The budget tables: rows, signs, spans, and the place of every amount."""

from datetime import date

import pytest

from reportgen.state import State
from reportgen.templating.printed import Place
from reportgen.views.budget_tables import (
    account_name,
    expenditure_accounts,
    revenue_accounts,
    view_changes,
    view_execution,
    view_programme_budget,
)
from reportgen.views.grid import Cell, Grid


def _rows(grid: Grid) -> list[list[str]]:
    return [[row.role, *map(str, row.cells)] for row in grid.rows]


def test_changes_of_revenue_stand_under_their_total(state: State) -> None:
    grid = view_changes(state.context, "a", "세입", "Ⅰ", revenue_accounts(state.context))
    assert _rows(grid) == [
        ["total", "계", "1,000,000", "900,000", "100,000", "11.1%"],
        ["body", "가온시 출연금", "900,000", "800,000", "100,000", "12.5%"],
        ["body", "대행사업수입", "50,000", "100,000", "△50,000", "△50.0%"],
        ["body", "이월금수입", "50,000", "0", "50,000", "순증"],
    ]


def test_changes_of_expenditure_are_by_category(state: State) -> None:
    grid = view_changes(state.context, "a", "세출", "Ⅰ", expenditure_accounts(state.context))
    assert _rows(grid) == [
        ["total", "계", "1,000,000", "900,000", "100,000", "11.1%"],
        ["body", "인건비", "350,000", "300,000", "50,000", "16.7%"],
        ["body", "경비", "140,000", "150,000", "△10,000", "△6.7%"],
        ["body", "사업비", "500,000", "440,000", "60,000", "13.6%"],
        ["body", "예비비", "10,000", "10,000", "0", "0.0%"],
    ]


def test_changes_name_their_years_and_units(state: State) -> None:
    grid = view_changes(state.context, "a", "세입", "Ⅰ", ("revenue",))
    assert grid.header == ("구분", "2026 예산현액", "2025 최종예산", "증감액", "증감률")
    assert grid.unit_line == "(’26. 6. 30. 기준, 단위: 천원, %)"


def test_a_cell_of_a_change_says_where_it_stands(state: State) -> None:
    grid = view_changes(state.context, "a", "세입 총괄", "Ⅰ. 일반", ("revenue",))
    assert grid.rows[0]["change"].place == Place("Ⅰ. 일반", "세입 총괄", "계", "증감액")


def test_execution_lists_categories_and_the_programmes_of_the_marked_one(state: State) -> None:
    assert _rows(view_execution(state.context, "Ⅳ")) == [
        ["total", "계", "1,000,000", "495,000", "380,000", "49.5%", "38.0%"],
        ["subtotal", "인건비", "350,000", "175,000", "175,000", "50.0%", "50.0%"],
        ["subtotal", "경비", "140,000", "70,000", "60,000", "50.0%", "42.9%"],
        ["subtotal", "사업비", "500,000", "250,000", "145,000", "50.0%", "29.0%"],
        ["body", "마을정원 가꾸기", "200,000", "120,000", "80,000", "60.0%", "40.0%"],
        ["body", "가로수 지도 제작", "100,000", "100,000", "50,000", "100.0%", "50.0%"],
        ["body", "하천 지킴이 운영", "150,000", "30,000", "15,000", "20.0%", "10.0%"],
        ["body", "책 버스 운영", "50,000", "0", "0", "0.0%", "0.0%"],
        ["subtotal", "예비비", "10,000", "0", "0", "0.0%", "0.0%"],
    ]


def test_execution_has_both_rates(state: State) -> None:
    row = view_execution(state.context, "Ⅳ").rows[4]
    names = [cell.figure.name for cell in row.cells if cell.figure]
    assert names[-2:] == ["commitment_rate.garden", "disbursement_rate.garden"]


def _draw(cell: Cell) -> str:
    spans = f" {cell.row_span}x{cell.col_span}" if cell.row_span * cell.col_span > 1 else ""
    return f"<{cell.covered}>" if cell.covered else f"{cell}{spans}"


def test_programmes_are_merged_below_their_policy_and_unit(state: State) -> None:
    rows = view_programme_budget(state.context, "Ⅰ").rows
    assert [[_draw(cell) for cell in row.cells] for row in rows] == [
        ["푸른 도시 만들기 5x1", "마을정원 조성 3x1", "소 계", "300,000", ""],
        ["<above>", "<above>", "마을정원 가꾸기", "200,000", ""],
        ["<above>", "<above>", "가로수 지도 제작", "100,000", "시 보조금"],
        ["<above>", "하천 돌봄 2x1", "소 계", "150,000", ""],
        ["<above>", "<above>", "하천 지킴이 운영", "150,000", ""],
        ["다정한 도시 만들기 2x1", "책 읽기 지원 2x1", "소 계", "50,000", ""],
        ["<above>", "<above>", "책 버스 운영", "50,000", ""],
        ["행정운영경비 3x1", "행정운영경비 3x1", "소 계", "490,000", ""],
        ["<above>", "<above>", "인력운영비", "350,000", ""],
        ["<above>", "<above>", "기본경비", "140,000", ""],
        ["예비비 2x1", "예비비 2x1", "소 계", "10,000", ""],
        ["<above>", "<above>", "일반 예비비", "10,000", ""],
        ["총 예 산 1x3", "<left>", "<left>", "1,000,000", ""],
    ]


def test_subtotals_and_the_total_have_roles_of_their_own(state: State) -> None:
    roles = [row.role for row in view_programme_budget(state.context, "Ⅰ").rows]
    assert (roles.count("subtotal"), roles.count("body"), roles[-1]) == (5, 7, "total")


@pytest.mark.parametrize(
    ("account", "name"), [("garden", "마을정원 가꾸기"), ("expenditure", "계"), ("none", "none")]
)
def test_an_account_has_one_official_name(state: State, account: str, name: str) -> None:
    assert account_name(state.context, account) == name


def test_every_amount_of_the_budget_tables_knows_its_figure(state: State) -> None:
    context = state.context
    grids = (
        view_changes(context, "a", "세출", "Ⅰ", expenditure_accounts(context)),
        view_execution(context, "Ⅳ"),
        view_programme_budget(context, "Ⅰ"),
    )
    cells = [cell for grid in grids for row in grid.rows for cell in row.cells]
    assert [cell for cell in cells if cell.align == "right" and not cell.figure] == []


def test_the_base_date_stands_in_the_unit_line(state: State) -> None:
    assert state.base_date == date(2026, 6, 30)
    assert view_programme_budget(state.context, "Ⅰ").unit_line == "(’26. 6. 30. 기준, 단위: 천원)"
