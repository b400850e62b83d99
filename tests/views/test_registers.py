"""Registers beside an amendment, left out where there is nothing to register."""

from pathlib import Path

from reportgen.views.grid import Grid
from reportgen.views.registers import view_carryover, view_staffing_effect, view_transfers
from tests.amended import NOTES, STAGE, make_amended
from tests.sample import make_state


def _read(grid: Grid | None) -> list[tuple[str, ...]]:
    assert grid is not None
    return [tuple(str(cell) for cell in row.cells) for row in grid.rows]


def test_every_transfer_stands_on_its_side(tmp_path: Path) -> None:
    state = make_amended(tmp_path)
    assert _read(view_transfers(state.context, state.entries, "명세")) == [
        ("’26. 4. 10.", "전용", "전용 제1호", "하천 지킴이 운영", "△5,000", "", ""),
        ("’26. 4. 10.", "전용", "전용 제1호", "마을정원 가꾸기", "", "5,000", "모종 단가 상승"),
        ("’26. 4. 20.", "예비비 사용", "예비비 제1호", "일반 예비비", "△3,000", "", ""),
        ("’26. 4. 20.", "예비비 사용", "예비비 제1호", "하천 지킴이 운영", "", "3,000", "둑 보수"),
        ("", "", "", "계", "△8,000", "8,000", ""),
    ]


def test_what_was_carried_over_stands_by_programme(tmp_path: Path) -> None:
    grid = view_carryover(make_amended(tmp_path).context, "이월")
    assert _read(grid) == [("하천 지킴이 운영", "7,000", "7,000"), ("계", "7,000", "7,000")]


def test_changes_of_the_quota_add_up(tmp_path: Path) -> None:
    state = make_amended(tmp_path)
    notes = state.folder.amendment_notes(STAGE)
    assert _read(view_staffing_effect(state.context, notes, "정원")) == [
        ("3급", "4", "5", "+1", "정원팀 보강"),
        ("2급", "3", "1", "△2", ""),
        ("계", "7", "6", "△1", ""),
    ]


def test_a_quota_that_is_changed_already_is_taken_back_first(tmp_path: Path) -> None:
    state = make_amended(tmp_path, {"content/amendments/1.yaml": NOTES + "applied: true\n"})
    notes = state.folder.amendment_notes(STAGE)
    assert _read(view_staffing_effect(state.context, notes, "정원"))[0][:4] == (
        "3급",
        "3",
        "4",
        "+1",
    )


def test_without_transfers_carry_over_and_posts_there_are_no_registers(tmp_path: Path) -> None:
    state = make_state(tmp_path)
    notes = state.folder.amendment_notes(STAGE)
    assert view_transfers(state.context, state.entries, "") is None
    assert view_carryover(state.context, "") is None
    assert view_staffing_effect(state.context, notes, "") is None
