"""People and counts, each with the lines that it rests on."""

from pathlib import Path

import pytest

from reportgen.checks import Subject
from reportgen.figures import FigureTable, Operation
from reportgen.figures.content import cell_text
from reportgen.model.blocks import TableCell
from tests.sample import ACCOUNTS, ORGANIZATION, line_of, make_figures

PAGE = "content/projects/01-garden.yaml"


@pytest.fixture
def figures(subject: Subject) -> FigureTable:
    return subject.figures


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("staffing.quota.1급", 2),
        ("staffing.quota.total", 10),
        ("staffing.actual.total", 11),
        ("staffing.difference.대표이사", 0),
        ("staffing.difference.1급", -1),
        ("staffing.difference.2급", 1),
        ("staffing.difference.total", 1),
        ("staffing.contract", 2),
        ("staffing.headcount", 13),
        ("count.headquarters", 2),
        ("count.teams", 3),
        ("count.functions", 3),
        ("count.policy_programmes", 2),
        ("count.unit_programmes", 3),
        ("count.programmes", 4),
        ("audit.total.total", 3),
        ("audit.correction.total", 1),
        ("audit.suggestion.total", 2),
        ("audit.suggestion.in_progress", 1),
        ("audit.other.total", 0),
        ("audit.total.under_review", 1),
        ("audit.total.not_reflected", 0),
        ("count.requests.total", 3),
        ("count.requests.동네", 2),
        ("count.requests.학교", 1),
    ],
)
def test_people_and_things_are_counted(figures: FigureTable, name: str, value: int) -> None:
    assert figures[name].value == value


def test_a_quota_names_the_line_it_was_typed_in(figures: FigureTable) -> None:
    figure = figures["staffing.quota.1급"]
    line = line_of(ORGANIZATION, "name: 1급")
    assert figure.formula.operation is Operation.INPUT
    assert [str(source) for source in figure.sources] == [f"content/organization.yaml:{line}"]


def test_a_count_names_the_line_of_everything_counted(figures: FigureTable) -> None:
    lines = [line_of(ACCOUNTS, f"id: {unit}") for unit in ("green_city", "kind_city")]
    assert [str(source) for source in figures["count.policy_programmes"].sources] == [
        f"content/budget/accounts.yaml:{line}" for line in lines
    ]


def test_the_headcount_is_the_people_and_the_contract_staff(figures: FigureTable) -> None:
    assert str(figures["staffing.headcount"].formula) == (
        "staffing.actual.total + staffing.contract"
    )


def test_rows_of_a_group_are_counted_wherever_they_stand(tmp_path: Path) -> None:
    row = "- [학교, 가온초등학교 텃밭, 9월]"
    apart = f"{row}\n        - [동네, 별빛 골목, 9월]"
    figures = make_figures(tmp_path, {PAGE: (row, apart)})
    assert figures["count.requests.동네"].value == 3


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("가", "가"),
        (("가", "나"), "가\n나"),
        (TableCell(text="가", rowspan=2), "가"),
        (TableCell(text=("가", "나")), "가\n나"),
    ],
)
def test_the_text_of_a_cell_joins_its_lines(
    cell: str | tuple[str, ...] | TableCell, text: str
) -> None:
    assert cell_text(cell) == text
