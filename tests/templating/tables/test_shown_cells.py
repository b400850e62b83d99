"""Cells that are merged show the same, in both formats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportgen.diagnostics import DataError
from tests.templating.rich.test_pictures import (
    build,
    content,  # noqa: F401 - a fixture
    sizes,
)
from tests.templating.small_packages import Kit, both, read_parts
from tests.templating.test_cell_colors import colors

ROWS = """
|{{%tr for r in rows %}}@1x2|
|{{% vm r.k %}}{cell}|{{{{ loop.index }}}}|
|{{%tr endfor %}}@1x2|"""


def rows(**values: tuple[Any, Any]) -> list[dict[str, Any]]:
    """Two rows of one key, whose values differ."""
    pairs = ({name: pair[at] for name, pair in values.items()} for at in range(2))
    return [{"k": 1, **pair} for pair in pairs]


@both
@pytest.mark.parametrize(
    ("cell", "values", "problem"),
    [
        ("{{ rich(r.a, bold=true) }}", ("가", "나"), "cells with different texts would be one"),
        ("{{ rich('가', color=r.a) }}", ("FF0000", "00FF00"), "different pictures, links or marks"),
        ("{{ link(r.a, '가') }}", ("https://a.example", "https://b.example"), "different pictures"),
        (
            "{{ picture(r.a, alt='') }}",
            ("images/logo.png", "images/photo.JPG"),
            "different pictures",
        ),
        ("{% anchor r.a %}가", ("one", "two"), "different pictures, links or marks"),
        ("{% cellbg r.a %}가", ("FF0000", "00FF00"), "cells of different colours would be one"),
        ("{% cellbg r.a %}", ("FF0000", ""), "cells of different colours would be one"),
        ("{% if r.a %}{{ link('https://a.example', '가') }}{% endif %}가", (0, 1), "different"),
    ],
)
def test_what_differs_is_not_merged(
    kit: Kit,
    cell: str,
    values: tuple[Any, Any],
    problem: str,
    content: Path,  # noqa: F811
) -> None:
    with pytest.raises(DataError, match=problem):
        build(kit, content, ROWS.format(cell=cell), rows=rows(a=values))


@both
def test_the_same_picture_and_colour_are_merged(kit: Kit, content: Path) -> None:  # noqa: F811
    cell = "{% cellbg 'FF0000' %}{{ picture('images/logo.png', alt='') }}"
    document = build(kit, content, ROWS.format(cell=cell), rows=rows())
    assert len(sizes(kit, document)) == 1
    assert set(colors(kit, document)) == {"FF0000", ""}


@both
def test_the_same_bookmark_is_merged(kit: Kit, content: Path) -> None:  # noqa: F811
    document = build(kit, content, ROWS.format(cell="{% anchor 'here' %}가"), rows=rows())
    assert read_parts(document)[kit.part].count(b'name="here"') == 1
