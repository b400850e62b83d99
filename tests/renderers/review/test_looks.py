"""Shapes of letters for changed text."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.renderers.review.looks import HH, Look, Looks
from tests.renderers.review.small import header


def derive(look: Look, *colors: str) -> etree._Element:
    """The shape made of the last one."""
    root = etree.fromstring(header(*colors))
    number = Looks(root).derive(str(len(colors) - 1), look)
    (shape,) = [shape for shape in root.iter(f"{HH}charPr") if shape.get("id") == number]
    return shape


def test_inserted_text_is_blue_and_underlined() -> None:
    shape = derive(Look.INSERTED, "#000000")
    underline = shape.find(f"{HH}underline")
    assert shape.get("textColor") == "#0000FF"
    assert underline is not None
    assert dict(underline.attrib) == {"type": "BOTTOM", "shape": "SOLID", "color": "#0000FF"}


def test_deleted_text_is_red_and_struck_through() -> None:
    shape = derive(Look.DELETED, "#000000")
    line = shape.find(f"{HH}strikeout")
    assert shape.get("textColor") == "#FF0000"
    assert line is not None
    assert dict(line.attrib) == {"shape": "SOLID", "color": "#FF0000"}


def test_a_line_stands_in_its_place() -> None:
    names = [etree.QName(element).localname for element in derive(Look.DELETED, "#000000")]
    assert names == ["fontRef", "bold", "underline", "strikeout", "outline"]


@pytest.mark.parametrize(("look", "color"), [(Look.INSERTED, "#9DC3FF"), (Look.DELETED, "#FF9B9B")])
def test_text_on_dark_ground_stays_light(look: Look, color: str) -> None:
    assert derive(look, "#000000", "#FFFFFF").get("textColor") == color


def test_a_shape_is_made_once_and_counted() -> None:
    root = etree.fromstring(header("#000000", "#1F3864"))
    looks = Looks(root)
    made = [looks.derive(shape, Look.INSERTED) for shape in ("0", "1", "0")]
    holder = root.find(f".//{HH}charProperties")
    assert made == ["2", "3", "2"]
    assert holder is not None
    assert holder.get("itemCnt") == "4" == str(len(holder))


def test_an_unknown_shape_stays() -> None:
    root = etree.fromstring(header("#000000"))
    assert Looks(root).derive("9", Look.INSERTED) == "9"


def test_shapes_of_another_file_are_replaced() -> None:
    content = etree.fromstring('<a><run charPrIDRef="7"/><run charPrIDRef="1"/></a>')
    Looks(etree.fromstring(header("#000000", "#000000"))).fit(content)
    assert [run.get("charPrIDRef") for run in content] == ["0", "1"]
