"""Sheets of records: what stands in their cells, how formulas lead from row to row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from reportgen.diagnostics import DataError
from reportgen.renderers.xlsx import RenderedWorkbook, read_workbook_template
from reportgen.renderers.xlsx.addresses import LAST_ROW
from reportgen.renderers.xlsx.layout import TooManyRowsError
from reportgen.renderers.xlsx.strings import LongTextError, SharedStrings
from reportgen.views.annex_formulas import Before, Ratio, Sum
from reportgen.views.annex_records import Column, Kind, Record, Records, Value
from reportgen.views.annexes import Annexes
from reportgen.views.grid import Cell
from tests.renderers.annex_sample import (
    open_formulas,
    open_values,
    read_part,
    render_sample,
)
from tests.renderers.record_sample import COLUMNS, draw_template, render_records


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return draw_template(tmp_path / "t.xlsx", *COLUMNS)


def test_formulas_lead_to_their_row_and_the_row_before(template: Path) -> None:
    sheet = open_formulas(render_records(template))["명세"]
    assert [[cell.value for cell in row[3:6]] for row in sheet["A2:F4"]] == [
        ["=C2-B2", '=IF(B2=0,IF(D2=0,"-","순증"),D2/B2)', "=D2"],
        ["=C3-B3", '=IF(B3=0,IF(D3=0,"-","순증"),D3/B3)', "=F2+D3"],
        ["=C4-B4", '=IF(B4=0,IF(D4=0,"-","순증"),D4/B4)', "=F3+D4"],
    ]


def test_formulas_carry_their_values(template: Path) -> None:
    sheet = open_values(render_records(template))["명세"]
    assert [[cell.value for cell in row[1:6]] for row in sheet["A2:F6"]] == [
        [300000, 270000, -30000, -0.1, -30000],
        [0, 250500, 250500, "순증", 220500],
        [0, 0, 0, "-", 220500],
        [700, None, -700, -1, 219800],
        [900, 900.5, 0.5, 500 / 900_000, 219800.5],
    ]


def test_formulas_follow_the_columns_of_the_template(tmp_path: Path) -> None:
    moved = draw_template(tmp_path / "t.xlsx", "balance", "change", "amended", "present")
    sheet = open_formulas(render_records(moved))["명세"]
    assert [cell.value for cell in sheet[3][:2]] == ["=A2+B3", "=C3-D3"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        pytest.param(Sum((), ("present",)), ["=-B2", "=-B3"], id="negative"),
        pytest.param(Sum((Before("present"),)), ["=0", "=B2"], id="row-before"),
        pytest.param(
            Ratio("present", Before("present")),
            ['=IF(0=0,"-",B2/0)', '=IF(B2=0,"-",B3/B2)'],
            id="rate-over-the-row-before",
        ),
        pytest.param(
            Ratio("present", "present", 'a "quoted" <b>', "&"),
            [f'=IF(B{row}=0,IF(B{row}=0,"&","a ""quoted"" <b>"),B{row}/B{row})' for row in (2, 3)],
            id="texts-with-marks",
        ),
    ],
)
def test_formula_is_spelled(
    formula: Sum | Ratio, expected: list[str], template: Path, tmp_path: Path
) -> None:
    kind = Kind.RATIO if isinstance(formula, Ratio) else Kind.WON
    columns = {"name": Column(), "present": Column(Kind.WON), "own": Column(kind, formula=formula)}
    drawn = draw_template(tmp_path / "other.xlsx", *columns)
    rows: list[Record] = [("가", 1000), ("나", 2000)]
    sheet = open_formulas(render_records(drawn, columns, rows))["명세"]
    assert [sheet["C2"].value, sheet["C3"].value] == expected


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        (Kind.WON, (5000, 500, None), [5, 0.5, None]),
        (Kind.NUMBER, (7, Decimal("0.25"), None), [7, 0.25, None]),
        (Kind.DATE, (date(2026, 6, 30), None), [46203, None]),
        (Kind.TEXT, ("가", "", None, "가"), ["가", None, None, "가"]),
    ],
)
def test_value_is_written_by_its_kind(
    kind: Kind, values: Sequence[Value], expected: list[object], tmp_path: Path
) -> None:
    drawn = draw_template(tmp_path / "t.xlsx", "name")
    rows = [(value,) for value in values]
    sheet = open_values(render_records(drawn, {"name": Column(kind)}, rows))["명세"]
    assert [sheet.cell(row, 1).value for row in range(2, 2 + len(values))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "{{ row.name }}",
        "%s %d %",
        "R&D <b>",
        " space ",
        "a\nb",
        "_x0041_",
    ],
)
def test_text_comes_out_as_typed(text: str, tmp_path: Path) -> None:
    drawn = draw_template(tmp_path / "t.xlsx", "name")
    data = render_records(drawn, {"name": Column()}, [(text,)]).data
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("명세")
    assert sheet.to_python()[1] == [text, "건 %"]


def test_control_character_is_spelled_in_hexadecimal(tmp_path: Path) -> None:
    drawn = draw_template(tmp_path / "t.xlsx", "name")
    workbook = render_records(drawn, {"name": Column()}, [("bell\x07",)])
    assert "<t>bell_x0007_</t>" in read_part(workbook, "xl/sharedStrings.xml")


def test_text_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    drawn = draw_template(tmp_path / "t.xlsx", "name")
    with pytest.raises(LongTextError):
        render_records(drawn, {"name": Column()}, [("가" * 32768,)])


def test_word_stands_for_the_value(tmp_path: Path) -> None:
    columns = {"name": Column(words={"opening": "예산현액"})}
    drawn = draw_template(tmp_path / "t.xlsx", "name")
    sheet = open_values(render_records(drawn, columns, [("opening",), ("other",)]))["명세"]
    assert [sheet["A2"].value, sheet["A3"].value] == ["예산현액", "other"]


def test_every_row_looks_like_the_row_of_the_template(template: Path) -> None:
    workbook = render_records(template)
    sheet = open_formulas(workbook)["명세"]
    assert [sheet.cell(row, 1).font.b for row in range(1, 8)] == [False, *[True] * 5, False]
    assert [sheet.cell(row, 7).value for row in range(1, 8)] == [None, *["건 %"] * 5, None]


def test_what_stands_below_moves_down(template: Path) -> None:
    sheet = open_formulas(render_records(template))["명세"]
    assert (sheet["A7"].value, sheet.dimensions) == ("※ 끝", "A1:G7")


def test_no_records_leave_one_empty_row(template: Path) -> None:
    sheet = open_formulas(render_records(template, rows=()))["명세"]
    assert (sheet["A2"].value, sheet["D2"].value, sheet["A3"].value) == (None, None, "※ 끝")


def test_blocks_join_without_a_seam(template: Path) -> None:
    rows: list[Record] = [(f"{number}", 0, 1000) for number in range(2500)]
    workbook = render_records(template, rows=rows)
    sheet = open_formulas(workbook)["명세"]
    assert [sheet[f"F{row}"].value for row in (1001, 1002, 2501)] == [
        "=F1000+D1001",
        "=F1001+D1002",
        "=F2500+D2501",
    ]
    assert open_values(workbook)["명세"]["F2501"].value == 2500


def test_same_records_give_the_same_bytes(template: Path) -> None:
    assert render_records(template).data == render_records(template).data


def test_template_that_was_read_before_gives_the_same_bytes(template: Path) -> None:
    read = read_workbook_template(template, "t.xlsx")
    first, second = (render_records(read).data for _ in range(2))
    assert first == second == render_records(template).data


def test_column_that_a_formula_needs_has_to_be_shown(tmp_path: Path) -> None:
    drawn = draw_template(tmp_path / "t.xlsx", "amended", "change")
    with pytest.raises(DataError) as caught:
        render_records(drawn)
    assert [str(found) for found in caught.value.diagnostics] == [
        "t.xlsx!명세!A2: error [template-column] "
        "change is computed from present, which the sheet doesn't show\n"
        "  hint: put {{ row.present }} into a column; it may be hidden"
    ]


def test_unknown_column_is_reported(tmp_path: Path) -> None:
    drawn = draw_template(tmp_path / "t.xlsx", "nmae")
    with pytest.raises(DataError, match=r"t\.xlsx!명세!A2: error .* row\.nmae is not defined"):
        render_records(drawn)


def test_more_rows_than_a_sheet_holds_are_refused(template: Path) -> None:
    with pytest.raises(TooManyRowsError, match="명세 would have 1048578 rows"):
        render_records(template, count=LAST_ROW)


def test_ledger_of_records_makes_the_workbook_that_one_of_cells_makes() -> None:
    words = {"opening": "예산*현액", "commitment": "원인행위액", "disbursement": "지출액"}

    def make_cells(annexes: Annexes) -> Annexes:
        *others, ledger = annexes.sheets
        rows = tuple(
            replace(row, columns={**row.columns, "kind": Cell.make(words[kind], value=str(kind))})
            for row in ledger.grid.rows
            for kind in [row["kind"]]
        )
        return replace(
            annexes, sheets=(*others, replace(ledger, grid=replace(ledger.grid, rows=rows)))
        )

    def make_records(annexes: Annexes) -> Annexes:
        *others, ledger = annexes.sheets
        kinds = {"date": Kind.DATE, "year": Kind.NUMBER, "amount": Kind.WON}
        columns = {key: Column(kinds.get(key, Kind.TEXT)) for key in ledger.grid.columns}
        columns["kind"] = Column(words=words)
        rows = [
            tuple(cell if cell.value is None else cell.value for cell in row.cells)
            for row in ledger.grid.rows
        ]
        records = Records(columns, len(rows), lambda: rows)
        grid = replace(ledger.grid, rows=())
        return replace(annexes, sheets=(*others, replace(ledger, grid=grid, records=records)))

    of_cells, of_records = render_sample(change=make_cells), render_sample(change=make_records)
    assert read_part(of_records, "xl/workbook.xml") == read_part(of_cells, "xl/workbook.xml")
    assert list_cells(of_records) == list_cells(of_cells)
    assert of_records.places == of_cells.places


def list_cells(workbook: RenderedWorkbook) -> dict[tuple[str, str], tuple[object, object]]:
    """What is typed and what is shown in every cell, by sheet and address."""
    shown = open_values(workbook)
    return {
        (sheet.title, cell.coordinate): (cell.value, shown[sheet.title][cell.coordinate].value)
        for sheet in open_formulas(workbook)
        for row in sheet
        for cell in row
    }


def test_texts_beyond_those_shared_stand_in_their_cells() -> None:
    strings = SharedStrings(most=1)
    assert [strings["a"], strings["b <"], strings["a"]] == [
        ' t="s"><v>0</v></c>',
        ' t="inlineStr"><is><t>b &lt;</t></is></c>',
        ' t="s"><v>0</v></c>',
    ]
    assert "".join(strings.spell()).endswith('uniqueCount="1"><si><t>a</t></si></sst>')
