"""One sheet of an XLSX: its cells that aren't empty, whatever program wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportgen.i18n import translate as _
from reportgen.limits import MOST_CELLS
from reportgen.readers.finance.grid import Area, GridCell, Scalar, spell_cell
from reportgen.readers.finance.markup import Attributes, Markup
from reportgen.readers.finance.numbers import find_day, parse_number
from reportgen.readers.finance.strings import unescape
from reportgen.readers.finance.styles import Look, count, is_on
from reportgen.readers.finance.trouble import refuse
from reportgen.readers.sheet_columns import read_column

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
MOST_HIDDEN = 1_000
"""The columns that are told to be hidden; whole empty sheets to the right often are."""

_EMPTY_CELL = re.compile(rb'<(?:\w{1,9}:)?c\s[^<>]{0,99}?\br="[^"<>]{1,12}"[^<>]{0,99}/>')
_EMPTY_ROW = re.compile(
    rb'<(?:\w{1,9}:)?row\s[^<>]{0,99}?\br="\d{1,9}"[^<>]{0,299}>\s{0,9}</(?:\w{1,9}:)?row>'
)
"""Cells and rows that only have a style; others say where they stand, so they can go unread."""

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_PLAIN = Look()


class Shared(NamedTuple):
    """A formula that other cells repeat."""

    formula: str
    origin: str


@dataclass(frozen=True, slots=True)
class LedgerBasis:
    """What the parts of a workbook say about the cells of all its sheets.

    :ivar formulas: whether formulas are wanted, too.
    """

    strings: Sequence[str] = ()
    looks: Sequence[Look] = ()
    from_1904: bool = False
    formulas: bool = False


class SheetReader:
    """Collects cells and merged areas."""

    def __init__(self, file: str, around: LedgerBasis) -> None:
        self.rows: dict[int, dict[int, GridCell]] = {}
        self.merges: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self._file = file
        self._around = around
        self._markup = Markup(file, self._start, self._end)
        self._filled = 0
        self._row = self._column = 0
        self._cell: Attributes | None = None
        self._value: str | None = None
        self._runs: list[str] = []
        self._reading = False
        self._formula = ""
        self._formula_tag: Attributes = {}
        self._has_formula = False
        self._shared: dict[str, Shared] = {}

    def __call__(self, chunk: bytes, last: bool) -> None:
        """Read on."""
        self._markup(_EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", chunk)), last)

    def _start(self, tag: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._start_inside(tag, attributes)
        elif tag == "c":
            self._place(attributes)
            self._cell, self._value, self._formula = attributes, None, ""
            self._formula_tag = {}
            self._has_formula = False
            self._runs = []
        elif tag == "row":
            self._row = count(attributes, "r") or self._row + 1
            self._column = 0
            if is_on(attributes, "hidden"):
                self.hidden_rows.add(self._row)
        elif tag == "col" and is_on(attributes, "hidden"):
            first, last = count(attributes, "min"), count(attributes, "max")
            self.hidden_columns.update(range(first, min(last, MOST_HIDDEN) + 1))
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _start_inside(self, tag: str, attributes: Attributes) -> None:
        if tag == "rPh":
            self._reading = True
        elif tag == "f":
            self._formula_tag = attributes
            self._has_formula = True
            self._markup.collect()
        elif tag == "v" or (tag == "t" and not self._reading):
            self._markup.collect()

    def _end(self, tag: str) -> None:
        if self._cell is None:
            return
        if tag == "v":
            self._value = self._markup.collected()
        elif tag == "t" and not self._reading:
            self._runs.append(self._markup.collected())
        elif tag == "rPh":
            self._reading = False
        elif tag == "f":
            self._formula = self._markup.collected()
        elif tag == "c":
            self._finish(self._cell)
            self._cell = None

    def _place(self, attributes: Attributes) -> None:
        """Where the cell stands: where it says, else behind the one before."""
        match = _CELL.fullmatch(attributes.get("r", ""))
        if match:
            self._column, self._row = read_column(match[1]), int(match[2])
        else:
            self._column += 1
        if not (1 <= self._row <= LAST_ROW and 1 <= self._column <= LAST_COLUMN):
            raise refuse(
                self._file,
                _("the workbook is damaged: {problem}", problem=attributes.get("r", "")),
                _("open it in Excel and save it again as .xlsx"),
            )

    def _merge(self, reference: str) -> None:
        first, _colon, last = reference.partition(":")
        corners = [_CELL.fullmatch(first), _CELL.fullmatch(last)]
        if corners[0] and corners[1]:
            left, right = (read_column(match[1]) for match in corners if match)
            top, bottom = (int(match[2]) for match in corners if match)
            self.merges.append(Area(left, top, right, bottom))

    def _finish(self, cell: Attributes) -> None:
        number = count(cell, "s")
        looks = self._around.looks
        look = looks[number] if number < len(looks) else _PLAIN
        value = self._convert(cell.get("t", "n"), look)
        formula = self._spell_formula() if self._around.formulas else ""
        if value is None and self._has_formula and cell.get("t") != "str":
            formula = formula or "?"
        if value is None and not formula:
            return
        self._filled += 1
        if self._filled > MOST_CELLS:
            raise refuse(
                self._file,
                _("a sheet has more than {limit} filled cells", limit=f"{MOST_CELLS:,}"),
                _("split the file, or remove what isn't needed"),
            )
        row = self.rows.setdefault(self._row, {})
        row[self._column] = GridCell(
            "" if value is None else value, formula, look.indent, look.thousands
        )

    def _convert(self, kind: str, look: Look) -> Scalar | None:
        """The typed value of the cell, or None when it holds none (ECMA-376, 18.18.11)."""
        if kind == "inlineStr":
            return unescape("".join(self._runs)) or None
        text = self._value
        if text is None or text == "":
            return None
        if kind in _CONVERT:
            return _CONVERT[kind](self, text)
        number = parse_number(text)
        if number is None:
            return text
        day = find_day(number, self._around.from_1904) if look.is_day else None
        return number if day is None else day

    def _share(self, text: str) -> str | None:
        strings = self._around.strings
        known = text.isascii() and text.isdecimal() and int(text) < len(strings)
        return (strings[int(text)] or None) if known else text

    def _spell_formula(self) -> str:
        """The formula; a repeated one as the cell itself would spell it."""
        tag, here = self._formula_tag, spell_cell(self._row, self._column)
        if tag.get("t") == "shared":
            known = self._shared.get(tag.get("si", ""))
            if self._formula:
                self._shared[tag.get("si", "")] = Shared(self._formula, here)
            elif known:
                # Few workbooks repeat a formula; the others do without the library.
                from openpyxl.formula.translate import Translator

                moved = Translator(f"={known.formula}", origin=known.origin)
                return str(moved.translate_formula(here)).removeprefix("=")
        return self._formula or ("?" if tag else "")


def _read_iso_day(_reader: SheetReader, text: str) -> Scalar:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text


_CONVERT: dict[str, Callable[[SheetReader, str], Scalar | None]] = {
    "s": SheetReader._share,
    "str": lambda _reader, text: unescape(text),
    "e": lambda _reader, text: text,
    "b": lambda _reader, text: text == "1",
    "d": _read_iso_day,
}
"""How values are stored, by the type that the cell states."""
