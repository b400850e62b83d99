"""A new amendment begins from the budget as it is, and never overwrites anything."""

import csv
from datetime import date
from pathlib import Path

import pytest

from reportgen.amendment_draft import NewAmendment, write_amendment
from reportgen.diagnostics import DataError
from reportgen.state import load_state, read_folder
from tests.amended import HISTORY, write_amended
from tests.sample import REPORT

SECOND = "2026 제2회 추경"
ASKED = NewAmendment(SECOND, date(2026, 7, 15), "제2회 추경예산안")
LISTED = {"content/report.yaml": REPORT.replace("제1회 추경]", f"제1회 추경, {SECOND}]")}


def _write(root: Path, asked: NewAmendment = ASKED) -> list[dict[str, str]]:
    path = root / "content/budget/second.csv"
    write_amendment(read_folder(root), asked, path, replace=False)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_account_stands_there_with_its_present_budget(tmp_path: Path) -> None:
    rows = _write(write_amended(tmp_path, LISTED))
    assert {row["계정"]: row["기정액(천원)"] for row in rows} == {
        "city_grant": "900000",
        "service_fee": "30000",
        "carryover": "50000",
        "garden": "200000",
        "tree_map": "100000",
        "river_watch": "150000",
        "book_bus": "20000",
        "personnel_operation": "350000",
        "basic_expense": "140000",
        "general_reserve": "20000",
    }
    assert rows[0]["계정명"] == "가온시 출연금"
    assert {(row["일자"], row["종류"], row["증감(천원)"], row["의결"]) for row in rows} == {
        ("2026-07-15", "추경", "", "안")
    }


def test_unfilled_it_changes_nothing(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    before = load_state(root).context.figures["appropriation.expenditure"].value
    _write(root)
    state = load_state(root, stage=SECOND)
    assert state.diagnostics == ()
    assert state.context.figures["appropriation.expenditure"].value == before


def test_won_that_are_no_whole_thousands_are_headed_so(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    path = root / "content/budget/rest.csv"
    path.write_text(
        "date,stage,kind,account,amount_won\n"
        "2026-05-01,2026 제1회 추경,amendment,garden,500\n"
        "2026-05-01,2026 제1회 추경,amendment,city_grant,500\n",
        encoding="utf-8",
    )
    rows = _write(root)
    assert {row["계정"]: row["기정액(원)"] for row in rows}["garden"] == "200000500"
    assert {row["증감(원)"] for row in rows} == {""}
    assert load_state(root, stage=SECOND).diagnostics == ()


def test_filled_in_it_can_be_shown_and_is_a_proposal(tmp_path: Path) -> None:
    root = write_amended(tmp_path, LISTED)
    _write(root)
    path = root / "content/budget/second.csv"
    text = path.read_text(encoding="utf-8-sig")
    for account, present in (("city_grant", 900_000), ("garden", 200_000)):
        name = {"city_grant": "가온시 출연금", "garden": "마을정원 가꾸기"}[account]
        old = f"{account},{name},{present},,"
        assert old in text
        text = text.replace(old, f"{account},{name},{present},5000,")
    path.write_text(text, encoding="utf-8")
    named, unnamed = load_state(root, stage=SECOND), load_state(root)
    assert named.context.figures["amending.garden"].value == 5_000_000
    assert [finding.rule for finding in unnamed.diagnostics] == ["proposed-entry"]


def test_what_was_spent_ahead_is_taken_up(tmp_path: Path) -> None:
    ahead = (
        "2026-06-01,2026 제1회 추경,pre_approval,service_fee,4000,통지,\n"
        "2026-06-01,2026 제1회 추경,pre_approval,garden,4000,통지,\n"
    )
    root = write_amended(tmp_path, {**LISTED, "content/budget/ledger.csv": HISTORY + ahead})
    rows = [row for row in _write(root) if row["계정"] == "garden"]
    assert [(row["종류"], row["기정액(천원)"], row["증감(천원)"]) for row in rows] == [
        ("추경", "200000", "4000"),
        ("성립전", "", "-4000"),
    ]
    state = load_state(root, stage=SECOND)
    assert state.diagnostics == ()
    assert state.context.figures["appropriation.garden"].value == 209_000_000


def test_a_stage_that_is_not_listed_is_explained(tmp_path: Path) -> None:
    root = write_amended(tmp_path)
    with pytest.raises(DataError) as caught:
        _write(root)
    assert str(caught.value) == (
        f"content/report.yaml:7: error [unknown-stage] there is no stage {SECOND}\n"
        "  hint: add it to «stages» in report.yaml, after the stage that it amends"
    )


def test_the_first_stage_amends_nothing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="2025 최종예산 is the first stage and amends nothing"):
        _write(write_amended(tmp_path), NewAmendment("2025 최종예산", date(2026, 1, 1)))


def test_a_stage_with_entries_and_a_file_that_exists_are_told_together(tmp_path: Path) -> None:
    root = write_amended(tmp_path)
    path = root / "content/budget/second.csv"
    path.write_bytes(b"date,stage,kind,account,amount\n2026-06-01,,,,\n")
    folder = read_folder(write_amended(tmp_path / "other"))
    asked = NewAmendment("2026 제1회 추경", date(2026, 5, 1))
    with pytest.raises(DataError) as caught:
        write_amendment(folder, asked, path, replace=False)
    assert [finding.rule for finding in caught.value.diagnostics] == [
        "output-file",
        "repeated-entry",
    ]
    assert path.read_bytes().startswith(b"date,stage")
