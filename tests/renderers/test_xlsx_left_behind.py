"""A workbook leaves without what belongs to its template."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.diagnostics import DataError
from reportgen.renderers.xlsx.template import WORKBOOK, read_workbook_template
from reportgen.templating.packages.package import read_package, write_package
from reportgen.templating.packages.relationships import (
    PACKAGE,
    add_relationship,
    read_content_type,
    set_content_type,
)
from tests.sample import PROJECT
from tests.templating.office_packages import OFFICE

MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
TEMPLATE = PROJECT / "templates/xlsx/budget-annexes.xlsx"
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def write(folder: Path, parts: dict[str, bytes]) -> Path:
    path = folder / "t.xlsx"
    path.write_bytes(write_package(parts))
    return path


def test_no_macro_leaves_with_a_workbook(tmp_path: Path) -> None:
    parts = read_package(TEMPLATE, "t")
    before = set(parts)
    parts |= {"xl/vbaProject.bin": b"x", "docProps/thumbnail.jpeg": b"x"}
    add_relationship(parts, WORKBOOK, f"{MICROSOFT}/vbaProject", "vbaProject.bin")
    add_relationship(parts, PACKAGE, f"{OFFICE}/metadata/thumbnail", "docProps/thumbnail.jpeg")
    set_content_type(parts, WORKBOOK, MACROS)
    read = read_workbook_template(write(tmp_path, parts))
    assert set(read.parts) == before
    assert read_content_type(read.parts, WORKBOOK) == SHEETS


def test_controls_of_a_workbook_are_refused(tmp_path: Path) -> None:
    parts = read_package(TEMPLATE, "t") | {"xl/activeX/activeX1.xml": b"<a/>"}
    sheet = "xl/worksheets/sheet1.xml"
    add_relationship(parts, sheet, f"{OFFICE}/control", "../activeX/activeX1.xml")
    with pytest.raises(DataError, match="the workbook holds ActiveX controls"):
        read_workbook_template(write(tmp_path, parts))


def test_a_list_of_parts_that_is_no_xml_is_said(tmp_path: Path) -> None:
    parts = read_package(TEMPLATE, "t") | {"_rels/.rels": b"<a>"}
    with pytest.raises(DataError, match=r"_rels/\.rels!\?: error .* its XML breaks in line 1"):
        read_workbook_template(write(tmp_path, parts))
