"""The rows of a table in a finished DOCX as plain text, merged cells carried along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.renderers.changes import has_letters
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tree import Element, children

_PARAGRAPH = f"{W}p"
_BREAKS = (f"{W}tab", f"{W}br")


@dataclass(frozen=True, slots=True)
class RowText:
    """One row, a text for every column of the table.

    :ivar cells: what stands in the row itself; empty where a merged cell covers the column.
    :ivar carried: the same with the text of merged cells in every row that they cover.
    :ivar label: the words the row is found by: those of the groups it is in, then its own.
    """

    cells: tuple[str, ...]
    carried: tuple[str, ...]
    label: tuple[str, ...]


def read_rows(table: Element) -> tuple[tuple[RowText, ...], tuple[RowText, ...]]:
    """The header rows (``w:tblHeader``, 17.4.49) and the others."""
    header: list[RowText] = []
    body: list[RowText] = []
    above: dict[int, str] = {}
    for row in children(table, f"{W}tr"):
        is_header = row.find(f"{W}trPr/{W}tblHeader") is not None
        (header if is_header else body).append(_read_row(row, above, is_header))
    return tuple(header), tuple(body)


def join_header(header: Sequence[RowText]) -> tuple[str, ...]:
    """The name of each column: the texts above it, each once."""
    columns = zip(*(row.carried for row in header), strict=False)
    return tuple(" ".join(dict.fromkeys(filter(None, column))) for column in columns)


def read_line(holder: Element) -> str:
    """The text of a paragraph on one line; every white space is one blank."""
    pieces: list[str] = []
    for element in holder.iter(f"{W}t", _PARAGRAPH, *_BREAKS):
        pieces.append((element.text or "") if element.tag == f"{W}t" else " ")
    return " ".join("".join(pieces).split())


def _read_row(row: Element, above: dict[int, str], is_header: bool) -> RowText:
    """The row.

    :param above: by column, the text of the merged cell that reaches down to here; kept up.
    """
    cells: list[str] = []
    carried: list[str] = []
    groups: set[int] = set()
    for cell in _find_cells(row):
        at = len(cells)
        count = int(_read_value(cell, "gridSpan", "1"))
        merge = _read_value(cell, "vMerge", "")
        text = above.get(at, "") if merge == "continue" else _read_cell(cell, is_header)
        if merge:
            above[at] = text
            groups.add(at)
        cells += ["" if merge == "continue" else text, *[""] * (count - 1)]
        carried += [text] * count if is_header else [text, *[""] * (count - 1)]
    return RowText(tuple(cells), tuple(carried), _find_label(carried, groups))


def _find_label(texts: list[str], groups: set[int]) -> tuple[str, ...]:
    """The words up to the first that stand in no merged cell; numbers name nothing."""
    found: list[str] = []
    for at, text in enumerate(texts):
        if has_letters(text):
            found.append(text)
            if at not in groups:
                break
    return tuple(found) or tuple(text for text in texts if text)[:1]


def _find_cells(row: Element) -> Iterator[Element]:
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            yield cell


def _read_cell(cell: Element, is_header: bool) -> str:
    """The paragraphs of a cell with those of tables in it, a line each."""
    lines = [line for line in map(read_line, cell.iter(_PARAGRAPH)) if line]
    return (" " if is_header else "\n").join(lines)


def _read_value(cell: Element, name: str, default: str) -> str:
    """``w:val`` of a property; ``w:vMerge`` without one continues (17.4.84)."""
    found = cell.find(f"{W}tcPr/{W}{name}")
    return default if found is None else str(found.get(f"{W}val", "continue"))
