"""An XLS (BIFF) as a book."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.readers.finance.grid import Area, Book, GridCell, Scalar, Sheet
from reportgen.readers.finance.numbers import parse_number
from reportgen.readers.finance.trouble import refuse

MOST_SECONDS = 10
_COMMAND = [sys.executable, "-m", "reportgen.readers.finance.xls_process"]


def read_xls(data: bytes, file: str) -> Book:
    """The workbook, read by a process of its own.

    :raises DataError: when it is damaged, protected or too large.
    """
    try:
        done = subprocess.run(
            _COMMAND, input=data, capture_output=True, timeout=MOST_SECONDS, check=False
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        raise refuse_damage(file, str(error)) from None
    if "password" in answer:
        raise refuse_password(file)
    if "sheets" not in answer:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise refuse_damage(file, answer.get("problem") or said[:100])
    return Book(file, tuple(_make_sheet(file, **sheet) for sheet in answer["sheets"]))


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


def _make_sheet(
    file: str,
    name: str,
    hidden: bool,
    merges: list[Any],
    rows: list[Any],
    looks: list[Any],
    unseen: tuple[list[int], list[int]] = ([], []),
) -> Sheet:
    shown = {(row, column): tuple(look) for row, column, *look in looks}
    cells = {
        number: {
            column: GridCell(value, "", *shown.get((number, column), ()))
            for column, kind, spelled in values
            if (value := _convert(kind, spelled)) is not None
        }
        for number, values in rows
    }
    areas = tuple(
        Area(left + 1, top + 1, right + 1, bottom + 1) for (top, left), (bottom, right) in merges
    )
    filled = {row: found for row, found in cells.items() if found}
    hidden_rows, hidden_columns = map(frozenset, unseen)
    return Sheet(file, normalize(name), filled, areas, hidden, hidden_rows, hidden_columns)


def _convert(kind: str, spelled: Any) -> Scalar | None:
    """The value without the double that the library keeps numbers in."""
    if kind == "number":
        return parse_number(spelled)
    if kind == "day":
        return date.fromisoformat(spelled)
    return spelled if kind == "bool" else normalize(str(spelled))
