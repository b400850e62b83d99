"""The annex workbook: its sheets, its cover, and the ledger as it was read."""

from datetime import date
from pathlib import Path

from reportgen.state import State, load_state
from tests.sample import write_folder


def test_the_sheets_stand_in_their_order(state: State) -> None:
    assert [(sheet.key, sheet.title) for sheet in state.annexes.sheets] == [
        ("revenue", "세입"),
        ("expenditure", "세출"),
        ("programme_budget", "사업예산"),
        ("execution", "집행"),
        ("ledger", "원장"),
    ]


def test_the_cover_names_its_sources_with_their_digests(state: State) -> None:
    cover = dict(state.annexes.cover)
    digest = state.folder.digests["content/budget/ledger.csv"][:12]
    assert state.annexes.title == "2026년 예산 부속서류"
    assert (cover["기관"], cover["기준일"]) == ("가온시 누리재단", "’26. 6. 30.")
    assert f"content/budget/ledger.csv (SHA-256 {digest})" in cover["원천 자료"]
    assert "상태" not in cover


def test_the_cover_of_a_draft_says_so(tmp_path: Path) -> None:
    annexes = load_state(write_folder(tmp_path), draft=True).annexes
    assert dict(annexes.cover)["상태"] == "초안"


def test_the_ledger_lists_every_entry_that_counts(tmp_path: Path) -> None:
    annexes = load_state(write_folder(tmp_path), as_of=date(2026, 4, 30)).annexes
    assert len(annexes.sheets[-1].grid.rows) == 22


def test_an_entry_is_printed_in_thousands_and_kept_in_won(state: State) -> None:
    row = state.annexes.sheets[-1].grid.rows[-1]
    assert [str(cell) for cell in row.cells] == [
        "’26. 6. 30.",
        "2026",
        "2026 제1회 추경",
        "지출액",
        "basic_expense",
        "기본경비",
        "60,000",
        "2분기 집행",
        "",
    ]
    assert (row["amount"].value, row["date"].value) == (60_000_000, date(2026, 6, 30))
