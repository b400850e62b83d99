"""The sheets by month, by source and by grade as live formulas with their values."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from reportgen.diagnostics import DataError
from reportgen.renderers.xlsx import render_xlsx
from tests.detailed import COSTED, FUNDED, make_detailed
from tests.renderers.annex_sample import TEMPLATE, edit_template
from tests.renderers.test_xlsx_recalculation import calculate, count_stale_values, read_values
from tests.sample import BASE_DATE
from tests.test_annex_recalculation import shorten

SHEETS = ("월별 원인행위", "월별 지출", "재원별 세출", "인건비 명세")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    state = make_detailed(tmp_path_factory.mktemp("detailed"), FUNDED, COSTED)
    figures = state.context.figures
    return render_xlsx(state.annexes, figures, TEMPLATE, modified=BASE_DATE).data


@pytest.fixture(scope="module")
def formulas(data: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(data))


@pytest.mark.parametrize(
    ("sheet", "cell", "formula"),
    [
        (
            "월별 지출",
            "D10",
            '=SUMIFS(ledger_amount,ledger_account,"garden",ledger_kind,"지출액",'
            'ledger_date,">="&DATE(2026,3,1),ledger_date,"<"&DATE(2026,4,1))',
        ),
        ("월별 지출", "D9", "=SUM(D10:D13)"),
        ("월별 지출", "D4", "=SUM(D5,D7,D9,D14)"),
        ("월별 지출", "N10", "=SUM(B10:G10)"),
        ("월별 지출", "H10", None),
        ("재원별 세출", "B5", "='세입'!B5"),
        ("재원별 세출", "C6", "=ROUND('사업예산'!D5-C10,3)"),
        ("재원별 세출", "D6", '=IF(C4=0,"-",C6/C4)'),
        ("재원별 세출", "E5", "=ROUND(B5-C5,3)"),
        (
            "재원별 세출",
            "C10",
            '=SUMIFS(ledger_amount,ledger_account,"garden",ledger_funding,"carryover",'
            'ledger_year,2026,ledger_kind,"<>원인행위액",ledger_kind,"<>지출액",'
            'ledger_kind,"<>수납액")',
        ),
        ("인건비 명세", "D5", 70000),
        ("인건비 명세", "E5", "=B5*D5"),
        ("인건비 명세", "F5", "=C5*D5"),
        ("인건비 명세", "E9", "='세출'!B5"),
        ("인건비 명세", "F10", "=F9-F8"),
        ("집행", "G4", "=B4-D4"),
    ],
)
def test_a_cell_is_a_formula_where_a_person_expects_one(
    formulas: Workbook, sheet: str, cell: str, formula: object
) -> None:
    assert formulas[sheet][cell].value == formula


def test_no_formula_is_volatile(formulas: Workbook) -> None:
    volatile = ("TODAY(", "NOW(", "OFFSET(", "INDIRECT(", "RAND")
    spelled = [
        str(cell.value)
        for sheet in SHEETS
        for row in formulas[sheet]
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(spelled) > 200
    assert [text for text in spelled if any(word in text for word in volatile)] == []


def test_a_month_and_a_source_have_names(formulas: Workbook) -> None:
    names = formulas.defined_names
    assert names["disbursement_month_03_garden"].attr_text == "'월별 지출'!$D$10"
    assert names["funding_city_grant"].attr_text == "'재원별 세출'!$C$5"
    assert names["balance_expenditure"].attr_text == "'집행'!$G$4"
    assert names["ledger_funding"].attr_text.startswith("'원장'!$J$4")


def test_formualizer_computes_the_same_values(data: bytes) -> None:
    assert count_stale_values(data) == 0


def test_libreoffice_computes_the_same_values(data: bytes, tmp_path: Path) -> None:
    shown = openpyxl.load_workbook(BytesIO(data), data_only=True)
    assert shorten(read_values(calculate(data, tmp_path))) == shorten(read_values(shown))


def test_an_entry_that_moves_to_another_month_moves_its_amount(
    data: bytes, formulas: Workbook, tmp_path: Path
) -> None:
    changed = openpyxl.load_workbook(BytesIO(data))
    row = next(
        row
        for row in changed["원장"].iter_rows(min_row=4)
        if (row[3].value, row[4].value, row[6].value) == ("지출액", "garden", 3000)
    )
    row[0].value = row[0].value.replace(month=4)
    buffer = BytesIO()
    changed.save(buffer)
    computed = calculate(buffer.getvalue(), tmp_path)["월별 지출"]
    assert [computed[cell].value for cell in ("D10", "E10", "N10")] == [0, 3000, 85000]


def test_a_template_without_a_column_that_these_sheets_need_is_told(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["원장"]["J4"].value = None

    template = edit_template(tmp_path / "t.xlsx", edit)
    state = make_detailed(tmp_path / "folder", FUNDED)
    with pytest.raises(DataError, match="the ledger has no column funding"):
        render_xlsx(
            state.annexes, state.context.figures, template, modified=BASE_DATE, name="t.xlsx"
        )
