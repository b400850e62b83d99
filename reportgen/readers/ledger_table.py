"""Rows of a ledger file, CSV or XLSX alike: text by column, each with its place."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from reportgen.diagnostics import Diagnostic, SourceRef, has_errors
from reportgen.files import UnreadableFileError, open_input
from reportgen.i18n import translate as _
from reportgen.limits import MOST_LEDGER_BYTES
from reportgen.readers.csv_stream import CsvStream, find_encoding
from reportgen.readers.ledger_lines import LedgerBlock, LedgerRow, Line
from reportgen.readers.ledger_rows import RowReader
from reportgen.readers.ledger_words import list_columns
from reportgen.readers.ledger_workbook import read_workbook


def read_rows(path: Path, name: str, diagnostics: list[Diagnostic]) -> Iterator[LedgerRow]:
    """Every row below the header that is not empty."""
    for part in read_parts(path, name, diagnostics):
        yield from (part,) if isinstance(part, LedgerRow) else part.rows()


def read_parts(
    path: Path, name: str, diagnostics: list[Diagnostic]
) -> Iterator[LedgerRow | LedgerBlock]:
    """Every row below the header that is not empty; many at once where they are plain."""
    known = len(diagnostics)
    rows = RowReader(diagnostics)
    if path.suffix.lower() == ".csv":
        yield from _read_csv(path, name, rows)
    else:
        yield from rows.read_lines(read_workbook(path, name, diagnostics))
    if not rows.count and not has_errors(diagnostics[known:]):
        diagnostics.append(
            Diagnostic(
                "ledger-file",
                SourceRef(name),
                _("the ledger has no entries"),
                hint=_("the columns are {columns}", columns=list_columns()),
            )
        )


def _read_csv(path: Path, name: str, rows: RowReader) -> Iterator[LedgerRow | LedgerBlock]:
    try:
        file = open_input(path, MOST_LEDGER_BYTES)
    except UnreadableFileError as error:
        rows.diagnostics.append(error.explain("ledger-file", name))
        return
    with file:
        encoding = find_encoding(path)
        if encoding is None:
            rows.diagnostics.append(_explain_encoding(name))
            return
        stream = CsvStream(file, encoding)
        try:
            yield from _read_stream(stream, name, rows)
        except csv.Error as error:
            rows.diagnostics.append(
                Diagnostic(
                    "ledger-file",
                    SourceRef(name, stream.line),
                    _("the row can't be read: {problem}", problem=str(error)),
                    hint=_("check that every quote is closed"),
                )
            )


def _explain_encoding(name: str) -> Diagnostic:
    return Diagnostic(
        "encoding",
        SourceRef(name),
        _("the text is neither UTF-8 nor CP949"),
        hint=_("save the file from Excel as «CSV UTF-8»"),
    )


def _read_stream(
    stream: CsvStream, name: str, rows: RowReader
) -> Iterator[LedgerRow | LedgerBlock]:
    """The header line by line, what is below it block by block.

    :raises csv.Error: when a record can't be read.
    """

    def make_line(cells: list[str]) -> Line:
        return Line([cell.strip() for cell in cells], SourceRef(name, stream.line))

    while not rows.header and (cells := stream.read_record()) is not None:
        yield from rows.read_lines((make_line(cells),))
        if not rows.is_open:
            return
    first = stream.line + 1
    while block := stream.read_block():
        found = rows.split(block, SourceRef(name, first))
        if found:
            yield found
        else:
            yield from rows.read_lines(map(make_line, stream.read_records(block)))
        first = stream.line + 1
