"""An XLS (BIFF) as a book. It has neither number formats nor indents of the alignment."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from reportgen.i18n import translate as _
from reportgen.readers.finance.grid import Area, Book, GridCell, Scalar, Sheet
from reportgen.readers.finance.numbers import parse_number
from reportgen.readers.finance.trouble import refuse
from reportgen.readers.finance.worksheet import MOST_CELLS


def read_xls(data: bytes, file: str) -> Book:
    """The workbook.

    :raises DataError: when it is damaged, protected or too large.
    """
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            sheets = [
                _read_sheet(
                    workbook.get_sheet_by_name(about.name),
                    file,
                    hidden=about.visible is not SheetVisibleEnum.Visible,
                )
                for about in workbook.sheets_metadata
                if about.typ is SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        raise refuse_password(file) from None
    # The library raises its panics as exceptions of their own, which no class names.
    except (CalamineError, OSError, ValueError, MemoryError) as error:
        raise refuse_damage(file, str(error)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise refuse_damage(file, "panic") from None
    return Book(file, tuple(sheets))


def refuse_password(file: str) -> Exception:
    """The error of a workbook that asks for a password."""
    return refuse(
        file,
        _("the workbook is protected with a password"),
        _("open it in Excel, remove the password, and save it again"),
    )


def refuse_damage(file: str, problem: str) -> Exception:
    """The error of a workbook that can't be read."""
    return refuse(
        file,
        _("the workbook is damaged: {problem}", problem=problem),
        _("open it in Excel and save it again as .xlsx"),
    )


def _read_sheet(sheet: CalamineSheet, file: str, *, hidden: bool) -> Sheet:
    if sheet.total_height * sheet.total_width > 8 * MOST_CELLS:
        raise refuse(
            file,
            _("the sheet {sheet} is too large", sheet=sheet.name),
            _("split the file, or remove what isn't needed"),
        )
    rows: dict[int, dict[int, GridCell]] = {}
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = {
            column: GridCell(value)
            for column, found in enumerate(values, 1)
            if (value := _convert(found)) is not None
        }
        if cells:
            rows[number] = cells
    merges = tuple(
        Area(left + 1, top + 1, right + 1, bottom + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Sheet(file, sheet.name, rows, merges, hidden)


def _convert(value: Any) -> Scalar | None:
    """The value without the double that the library keeps numbers in."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool | date):
        return value
    if isinstance(value, int | float):
        return parse_number(repr(value))
    return str(value) if str(value) else None
