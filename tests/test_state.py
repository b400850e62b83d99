"""A folder in one state: what was asked for, and everything that is wrong with it."""

from datetime import date
from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.state import State, check_state, load_state
from tests.amended import NOTES, write_amended
from tests.sample import find_mistakes, write_folder

LEDGER = "content/budget/ledger.csv"


def _amount(state: State, name: str) -> object:
    return state.context.figures[name].value


def test_the_sample_has_no_finding(tmp_path: Path) -> None:
    assert find_mistakes(write_folder(tmp_path)) == []


def test_the_base_date_is_that_of_the_report(state: State) -> None:
    assert (state.base_date, state.stage) == (date(2026, 6, 30), None)


def test_another_day_can_be_asked_for(tmp_path: Path) -> None:
    state = load_state(write_folder(tmp_path), as_of=date(2026, 4, 30))
    assert _amount(state, "appropriation.garden") == 150_000_000
    assert state.report["report"]["base_date"] == "’26. 4. 30."


def test_a_text_names_the_day_that_was_asked_for(tmp_path: Path) -> None:
    replace = {
        "content/projects/03-river-watch.yaml": (
            "goal: 시민이 하천을 살피고 알림",
            'goal: "{{ report.base_date }} 기준"',
        )
    }
    state = load_state(write_folder(tmp_path, replace), as_of=date(2026, 4, 30))
    assert state.report["policies"][0]["projects"][2]["goal"] == "’26. 4. 30. 기준"


def test_entries_after_the_day_are_noted(tmp_path: Path) -> None:
    state = load_state(write_folder(tmp_path), as_of=date(2026, 4, 30))
    assert [finding.rule for finding in state.diagnostics] == ["after-base-date"]


def test_a_stage_can_be_asked_for(tmp_path: Path) -> None:
    state = load_state(write_folder(tmp_path), stage="2026 본예산")
    assert _amount(state, "appropriation.garden") == 150_000_000
    assert _amount(state, "appropriation.revenue") == 950_000_000


def test_an_unknown_stage_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_state(write_folder(tmp_path), stage="2026 제9회 추경")
    assert str(caught.value) == (
        "content/report.yaml:7: error [unknown-stage] there is no stage 2026 제9회 추경\n"
        "  hint: use one of 2025 최종예산, 2026 본예산, 2026 제1회 추경"
    )


def test_files_that_can_not_be_used_raise_with_every_mistake(tmp_path: Path) -> None:
    replace = {
        "content/report.yaml": ("title: 주요업무", "titel: 주요업무"),
        LEDGER: ("disbursement,garden,80000", "disbursement,garden,많이"),
    }
    with pytest.raises(DataError) as caught:
        load_state(write_folder(tmp_path, replace))
    assert [finding.rule for finding in caught.value.diagnostics] == [
        "missing-key",
        "unknown-key",
        "ledger-amount",
    ]


@pytest.mark.parametrize("kind", ["opening", "commitment"])
def test_amounts_entered_by_category_are_explained_before_a_view_needs_them(
    tmp_path: Path, kind: str
) -> None:
    replace = {LEDGER: (f"2026 본예산,{kind},personnel_operation", f"2026 본예산,{kind},personnel")}
    with pytest.raises(DataError, match=r"error \[account-level\] personnel is a level above"):
        load_state(write_folder(tmp_path, replace))


def test_the_same_folder_gives_the_same_state(tmp_path: Path) -> None:
    root = write_folder(tmp_path)
    assert load_state(root).report["contents"] == load_state(root).report["contents"]


MISTAKES = (
    {},
    {"content/amendments/1.yaml": NOTES.replace("thousand_won", "thousand_wons")},
    {"content/amendments/1.yaml": NOTES.replace("정원을 늘림", '"{{ figures.none.at_all }}"')},
    {"content/amendments/1.yaml": NOTES.replace("amended.expenditure", "amended.nothing")},
)
"""Texts of an amendment that are right, or have a mistake in an expression."""


@pytest.mark.parametrize("files", MISTAKES)
def test_a_check_finds_what_printing_would_find(tmp_path: Path, files: dict[str, str]) -> None:
    root = write_amended(tmp_path, files)
    found = check_state(root).diagnostics
    assert (found, bool(found)) == (load_state(root).diagnostics, bool(files))


@pytest.mark.parametrize("files", MISTAKES)
def test_documents_and_annexes_have_no_mistake_of_their_own(
    tmp_path: Path, files: dict[str, str]
) -> None:
    state = load_state(write_amended(tmp_path, files))
    assert state.annexes.sheets
    assert set(state.context.renderer.diagnostics) <= set(state.diagnostics)


def test_the_annexes_are_made_once(state: State) -> None:
    assert state.annexes is state.annexes
