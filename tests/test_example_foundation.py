"""The invented foundation that comes with the project shows every sheet, and agrees with itself."""

from __future__ import annotations

import pytest

from reportgen.figures.funding_sources import compute_funding
from reportgen.state import State, load_state
from tests.sample import PROJECT
from tools.draw_workbook.sheets import SHEETS

FOUNDATION = PROJECT / "examples/amendment/foundation"


@pytest.fixture(scope="module")
def example() -> State:
    """The example in its last state."""
    return load_state(FOUNDATION)


def test_every_sheet_of_the_template_is_there(example: State) -> None:
    assert {drawing.key for drawing in SHEETS} <= {sheet.key for sheet in example.annexes.sheets}
    assert example.annexes.absent == ()


@pytest.mark.parametrize(
    ("stage", "findings"),
    [
        (None, []),
        ("2026 본예산", ["after-base-date"]),
        ("2026 제1회 추경", []),
        ("2026 제2회 추경", []),
    ],
)
def test_no_stage_has_an_error(stage: str | None, findings: list[str]) -> None:
    found = load_state(FOUNDATION, stage=stage).diagnostics
    assert [diagnostic.rule for diagnostic in found] == findings


def test_every_source_pays_for_what_it_brings(example: State) -> None:
    table = compute_funding(example.folder, example.entries, example.context.figures)
    assert table is not None
    assert {source.account: source.difference.value for source in table.sources} == {
        "city_grant": 0,
        "subsidy": 0,
        "surplus": 0,
    }


def test_every_page_of_it_says_that_it_is_invented(example: State) -> None:
    assert example.folder.report.mark == "예시 (지어낸 재단)"
