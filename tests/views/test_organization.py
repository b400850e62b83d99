"""The organization's chapter: counts, the chart, staffing with its signs, duties."""

from pathlib import Path

import pytest

from reportgen.state import State
from reportgen.views.organization import (
    draw_organization,
    staffing_grid,
    view_duties,
    view_organization,
    view_purpose,
    view_staffing,
)
from tests.sample import make_state


def test_functions_are_numbered(state: State) -> None:
    functions = view_purpose(state.context)["functions"]
    assert [(entry["number"], entry["text"]) for entry in functions] == [
        (1, "마을정원과 가로수의 조성"),
        (2, "하천의 돌봄"),
        (3, "그 밖에 필요한 사업"),
    ]


def test_headquarters_and_teams_are_counted(state: State) -> None:
    summary = view_organization(state.context)["summary"]
    assert (summary, [figure.name for figure in summary.figures]) == (
        "2본부 3팀",
        ["count.headquarters", "count.teams"],
    )


def test_teams_stand_below_their_headquarters_and_the_others_at_the_foot(state: State) -> None:
    grid = draw_organization(state.folder.organization)
    boxes = [[str(c) for c in row.cells if c] for row in grid.rows if row.role == "boxes"]
    assert boxes == [
        ["대표이사"],
        ["푸른사업본부", "경영지원본부"],
        ["정원팀"],
        ["하천팀"],
        ["감사팀"],
    ]


def test_staffing_has_a_plus_for_a_surplus_and_a_triangle_for_a_shortage(state: State) -> None:
    grid = staffing_grid(state.context)
    assert [
        [str(cell) for cell in (*grid.header,)],
        *[list(map(str, r.cells)) for r in grid.rows],
    ] == [
        ["구  분", "계", "대표이사", "1급", "2급", "3급"],
        ["정  원", "10", "1", "2", "3", "4"],
        ["현  원", "11", "1", "1", "4", "5"],
        ["과부족", "+1", "-", "△1", "+1", "+1"],
    ]


def test_a_grade_without_people_has_the_sign_for_none(tmp_path: Path) -> None:
    replace = {
        "content/organization.yaml": (
            "{name: 1급, quota: 2, actual: 1}",
            "{name: 1급, quota: 2, actual: 0}",
        )
    }
    grid = staffing_grid(make_state(tmp_path, replace).context)
    assert grid.rows[1]["1급"] == "-"


def test_the_title_of_staffing_counts_the_contract_staff(state: State) -> None:
    staffing = view_staffing(state.context)
    assert staffing["title"] == "13명(계약직 2명 포함)"
    assert staffing["unit_line"] == "(’26. 6. 30. 기준, 단위: 명)"
    assert staffing["notes"] == ["3급 1명은 육아휴직 대체"]


@pytest.mark.parametrize(("number", "team", "count"), [(0, "정원팀", 2), (2, "감사팀", 1)])
def test_every_team_has_its_duties(state: State, number: int, team: str, count: int) -> None:
    duties = view_duties(state.context)[number]
    assert (duties["team"], len(duties["blocks"])) == (team, count)
