"""The lines of a ledger that is a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from reportgen.archives import DAMAGE, ArchiveLimitError, open_archive
from reportgen.diagnostics import DataError, Diagnostic, Severity, SourceRef
from reportgen.files import UnreadableFileError, open_input
from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_LEDGER_BYTES, MOST_WORKBOOK_UNPACKED
from reportgen.readers.finance.numbers import parse_number
from reportgen.readers.ledger_header import count_headers
from reportgen.readers.ledger_keys import REQUIRED
from reportgen.readers.ledger_lines import Line
from reportgen.readers.workbook_harm import is_harmless

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

    from reportgen.readers.finance.grid import Area, Book, Sheet

_LOOKED_AT = 20
"""Rows of another sheet in which the headers of a ledger would stand."""

_ZIP = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_workbook(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[Line]:
    """The lines of the first sheet; a file that is no workbook is reported.

    So is every other sheet that holds something, once the first is read.
    """
    try:
        with open_input(path, MOST_LEDGER_BYTES) as stream:
            if _is_harmless(stream):
                yield from _read_fast(stream, name, diagnostics)
            else:
                book = _read_bounded(stream, name)
                yield from _list_lines(book, name)
                diagnostics.extend(_find_failed(book.sheets[0]))
                own = book.sheets[0]
                diagnostics.extend(_explain_merge(own, area) for area in own.merges)
                for sheet in book.sheets[1:]:
                    first = islice(sheet.rows.values(), _LOOKED_AT)
                    rows = [[cell.value for cell in row.values()] for row in first]
                    diagnostics.extend(_find_unread(_choose_first(rows), sheet.name, name))
    except ArchiveLimitError as error:
        diagnostics.append(_explain(name, str(error), _("remove what isn't needed")))
    except DataError as error:
        # Raised while a workbook of finance is read, with the name of the file as its place.
        diagnostics.extend(_explain(name, found.message, found.hint) for found in error.diagnostics)
    except UnreadableFileError as error:
        diagnostics.append(error.explain("ledger-file", name))
    except _NoWorkbookError as error:
        diagnostics.append(
            _explain(
                name,
                _("this is no workbook: {problem}", problem=str(error)),
                _("save it again from Excel as .xlsx"),
            )
        )


class _NoWorkbookError(Exception):
    """The file can't be read as a workbook."""


def _is_harmless(stream: BinaryIO) -> bool:
    start = stream.read(len(_COMPOUND))
    if not start.startswith(_ZIP):
        stream.seek(0)
        return start != _COMPOUND  # what is neither is refused by the library at once
    try:
        with open_archive(stream, MOST_WORKBOOK_UNPACKED) as archive:
            return is_harmless(archive)
    except DAMAGE as error:
        raise _NoWorkbookError(error) from None
    finally:
        stream.seek(0)


def _read_fast(stream: BinaryIO, name: str, diagnostics: list[Diagnostic]) -> Iterator[Line]:
    # A folder whose ledger is CSV does without the library.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_filelike(stream)
        sheet = workbook.get_sheet_by_index(0)
    except (CalamineError, OSError) as error:
        raise _NoWorkbookError(error) from None
    before = [""] * (sheet.start[1] if sheet.start else 0)
    title = normalize(sheet.name)
    for number, cells in enumerate(sheet.iter_rows(), 1):
        source = SourceRef(name, sheet=title, cell=f"A{number}")
        texts = [
            normalize(cell).strip() if type(cell) is str else _cell_text(cell) for cell in cells
        ]
        yield Line(before + texts, source)
    for found in _list_others(workbook):
        diagnostics.extend(_find_unread(_read_first(workbook, found), normalize(found), name))


def _list_others(workbook: CalamineWorkbook) -> list[str]:
    """The sheets behind the first; charts have no cells."""
    from python_calamine import SheetTypeEnum

    others = workbook.sheets_metadata[1:]
    return [sheet.name for sheet in others if sheet.typ is SheetTypeEnum.WorkSheet]


