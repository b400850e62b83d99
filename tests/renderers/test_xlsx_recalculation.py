"""The values beside the formulas are what other programs compute from the formulas."""

from __future__ import annotations

import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import formualizer
import openpyxl
import pytest
from openpyxl import Workbook

from reportgen.renderers.xlsx import RenderedWorkbook
from tests.programs import require_program
from tests.renderers.annex_sample import open_formulas, open_values, render_sample
from tests.renderers.record_sample import COLUMNS, ROWS, draw_template, render_records

# LibreOffice repeats the values it finds in a file unless it is told to calculate always.
_ALWAYS_CALCULATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def calculate(data: bytes, folder: Path) -> Workbook:
    """The workbook with the values that LibreOffice computes."""
    office = require_program("soffice")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user/registrymodifications.xcu").write_text(_ALWAYS_CALCULATE, encoding="utf-8")
    source, target = folder / "annexes.xlsx", folder / "calculated"
    source.write_bytes(data)
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return openpyxl.load_workbook(target / source.name, data_only=True)


def read_values(workbook: Workbook) -> dict[tuple[str, str], object]:
    """Every value by its cell, with the 15 digits that LibreOffice writes."""
    return {
        (sheet.title, cell.coordinate): (
            float(f"{cell.value:.15g}") if isinstance(cell.value, float) else cell.value
        )
        for sheet in workbook
        for row in sheet
        for cell in row
        if cell.value is not None
    }


def count_stale_values(data: bytes) -> int:
    """How many values formualizer finds to differ from what it computes."""
    return int(formualizer.recalculate_xlsx_bytes(data)["cache_cells_changed"])


def plant_value(data: bytes, value: str, other: str) -> bytes:
    """The workbook with another value beside one formula of each sheet that shows it."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.infolist():
            part = source.read(entry).replace(value.encode(), other.encode(), 1)
            target.writestr(entry, part)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def workbook() -> RenderedWorkbook:
    return render_sample()


def test_libreoffice_computes_the_same_values(workbook: RenderedWorkbook, tmp_path: Path) -> None:
    computed = read_values(calculate(workbook.data, tmp_path))
    assert computed == read_values(open_values(workbook))


def test_formualizer_computes_the_same_values(workbook: RenderedWorkbook) -> None:
    assert count_stale_values(workbook.data) == 0


@pytest.fixture
def records(tmp_path: Path) -> RenderedWorkbook:
    return render_records(draw_template(tmp_path / "t.xlsx", *COLUMNS), rows=ROWS * 300)


def test_libreoffice_computes_the_same_values_of_records(
    records: RenderedWorkbook, tmp_path: Path
) -> None:
    computed = read_values(calculate(records.data, tmp_path))
    assert len(computed) > 300 * len(ROWS) * len(COLUMNS)
    assert computed == read_values(open_values(records))


def test_formualizer_computes_the_same_values_of_records(records: RenderedWorkbook) -> None:
    assert count_stale_values(records.data) == 0


def test_planted_value_of_a_record_is_found(records: RenderedWorkbook, tmp_path: Path) -> None:
    data = plant_value(records.data, "</f><v>220500</v>", "</f><v>220501</v>")
    assert open_values(replace(records, data=data))["명세"]["F3"].value == 220501
    assert count_stale_values(data) == 1
    assert calculate(data, tmp_path)["명세"]["F3"].value == 220500


def test_planted_value_is_found(workbook: RenderedWorkbook, tmp_path: Path) -> None:
    data = plant_value(workbook.data, "</f><v>950500</v>", "</f><v>950501</v>")
    assert open_values(replace(workbook, data=data))["세입"]["B4"].value == 950501
    assert count_stale_values(data) == 4
    assert calculate(data, tmp_path)["세입"]["B4"].value == 950500


def test_changed_ledger_entry_reaches_the_totals(
    workbook: RenderedWorkbook, tmp_path: Path
) -> None:
    changed = open_formulas(workbook)
    changed["원장"]["G9"] = 301000
    buffer = BytesIO()
    changed.save(buffer)
    computed = calculate(buffer.getvalue(), tmp_path)
    assert open_values(workbook)["원장"]["G9"].value == 300000
    assert computed["사업예산"]["D9"].value == 951500
    assert computed["집행"]["B4"].value == 951500
