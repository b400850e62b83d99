"""Annexes with months, sources and costs of posts as they come back from finance."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.detailed import ASKED, COSTED, FUNDED, write_detailed
from tests.importing.annexes import LEDGER, edit, find_row, plan_returned, put, write_annexes
from tests.importing.finance import list_entries, list_findings
from tests.office import convert


@pytest.fixture
def annexes(tmp_path: Path) -> Path:
    """The annexes of a folder that has all these sheets."""
    return write_annexes(write_detailed(tmp_path, FUNDED, COSTED, ASKED))


def change_funding(workbook: Workbook) -> None:
    sheet = workbook[LEDGER]
    row = find_row(sheet, account="garden", funding="carryover")
    put(sheet, row, {"funding": "service_fee"})


def test_annexes_that_nobody_edited_make_no_entry(annexes: Path, tmp_path: Path) -> None:
    plan = plan_returned(tmp_path, annexes)
    assert (plan.entries, list_findings(plan)) == ((), [])


def test_libreoffice_may_save_them_in_between(annexes: Path, tmp_path: Path) -> None:
    plan = plan_returned(tmp_path, convert(annexes, "xlsx", tmp_path))
    assert (plan.entries, list_findings(plan)) == ((), [])


def test_another_source_is_taken_from_one_and_given_to_the_other(
    annexes: Path, tmp_path: Path
) -> None:
    plan = plan_returned(tmp_path, edit(annexes, change_funding))
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-05-01 amendment garden 4,000,000",
        "2026-05-01 amendment garden -4,000,000",
    ]
    assert [planned.entry.funding for planned in plan.entries] == ["service_fee", "carryover"]


@pytest.mark.parametrize(
    ("sheet", "cell"),
    [("월별 지출", "D10"), ("월별 지출", "N4"), ("재원별 세출", "C6"), ("인건비 명세", "E5")],
)
def test_a_number_in_place_of_a_formula_is_told(
    annexes: Path, tmp_path: Path, sheet: str, cell: str
) -> None:
    def change(workbook: Workbook) -> None:
        workbook[sheet][cell] = 777

    (found,) = list_findings(plan_returned(tmp_path, edit(annexes, change)))
    place = f"annexes.xlsx!{sheet}!{cell}"
    assert found.startswith(f"{place}: error [import-formula] a formula was replaced by 777")


def test_a_cost_that_is_typed_there_is_told_to_belong_into_content(
    annexes: Path, tmp_path: Path
) -> None:
    def change(workbook: Workbook) -> None:
        workbook["인건비 명세"]["D5"] = 71000

    (found,) = list_findings(plan_returned(tmp_path, edit(annexes, change)))
    assert found.startswith("annexes.xlsx!인건비 명세!D5: warning [import-ignored]")
