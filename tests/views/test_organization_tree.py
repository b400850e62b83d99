"""Organizations of any depth: counted by kind, drawn where each unit belongs, with duties."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.check import find_mistakes
from reportgen.state import State, load_state
from reportgen.views.chart import Node, draw_tree
from reportgen.views.grid import Grid
from reportgen.views.organization import draw_organization, view_duties, view_organization
from tests.organized import write_organized


@pytest.fixture(scope="module")
def organized(tmp_path_factory: pytest.TempPathFactory) -> State:
    return load_state(write_organized(tmp_path_factory.mktemp("organized")))


def boxes(grid: Grid) -> list[list[str]]:
    """The texts of every row that has boxes."""
    found = [[str(cell) for cell in row.cells if cell] for row in grid.rows]
    return [row for row in found if row]


def test_units_are_counted_by_the_kinds_that_the_content_names(organized: State) -> None:
    summary = view_organization(organized.context)["summary"]
    assert str(summary) == "1사무처 2본부 1실 1센터 4팀"
    assert [figure.name for figure in summary.figures] == [
        "count.units.사무처",
        "count.units.본부",
        "count.units.실",
        "count.units.센터",
        "count.units.팀",
    ]


def test_every_unit_stands_where_it_belongs(organized: State) -> None:
    assert boxes(draw_organization(organized.folder.organization)) == [
        ["대표이사"],
        ["감사실"],
        ["사무처", "책마을"],
        ["푸른사업본부", "경영지원본부"],
        ["정원팀", "총무팀"],
        ["하천팀"],
        ["홍보팀"],
    ]


def test_units_with_duties_are_listed(organized: State) -> None:
    assert [duty["team"] for duty in view_duties(organized.context)] == ["감사실", "정원팀"]


def draw(grid: Grid) -> list[str]:
    """Boxes as their texts, lines as ``|``, ``-`` and ``+``, everything else as dots."""
    signs = {"v": "|", "h": "-", "hv": "+"}
    return [
        " ".join(
            str(cell) or signs.get(cell.role, ".") for cell in row.cells if cell.covered != "left"
        )
        for row in grid.rows
    ]


def test_a_tree_of_three_levels_spreads_until_the_last() -> None:
    tree = [
        Node("처", (), (Node("가", (), (Node("ㄱ"), Node("ㄴ"))), Node("나", (), (Node("ㄷ"),)))),
        Node("실"),
    ]
    assert draw(draw_tree("chart", "장", tree)) == [
        ". . . . . 장 . . . . .",
        ". . . . . . | . . . . .",
        ". . . . + - - - - - | .",
        ". . 처 . . . 실 .",
        ". . . . | . . . . . . .",
        ". . + - - - | . . . . .",
        ". 가 . . 나 . . . . .",
        ". . | . . . | . . . . .",
        ". ㄱ . . ㄷ . . . . .",
        ". . | . . . . . . . . .",
        ". ㄴ . . . . . . . . .",
    ]


def test_a_box_beside_the_head_hangs_at_its_line() -> None:
    grid = draw_tree("chart", "장", [Node("가")], beside=["감"])
    assert draw(grid) == [
        ". 장 . . . . .",
        ". . | . . 감 .",
        ". . + - - . .",
        ". . | . . . . .",
        ". . | . . . . .",
        ". 가 . . . . .",
    ]
    (first, second) = (row.cells[5] for row in grid.rows[1:3])
    assert (first.row_span, second.covered) == (2, "above")


@pytest.mark.parametrize("count", [1, 3, 8, 12])
def test_every_row_has_all_columns(count: int) -> None:
    tree = [Node("본부", (), tuple(Node("팀") for _ in range(at))) for at in range(count)]
    grid = draw_tree("chart", "장", tree, ["나"], ["감"])
    assert {len(row.cells) for row in grid.rows} == {len(grid.widths)} == {4 * (count + 1)}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    kind: 센터\n", "", "of what kind «책마을» is can't be told"),
        ("    kind: 센터\n", "    kind: 마을\n", "of what kind «책마을» is can't be told"),
        ("- {name: 총무팀}", "- {name: 총무팀, place: apart}", "only a unit of the head without"),
        ("- {name: 총무팀}", "- {name: 총무팀, id: river_team}", "river_team stands already at"),
        ("id: river_team", "id: rivers", "river_team is not known"),
        ("{name: 하천팀,", "{name: 정원팀,", "정원팀 stands already at"),
        ("staffing:", "teams: [{id: a, name: 나}]\nstaffing:", "units, or headquarters and teams"),
        ("{name: 홍보팀, place: apart}", "{name: 홍보팀, place: left}", "expected one of 'below'"),
    ],
)
def test_a_unit_that_can_not_be_is_told(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = find_mistakes(write_organized(tmp_path, old, new))
    assert found
    assert problem in str(found[0])


def test_people_beside_the_grades_are_counted_by_name(tmp_path: Path) -> None:
    others = "staffing:\n  others: [{name: 공무직, count: 3}, {name: 파견, count: 1}]"
    state = load_state(write_organized(tmp_path, "staffing:", others))
    names = ("others.공무직", "others.파견", "contract", "headcount")
    assert [state.context.figures[f"staffing.{name}"].value for name in names] == [3, 1, 2, 17]
