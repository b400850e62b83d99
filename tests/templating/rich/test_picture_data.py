from __future__ import annotations

from fractions import Fraction

import pytest

from reportgen.templating.rich.picture_data import read_picture
from tests.templating.drawn_pictures import draw_jpeg, draw_orientation, draw_png


def test_a_png_tells_its_size() -> None:
    picture = read_picture(draw_png(200, 100, 10_000))
    assert (picture.extension, picture.width, picture.height) == ("png", 200, 100)
    assert (picture.width_mm, picture.height_mm) == (20, 10)


def test_a_png_without_a_density_has_96_dots_an_inch() -> None:
    assert read_picture(draw_png(96, 48)).width_mm == Fraction(254, 10)


@pytest.mark.parametrize("dots", [1, 10**9])
def test_a_density_that_can_not_be_is_not_believed(dots: int) -> None:
    assert read_picture(draw_png(96, 48, dots)).width_mm == Fraction(254, 10)


@pytest.mark.parametrize("density", [(1, 150), (2, 59)])
def test_a_jpeg_tells_its_size(density: tuple[int, int]) -> None:
    picture = read_picture(draw_jpeg(300, 150, density))
    assert (picture.extension, picture.width, picture.height) == ("jpg", 300, 150)
    assert round(picture.width_mm) == 51


def test_a_jpeg_without_a_unit_has_96_dots_an_inch() -> None:
    assert read_picture(draw_jpeg(96, 48, (0, 1))).width_mm == Fraction(254, 10)


@pytest.mark.parametrize("order", ["II", "MM"])
def test_a_picture_that_its_camera_turned_is_refused(order: str) -> None:
    with pytest.raises(ValueError, match="its camera stored the picture turned"):
        read_picture(draw_jpeg(exif=draw_orientation(6, order)))


@pytest.mark.parametrize("order", ["II", "MM"])
def test_a_picture_that_stands_upright_is_taken(order: str) -> None:
    assert read_picture(draw_jpeg(exif=draw_orientation(1, order))).width == 300


@pytest.mark.parametrize(
    "data",
    [
        draw_png()[:-1],
        draw_png()[:60],
        draw_png()[:20] + b"\xff" + draw_png()[21:],
        draw_png(0, 5),
        draw_png().replace(b"IDAT", b"IDAX"),
        b"\x89PNG\r\n\x1a\n",
        draw_jpeg()[:-3],
        draw_jpeg()[:30],
        draw_jpeg(0, 5),
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe1\0\x10Exif\0\0II",
    ],
)
def test_what_is_not_whole_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        read_picture(data)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"GIF89a", "no PNG or JPEG"),
        (b"", "no PNG or JPEG"),
        (b"<?xml version='1.0'?><svg/>", "SVG pictures are not shown"),
        (draw_jpeg(60_000, 60_000), "more than 50 million points"),
    ],
)
def test_what_no_office_program_shows_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        read_picture(data)
