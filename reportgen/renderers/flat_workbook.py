"""A workbook of plain lists: one header row, one record a row, nothing computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportgen.renderers.flat_parts import (
    DATE_STYLE,
    FIRST_NUMBER_STYLE,
    HEAD_STYLE,
    TEXT_STYLE,
    write_parts,
)
from reportgen.renderers.metadata import Metadata
from reportgen.renderers.xlsx.spreadsheetml import MAIN, RELATIONS, escape_text
from reportgen.templating.packages.package import write_package

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
"""What a cell and a sheet can hold (Excel specifications and limits)."""

_LINE = 15
"""Points."""
_MOST_LINES = 27
"""A row can be 409 points high."""
_FIRST_DAY = date(1899, 12, 30)
"""The day from which a workbook counts (ECMA-376 part 1, 18.17.4.1)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the format in which it is shown."""

    value: int | Decimal
    format: str


Value = str | Number | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One list.

    :ivar columns: title of each column and its width in characters.
    """

    title: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[tuple[Value, ...]]


def write_flat_workbook(sheets: Sequence[Sheet], metadata: Metadata) -> bytes:
    """The workbook, the same bytes for the same lists."""
    styles: dict[str, int] = {}
    written = ["".join(_write_sheet(sheet, styles)).encode() for sheet in sheets]
    titles = [sheet.title for sheet in sheets]
    return write_package(write_parts(titles, written, list(styles), metadata))


def _write_sheet(sheet: Sheet, styles: dict[str, int]) -> Iterator[str]:
    """The sheet (18.3.1.99): its header stays in sight, is filtered by and printed again.

    :param styles: the number of each format of numbers, for the whole workbook; kept up.
    """
    rows = limit_rows(sheet.rows)
    letters = [_spell_column(number) for number in range(len(sheet.columns))]
    widths = [width for _title, width in sheet.columns]
    area = f"A1:{letters[-1]}{len(rows) + 1}"
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
    yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    yield f'<dimension ref="{area}"/><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>'
    for number, (_title, width) in enumerate(sheet.columns, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    head = [title for title, _width in sheet.columns]
    yield from _write_row(1, letters, head, {}, _LINE, HEAD_STYLE)
    for number, row in enumerate(rows, 2):
        height = _LINE * max(map(_count_lines, row, widths))
        yield from _write_row(number, letters, row, styles, height)
    yield f'</sheetData><autoFilter ref="{area}"/>'
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    yield "<headerFooter><oddFooter>&amp;C&amp;A - &amp;P / &amp;N</oddFooter></headerFooter>"
    yield "</worksheet>"


def limit_rows(
    rows: Sequence[tuple[Value, ...]], most: int = MOST_ROWS
) -> Sequence[tuple[Value, ...]]:
    """The rows that a sheet can hold below its header; the last one says how many are missing.

    >>> limit_rows([("a",), ("b",), ("c",)], most=3)
    [('a',), ('… 2',)]
    """
    if len(rows) < most:
        return rows
    return [*rows[: most - 2], (f"… {len(rows) - most + 2}",)]


def _write_row(
    number: int,
    letters: Sequence[str],
    values: Sequence[Value],
    styles: dict[str, int],
    height: int,
    text_style: int = TEXT_STYLE,
) -> Iterator[str]:
    # Without a height LibreOffice gives every row one line; Excel fits it to the text again.
    yield f'<row r="{number}" ht="{height}">'
    for letter, value in zip(letters, values, strict=False):
        at = f"{letter}{number}"
        if isinstance(value, Number):
            style = FIRST_NUMBER_STYLE + styles.setdefault(value.format, len(styles))
            yield f'<c r="{at}" s="{style}"><v>{value.value}</v></c>'
        elif isinstance(value, date):
            yield f'<c r="{at}" s="{DATE_STYLE}"><v>{(value - _FIRST_DAY).days}</v></c>'
        elif value:
            # A text is never a formula, whatever it begins with.
            text = escape_text(value[:LONGEST_TEXT])
            yield f'<c r="{at}" s="{text_style}" t="inlineStr"><is>'
            yield f'<t xml:space="preserve">{text}</t></is></c>'
        else:
            yield f'<c r="{at}" s="{TEXT_STYLE}"/>'
    yield "</row>"


def _count_lines(value: Value, width: int) -> int:
    r"""How many lines a text takes in a column; a letter of Hangul is as wide as two others.

    >>> _count_lines("가나다라", 8), _count_lines("가나다라마", 8), _count_lines("a\nb", 8)
    (1, 2, 2)
    """
    if not isinstance(value, str) or (2 * len(value) <= width and "\n" not in value):
        return 1
    wide = (sum(1 + (letter >= "\u1100") for letter in line) for line in value.split("\n"))
    return min(sum(max(-(-units // width), 1) for units in wide), _MOST_LINES)


def _spell_column(number: int) -> str:
    """The letters of a column, counted from 0.

    >>> [_spell_column(number) for number in (0, 25, 26)]
    ['A', 'Z', 'AA']
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
