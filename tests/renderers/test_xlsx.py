"""The finished workbook: what stands in its cells, and how it is read elsewhere."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from python_calamine import CalamineWorkbook

from reportgen.renderers.xlsx import render_xlsx
from reportgen.renderers.xlsx.strings import LongTextError
from reportgen.state import State
from reportgen.templating.printed import Place, Printed
from reportgen.views.annexes import Annexes
from reportgen.views.grid import Cell
from tests.renderers.annex_sample import (
    DAY,
    TEMPLATE,
    edit_template,
    open_formulas,
    open_values,
    read_part,
    render_sample,
    with_ledger,
)


def test_ledger_sum_is_spelled_over_the_ledgers_names() -> None:
    formulas = open_formulas(render_sample())
    assert formulas["세입"]["B5"].value == (
        '=SUMIFS(ledger_amount,ledger_account,"grant",ledger_kind,"opening",ledger_year,2026)'
    )
    assert formulas.defined_names["ledger_amount"].attr_text == "'원장'!$G$4:$G$16"


def test_a_row_inserted_above_the_closing_line_is_counted() -> None:
    formulas = open_formulas(render_sample())
    rows = formulas["원장"].max_row
    assert [cell.value for cell in formulas["원장"][rows]] == [None] * 10
    assert formulas.defined_names["ledger_kind"].attr_text == f"'원장'!$D$4:$D${rows}"


def test_names_end_with_the_last_entry_where_a_note_stands_below(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["원장"]["A5"] = "끝."

    names = open_formulas(
        render_sample(template=edit_template(tmp_path / "t.xlsx", edit))
    ).defined_names
    assert names["ledger_amount"].attr_text == "'원장'!$G$4:$G$15"


def test_neighbouring_operands_become_a_range() -> None:
    assert open_formulas(render_sample())["세입"]["B4"].value == "=SUM(B5:B6)"


def test_difference_and_ratio_refer_to_the_cells_of_their_row() -> None:
    row = open_formulas(render_sample())["세입"][5]
    assert [cell.value for cell in row[3:]] == ["=B5-C5", '=IF(C5=0,"-",D5/C5)']


def test_rate_without_a_base_shows_its_notation() -> None:
    workbook = render_sample()
    assert open_formulas(workbook)["세입"]["E6"].value == '=IF(C6=0,"순증",D6/C6)'
    assert open_values(workbook)["세입"]["E6"].value == "순증"


def test_figure_on_several_sheets_is_computed_where_its_operands_are() -> None:
    formulas = open_formulas(render_sample())
    assert formulas["세출"]["B5"].value == "='집행'!B5"
    assert formulas["집행"]["B5"].value == "=SUM(B6:B8)"
    assert formulas["집행"]["B6"].value == "='사업예산'!D5"


def test_operands_that_no_sheet_shows_are_spelled_out() -> None:
    def only_totals(annexes: Annexes) -> Annexes:
        sheets = tuple(
            replace(sheet, grid=replace(sheet.grid, rows=sheet.grid.rows[:1]))
            if sheet.key in ("expenditure", "execution")
            else sheet
            for sheet in annexes.sheets
        )
        return replace(annexes, sheets=sheets)

    formulas = open_formulas(render_sample(change=only_totals))
    assert formulas["세출"]["B4"].value == "=SUM('사업예산'!D5:D6,'사업예산'!D8)"
    chosen = 'ledger_kind,"commitment",ledger_year,2026)'
    assert formulas["집행"]["C4"].value == (
        f'=SUM(SUMIFS(ledger_amount,ledger_account,"garden",{chosen},'
        f'SUMIFS(ledger_amount,ledger_account,"river",{chosen},'
        f'SUMIFS(ledger_amount,ledger_account,"library",{chosen})'
    )


def test_amounts_are_thousands_and_rates_unrounded_ratios() -> None:
    values = open_values(render_sample())
    assert values["세입"]["B5"].value == 900000
    assert values["세입"]["E5"].value == 200000 / 700000
    assert values["세입"]["E4"].value == 250500 / 700000


def test_amount_that_is_no_whole_thousand_keeps_its_won() -> None:
    odd = with_ledger({"amount": Cell.make("0.5", value=500)})
    assert open_values(render_sample(change=odd))["원장"]["G4"].value == 0.5


def test_date_is_a_real_date() -> None:
    assert open_values(render_sample())["원장"]["A4"].value == datetime(2025, 12, 31)


def test_number_without_a_figure_is_written_as_it_is() -> None:
    cells = {"note": Cell.make("1.25", value=Decimal("1.25"))}
    assert open_values(render_sample(change=with_ledger(cells)))["원장"]["I4"].value == 1.25


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.com")',
        "+1+1",
        "-1",
        "@SUM(A1)",
        "{{ row.amount }}",
        "{% for x in y %}",
        "R&D <select> \"quoted\" 'it'",
        " space around ",
        "two\nlines",
        "_x0041_",
    ],
)
def test_text_comes_out_as_typed(text: str) -> None:
    data = render_sample(change=with_ledger({"reference": Cell.make(text)})).data
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("원장")
    assert sheet.to_python()[3][7] == text


def test_text_is_never_a_formula() -> None:
    workbook = render_sample(change=with_ledger({"reference": Cell.make("=1+1")}))
    assert open_formulas(workbook)["원장"]["H4"].data_type == "s"


def test_control_character_is_spelled_in_hexadecimal() -> None:
    workbook = render_sample(change=with_ledger({"note": Cell.make("bell\x07")}))
    assert "<t>bell_x0007_</t>" in read_part(workbook, "xl/sharedStrings.xml")


def test_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(LongTextError, match=r"^a text of 32768 characters is too long for a cell"):
        render_sample(change=with_ledger({"note": Cell.make("가" * 32768)}))


def test_criterion_matches_the_word_that_is_written() -> None:
    table = "2026-01-01 opening grant 1\n"
    worded = with_ledger({"kind": Cell.make("예산*현액", value="opening")})
    formula = open_formulas(render_sample(table, worded))["세입"]["B5"].value
    assert 'ledger_kind,"예산~*현액"' in formula


def test_empty_ledger_leaves_one_row_for_its_names() -> None:
    workbook = render_sample("")
    assert open_formulas(workbook).defined_names["ledger_amount"].attr_text == "'원장'!$G$4:$G$5"
    assert open_values(workbook)["세입"]["B4"].value == 0


def test_merged_cells_follow_the_data() -> None:
    sheet = open_formulas(render_sample())["사업예산"]
    merged = sorted(str(area) for area in sheet.merged_cells.ranges)
    assert merged == ["A4:A8", "A9:C9", "B4:B6", "B7:B8"]
    assert sheet["A4"].value == "살기 좋은 도시"
    assert sheet["D9"].value == "='세출'!B4"


def test_row_looks_like_the_row_of_its_role() -> None:
    workbook = open_formulas(render_sample())
    sheet = workbook["집행"]
    assert [sheet.row_dimensions[row].outlineLevel for row in (4, 5, 6)] == [0, 1, 2]
    assert sheet["A6"].alignment.indent > sheet["A5"].alignment.indent
    assert sheet["B6"].number_format == '[>=0]#,##0;[<=-0.5]"△"#,##0;#,##0'
    assert sheet["E6"].number_format == '[>=0]#,##0.0%;[<=-0.0005]"△"#,##0.0%;#,##0.0%'
    assert sheet["A4"].font.b
    assert workbook["원장"]["G4"].font.color.rgb == "000000FF"


def test_row_of_a_level_can_have_a_look_of_its_own(tmp_path: Path) -> None:
    def mark(workbook: Workbook) -> None:
        total = workbook.defined_names["execution_total"].attr_text
        name = DefinedName("execution_body_2", attr_text=total)
        workbook.defined_names["execution_body_2"] = name

    template = edit_template(tmp_path / "template.xlsx", mark)
    assert open_formulas(render_sample(template=template))["집행"]["A6"].font.b


def test_page_is_set_up_as_in_the_template() -> None:
    sheet = open_formulas(render_sample())["원장"]
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$1:$3")
    assert sheet.auto_filter.ref == "A3:J15"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "- &P / &N -"


def test_cover_lists_the_sheets_and_leads_to_them() -> None:
    sheet = open_formulas(render_sample())["표지"]
    assert [cell.value for cell in sheet["A"]] == [
        "2026년 예산 부속서류",
        None,
        "기관",
        "단위",
        None,
        "시트",
        "세입",
        "세출",
        "사업예산",
        "집행",
        "도표",
        "원장",
        None,
    ]
    assert sheet["A7"].hyperlink.location == "'세입'!A1"


def test_every_figure_has_a_name() -> None:
    names = open_formulas(render_sample()).defined_names
    assert names["appropriation_garden"].attr_text == "'사업예산'!$D$5"
    assert "revenue_body" not in names


def test_places_say_where_each_figure_stands() -> None:
    places = render_sample().places
    found = [(cell.figures[0].name, sheet, at) for cell, sheet, at in places]
    assert found[0] == ("appropriation.revenue", "세입", "B4")
    assert ("appropriation.garden", "집행", "B6") in found


def test_sentence_that_names_a_figure_stays_text() -> None:
    def change(annexes: Annexes) -> Annexes:
        grid = annexes.sheets[0].grid
        figure = grid.rows[0]["current"].figure
        assert figure is not None
        text = Printed("올해 950,500천원", (figure,), Place("표지"))
        return replace(annexes, cover=(("요약", text),))

    workbook = render_sample(change=change)
    assert open_formulas(workbook)["표지"]["B3"].value == "올해 950,500천원"
    assert workbook.places[0][1:] == ("표지", "B3")


def test_conditional_formats_reach_over_the_rows_of_data() -> None:
    rules = open_formulas(render_sample())["집행"].conditional_formatting
    assert [(str(rule.sqref), rule.rules[0].formula) for rule in rules] == [
        ("C4:D8", ["C4>$B4"]),
        ("E4:F8", ["AND(ISNUMBER(E4),E4<low_execution)"]),
    ]


def test_rules_names_and_rows_below_move_down(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook["세입"]
        sheet["A7"] = "※ 세입은 {{ unit_line }}"
        sheet["B7"] = 5
        sheet.merge_cells("C7:D8")
        rule = DataValidation("custom", formula1="B5>0", sqref="B5")
        sheet.add_data_validation(rule)
        sheet.print_area = "A1:E7"

    sheet = open_formulas(render_sample(template=edit_template(tmp_path / "t.xlsx", edit)))["세입"]
    assert (sheet["A8"].value, sheet["B8"].value) == ("※ 세입은 (단위: 천원, %)", 5)
    assert [str(area) for area in sheet.merged_cells.ranges] == ["C8:D9"]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["B5:B6"]
    assert sheet.print_area == "'세입'!$A$1:$E$8"


def test_sheet_of_an_officer_is_kept(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook.create_sheet("참고")["B2"] = "손으로 쓴 글"

    template = edit_template(tmp_path / "t.xlsx", edit)
    assert open_values(render_sample(template=template))["참고"]["B2"].value == "손으로 쓴 글"


def test_column_that_the_template_leaves_out_is_not_printed(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["집행"]["F4"] = workbook["집행"]["F5"] = workbook["집행"]["F6"] = None

    template = edit_template(tmp_path / "t.xlsx", edit)
    assert open_values(render_sample(template=template))["집행"]["F4"].value is None


def test_same_input_gives_the_same_bytes() -> None:
    assert render_sample().data == render_sample().data


def test_dates_in_the_file_are_the_reports() -> None:
    workbook = render_sample()
    assert open_values(workbook).properties.modified == datetime(2026, 6, 30)
    with zipfile.ZipFile(BytesIO(workbook.data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_forces_a_calculation_on_loading() -> None:
    workbook = render_sample()
    assert "fullCalcOnLoad" not in read_part(workbook, "xl/workbook.xml")
    with zipfile.ZipFile(BytesIO(workbook.data)) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()


def test_sample_folder_renders(state: State) -> None:
    workbook = render_xlsx(state.annexes, state.context.figures, TEMPLATE, modified=DAY)
    names = ["표지", "세입", "세출", "사업예산", "집행", "도표", "검산", "원장", "목록"]
    assert open_values(workbook).sheetnames == names
