"""Rows of a ledger file, CSV or XLSX alike: text by column, each with its place."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _

COLUMNS = {
    "date": ("date", "일자", "날짜", "시행일"),
    "stage": ("stage", "단계", "예산단계"),
    "kind": ("kind", "종류", "구분"),
    "account": ("account", "계정", "과목"),
    "amount": ("amount", "금액", "금액(천원)", "증감", "증감(천원)"),
    "amount_won": ("amount_won", "금액(원)", "증감(원)"),
    "reference": ("reference", "근거", "문서번호"),
    "note": ("note", "비고", "적요", "산출근거"),
    "approval": ("approval", "의결", "승인"),
    "funding": ("funding", "재원"),
    "account_name": ("account_name", "계정명", "과목명"),
    "present": ("present", "기정액", "기정액(천원)"),
    "amended": ("amended", "경정액", "경정액(천원)"),
}
"""Column keys, and the headers under which they are found."""

AMOUNTS = ("amount", "amount_won", "amended")
"""The columns of which a ledger has at least one."""

REQUIRED = ("date", "stage", "kind", "account")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row as it was typed.

    :ivar cells: text by column key; absent columns are empty.
    :ivar places: the place of each cell by column key.
    """

    cells: Mapping[str, str]
    places: Mapping[str, SourceRef]
    source: SourceRef


def read_rows(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[LedgerRow]:
    """Every row below the header that is not empty."""
    if path.suffix.lower() == ".csv":
        lines = _read_csv(path, name, diagnostics)
    else:
        lines = _read_workbook(path, name, diagnostics)
    known = len(diagnostics)
    header: dict[str, int] | None = None
    width = count = 0
    for line in lines:
        if not any(line.cells):
            continue
        if header is None:
            header = _read_header(line, diagnostics)
            if header is None:
                return
            width = len(line.cells)
            continue
        count += 1
        if len(line.cells) > width:
            diagnostics.append(_explain_width(line, width))
            continue
        yield LedgerRow(line.pick(header), _Places(line, header), line.source)
    if not count and len(diagnostics) == known:
        diagnostics.append(
            Diagnostic(
                "ledger-file",
                SourceRef(name),
                _("the ledger has no entries"),
                hint=_("the columns are {columns}", columns=", ".join(COLUMNS)),
            )
        )


@dataclass(frozen=True, slots=True)
class _Line:
    cells: list[str]
    source: SourceRef

    def pick(self, header: Mapping[str, int]) -> dict[str, str]:
        """The cells by column key."""
        cells = dict.fromkeys(COLUMNS, "")
        for key, column in header.items():
            if column < len(self.cells):
                cells[key] = self.cells[column]
        return cells

    def place(self, column: int | None) -> SourceRef:
        """The place of a cell, as far as the file has places of cells."""
        if not self.source.sheet or column is None:
            return self.source
        cell = f"{_spell_column(column)}{self.source.cell.removeprefix('A')}"
        return SourceRef(self.source.file, sheet=self.source.sheet, cell=cell)


class _Places(Mapping[str, SourceRef]):
    """The place of every column of a line, made when it is asked for: few ever are."""

    __slots__ = ("_header", "_line")

    def __init__(self, line: _Line, header: Mapping[str, int]) -> None:
        self._line = line
        self._header = header

    def __getitem__(self, key: str) -> SourceRef:
        if key not in COLUMNS:
            raise KeyError(key)
        return self._line.place(self._header.get(key))

    def __iter__(self) -> Iterator[str]:
        return iter(COLUMNS)

    def __len__(self) -> int:
        return len(COLUMNS)


@cache
def _spell_column(column: int) -> str:
    """The letters of a column counted from 0.

    >>> _spell_column(0), _spell_column(27)
    ('A', 'AB')
    """
    rest, digit = divmod(column, 26)
    return (_spell_column(rest - 1) if rest else "") + chr(ord("A") + digit)


def _read_header(line: _Line, diagnostics: list[Diagnostic]) -> dict[str, int] | None:
    by_header = {header: key for key, headers in COLUMNS.items() for header in headers}
    found: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for number, cell in enumerate(line.cells):
        key = by_header.get("".join(cell.split()).lower())
        if cell and (key is None or key in found):
            problems.append(
                Diagnostic(
                    "ledger-header",
                    line.place(number),
                    _("unknown or repeated column {column}", column=cell),
                    published=cell,
                    hint=_("the columns are {columns}", columns=", ".join(COLUMNS)),
                )
            )
        elif key:
            found[key] = number
    missing = [key for key in REQUIRED if key not in found]
    if not any(key in found for key in AMOUNTS):
        missing.append(AMOUNTS[0])
    for key in missing:
        problems.append(
            Diagnostic(
                "ledger-header",
                line.source,
                _("the column {column} is missing", column=key),
                hint=_("the columns are {columns}", columns=", ".join(COLUMNS)),
            )
        )
    diagnostics.extend(problems)
    return None if problems else found


def _explain_width(line: _Line, width: int) -> Diagnostic:
    found = len(line.cells)
    return Diagnostic(
        "ledger-row",
        line.source,
        _("the row has {found} cells, the header {expected}", found=found, expected=width),
        published=str(found),
        computed=str(width),
        hint=_("put a cell that holds a comma in quotes"),
    )


def _read_csv(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[_Line]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        reader = csv.reader(StringIO(text, newline=""), strict=True)
        try:
            for cells in reader:
                yield _Line([cell.strip() for cell in cells], SourceRef(name, reader.line_num))
        except csv.Error as error:
            diagnostics.append(
                Diagnostic(
                    "ledger-file",
                    SourceRef(name, reader.line_num),
                    _("the row can't be read: {problem}", problem=str(error)),
                    hint=_("check that every quote is closed"),
                )
            )
        return
    diagnostics.append(
        Diagnostic(
            "encoding",
            SourceRef(name),
            _("the text is neither UTF-8 nor CP949"),
            hint=_("save the file from Excel as «CSV UTF-8»"),
        )
    )


def _read_workbook(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[_Line]:
    # A folder whose ledger is CSV does without the library.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with path.open("rb") as stream:
            workbook = CalamineWorkbook.from_filelike(stream)
            sheet = workbook.get_sheet_by_index(0)
    except (CalamineError, OSError) as error:
        diagnostics.append(
            Diagnostic(
                "ledger-file",
                SourceRef(name),
                _("this is no workbook: {problem}", problem=str(error)),
                hint=_("save it again from Excel as .xlsx"),
            )
        )
        return
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        source = SourceRef(name, sheet=sheet.name, cell=f"A{number}")
        yield _Line(before + [_cell_text(cell) for cell in cells], source)


def _cell_text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
