"""What the first bytes of a picture say: its kind, its size in points and on paper."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reportgen.i18n import translate as _
from reportgen.limits import MOST_PIXELS

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_USUAL, _LEAST, _MOST = 96, 10, 5_000
"""Dots per inch: without any told, and within which they are believed."""
_MILLIMETRES = Fraction(254, 10)
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Markers of JPEG (ITU T.81, B.1.1.3) that say how large a picture is."""
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_DPI, _DOTS_PER_CM = 1, 2
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class PictureData:
    """A picture as it is stored.

    :ivar extension: ``png`` or ``jpg``.
    :ivar width_mm: its natural size, by the dots per inch that it tells.
    """

    data: bytes
    extension: str
    width: int
    height: int
    width_mm: Fraction
    height_mm: Fraction


def read_picture(data: bytes) -> PictureData:
    """The picture.

    :raises ValueError: where it is none that every office program shows, or not whole.
    """
    if data.startswith(_PNG):
        return _measure(data, "png", *_read_png(data))
    if data.startswith(_JPEG):
        return _measure(data, "jpg", *_read_jpeg(data))
    if b"<svg" in data[:2000]:
        raise ValueError(_("SVG pictures are not shown by all office programs; save it as PNG"))
    raise ValueError(_("it is no PNG or JPEG picture"))


def _measure(
    data: bytes, extension: str, size: tuple[int, int], dots: tuple[Fraction, Fraction]
) -> PictureData:
    width, height = size
    if not width or not height:
        raise ValueError(_("the picture is damaged"))
    if width * height > MOST_PIXELS:
        limit = MOST_PIXELS // 10**6
        raise ValueError(_("the picture has more than {limit} million points", limit=limit))
    across, down = dots if all(_LEAST <= dot <= _MOST for dot in dots) else (_USUAL, _USUAL)
    in_mm = width * _MILLIMETRES / across, height * _MILLIMETRES / down
    return PictureData(data, extension, width, height, *in_mm)


def _read_png(data: bytes) -> tuple[tuple[int, int], tuple[Fraction, Fraction]]:
    """Size and dots per inch of a PNG (ISO 15948) whose parts are all whole."""
    at, size, dots, kinds = len(_PNG), (0, 0), (Fraction(_USUAL),) * 2, set[bytes]()
    while b"IEND" not in kinds:
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        content = data[at + 8 : at + 8 + length]
        checked = int.from_bytes(data[at + 8 + length : at + 12 + length], "big")
        if (
            len(kind) < 4
            or len(content) < length
            or zlib.crc32(content, zlib.crc32(kind)) != checked
        ):
            raise ValueError(_("the picture is damaged"))
        if kind == b"IHDR" and length == 13:
            size = int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")
        elif kind == b"pHYs" and length == 9 and content[8] == 1:
            a_metre = int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")
            dots = Fraction(a_metre[0] * 254, 10_000), Fraction(a_metre[1] * 254, 10_000)
        kinds.add(kind)
        at += 12 + length
    if b"IDAT" not in kinds:
        raise ValueError(_("the picture is damaged"))
    return size, dots


def _read_jpeg(data: bytes) -> tuple[tuple[int, int], tuple[Fraction, Fraction]]:
    """Size and dots per inch of a JPEG, which has to be upright and to have an end."""
    at, size, dots = 2, (0, 0), (Fraction(_USUAL),) * 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == 0xDA:  # the points themselves begin
            break
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        content = data[at + 4 : at + 2 + length]
        if marker in _FRAMES and len(content) >= 5:
            size = int.from_bytes(content[3:5], "big"), int.from_bytes(content[1:3], "big")
        elif marker == 0xE0 and content[:5] == b"JFIF\0" and len(content) >= 12:
            dots = _read_density(content)
        elif marker == 0xE1 and content[:6] == b"Exif\0\0":
            _check_upright(content[6:])
        at += 2 + max(length, 2)
    if data[at : at + 2] != b"\xff\xda" or b"\xff\xd9" not in data[-64:]:
        raise ValueError(_("the picture is damaged"))
    return size, dots


def _read_density(header: bytes) -> tuple[Fraction, Fraction]:
    across = Fraction(int.from_bytes(header[8:10], "big"))
    down = Fraction(int.from_bytes(header[10:12], "big"))
    if header[7] == _DOTS_PER_CM:
        return across * _MILLIMETRES / 10, down * _MILLIMETRES / 10
    return (across, down) if header[7] == _DPI else (Fraction(_USUAL),) * 2


def _check_upright(exif: bytes) -> None:
    """Office programs show the points as they are stored, without turning them."""
    order: Literal["little", "big"] = "little" if exif[:2] == b"II" else "big"
    at = int.from_bytes(exif[4:8], order)
    for entry in range(int.from_bytes(exif[at : at + 2], order)):
        start = at + 2 + 12 * entry
        if int.from_bytes(exif[start : start + 2], order) == _ORIENTATION:
            if int.from_bytes(exif[start + 8 : start + 10], order) > 1:
                raise ValueError(
                    _("its camera stored the picture turned; turn it and save it anew")
                )
            return
