"""Tabs are as wide as the text before them leaves room."""

from __future__ import annotations

import re

import pytest

from reportgen.renderers.hwpx_shapes import CharacterShape, ParagraphShape, Shapes
from reportgen.renderers.hwpx_tabs import fit_tabs

TEN_POINT = CharacterShape(1000, (100, 100), (0, 0))
SHAPES = Shapes(
    {"0": TEN_POINT},
    {
        "1": ParagraphShape(0, 0, ((10000, "LEFT"),)),
        "2": ParagraphShape(0, 0, ((10000, "RIGHT"),)),
        "3": ParagraphShape(500, 2000, ((10000, "LEFT"),)),
        "4": ParagraphShape(0, 0, ()),
    },
)


def paragraph(shape: str, text: str) -> str:
    """A paragraph of one run."""
    return (
        f'<hp:p id="1" paraPrIDRef="{shape}" styleIDRef="0"><hp:run charPrIDRef="0">'
        f"<hp:t>{text}</hp:t></hp:run></hp:p>"
    )


TAB = '<hp:tab width="1" leader="0" type="1"/>'


def widths(section: str) -> list[int]:
    """The width of every tab in order."""
    return [int(width) for width in re.findall(r'<hp:tab width="(\d+)"', section)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"가나다{TAB}: 7월", [7000], id="three wide letters"),
        pytest.param(f"ab{TAB}c", [9000], id="two narrow letters"),
        pytest.param(f"&amp;{TAB}c", [9500], id="an entity is one letter"),
    ],
)
def test_a_left_tab_reaches_its_stop(text: str, expected: list[int]) -> None:
    assert widths(fit_tabs(paragraph("1", text), SHAPES)) == expected


def test_a_right_tab_leaves_room_for_what_follows() -> None:
    assert widths(fit_tabs(paragraph("2", f"가{TAB}나다"), SHAPES)) == [7000]


def test_a_hanging_indent_is_the_first_stop() -> None:
    section = paragraph("3", f"ㅇ{TAB}가나{TAB}: 7월")
    assert widths(fit_tabs(section, SHAPES)) == [500, 6000]


def test_a_tab_without_a_stop_keeps_its_width() -> None:
    assert widths(fit_tabs(paragraph("4", f"가{TAB}나"), SHAPES)) == [1]


def test_nothing_but_the_widths_changes() -> None:
    section = paragraph("1", f"가나다{TAB}: 7월") + paragraph("4", "끝")
    assert fit_tabs(section, SHAPES) == section.replace('width="1"', 'width="7000"')


def test_each_paragraph_of_a_long_section_is_fitted_by_itself() -> None:
    bullet, other = paragraph("3", f"ㅇ{TAB}가나"), paragraph("1", f"가나다{TAB}: 7월")
    section = f"{TAB}{bullet}{paragraph('4', '끝')}{other}{bullet}"
    assert widths(fit_tabs(section, SHAPES)) == [1, 500, 7000, 500]
