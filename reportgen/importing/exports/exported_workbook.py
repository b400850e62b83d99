"""The ledger as a workbook that finance can edit and send back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.figures.digest import digest_entries
from reportgen.importing.exports.exported_table import (
    HEADERS,
    Value,
    choose_unit,
    list_values,
)
from reportgen.model.ledger import KIND_WORDS, LedgerEntry
from reportgen.money import name_unit

SHEET = "원장"
TITLE = "예산 원장"
HEADER_ROW = 3
_WIDTHS = {"date": 12, "account_name": 34, "amount": 16, "reference": 30, "note": 26, "source": 30}
_AMOUNT_FORMAT = '#,##0;"△"#,##0;0'
_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can state, so that the same ledger gives the same bytes."""


def spell_workbook(
    entries: Sequence[LedgerEntry],
    names: Mapping[str, str],
    *,
    as_of: date,
    stages: Sequence[str],
    author: str = "",
) -> bytes:
    """An XLSX of one sheet with typed cells and lists to choose from.

    :param names: official name by the id of an account.
    :param author: the organization that the file's properties name.
    """
    workbook = Workbook()
    workbook.properties.title = f"{TITLE} ({as_of.isoformat()} 기준)"
    workbook.properties.creator = workbook.properties.lastModifiedBy = author
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    unit = choose_unit(entries)
    # As on the cover of the annexes; an import knows by it what was deleted.
    made_from = ", ".join(
        f"{digest.file} (기록 {digest.count:,}건, SHA-256 {digest.sha256[:12]})"
        for digest in digest_entries(entries)
    )
    head = [f"{TITLE} ({as_of.isoformat()} 기준, 단위: {name_unit(unit)})", made_from, ""]
    for row, text in enumerate(head, 1):
        _put(sheet.cell(row, 1), text)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    rows = [list_values(entry, names, unit) for entry in entries]
    for column, header in enumerate(HEADERS.values(), 1):
        _put(sheet.cell(HEADER_ROW, column), header)
    for number, values in enumerate(rows, HEADER_ROW + 1):
        for column, value in enumerate(values, 1):
            _put(sheet.cell(number, column), value)
    _name_columns(workbook, len(rows))
    _dress(sheet, len(rows), stages)
    return _save(workbook, as_of)


def _put(cell: object, value: Value) -> None:
    """Set a value; a text stays a text whatever it begins with."""
    assert isinstance(cell, Cell)
    if value == "":
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _name_columns(workbook: Workbook, count: int) -> None:
    last = HEADER_ROW + max(count, 1)
    for column, key in enumerate(HEADERS, 1):
        letter = get_column_letter(column)
        area = f"'{SHEET}'!${letter}${HEADER_ROW + 1}:${letter}${last}"
        workbook.defined_names[f"ledger_{key}"] = DefinedName(f"ledger_{key}", attr_text=area)


def _dress(sheet: Worksheet, count: int, stages: Sequence[str]) -> None:
    fill = PatternFill("solid", fgColor="FFE7E6E6")
    for column, key in enumerate(HEADERS, 1):
        header = sheet.cell(HEADER_ROW, column)
        header.font, header.fill = Font(bold=True), fill
        header.alignment = Alignment(horizontal="center")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(key, 16)
    columns = list(HEADERS)
    for row in range(HEADER_ROW + 1, HEADER_ROW + count + 1):
        sheet.cell(row, columns.index("date") + 1).number_format = "yyyy-mm-dd"
        sheet.cell(row, columns.index("amount") + 1).number_format = _AMOUNT_FORMAT
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    last = HEADER_ROW + count + 1000
    for key, choices in _list_choices(stages):
        letter = get_column_letter(columns.index(key) + 1)
        rule = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        rule.add(f"{letter}{HEADER_ROW + 1}:{letter}{last}")
        sheet.add_data_validation(rule)


def _list_choices(stages: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Lists short enough for Excel (255 characters), without marks that would split them."""
    kinds = [words[0] for words in KIND_WORDS.values()]
    for key, choices in (("kind", kinds), ("stage", list(stages))):
        text = ",".join(choices)
        if len(text) <= 255 and not any(mark in choice for choice in choices for mark in ',"'):
            yield key, choices


def _save(workbook: Workbook, day: date) -> bytes:
    """The bytes, without the time at which they were made."""
    moment = f"{day.isoformat()}T00:00:00Z"
    written = BytesIO()
    workbook.save(written)
    packed = BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _set_times(data, moment)
            about = zipfile.ZipInfo(entry.filename, _FIRST_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(about, data)
    return packed.getvalue()


def _set_times(data: bytes, moment: str) -> bytes:
    parts = data.decode().split("</dcterms:")
    return "</dcterms:".join(
        f"{part.rpartition('>')[0]}>{moment}" if number < len(parts) - 1 else part
        for number, part in enumerate(parts)
    ).encode()
