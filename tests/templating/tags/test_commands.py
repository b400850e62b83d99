"""Commands inside blocks, in both formats: obeyed, or refused with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.templating.small_packages import Kit, both, fill, mistakes, read_parts
from tests.templating.test_cell_colors import colors
from tests.templating.whole_packages import build

RED, BLUE = "FF0000", "0000FF"
ROWS = "|{{%tr for r in ['late', 'soon', 'done'] %}}|\n|{cell}|\n|{{%tr endfor %}}|"


@both
@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("{% if r == 'late' %}{% cellbg 'FF0000' %}{% endif %}{{ r }}", [RED, "", ""]),
        (
            "{% if r == 'late' %}{% cellbg 'FF0000' %}{% else %}{% cellbg '0000FF' %}{% endif %}a",
            [RED, BLUE, BLUE],
        ),
        (
            "{% if r == 'late' %}{% cellbg 'FF0000' %}{% elif r == 'soon' %}"
            "{% cellbg '0000FF' %}{% endif %}a",
            [RED, BLUE, ""],
        ),
        (
            "{% if r != 'done' %}{% if r == 'soon' %}{% cellbg 'FF0000' %}{% else %}"
            "{% cellbg '0000FF' %}{% endif %}{% endif %}a",
            [BLUE, RED, ""],
        ),
        (
            "{%p if r == 'soon' %}¶{% cellbg 'FF0000' %}a¶{%p else %}¶b¶{%p endif %}",
            ["", RED, ""],
        ),
        ("{%- if r == 'late' -%}{% cellbg 'FF0000' %}{%- endif -%}a", [RED, "", ""]),
        ("{%p for x in [] %}¶{% cellbg 'FF0000' %}a¶{%p endfor %}¶b", [""] * 3),
        ("{%p for x in [1, 2] %}¶{% cellbg 'FF0000' %}a¶{%p endfor %}", [RED] * 3),
        (
            "{%p for x in [] %}¶a¶{%p else %}¶{% cellbg 'FF0000' %}b¶{%p endfor %}",
            [RED] * 3,
        ),
        ("{% if r %}{% cellbg 'FF0000' %}a{% else %}{% cellbg 'FF0000' %}b{% endif %}", [RED] * 3),
    ],
)
def test_a_colour_stands_where_its_condition_holds(
    kit: Kit, cell: str, expected: list[str], tmp_path: Path
) -> None:
    assert colors(kit, build(kit, tmp_path, ROWS.format(cell=cell))) == expected


@both
@pytest.mark.parametrize(("x", "expected"), [(1, "|wide@1x2|c|"), (0, "|wide|b|c|")])
def test_a_cell_covers_columns_where_its_condition_holds(kit: Kit, x: int, expected: str) -> None:
    rows = "|{%tr if x %}@1x3|\n|{% if x %}{% colspan 2 %}{% endif %}wide|c|\n|{%tr else %}@1x3|\n"
    rows += "|{% if x %}{% colspan 2 %}{% endif %}wide|b|c|\n|{%tr endif %}@1x3|"
    assert fill(kit, f"|a|b|c|\n{rows}", x=x) == f"|a|b|c|\n{expected}"


@both
def test_cells_are_merged_where_a_condition_holds(kit: Kit) -> None:
    cells = "|{% if r.same %}{% vm r.a %}{% endif %}{{ r.a }}|{{ loop.index }}|"
    text = f"|{{%tr for r in rows %}}|_|\n{cells}\n|{{%tr endfor %}}|_|"
    rows = [{"a": "가", "same": same} for same in (True, True, False, False)]
    assert fill(kit, text.replace("|_|", "|"), rows=rows) == "|가@2x1|1|\n|^|2|\n|가|3|\n|가|4|"


@both
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "|{% for c in ['FF0000'] %}{% cellbg c %}{% endfor %}a|",
            "{% cellbg c %} holds for the whole cell or paragraph, and stands inside "
            "{% for c in ['FF0000'] %}",
        ),
        (
            "|{% for c in 'ab' if x %}{% cellbg 'FF0000' %}{% endfor %}a|",
            "{% cellbg 'FF0000' %} holds for the whole cell or paragraph, and stands inside "
            "{% for c in 'ab' if x %}",
        ),
        (
            "|{% set q %}{% vm 1 %}{% endset %}a|",
            "{% vm 1 %} holds for the whole cell or paragraph, and stands inside {% set q %}",
        ),
        (
            "{% for c in 'ab' %}{% anchor c %}{% endfor %}a",
            "{% anchor c %} holds for the whole cell or paragraph, and stands inside "
            "{% for c in 'ab' %}",
        ),
        (
            "|{% if x %}{% columns [1] %}{% endif %}a|",
            "{% columns [1] %} holds for all rows or cells, and stands inside {% if x %}",
        ),
        (
            "|{% if x %}{% cellbg 'FF0000' %}{% endif %}{% cellbg '0000FF' %}a|",
            "{% cellbg '0000FF' %} and {% cellbg 'FF0000' %} stand in one cell",
        ),
        (
            "|{% set c = 'FF0000' %}{% cellbg c %}a|",
            "{% cellbg c %} is computed before its cell or paragraph, where c is not set yet",
        ),
        (
            "|{% set c %}FF0000{% endset %}{% if c %}{% cellbg 'FF0000' %}{% endif %}a|",
            "{% cellbg 'FF0000' %} is computed before its cell or paragraph, "
            "where c is not set yet",
        ),
        (
            "{% set n = 'a' %}{% anchor n %}a",
            "{% anchor n %} is computed before its cell or paragraph, where n is not set yet",
        ),
    ],
)
def test_a_command_that_can_not_be_obeyed_is_refused(kit: Kit, text: str, problem: str) -> None:
    (found,) = mistakes(kit, text, x=1)
    assert problem in found


@both
def test_a_name_may_be_set_before_the_cell(kit: Kit, tmp_path: Path) -> None:
    text = "|{% set c = 'FF0000' %}a|{% cellbg c %}b|"
    assert colors(kit, build(kit, tmp_path, text)) == ["", RED]


@both
def test_a_failing_condition_is_told_once(kit: Kit) -> None:
    text = "|{% if late %}{% cellbg 'FF0000' %}{% endif %}a|"
    (found,) = mistakes(kit, text)
    assert "late is not defined" in found


@both
@pytest.mark.parametrize(("x", "count"), [(1, 1), (0, 0)])
def test_a_bookmark_stands_where_its_condition_holds(
    kit: Kit, x: int, count: int, tmp_path: Path
) -> None:
    text = "{% if x %}{% anchor 'here' %}{% endif %}a"
    data = read_parts(build(kit, tmp_path, text, x=x))[kit.part]
    assert data.count(b'name="here"') == count
