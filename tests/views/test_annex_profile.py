"""The CSV profile of the content, held against the annexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.state import load_state
from reportgen.views.annex_profile import choose_sheets
from tests.csv_files import PROFILE_LINE, with_profile
from tests.sample import find_mistakes, read_mistakes, write_folder


def choose(root: Path, profile: str) -> dict[str, list[str]]:
    """The headings of every sheet that is chosen."""
    state = load_state(write_folder(root, files=with_profile(profile)))
    assert state.diagnostics == ()
    chosen = choose_sheets(state.annexes, state.folder.report.csv)
    return {sheet.annex.key: [column.heading for column in sheet.columns] for sheet in chosen}


def test_a_sheet_that_is_not_named_keeps_its_columns(tmp_path: Path) -> None:
    chosen = choose(tmp_path, "  sheets: [{sheet: lists, columns: [{column: code}]}]\n")
    assert chosen["lists"] == ["계정"]
    assert chosen["expenditure"] == [
        "행 구분",
        "수준",
        "구분",
        "2026 예산현액(원)",
        "2025 최종예산(원)",
        "증감액(원)",
        "증감률",
    ]


def test_only_named_sheets(tmp_path: Path) -> None:
    chosen = choose(tmp_path, "  only_named: true\n  sheets: [{sheet: lists}]\n")
    assert list(chosen) == ["lists"]


def test_a_column_may_stand_twice_under_two_headings(tmp_path: Path) -> None:
    columns = "{column: amount, heading: 차변}, {column: amount, heading: 대변}"
    chosen = choose(tmp_path, f"  sheets: [{{sheet: ledger, columns: [{columns}]}}]\n")
    assert chosen["ledger"] == ["차변", "대변"]


def test_sheets_and_columns_are_named_in_korean(tmp_path: Path) -> None:
    columns = "{column: 2026 예산현액(원)}, {column: 2025최종예산}, {column: name, heading: 과목}"
    profile = (
        f"  only_named: true\n  sheets: [{{sheet: 세출, columns: [{columns}]}}, {{sheet: lists}}]\n"
    )
    chosen = choose(tmp_path, profile)
    assert chosen == {
        "expenditure": ["2026 예산현액(원)", "2025 최종예산(원)", "과목"],
        "lists": ["행 구분", "수준", "계정", "계정명", "구분", "상위 과목"],
    }


def test_a_sheet_that_this_state_lacks_may_be_named(tmp_path: Path) -> None:
    columns = "[{column: whatever}]"
    assert choose(tmp_path, f"  sheets: [{{sheet: transfers, columns: {columns}}}]\n")


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        (
            "{sheet: ledgr}",
            "[csv-sheet] ledgr is not known\n  hint: did you mean ledger?",
        ),
        (
            "{sheet: lists}, {sheet: lists}",
            "[csv-sheet] the sheet lists is named twice\n  hint: keep one of the two",
        ),
        (
            "{sheet: lists, columns: [{column: cod}]}",
            "[csv-column] cod is not known\n  hint: did you mean code?",
        ),
        (
            "{sheet: lists, columns: [{column: code}, {column: name, heading: 계정}]}",
            "[csv-heading] lists: two columns have the heading 계정\n"
            "  hint: give each column a heading of its own",
        ),
    ],
)
def test_a_mistake_is_told_by_check(sheets: str, message: str, tmp_path: Path) -> None:
    root = write_folder(tmp_path, files=with_profile(f"  sheets: [{sheets}]\n"))
    assert find_mistakes(root) == [f"content/report.yaml:{PROFILE_LINE}: error {message}"]


def test_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    root = write_folder(tmp_path, files=with_profile("  encoding: euc-kr\n"))
    assert read_mistakes(root) == [
        f"content/report.yaml:{PROFILE_LINE}: error [wrong-type] encoding: found euc-kr\n"
        "  hint: expected one of 'utf-8' or 'cp949'"
    ]
