"""The rows below the header of a ledger file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.diagnostics import Diagnostic, SourceRef
from reportgen.i18n import translate as _
from reportgen.readers.csv_blocks import split_block
from reportgen.readers.ledger_header import read_header
from reportgen.readers.ledger_keys import REQUIRED
from reportgen.readers.ledger_lines import LedgerBlock, LedgerRow, Line, clean_cell


class RowReader:
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
        self.headless: list[int] = []
        self.count = 0

    def read_lines(self, lines: Iterable[Line]) -> Iterator[LedgerRow]:
        """The rows among the lines."""
        for line in lines:
            if any(line.cells):
                yield from self._read_line(line)
            if not self.is_open:
                return

    def _read_line(self, line: Line) -> Iterator[LedgerRow]:
        if not self.header:
            self.header = read_header(line, self.diagnostics) or {}
            self.is_open = bool(self.header)
            self.width = len(line.cells)
            self.headless = [number for number, cell in enumerate(line.cells) if not cell]
            return
        self.count += 1
        if len(line.cells) > self.width:
            self.diagnostics.append(_explain_width(line, self.width))
            return
        stray = [number for number in self.headless if number < len(line.cells)]
        for number in stray:
            if line.cells[number]:
                self.diagnostics.append(_explain_headless(line, number))
        yield line.make_row(self.header)

    def split(self, block: bytes, place: SourceRef) -> LedgerBlock | None:
        """The rows of whole lines of CSV; None where they have to be read line by line."""
        cells = split_block(block, self.width)
        if cells is None:
            return None
        if any(clean_cell(cell) for number in self.headless for cell in set(cells[number])):
            return None
        columns = {key: cells[number] for key, number in self.header.items()}
        if not _is_filled(columns[REQUIRED[0]]):
            return None
        found = LedgerBlock(columns, place)
        self.count += len(found)
        return found


def _is_filled(dates: list[bytes]) -> bool:
    """Whether no row is empty: a row can be so only if its date is."""
    first = dates[0]
    # One day for a whole block is usual, and comparing takes a fifth of the time of hashing.
    different = (first,) if dates.count(first) == len(dates) else set(dates)
    return all(map(clean_cell, different))


def _explain_headless(line: Line, number: int) -> Diagnostic:
    return Diagnostic(
        "ledger-row",
        line.place(number),
        _("«{text}» stands in a column without a header", text=line.cells[number]),
        published=line.cells[number],
        hint=_("give the column a header, or remove what stands in it"),
    )


def _explain_width(line: Line, width: int) -> Diagnostic:
    found = len(line.cells)
    return Diagnostic(
        "ledger-row",
        line.source,
        _("the row has {found} cells, the header {expected}", found=found, expected=width),
        published=str(found),
        computed=str(width),
        hint=_("put a cell that holds a comma in quotes"),
    )
