"""Rows of a prototype that are printed into a table, in both formats."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import Kit, both, fill, mistakes

TWO = """
    |h|k|
    |{%tr macro m(x) %}@1x2|
    |{{ x }}|2|
    |{%tr endmacro %}@1x2|
    between
    """
UNEVEN = "error [template-rows] {{tr m(1) }} prints rows that have other columns than the table"


@both
@pytest.mark.parametrize(
    "table",
    [
        "|{{tr m(1) }}|",
        "|a|\n|{{tr m(1) }}|",
        "|a|b|c|\n|{{tr m(1) }}@1x3|",
        "|a@1x3|\n|{{tr m(1) }}@1x3|",
    ],
)
def test_rows_of_another_width_are_refused(kit: Kit, table: str) -> None:
    (found,) = mistakes(kit, TWO.replace("    ", "") + table)
    assert UNEVEN in found


@both
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("|{{tr m(1) }}@1x2|", "|1|2|"),
        ("|a|b|\n|{{tr m(1) }}@1x2|\n|c@2x1|d|\n|^|e|", "|a|b|\n|1|2|\n|c@2x1|d|\n|^|e|"),
        (
            "|a|b|\n|{%tr for i in [1, 2] %}@1x2|\n|{{tr m(i) }}@1x2|\n|{%tr endfor %}@1x2|",
            "|a|b|\n|1|2|\n|2|2|",
        ),
    ],
)
def test_rows_of_the_same_width_are_printed(kit: Kit, table: str, expected: str) -> None:
    filled = fill(kit, TWO.replace("    ", "") + table)
    assert filled == f"|h|k|\nbetween\n{expected}"
    assert "rows-of" not in filled


@both
def test_rows_of_another_width_are_refused_where_data_decides_the_columns(kit: Kit) -> None:
    table = "|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|\n|{{tr m(1) }}@1x3|"
    text = TWO.replace("    ", "") + table
    assert fill(kit, text, xs=[5, 6]) == "|h|k|\nbetween\n|5|6|\n|1|2|"
    (found,) = mistakes(kit, text, xs=[5])
    assert UNEVEN in found
