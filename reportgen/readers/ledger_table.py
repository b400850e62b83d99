"""Rows of a ledger file, CSV or XLSX alike: text by column, each with its place."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.readers.csv_blocks import COMMA_INSIDE, split_block
from reportgen.readers.csv_stream import CsvStream, find_encoding

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


@dataclass(frozen=True, slots=True)
class LedgerBlock:
    """Rows below each other, none of them empty, all as wide as the header.

    :ivar columns: cells by column key, as :func:`split_block` leaves them; absent columns
        are left out.
    :ivar place: that of the first row; each other row stands one line below.
    """

    columns: Mapping[str, list[bytes]]
    place: SourceRef

    def __len__(self) -> int:
        return len(self.columns[REQUIRED[0]])

    def rows(self) -> Iterator[LedgerRow]:
        """The rows one by one."""
        header = {key: number for number, key in enumerate(self.columns)}
        columns = (map(clean_cell, column) for column in self.columns.values())
        for down, cells in enumerate(zip(*columns, strict=True)):
            line = _Line(list(cells), SourceRef(self.place.file, self.place.line + down))
            yield LedgerRow(line.pick(header), _Places(line, header), line.source)


def clean_cell(cell: bytes) -> str:
    """The text of a cell of a block."""
    return cell.replace(COMMA_INSIDE, b",").decode().strip()


def read_rows(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[LedgerRow]:
    """Every row below the header that is not empty."""
    for part in read_parts(path, name, diagnostics):
        yield from (part,) if isinstance(part, LedgerRow) else part.rows()


def read_parts(
    path: Path, name: str, diagnostics: list[Diagnostic]
) -> Iterator[LedgerRow | LedgerBlock]:
    """Every row below the header that is not empty; many at once where they are plain."""
    known = len(diagnostics)
    table = _Table(diagnostics)
    if path.suffix.lower() == ".csv":
        yield from _read_csv(path, name, table)
    else:
        yield from table.read_lines(_read_workbook(path, name, diagnostics))
    if not table.count and len(diagnostics) == known:
        diagnostics.append(
            Diagnostic(
                "ledger-file",
                SourceRef(name),
                _("the ledger has no entries"),
                hint=_("the columns are {columns}", columns=", ".join(COLUMNS)),
            )
        )


class _Table:
    """Tells the header of a file from its rows.

    :ivar header: the number of each column by its key, once it is read without mistakes.
    :ivar is_open: whether rows are to be read on; not below a header with mistakes.
    :ivar count: rows below the header.
    """

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        self.diagnostics = diagnostics
        self.header: dict[str, int] = {}
        self.is_open = True
        self.width = 0
        self.count = 0

    def read_lines(self, lines: Iterable[_Line]) -> Iterator[LedgerRow]:
        """The rows among the lines."""
        for line in lines:
            if any(line.cells):
                yield from self._read_line(line)
            if not self.is_open:
                return

    def _read_line(self, line: _Line) -> Iterator[LedgerRow]:
        if not self.header:
            self.header = _read_header(line, self.diagnostics) or {}
            self.is_open = bool(self.header)
            self.width = len(line.cells)
            return
        self.count += 1
        if len(line.cells) > self.width:
            self.diagnostics.append(_explain_width(line, self.width))
        else:
            yield LedgerRow(line.pick(self.header), _Places(line, self.header), line.source)

    def split(self, block: bytes, place: SourceRef) -> LedgerBlock | None:
        """The rows of whole lines of CSV; None where they have to be read line by line."""
        cells = split_block(block, self.width)
        if cells is None:
            return None
        columns = {key: cells[number] for key, number in self.header.items()}
        # A row may be empty only if its date is.
        if not all(map(clean_cell, set(columns[REQUIRED[0]]))):
            return None
        found = LedgerBlock(columns, place)
        self.count += len(found)
        return found


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


def _read_csv(path: Path, name: str, table: _Table) -> Iterator[LedgerRow | LedgerBlock]:
    encoding = find_encoding(path)
    if encoding is None:
        table.diagnostics.append(
            Diagnostic(
                "encoding",
                SourceRef(name),
                _("the text is neither UTF-8 nor CP949"),
                hint=_("save the file from Excel as «CSV UTF-8»"),
            )
        )
        return
    with path.open("rb") as file:
        stream = CsvStream(file, encoding)
        try:
            yield from _read_stream(stream, name, table)
        except csv.Error as error:
            table.diagnostics.append(
                Diagnostic(
                    "ledger-file",
                    SourceRef(name, stream.line),
                    _("the row can't be read: {problem}", problem=str(error)),
                    hint=_("check that every quote is closed"),
                )
            )


def _read_stream(stream: CsvStream, name: str, table: _Table) -> Iterator[LedgerRow | LedgerBlock]:
    """The header line by line, what is below it block by block.

    :raises csv.Error: when a record can't be read.
    """

    def make_line(cells: list[str]) -> _Line:
        return _Line([cell.strip() for cell in cells], SourceRef(name, stream.line))

    while not table.header and (cells := stream.read_record()) is not None:
        yield from table.read_lines((make_line(cells),))
        if not table.is_open:
            return
    first = stream.line + 1
    while block := stream.read_block():
        found = table.split(block, SourceRef(name, first))
        if found:
            yield found
        else:
            yield from table.read_lines(map(make_line, stream.read_records(block)))
        first = stream.line + 1


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
        texts = [cell.strip() if type(cell) is str else _cell_text(cell) for cell in cells]
        yield _Line(before + texts, source)


def _cell_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
