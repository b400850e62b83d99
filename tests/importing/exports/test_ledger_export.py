"""The ledger as a table for finance."""

import csv
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from reportgen.diagnostics import DataError
from reportgen.importing.exports.exported_table import spell_table
from reportgen.importing.exports.exported_workbook import spell_workbook
from reportgen.importing.exports.ledger_export import export_ledger
from reportgen.importing.imports import write_import
from reportgen.importing.mapping_report import describe_import
from reportgen.model.project_folder import ProjectFolder
from reportgen.money import Won
from tests.importing.annexes import edit, find_row, put
from tests.importing.finance import list_entries, list_findings, make_plan
from tests.sample import BASE_DATE, LEDGER, read_folder, write_folder


def export(root: Path, suffix: str) -> Path:
    write_folder(root)
    path = root / f"ledger{suffix}"
    path.write_bytes(export_ledger(read_folder(root), suffix).data)
    return path


def test_the_workbook_has_typed_cells_and_names(folder: ProjectFolder) -> None:
    data = export_ledger(folder, ".xlsx").data
    workbook = openpyxl.load_workbook(BytesIO(data))
    sheet = workbook["원장"]
    assert [cell.value for cell in sheet[3]][:7] == [
        "일자", "단계", "종류", "계정", "계정명", "금액", "근거",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[11]][:7] == [
        sheet["A11"].value,
        "2026 본예산",
        "예산현액",
        "city_grant",
        "가온시 출연금",
        850000,
        "2026 본예산서",
    ]
    assert sheet["A1"].value == "예산 원장 (2026-06-30 기준, 단위: 천원)"
    assert workbook.defined_names["ledger_amount"].attr_text == "'원장'!$F$4:$F$32"


def test_the_same_ledger_gives_the_same_bytes(folder: ProjectFolder) -> None:
    first, second = (export_ledger(folder, ".xlsx").data for _ in range(2))
    assert first == second


def test_active_texts_stay_texts(folder: ProjectFolder) -> None:
    entry = replace(folder.ledger[0], note="=1+1", amount=Won(1))
    data = spell_workbook([entry], {}, as_of=BASE_DATE, stages=folder.report.stages)
    sheet = openpyxl.load_workbook(BytesIO(data))["원장"]
    assert (sheet["H4"].value, sheet["H4"].data_type) == ("=1+1", "s")
    assert ",'=1+1," in spell_table([entry], {}).decode("utf-8-sig")


def test_parts_of_a_thousand_make_the_unit_won(folder: ProjectFolder) -> None:
    entry = replace(folder.ledger[0], amount=Won(1_500))
    header, row = spell_table([entry], {}).decode("utf-8-sig").splitlines()
    assert "금액(원)" in header
    assert ",1500," in row


@pytest.mark.parametrize(
    ("as_of", "stage", "count"),
    [(None, None, 29), (date(2026, 1, 31), None, 17), (None, "2026 본예산", 22)],
)
def test_a_state_of_the_budget_can_be_asked_for(
    folder: ProjectFolder, as_of: date | None, stage: str | None, count: int
) -> None:
    assert export_ledger(folder, ".csv", as_of, stage).count == count


def test_a_stage_that_is_not_there_is_told(folder: ProjectFolder) -> None:
    with pytest.raises(DataError) as raised:
        export_ledger(folder, ".csv", stage="3차")
    assert str(raised.value) == (
        "content/report.yaml:7: error [unknown-stage] there is no stage 3차\n"
        "  hint: use one of 2025 최종예산, 2026 본예산, 2026 제1회 추경"
    )


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_nobody_edited_makes_no_entry(tmp_path: Path, suffix: str) -> None:
    plan = make_plan(tmp_path, export(tmp_path, suffix))
    assert (plan.entries, list_findings(plan)) == ((), [])


def test_an_edited_workbook_comes_back_as_the_difference(tmp_path: Path) -> None:
    def change(workbook: Workbook) -> None:
        sheet = workbook["원장"]
        put(sheet, find_row(sheet, account="garden", kind="원인행위액"), {"amount": 125000})
        sheet.delete_rows(find_row(sheet, account="tree_map", kind="지출액"))

    plan = make_plan(tmp_path, edit(export(tmp_path, ".xlsx"), change))
    assert list_findings(plan) == []
    assert list_entries(plan) == [
        "2026-03-31 commitment garden 5,000,000",
        "2026-06-30 disbursement tree_map -50,000,000",
    ]


