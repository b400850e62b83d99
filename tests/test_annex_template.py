"""The project's own annex template, as a build of the sample foundation fills it."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook

from reportgen.model.ledger import KIND_WORDS
from reportgen.renderers.xlsx import render_xlsx
from reportgen.state import State
from tests.sample import BASE_DATE, PROJECT

TEMPLATE = PROJECT / "templates/xlsx/budget-annexes.xlsx"
INPUT = "FFFBE6"
"""The fill of a cell that is typed."""


@pytest.fixture(scope="module")
def workbook(state: State) -> Workbook:
    """The finished workbook with its formulas."""
    figures = state.context.figures
    data = render_xlsx(state.annexes, figures, TEMPLATE, modified=BASE_DATE).data
    return openpyxl.load_workbook(BytesIO(data))


def test_every_sheet_is_protected_without_a_password(workbook: Workbook) -> None:
    assert [(sheet.protection.sheet, sheet.protection.password) for sheet in workbook] == [
        (True, None)
    ] * len(workbook.sheetnames)


def test_no_formula_can_be_overwritten_unawares(workbook: Workbook) -> None:
    unlocked = [
        (sheet.title, cell.coordinate)
        for sheet in workbook
        for row in sheet
        for cell in row
        if cell.data_type == "f" and not cell.protection.locked
    ]
    assert unlocked == []


def test_all_of_the_ledger_can_be_typed_though_its_sheet_is_protected(workbook: Workbook) -> None:
    sheet = workbook["원장"]
    rows = list(sheet.iter_rows(min_row=4, max_row=32))
    assert all(not cell.protection.locked for row in rows for cell in row)
    assert {cell.fill.fgColor.rgb[2:] for cell in sheet["G"][3:32]} == {INPUT}


def test_rows_can_be_added_removed_and_filtered_on_the_protected_ledger(
    workbook: Workbook,
) -> None:
    protection = workbook["원장"].protection
    # The attributes say what is locked (ECMA-376, 18.3.1.85).
    locked = [protection.insertRows, protection.deleteRows, protection.autoFilter]
    assert locked == [False, False, False]


@pytest.mark.parametrize(
    ("column", "kind", "source"),
    [
        ("A", "date", "36526"),
        ("C", "list", "list_stages"),
        ("D", "list", "list_kinds"),
        ("E", "list", "list_accounts"),
    ],
)
def test_input_is_chosen_from_what_there_is(
    workbook: Workbook, column: str, kind: str, source: str
) -> None:
    rules = {
        str(rule.sqref): (rule.type, rule.formula1)
        for rule in workbook["원장"].data_validations.dataValidation
    }
    assert rules[f"{column}4:{column}32"] == (kind, source)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("list_kinds", [words[0] for words in KIND_WORDS.values()]),
        ("list_stages", ["2025 최종예산", "2026 본예산", "2026 제1회 추경"]),
        ("list_revenue", ["city_grant", "service_fee", "carryover"]),
    ],
)
def test_the_lists_hold_every_choice(workbook: Workbook, name: str, values: list[str]) -> None:
    sheet, _, area = workbook.defined_names[name].attr_text.partition("!")
    cells = workbook[sheet.strip("'")][area.replace("$", "")]
    assert [cell.value for (cell,) in cells] == values


def test_every_account_of_the_ledger_is_in_the_list(workbook: Workbook) -> None:
    _, _, area = workbook.defined_names["list_accounts"].attr_text.partition("!")
    listed = {cell.value for (cell,) in workbook["목록"][area.replace("$", "")]}
    used = {cell.value for (cell,) in workbook["원장"]["E4:E32"]}
    assert used <= listed


def test_the_checks_are_formulas_with_their_results(workbook: Workbook) -> None:
    sheet = workbook["검산"]
    assert (sheet["C5"].value, sheet["E5"].value) == ("='세입'!B4", "='세출'!B4")
    assert (sheet["F5"].value, sheet["G5"].value) == (
        "=ROUND(C5-E5,3)",
        '=IF(F5=0,"일치","불일치")',
    )
    assert sheet["G4"].value == f'=COUNTIF(G5:G{sheet.max_row - 1},"불일치")'


def test_a_row_that_differs_turns_red(workbook: Workbook) -> None:
    formulas = [rule.rules[0].formula for rule in workbook["검산"].conditional_formatting]
    assert ['$G4="불일치"'] in formulas


def test_a_low_rate_of_execution_is_marked_below_a_limit_that_has_a_name(
    workbook: Workbook,
) -> None:
    assert workbook.defined_names["low_execution"].attr_text == "0.3"
    formulas = [rule.rules[0].formula for rule in workbook["집행"].conditional_formatting]
    assert ["AND(ISNUMBER(E4),E4<low_execution)"] in formulas


def test_a_change_from_zero_has_its_word_whatever_is_typed_later(workbook: Workbook) -> None:
    sheet = workbook["세입"]
    assert sheet["E5"].value == '=IF(C5=0,IF(D5>0,"순증",IF(D5<0,"순감","-")),D5/C5)'
    assert workbook["집행"]["E4"].value == '=IF(B4=0,"-",C4/B4)'


def test_only_the_title_is_repeated_above_lists_with_headings_of_their_own(
    workbook: Workbook,
) -> None:
    sheet = workbook["목록"]
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$2", "A3")
