"""Rows repeat nothing, contradict nothing, and name the account that they mean."""

from pathlib import Path

import pytest

from reportgen.checks.ledger_rows import (
    check_account_names,
    check_contradicting_entries,
    check_repeated_entries,
    check_sides,
)
from tests.sample import LEDGER, MORE_FILE, check_rows, line_of

LEDGER_FILE = "content/budget/ledger.csv"


@pytest.mark.parametrize(("kind", "severity"), [("추경", "error"), ("원인행위", "warning")])
def test_a_row_that_stands_twice_is_reported(tmp_path: Path, kind: str, severity: str) -> None:
    row = f"2026-05-02,2026 제1회 추경,{kind},garden,1000,문서 1\n"
    assert check_rows(check_repeated_entries, tmp_path, row + row) == [
        f"{MORE_FILE}:3: {severity} [repeated-entry] the same entry stands at {MORE_FILE}:2\n"
        "  hint: remove one, or say by reference or note in what they differ"
    ]


def test_a_row_of_another_file_is_found_again(tmp_path: Path) -> None:
    row = "2026-01-02,2026 본예산,opening,garden,150000,2026 본예산서\n"
    (found,) = check_rows(check_repeated_entries, tmp_path, row)
    assert f"the same entry stands at {LEDGER_FILE}:{line_of(LEDGER, row.strip())}" in found


@pytest.mark.parametrize(
    "other",
    [
        "2026-05-02,2026 제1회 추경,추경,garden,1000,문서 2,city_grant",
        "2026-05-02,2026 제1회 추경,추경,garden,1000,문서 1,service_fee",
        "2026-05-03,2026 제1회 추경,추경,garden,1000,문서 1,city_grant",
        "2026-05-02,2026 제1회 추경,추경,tree_map,1000,문서 1,city_grant",
    ],
    ids=["reference", "funding", "day", "account"],
)
def test_rows_that_differ_are_fine(tmp_path: Path, other: str) -> None:
    row = "2026-05-02,2026 제1회 추경,추경,garden,1000,문서 1,city_grant\n"
    assert check_rows(check_repeated_entries, tmp_path, f"{row}{other}\n") == []


def test_rows_without_an_amount_may_stand_twice(tmp_path: Path) -> None:
    row = "2026-05-02,2026 제1회 추경,지출,garden,0\n"
    assert check_rows(check_repeated_entries, tmp_path, row + row) == []


def test_a_balance_beside_the_budget_that_it_stands_for_is_reported(tmp_path: Path) -> None:
    rows = "2026-01-02,2026 본예산,본예산,garden,150000\n"
    first = line_of(LEDGER, "2026-01-02,2026 본예산,opening,garden")
    assert check_rows(check_contradicting_entries, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [contradicting-entry] "
        f"garden has an opening balance and an original budget: {LEDGER_FILE}:{first}\n"
        "  hint: keep the one that holds"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "2026-05-02,2026 제1회 추경,추경,garden,1000\n",
        "2025-01-02,2025 최종예산,본예산,garden,150000\n",
    ],
    ids=["an amendment", "another year"],
)
def test_a_balance_beside_what_came_after_it_is_fine(tmp_path: Path, rows: str) -> None:
    assert check_rows(check_contradicting_entries, tmp_path, rows) == []


def test_an_amendment_that_is_proposed_and_passed_is_reported_once(tmp_path: Path) -> None:
    rows = """\
2026-05-02,2026 제1회 추경,추경,garden,1000,추경예산안,,안
2026-05-02,2026 제1회 추경,추경,book_bus,△1000,추경예산안,,안
2026-05-09,2026 제1회 추경,추경,garden,1000,추경예산
2026-05-09,2026 제1회 추경,추경,book_bus,△1000,추경예산
"""
    assert check_rows(check_contradicting_entries, tmp_path, rows) == [
        f"{MORE_FILE}:4: error [contradicting-entry] "
        f"one decision of 2026 제1회 추경 is passed here, and not there: {MORE_FILE}:2\n"
        "  hint: keep the one that holds"
    ]


@pytest.mark.parametrize("reference", ["문서 1", ""])
def test_a_transfer_that_is_proposed_and_passed_is_reported(tmp_path: Path, reference: str) -> None:
    row = f"2026-04-02,2026 본예산,전용,garden,△1000,{reference}"
    (found,) = check_rows(check_contradicting_entries, tmp_path, f"{row}\n{row},,안\n")
    assert f"is proposed here, and not there: {MORE_FILE}:2" in found


@pytest.mark.parametrize("references", [("문서 1", "문서 2"), ("", "")])
def test_a_second_transfer_may_still_be_proposed(
    tmp_path: Path, references: tuple[str, str]
) -> None:
    rows = f"""\
2026-04-02,2026 본예산,전용,garden,△1000,{references[0]}
2026-06-02,2026 본예산,전용,garden,△2000,{references[1]},,안
"""
    assert check_rows(check_contradicting_entries, tmp_path, rows) == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("이용", "inter_programme_transfer"),
        ("전용", "intra_programme_transfer"),
        ("변경", "adjustment"),
        ("예비비", "reserve_use"),
    ],
)
def test_what_moves_expenditure_on_an_account_of_revenue_is_reported(
    tmp_path: Path, word: str, kind: str
) -> None:
    rows = f"2026-04-02,2026 본예산,{word},city_grant,1000\n"
    assert check_rows(check_sides, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [entry-side] {kind} moves expenditure, city_grant is revenue\n"
        "  hint: enter it on the programmes that give and take"
    ]


def test_what_moves_expenditure_on_a_programme_is_fine(tmp_path: Path) -> None:
    assert check_rows(check_sides, tmp_path, "2026-04-02,2026 본예산,전용,garden,1000\n") == []


def test_a_name_that_is_not_that_of_the_account_is_reported(tmp_path: Path) -> None:
    rows = "2026-04-02,2026 본예산,지출,garden,1,,,,,하천 지킴이 운영\n"
    assert check_rows(check_account_names, tmp_path, rows) == [
        f"{MORE_FILE}:2: error [account-name] garden is named «하천 지킴이 운영» here\n"
        "  hint: correct the id or the name; the account is «마을정원 가꾸기»"
    ]


@pytest.mark.parametrize("name", ["마을정원 가꾸기", "마을 정원 가꾸기", "마을정원가꾸기", ""])
def test_a_name_of_the_account_is_fine(tmp_path: Path, name: str) -> None:
    rows = f"2026-04-02,2026 본예산,지출,garden,1,,,,,{name}\n"
    assert check_rows(check_account_names, tmp_path, rows) == []


def test_a_former_name_of_the_account_is_fine(tmp_path: Path) -> None:
    rows = "2026-04-02,2026 본예산,수납,service_fee,1,,,,,대행사업수익\n"
    assert check_rows(check_account_names, tmp_path, rows) == []


def test_the_name_of_an_unknown_account_is_left_to_the_rule_for_accounts(tmp_path: Path) -> None:
    rows = "2026-04-02,2026 본예산,지출,gardn,1,,,,,하천 지킴이 운영\n"
    assert check_rows(check_account_names, tmp_path, rows) == []
