"""Workbooks made part by part, as other programs than openpyxl write them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"


def write_parts(path: Path, sheet: str, **parts: str) -> Path:
    """A workbook of one sheet with the rows given as XML, and other parts by name."""
    links = {"workbook": "/custom/book.xml"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _spell_links({"officeDocument": links["workbook"]}))
        archive.writestr(
            "custom/book.xml",
            f'<x:workbook xmlns:x="{NAMESPACE}" xmlns:y="{OFFICE}">{parts.get("settings", "")}'
            '<x:sheets><x:sheet name="집행" sheetId="9" y:id="worksheet"/></x:sheets>'
            f"{parts.get('names', '')}</x:workbook>",
        )
        found = {"worksheet": "pages/one.xml", "sharedStrings": "texts.xml", "styles": "looks.xml"}
        archive.writestr("custom/_rels/book.xml.rels", _spell_links(found))
        root = f'<x:worksheet xmlns:x="{NAMESPACE}"><x:sheetData>{sheet}</x:sheetData>'
        archive.writestr("custom/pages/one.xml", f"{root}{parts.get('tail', '')}</x:worksheet>")
        for name, target in (("strings", "texts.xml"), ("styles", "looks.xml")):
            if name in parts:
                archive.writestr(f"custom/{target}", parts[name])
    return path


def _spell_links(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>'


def write_plain(path: Path) -> Path:
    """A small workbook as openpyxl writes it."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "집행"
    for row in (
        ["(2026. 6. 30. 기준, 단위: 천원)"],
        ["세부사업", "지출액"],
        ["책 버스 운영", 1000],
    ):
        sheet.append(row)
    workbook.save(path)
    return path


def edit_parts(path: Path, edit: Callable[[str, bytes], bytes]) -> Path:
    """The workbook with every part changed by the function, which is told its name."""
    edited = path.with_name(f"edited-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(edited, "w", zipfile.ZIP_DEFLATED) as to:
        for entry in source.infolist():
            to.writestr(entry.filename, edit(entry.filename, source.read(entry)))
    return edited


def replace_in_sheet(path: Path, old: bytes, new: bytes) -> Path:
    """The workbook with a text of its first sheet replaced."""
    return edit_parts(path, lambda name, data: data.replace(old, new, 1) if name == SHEET else data)
