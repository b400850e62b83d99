"""Sheets by month, by source and by grade: their rows, and why they are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.state import State
from reportgen.views.annexes import Annex
from reportgen.views.grid import Row
from tests.detailed import ASKED, COSTED, FUNDED, make_detailed


@pytest.fixture(scope="module")
def detailed(tmp_path_factory: pytest.TempPathFactory) -> State:
    """The sample with all that these sheets show."""
    return make_detailed(tmp_path_factory.mktemp("detailed"), FUNDED, COSTED, ASKED)


def find_sheet(state: State, key: str) -> Annex:
    """A sheet of the annexes."""
    return next(sheet for sheet in state.annexes.sheets if sheet.key == key)


def find_row(state: State, key: str, name: str, role: str) -> Row:
    """The first row of a role that has the name."""
    rows = find_sheet(state, key).grid.rows
    return next(row for row in rows if (row["name"], row.role) == (name, role))


def spell(row: Row) -> list[str]:
    """Role, level and texts."""
    return [row.role, str(row.level), *map(str, row.cells)]


def test_the_sheets_stand_after_the_execution(detailed: State) -> None:
    keys = [sheet.key for sheet in detailed.annexes.sheets if sheet.key != "charts"]
    assert keys[3:8] == [
        "execution",
        "monthly_commitment",
        "monthly_disbursement",
        "funding_sources",
        "staffing_cost",
    ]


@pytest.mark.parametrize(
    ("role", "name", "expected"),
    [
        ("total", "계", "0 2,000 4,500 0 0 380,000 386,500"),
        ("subtotal", "사업비", "0 2,000 4,500 0 0 145,000 151,500"),
        ("body", "마을정원 가꾸기", "0 2,000 3,000 0 0 80,000 85,000"),
        ("body", "인력운영비", "0 0 0 0 0 175,000 175,000"),
    ],
)
def test_months_after_the_base_date_are_empty(
    detailed: State, role: str, name: str, expected: str
) -> None:
    *begun, total = expected.split(" ")
    cells = [str(cell) for cell in find_row(detailed, "monthly_disbursement", name, role).cells]
    assert cells == [name, *begun, *[""] * 6, total]


@pytest.mark.parametrize(
    ("role", "name", "expected"),
    [
        ("total", "계", ["1,005,000", "1,005,000", "100.0%", "0"]),
        ("subtotal", "가온시 출연금", ["900,000", "200,000", "19.9%", "700,000"]),
        ("body", "마을정원 가꾸기", ["", "200,000", "19.9%", ""]),
        ("subtotal", "이월금수입", ["54,000", "4,000", "0.4%", "50,000"]),
        ("subtotal", "재원을 밝히지 않음", ["0", "800,000", "79.6%", "△800,000"]),
    ],
)
def test_a_source_stands_above_what_it_pays_for(
    detailed: State, role: str, name: str, expected: list[str]
) -> None:
    assert spell(find_row(detailed, "funding_sources", name, role))[3:] == expected


def test_the_cost_of_the_staff_is_held_against_its_budget(detailed: State) -> None:
    rows = [spell(row) for row in find_sheet(detailed, "staffing_cost").grid.rows]
    assert rows[1:3] == [
        ["body", "1", "1급", "2", "1", "70,000", "140,000", "70,000"],
        ["body", "1", "2급", "3", "4", "", "", ""],
    ]
    assert rows[4:] == [
        ["total", "0", "계", "10", "11", "", "140,000", "70,000"],
        ["budget", "0", "인건비 예산현액", "", "", "", "350,000", "350,000"],
        ["difference", "0", "차액 (예산현액 - 소요액)", "", "", "", "210,000", "280,000"],
    ]


def test_a_sheet_without_data_says_what_is_missing(state: State) -> None:
    reasons = {sheet.key: sheet.reason for sheet in state.annexes.absent}
    assert (
        reasons.items()
        >= {
            "monthly_commitment": "원장에 월별 기록이 없음",
            "monthly_disbursement": "원장에 월별 기록이 없음",
            "funding_sources": "재원을 밝힌 세부사업이나 원장 기록이 없음",
            "staffing_cost": ("직급별 1인당 연간 인건비가 조직(content/organization.yaml)에 없음"),
        }.items()
    )


def test_the_cover_says_whom_to_ask(detailed: State) -> None:
    assert dict(detailed.annexes.cover)["문의"] == "정원팀장 남보라 ☎555-0102"


def test_the_cover_names_nobody_where_content_does_not(state: State, tmp_path: Path) -> None:
    assert "문의" not in dict(state.annexes.cover)
    unknown = {"content/report.yaml": ("audit_year: 2025", "audit_year: 2025\nannex_contact: zz")}
    assert "문의" not in dict(make_detailed(tmp_path, unknown).annexes.cover)
