"""Every mistake that an officer can make in the template workbook, with its message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from reportgen.diagnostics import DataError
from reportgen.renderers.xlsx import check_workbook_template
from reportgen.templating.packages.package import write_package
from tests.renderers.annex_sample import (
    TEMPLATE,
    compute_sample,
    edit_template,
    make_annexes,
    read_entries,
    render_sample,
)
from tests.templating.small_packages import read_parts

Edit = Callable[[Workbook], object]


def find_mistakes(template: Path) -> list[str]:
    entries = read_entries()
    figures = compute_sample(entries)
    annexes = make_annexes(figures, entries)
    return [
        str(found) for found in check_workbook_template(template, annexes, figures, name="t.xlsx")
    ]


def type_text(sheet: str, cell: str, text: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        workbook[sheet][cell] = text

    return edit


def drop_names(start: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        for name in [name for name in workbook.defined_names if name.startswith(start)]:
            del workbook.defined_names[name]

    return edit


def point_name(name: str, reference: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        workbook.defined_names[name] = DefinedName(name, attr_text=reference)

    return edit


def merge(sheet: str, area: str) -> Edit:
    def edit(workbook: Workbook) -> None:
        workbook[sheet].merge_cells(area)

    return edit


def make_table(workbook: Workbook) -> None:
    sheet = workbook["참고"] if "참고" in workbook else workbook.create_sheet("참고")
    sheet.append(["가", "나"])
    sheet.append(["1", "2"])
    sheet.add_table(Table(displayName="table_1", ref="A1:B2"))


def test_template_of_the_project_has_no_mistake() -> None:
    assert find_mistakes(TEMPLATE) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param(
            type_text("세입", "B5", "{{ row.curent }}"),
            "t.xlsx!세입!B5: error [template-undefined] row.curent is not defined\n"
            "  hint: known here: row.current",
            id="unknown-column",
        ),
        pytest.param(
            type_text("세입", "A1", "{{ titel }}"),
            "t.xlsx!세입!A1: error [template-undefined] titel is not defined\n"
            "  hint: known here: title",
            id="unknown-name",
        ),
        pytest.param(
            type_text("세입", "B7", "{{ row.current }}"),
            "t.xlsx!세입!B7: error [template-undefined] row.current is not defined\n"
            "  hint: give the row a name that says what it shows, such as revenue_body",
            id="row-without-a-name",
        ),
        pytest.param(
            type_text("세입", "B5", "{{ row.current"),
            "t.xlsx!세입!B5: error [template-syntax] {{ can't be read\n"
            "  hint: a workbook's tag is one name, such as {{ row.amount }}",
            id="open-tag",
        ),
        pytest.param(
            type_text("세입", "A1", "{% if title %}"),
            "t.xlsx!세입!A1: error [template-syntax] {% if title %} can't be read\n"
            "  hint: a workbook's tag is one name, such as {{ row.amount }}",
            id="code",
        ),
        pytest.param(
            type_text("세입", "B5", "{{ row.current }}천원"),
            "t.xlsx!세입!B5: error [template-syntax] text stands beside {{ row.current }}\n"
            "  hint: a cell of a marked row holds one tag and no more",
            id="text-beside-a-tag",
        ),
        pytest.param(
            type_text("세입", "B5", "=B4"),
            "t.xlsx!세입!B5: error [template-formula] a template holds no formulas\n"
            "  hint: write a tag; formulas are made from the figures",
            id="formula",
        ),
        pytest.param(
            drop_names("revenue_total"),
            "t.xlsx!세입!A1: error [template-row] no row is named revenue_total\n"
            "  hint: give that name to the row that shows how such rows look",
            id="missing-row",
        ),
        pytest.param(
            point_name("revenue_body", "'세입'!$A$30"),
            "t.xlsx!세입!A30: error [template-row] the row named revenue_body has no tag\n"
            "  hint: put tags such as {{ row.amount }} into it",
            id="empty-row",
        ),
        pytest.param(
            point_name("revenue_total", "#REF!"),
            "t.xlsx: error [template-name] the name revenue_total refers to no row\n"
            "  hint: let it refer to one row of the sheet (Formulas, Name Manager)",
            id="broken-name",
        ),
        pytest.param(
            point_name("revenue_body", "'세입'!$A$5:$E$6"),
            "t.xlsx!세입!A5:E6: error [template-name] "
            "the name revenue_body refers to more than one row\n"
            "  hint: let it refer to one row of the sheet (Formulas, Name Manager)",
            id="several-rows",
        ),
        pytest.param(
            point_name("revenue_title", "'세출'!$A$1"),
            "t.xlsx!세출!A1: error [template-name] the name revenue_title is on the sheet 세출, "
            "other names of revenue are on 세입\n"
            "  hint: let it refer to one row of the sheet (Formulas, Name Manager)",
            id="another-sheet",
        ),
        pytest.param(
            type_text("원장", "B4", ""),
            "t.xlsx!원장!A4: error [template-column] "
            "the ledger has no column year, which formulas need\n"
            "  hint: put {{ row.year }} into a column; it may be hidden",
            id="ledger-column",
        ),
        pytest.param(
            merge("세입", "A5:A6"),
            "t.xlsx!세입!A5:A6: error [template-merge] "
            "a merged cell joins a marked row with another row\n"
            "  hint: undo the merge; cells of data are merged as the data ask",
            id="merge",
        ),
        pytest.param(
            make_table,
            "t.xlsx!참고!A1: error [template-sheet] "
            "the sheet holds an Excel table, which can't grow with the data\n"
            "  hint: turn it into a plain range (Table Design, Convert to Range)",
            id="table",
        ),
    ],
)
def test_mistake_is_reported_with_its_cell(edit: Edit, expected: str, tmp_path: Path) -> None:
    mistakes = find_mistakes(edit_template(tmp_path / "t.xlsx", edit))
    assert expected in mistakes


def test_sheet_that_no_name_marks_is_missing(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        drop_names("execution_")(workbook)
        del workbook["집행"]
        for anchor in list(workbook["도표"]._charts):
            workbook["도표"]._charts.remove(anchor)

    assert find_mistakes(edit_template(tmp_path / "t.xlsx", edit)) == [
        "t.xlsx: error [template-sheet] there is no sheet for 집행\n"
        "  hint: name its rows execution_header, execution_body and so on"
    ]


def test_ledger_without_entries_still_needs_its_row(tmp_path: Path) -> None:
    template = edit_template(tmp_path / "t.xlsx", drop_names("ledger_body"))
    with pytest.raises(DataError, match="no row is named ledger_body"):
        render_sample("", template=template)


def test_all_mistakes_are_raised_together(tmp_path: Path) -> None:
    def edit(workbook: Workbook) -> None:
        workbook["세입"]["B5"] = "{{ row.x }}"
        workbook["집행"]["B5"] = "{{ row.y }}"

    with pytest.raises(DataError) as caught:
        render_sample(template=edit_template(tmp_path / "t.xlsx", edit))
    places = [found.location.cell for found in caught.value.diagnostics]
    assert places == ["B5", "B5"]


def test_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    template = tmp_path / "t.xlsx"
    template.write_text("no zip", encoding="utf-8")
    with pytest.raises(DataError, match="this is no office document"):
        find_mistakes(template)


def test_document_of_another_program_is_refused() -> None:
    document = TEMPLATE.parents[1] / "docx/council-report.docx"
    with pytest.raises(DataError, match=r"this is a Word document \(DOCX\)"):
        find_mistakes(document)


def test_missing_template_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the template is missing"):
        find_mistakes(tmp_path / "t.xlsx")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "it is empty"),
        ("세입 [총괄]", "it holds [ ]"),
        ("세입: 총괄?", "it holds : ?"),
        ("세입/\\*", "it holds / \\ *"),
        ("가" * 32, "it has 32 characters, not 31 at most"),
        ("'세입", "it begins or ends with an apostrophe"),
        ("세입'", "it begins or ends with an apostrophe"),
        ("HISTORY", "Excel needs it itself"),
        ("ANNEX", "there is a sheet named Annex before it"),
    ],
)
def test_a_name_that_excel_refuses_is_reported(tmp_path: Path, name: str, problem: str) -> None:
    template = edit_template(tmp_path / "t.xlsx", _add_sheets)
    parts = read_parts(template.read_bytes())
    workbook = parts["xl/workbook.xml"].decode()
    assert workbook.count('name="Other"') == 1
    changed = workbook.replace('name="Other"', f"name={quoteattr(name)}")
    template.write_bytes(write_package({**parts, "xl/workbook.xml": changed.encode()}))
    assert find_mistakes(template) == [
        f"t.xlsx!{name}!A1: error [template-sheet] Excel refuses this name of a sheet: {problem}\n"
        "  hint: rename the sheet (double-click its tab)"
    ]


def _add_sheets(workbook: Workbook) -> None:
    workbook.create_sheet("Annex")
    workbook.create_sheet("Other")


def test_the_longest_name_of_a_sheet_is_fine(tmp_path: Path) -> None:
    template = edit_template(tmp_path / "t.xlsx", lambda book: book.create_sheet("가" * 31))
    assert find_mistakes(template) == []