def test_a_word_that_is_no_approval_is_told(tmp_path: Path) -> None:
    def change(workbook: Workbook) -> None:
        put(workbook["원장"], 4, {"approval": "아마도"})

    (found,) = list_findings(make_plan(tmp_path, edit(export(tmp_path, ".xlsx"), change)))[:1]
    assert found == (
        "ledger.xlsx!원장!I4: error [import-kind] approval: found 아마도\n"
        "  hint: expected one of proposed, passed"
    )


def test_an_edited_csv_comes_back_as_the_difference(tmp_path: Path) -> None:
    path = export(tmp_path, ".csv")
    text = path.read_text(encoding="utf-8-sig").replace(",120000,", ',"125,000",')
    path.write_text(
        text + "2026. 8. 1.,2026 제1회 추경,지출액,,책 버스 운영,70,결의,,,,\n", encoding="utf-8"
    )
    assert list_entries(make_plan(tmp_path, path)) == [
        "2026-03-31 commitment garden 5,000,000",
        "2026-08-01 disbursement book_bus 70,000",
    ]


ODD_TEXTS = ("=1+1", "-5", "@x", "'=1", '"인용" 뒤', "가,나", "두\n줄", "0012", "''", "△")


def write_odd(root: Path, unit: str) -> Path:
    """The sample with odd texts, an amount of nothing, a proposed amendment and a source."""
    rows = StringIO()
    writer = csv.writer(rows)
    writer.writerow(["date", "stage", "kind", "account", unit, "reference", "note", *MORE])
    for number, text in enumerate(ODD_TEXTS, 1_001):
        day, stage = "2026-06-01", "2026 제1회 추경"
        writer.writerow([day, stage, "commitment", "garden", number, text, text, "", "city_grant"])
    for account in ("garden", "city_grant"):
        row = ["2026-05-02", "2026 제1회 추경", "amendment", account, -3000, "추경", ""]
        writer.writerow([*row, "proposed", ""])
    return write_folder(root, files={"content/budget/more.csv": rows.getvalue()})


MORE = ("approval", "funding")
"""The last columns of the odd ledger."""


def drop_sources(table: bytes) -> list[list[str]]:
    """The rows without where they come from."""
    return [row[:-1] for row in csv.reader(StringIO(table.decode("utf-8-sig"), newline=""))]


@pytest.mark.parametrize("unit", ["amount", "amount_won"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_an_export_fills_another_folder_with_the_same_entries(
    tmp_path: Path, unit: str, suffix: str
) -> None:
    ours = read_folder(write_odd(tmp_path / "ours", unit))
    first = export_ledger(ours, suffix, stage="2026 제1회 추경")
    empty = "\n".join(LEDGER.splitlines()[:2]) + "\n"
    theirs = write_folder(tmp_path / "theirs", files={"content/budget/ledger.csv": empty})
    file = tmp_path / f"export{suffix}"
    file.write_bytes(first.data)
    write_import(theirs, make_plan(theirs, file))
    tables = [
        export_ledger(read_folder(root), ".csv", stage="2026 제1회 추경").data
        for root in (tmp_path / "ours", theirs)
    ]
    assert sorted(drop_sources(tables[1])) == sorted(drop_sources(tables[0]))
    assert len(drop_sources(tables[0])) == first.count + 1


@pytest.mark.parametrize(
    ("as_of", "stage"),
    [(None, None), (date(2026, 4, 30), None), (None, "2026 본예산"), (date(2027, 1, 1), None)],
)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_any_state_comes_back_to_its_own_ledger_without_a_word(
    tmp_path: Path, as_of: date | None, stage: str | None, suffix: str
) -> None:
    root = write_odd(tmp_path, "amount_won")
    file = tmp_path / f"export{suffix}"
    file.write_bytes(export_ledger(read_folder(root), suffix, as_of, stage).data)
    plan = make_plan(root, file)
    assert (plan.entries, list_findings(plan)) == ((), [])
    assert "has changed" not in "\n".join(describe_import(plan))
