"""Pictures made of nothing, for tests."""

from __future__ import annotations

import zlib


def draw_png(width: int = 200, height: int = 100, dots_a_metre: int = 0) -> bytes:
    """A grey PNG."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress((b"\0" + b"\x80" * width) * height, 9)
    density = dots_a_metre.to_bytes(4, "big") * 2 + b"\1"
    chunks = [(b"IHDR", header), (b"pHYs", density), (b"IDAT", rows), (b"IEND", b"")]
    wanted = [chunk for chunk in chunks if dots_a_metre or chunk[0] != b"pHYs"]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_draw_chunk(*chunk) for chunk in wanted)


def _draw_chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def draw_jpeg(
    width: int = 300, height: int = 150, density: tuple[int, int] = (1, 150), exif: bytes = b""
) -> bytes:
    """What a JPEG says of itself, without its points.

    :param density: the unit (1 per inch, 2 per centimetre), and how many of them.
    """
    unit, count = density
    jfif = b"JFIF\0\1\1" + bytes([unit]) + count.to_bytes(2, "big") * 2 + b"\0\0"
    frame = b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\1\1\x11\0"
    segments = [(0xE0, jfif), (0xC2, frame), (0xDA, b"\1\1\0\0\x3f\0")]
    if exif:
        segments.insert(1, (0xE1, b"Exif\0\0" + exif))
    drawn = (
        b"\xff" + bytes([marker]) + (len(content) + 2).to_bytes(2, "big") + content
        for marker, content in segments
    )
    return b"\xff\xd8" + b"".join(drawn) + b"\0\0\xff\xd9"


def draw_orientation(value: int, order: str = "II") -> bytes:
    """The EXIF of a camera that was held in some way."""
    name = "little" if order == "II" else "big"

    def number(amount: int, size: int) -> bytes:
        return amount.to_bytes(size, name)  # type: ignore[arg-type]

    entry = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(value, 2) + b"\0\0"
    return order.encode() + number(42, 2) + number(8, 4) + number(1, 2) + entry + b"\0\0\0\0"