def _read_first(workbook: CalamineWorkbook, title: str) -> list[Any]:
    """The first row of a sheet that holds something; nothing where there is none."""
    from python_calamine import CalamineError

    try:
        rows = workbook.get_sheet_by_name(title).iter_rows()
    except CalamineError:
        return []
    return _choose_first(islice(rows, _LOOKED_AT))


def _choose_first(rows: Iterable[list[Any]]) -> list[Any]:
    """The row with the headers of a ledger, else the first that holds something."""
    filled = [row for row in rows if any(cell not in ("", None) for cell in row)]
    return max(filled, key=lambda row: count_headers(map(_cell_text, row)), default=[])


def _find_unread(first: Sequence[Any], title: str, name: str) -> Iterator[Diagnostic]:
    """An error where the first row of the sheet has the headers of a ledger."""
    if first:
        is_ledger = count_headers(map(_cell_text, first)) >= len(REQUIRED)
        yield Diagnostic(
            "unread-sheet",
            SourceRef(name, sheet=title, cell="A1"),
            _("only the first sheet is read; «{sheet}» holds something, too", sheet=title),
            published=title,
            hint=_("put its rows into the first sheet, or into a file of their own")
            if is_ledger
            else _("keep it outside of the ledger, if it is not meant to count"),
            severity=Severity.ERROR if is_ledger else Severity.WARNING,
        )


def _read_bounded(stream: BinaryIO, name: str) -> Book:
    """The workbook, read several times slower, since it may be made to harm."""
    # Few ledgers need the readers of finance's files.
    from reportgen.readers.finance.xls import read_xls
    from reportgen.readers.finance.xlsx import read_xlsx

    start = stream.read(len(_COMPOUND))
    stream.seek(0)
    if start == _COMPOUND:
        return read_xls(stream.read(), name)
    return read_xlsx(stream, name)


def _list_lines(book: Book, name: str) -> Iterator[Line]:
    if not book.sheets:
        raise _NoWorkbookError(_("it has no sheet"))
    sheet = book.sheets[0]
    widest = max((max(cells) for cells in sheet.rows.values()), default=0)
    length = 0
    for at, (number, cells) in enumerate(sheet.rows.items()):
        # Only the header says how wide the others may be.
        texts = [""] * (widest if at == 0 else max(cells))
        for column, cell in cells.items():
            texts[column - 1] = _cell_text(cell.value)
        length += sum(map(len, texts))
        if length > MOST_LEDGER_BYTES:
            # A workbook keeps a text once, however often it is shown.
            raise ArchiveLimitError(length, MOST_LEDGER_BYTES)
        yield Line(texts, SourceRef(name, sheet=sheet.name, cell=f"A{number}"))


def _explain_merge(sheet: Sheet, area: Area) -> Diagnostic:
    """That a merged cell has its value only in its first row and column."""
    return Diagnostic(
        "ledger-row",
        sheet.place(area.top, area.left),
        _(
            "«{text}» is merged down to row {row}, and counts for its first cell only",
            text=sheet.text(area.top, area.left),
            row=area.bottom,
        ),
        published=sheet.text(area.top, area.left),
        hint=_("take the merge apart, and fill in every row"),
    )


def _find_failed(sheet: Sheet) -> Iterator[Diagnostic]:
    """The formulas of a sheet that show an error, or were never computed."""
    from reportgen.readers.finance.grid import ERRORS

    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            if cell.text in ERRORS or (cell.formula and cell.value == ""):
                yield Diagnostic(
                    "ledger-formula",
                    sheet.place(row, column),
                    _("the formula shows {found}", found=cell.text)
                    if cell.text
                    else _("the formula has no stored value"),
                    published=cell.text,
                    hint=_("correct it in Excel, or type the value, and save the file again"),
                )


def _explain(name: str, problem: str, hint: str) -> Diagnostic:
    return Diagnostic("ledger-file", SourceRef(name), problem, hint=hint)


def _cell_text(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, float):
        # Excel shows 15 digits; what a formula leaves behind them is noise.
        value = parse_number(repr(value)) or value
    if isinstance(value, Decimal):
        whole = value.to_integral_value()
        return f"{whole if whole == value else value.normalize():f}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
