"""How wide the columns of a computed table are, so that no amount is broken inside its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.views.grid import Cell, Grid, Row

_PAGE = 1700
"""Between the margins of an upright A4 page; like all widths here in tenths of a millimetre."""
_MARGINS = 31
_TEXT, _LEAST_TEXT = 200, 150
"""What a column of names keeps, and where there is not enough; words go on in the next line."""
_LEAST_AMOUNT = 80

_NARROW_SIGNS = frozenset(" ,.-()'’")
_NARROW, _DIGIT, _BOLD_DIGIT, _WIDE = 15, 25, 27, 39
"""Letters of eleven points in the widest of the usual fonts."""


def fit_widths(grid: Grid) -> tuple[int, ...]:
    """The widths of the grid, changed only where an amount or a word above it would be broken.

    What such columns lack is taken from the others. Where the page is too narrow, the words above
    may be broken, and at last every column is as much too narrow as the others.
    """
    total = sum(grid.widths)
    shares = [_PAGE * width // total for width in grid.widths]
    for with_heads in (True, False):
        needs = [_find_need(grid, at, share, with_heads) for at, share in enumerate(shares)]
        lacking = sum(max(need - share, 0) for share, need in zip(shares, needs, strict=True))
        if not lacking:
            return grid.widths
        if sum(needs) <= sum(shares):
            return _spread(shares, needs, lacking)
    return tuple(needs)


def _spread(shares: Sequence[int], needs: Sequence[int], lacking: int) -> tuple[int, ...]:
    """What each column needs at least; the others give what they can spare in proportion."""
    spare = [max(share - need, 0) for share, need in zip(shares, needs, strict=True)]
    return tuple(
        max(share, need) - lacking * left // sum(spare) if left else need
        for share, need, left in zip(shares, needs, spare, strict=True)
    )


def _find_need(grid: Grid, at: int, share: int, with_heads: bool) -> int:
    """What a column needs: one of amounts as its longest one, one of text no more than it has."""
    cells = [(row, row.cells[at]) for row in grid.rows if _is_amount(row.cells[at])]
    if not cells:
        return min(share, _TEXT if with_heads else _LEAST_TEXT)
    heads = [row[at] for row in grid.heads] if with_heads else []
    words = (measure_text(word, is_bold=True) for word in _list_words(heads))
    return max(_LEAST_AMOUNT, _MARGINS + max(*map(_measure_cell, cells), *words, 0))


def _is_amount(cell: Cell) -> bool:
    return cell.align == "right" and cell.col_span == 1 and not cell.covered


def _list_words(heads: Sequence[Cell]) -> Iterator[str]:
    for head in heads:
        if head.col_span == 1 and not head.covered:
            yield from head.split()


def _measure_cell(placed: tuple[Row, Cell]) -> int:
    row, cell = placed
    return max(measure_text(line, is_bold=row.role != "body") for line in cell.lines)


def measure_text(text: str, is_bold: bool) -> int:
    """About how wide a text is.

    >>> measure_text("412,650,000", is_bold=True)
    273
    """
    digit = _BOLD_DIGIT if is_bold else _DIGIT
    return sum(
        _NARROW if letter in _NARROW_SIGNS else digit if letter.isascii() else _WIDE
        for letter in text
    )
