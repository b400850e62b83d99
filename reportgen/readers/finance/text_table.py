"""A CSV as a book of one sheet, in the encodings and with the separators that Excel writes."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO

from reportgen.i18n import translate as _
from reportgen.letters import normalize
from reportgen.limits import MOST_CELLS, MOST_TEXT_TABLE
from reportgen.readers.finance.grid import Book, GridCell, Sheet
from reportgen.readers.finance.trouble import refuse
from reportgen.readers.finance.worksheet import LAST_COLUMN

_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",\t;"


def read_text_table(data: bytes, file: str) -> Book:
    """The rows of a text file.

    :raises DataError: when it is no text, or a quote isn't closed.
    """
    if len(data) > MOST_TEXT_TABLE:
        raise refuse(
            file,
            _("the file is larger than {limit} MB", limit=MOST_TEXT_TABLE >> 20),
            _("split the file, or remove what isn't needed"),
        )
    rows: dict[int, dict[int, GridCell]] = {}
    filled = 0
    for number, cells in _read_rows(_decode(data, file), file):
        rows[number] = cells
        filled += len(cells)
        if filled > MOST_CELLS:
            raise refuse(
                file,
                _("a sheet has more than {limit} filled cells", limit=f"{MOST_CELLS:,}"),
                _("split the file, or remove what isn't needed"),
            )
    return Book(file, (Sheet(file, "", rows),))


def _read_rows(text: str, file: str) -> Iterator[tuple[int, dict[int, GridCell]]]:
    """The rows that hold something, each with the line in which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=find_separator(text), strict=True)
    last = 0
    try:
        for values in reader:
            if len(values) > LAST_COLUMN:
                raise refuse(
                    file,
                    _("the row has more than {limit} cells", limit=f"{LAST_COLUMN:,}"),
                    _("check that every quote is closed"),
                    line=reader.line_num,
                )
            cells = {
                column: GridCell(value) for column, value in enumerate(values, 1) if value.strip()
            }
            if cells:
                yield last + 1, cells
            last = reader.line_num
    except csv.Error as error:
        raise refuse(
            file,
            _("the row can't be read: {problem}", problem=str(error)),
            _("check that every quote is closed"),
            line=reader.line_num,
        ) from None


def find_separator(text: str) -> str:
    r"""The separator that the first lines use most.

    >>> find_separator("단위: 천원\n과목\t예산액\n가\t1,000\n"), find_separator("a,b\n1,2\n")
    ('\t', ',')
    """
    lines = text.splitlines()[:50]
    counts = Counter({mark: sum(mark in line for line in lines) for mark in _SEPARATORS})
    # Commas also group digits, so a tab or semicolon in as many lines is meant.
    return max("\t;,", key=lambda mark: counts[mark])


def _decode(data: bytes, file: str) -> str:
    encodings = [_BYTE_ORDER_MARKS.get(data[:2], "utf-8-sig"), "cp949"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return normalize(text)
    raise refuse(
        file,
        _("this is neither a workbook nor a text in UTF-8 or CP949"),
        _("save it from Excel as .xlsx; a file under document security (DRM) has to be released"),
    )
