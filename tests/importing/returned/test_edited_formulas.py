"""Formulas of the annexes that were edited."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from reportgen.importing.returned.edited_formulas import normalise_formula
from tests.importing.annexes import edit, plan_returned, write_annexes
from tests.importing.finance import list_findings


def find(root: Path, sheet: str, cell: str, value: object) -> list[str]:
    def change(workbook: Workbook) -> None:
        workbook[sheet][cell] = value

    return list_findings(plan_returned(root, edit(write_annexes(root), change)))


def spell(root: Path, sheet: str, cell: str) -> str:
    """The formula of a cell as it is built."""
    return str(openpyxl.load_workbook(write_annexes(root))[sheet][cell].value)


def test_a_number_in_place_of_a_formula_is_told(tmp_path: Path) -> None:
    formula = spell(tmp_path, "세입", "B5")
    assert find(tmp_path, "세입", "B5", 777) == [
        "annexes.xlsx!세입!B5: error [import-formula] a formula was replaced by 777\n"
        f"  hint: put {formula} back, and enter what it should give in the sheet of the ledger"
    ]


def test_a_formula_that_is_gone_is_told(tmp_path: Path) -> None:
    (found,) = find(tmp_path, "집행", "B6", None)
    assert found.startswith(
        "annexes.xlsx!집행!B6: error [import-formula] a formula was replaced by nothing\n"
    )


def test_another_formula_is_told(tmp_path: Path) -> None:
    formula = spell(tmp_path, "집행", "B6")
    assert find(tmp_path, "집행", "B6", f"{formula}+1") == [
        f"annexes.xlsx!집행!B6: error [import-formula] the formula was changed to {formula}+1\n"
        f"  hint: put {formula} back, and enter what it should give in the sheet of the ledger"
    ]


def test_another_text_is_told_and_stops_nothing(tmp_path: Path) -> None:
    assert find(tmp_path, "세입", "A5", "가온시 보조금") == [
        "annexes.xlsx!세입!A5: warning [import-ignored] the cell says «가온시 보조금» instead of "
        "«가온시 출연금»; only the sheet of the ledger comes back\n"
        "  hint: change it where it comes from, in content"
    ]


def test_a_sheet_that_is_gone_is_told(tmp_path: Path) -> None:
    path = edit(write_annexes(tmp_path), lambda book: book.remove(book["집행"]))
    assert list_findings(plan_returned(tmp_path, path)) == [
        "annexes.xlsx: error [import-formula] the sheet 집행 is gone, or has another name\n"
        "  hint: only the sheet of the ledger is for input; put the other sheets back"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("'세입'!B4", "세입!B4"),
        ("SUM( B4 , B5 )", "sum(B4,B5)"),
        ("_xlfn.IFS(A1,1)", "IFS(A1,1)"),
        ("'가 나'!B4", "'가 나'!b4"),
    ],
)
def test_programs_may_spell_a_formula_differently(first: str, second: str) -> None:
    assert normalise_formula(first) == normalise_formula(second)


@pytest.mark.parametrize(
    ("first", "second"), [("B4", "B5"), ('IF(A1,"a b")', 'IF(A1,"A b")'), ("$B4", "B4")]
)
def test_other_formulas_stay_different(first: str, second: str) -> None:
    assert normalise_formula(first) != normalise_formula(second)
