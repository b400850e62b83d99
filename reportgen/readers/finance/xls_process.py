"""The process that reads an XLS: ``python -m reportgen.readers.finance.xls_process``.

The library that knows the format ends the whole process when a damaged file asks it for memory
that nobody has. So it runs in one of its own, with a limit: the workbook comes in on standard
input, its cells go out as JSON on standard output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
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

from reportgen.readers.finance.xls_looks import Seen, is_protected, read_seen

MOST_MEMORY = 1 << 30
"""The address space of the process, in bytes; a sheet of all rows and columns needs half."""


def main() -> None:
    """Read one workbook."""
    _limit_memory()
    answer = _answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


def _answer(data: bytes) -> dict[str, Any]:
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as workbook:
            return {"sheets": list(_read_sheets(workbook, read_seen(data)))}
    except PasswordError:
        return {"password": True}
    except (CalamineError, OSError, ValueError) as error:
        # Of an encrypted XLS calamine often says that it is none.
        return {"password": True} if is_protected(data) else {"problem": str(error)}


def _read_sheets(workbook: CalamineWorkbook, seen: dict[str, Seen]) -> Iterator[dict[str, Any]]:
    for about in workbook.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(about.name)
            looks, hidden = seen.get(about.name, Seen([], ([], [])))
            found = {
                "name": about.name,
                "hidden": about.visible is not SheetVisibleEnum.Visible,
                "merges": sheet.merged_cell_ranges or [],
                "rows": list(_read_rows(sheet)),
                "looks": looks,
            }
            yield found | ({"unseen": hidden} if any(hidden) else {})


def _read_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[tuple[int, str, Any]]]]:
    """Number of each row that isn't empty, and column, kind and value of each of its cells."""
    for number, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        cells = [
            (column, *_spell(value))
            for column, value in enumerate(values, 1)
            if value is not None and value != ""
        ]
        if cells:
            yield number, cells


def _spell(value: Any) -> tuple[str, Any]:
    if isinstance(value, bool):
        return "bool", value
    if isinstance(value, int | float):
        return "number", repr(value)
    if isinstance(value, datetime):
        return "day", value.date().isoformat()
    if isinstance(value, date):
        return "day", value.isoformat()
    return "text", str(value)


def _limit_memory() -> None:
    """Set the limit where the system knows one; Windows doesn't."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
