"""Widths of computed tables: no amount is broken inside its cell."""

from __future__ import annotations

import pytest

from reportgen.views.column_widths import fit_widths
from reportgen.views.grid import Cell, Grid, Row, make_header


def draw(widths: tuple[int, ...], heads: str, *rows: str, role: str = "body") -> Grid:
    """A table whose first column is text, the others amounts; ``_`` is an empty cell."""
    keys = [str(at) for at in range(len(widths))]

    def lay(line: str) -> dict[str, Cell]:
        texts = ["" if text == "_" else text for text in line.split()]
        first, *others = zip(keys, texts, strict=True)
        cells = {first[0]: Cell.make(first[1])}
        return cells | {key: Cell.make(text, align="right") for key, text in others}

    header = make_header(dict(zip(keys, heads.split(), strict=True)))
    return Grid("", "", "", header, tuple(Row(role, lay(row)) for row in rows), widths)


@pytest.mark.parametrize(
    ("grid", "expected"),
    [
        (draw((60, 25, 24), "구분 예산현액 지출액", "계 412,650 166,155"), (60, 25, 24)),
        (draw((145, 25), "구분 금액", "계 412,650,000"), (1414, 286)),
    ],
    ids=["what fits stays", "what is short"],
)
def test_only_what_is_too_narrow_grows(grid: Grid, expected: tuple[int, ...]) -> None:
    assert fit_widths(grid) == expected


def test_totals_are_bold_and_so_wider() -> None:
    body, total = (
        fit_widths(draw((145, 20), "구분 금액", "계 412,650,000", role=role))[1]
        for role in ("body", "total")
    )
    assert total - body == 18


def test_a_word_above_an_amount_is_not_broken() -> None:
    assert fit_widths(draw((160, 10), "구분 집행잔액", "계 1")) == (1513, 187)


def test_what_is_short_is_taken_from_the_columns_that_can_spare_it() -> None:
    widths = fit_widths(draw((60, 60, 10), "구분 가 나", "계 1 412,650,000"))
    assert widths == (714, 699, 286)


def test_heads_are_broken_before_amounts() -> None:
    grid = draw((4, *[2] * 9), "구분 " + "원인행위액 " * 9, "계 " + "1,234,567 " * 9)
    assert set(fit_widths(grid)[1:]) == {31 + 7 * 25 + 2 * 15}


def test_a_column_without_any_amount_yet_keeps_little() -> None:
    grid = draw((40, *[10] * 13), "구분 " + "10월 " * 13, "계 " + "1,234 " * 9 + "_ " * 4)
    assert fit_widths(grid)[-1] == 80
