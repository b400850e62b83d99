"""Registers beside an amendment, left out where there is nothing to register."""

from pathlib import Path

import pytest

from reportgen.state import load_state
from reportgen.views.grid import Grid
from reportgen.views.registers import view_carryover, view_staffing_effect, view_transfers
from tests.amended import AMENDMENT, NOTES, STAGE, make_amended
from tests.in_won import spell_in_won, write_in_won
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


def _add_up(grid: Grid | None, *keys: str) -> bool:
    assert grid is not None
    *parts, total = grid.rows
    return all(total[key].units == sum(part[key].units or 0 for part in parts) for key in keys)


@pytest.mark.parametrize("seed", range(4))
def test_registers_foot_when_asked(seed: int, tmp_path: Path) -> None:
    carried = (
        f"2026-04-01,2026 본예산,incidental_carryover,garden,1{seed}499,이월 조서,,\n"
        f"2026-04-01,2026 본예산,incidental_carryover,river_watch,2{seed}499,이월 조서,,\n"
        "2026-04-01,2026 본예산,explicit_carryover,garden,1499,이월 조서,,\n"
    )
    files = {"content/budget/more.csv": spell_in_won(AMENDMENT.split("\n")[0] + "\n", 0) + carried}
    state = load_state(write_in_won(tmp_path, seed, files=dict(files)), draft=True)
    moved = view_transfers(state.context, state.entries, "", footing=True)
    assert _add_up(moved, "taken", "given")
    held = view_carryover(state.context, "", footing=True)
    assert held is not None
    sorts = ("explicit_carryover", "incidental_carryover")
    assert _add_up(held, *sorts, "total")
    assert all(row["total"].units == sum(row[key].units or 0 for key in sorts) for row in held.rows)
