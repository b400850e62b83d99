"""The red shapes of characters in HWPX: runs refer to them by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

RED = "FF0000"
_WANTED = "\ufdec"
"""Stands before the number of a shape of which a red one is wanted."""

_HEADER = "Contents/header.xml"
_HH = "{http://www.hancom.co.kr/hwpml/2011/head}"


def want_red(number: str) -> str:
    """What stands for the number of a red shape like another one."""
    return _WANTED + number.removeprefix(_WANTED)


def add_red_shapes(parts: dict[str, bytes]) -> None:
    """Give the header a red shape for each one that is wanted; the parts are changed."""
    wanted = sorted({int(number) for data in parts.values() for number in _list_wanted(data)})
    if not wanted:
        return
    made = dict(zip(wanted, wanted, strict=True))
    if _HEADER in parts:
        root = etree.fromstring(parts[_HEADER])
        for holder in root.iter(f"{_HH}charProperties"):
            made.update(_copy_shapes(holder, wanted))
            holder.set("itemCnt", str(len(holder)))
        written = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        parts[_HEADER] = written
    for name, data in parts.items():
        if _WANTED.encode() in data:
            parts[name] = _number_shapes(data.decode(), made).encode()


def _copy_shapes(holder: etree._Element, wanted: list[int]) -> Iterator[tuple[int, int]]:
    """By the number of a shape, that of its copy in red."""
    shapes = {int(shape.get("id", "0")): shape for shape in holder.iter(f"{_HH}charPr")}
    free = max(shapes, default=0) + 1
    for number, model in [(number, shapes[number]) for number in wanted if number in shapes]:
        copy = deepcopy(model)
        copy.set("id", str(free))
        copy.set("textColor", f"#{RED}")
        copy.tail = None
        holder.append(copy)
        yield number, free
        free += 1


def _list_wanted(data: bytes) -> Iterator[bytes]:
    return (match[1] for match in re.finditer(_WANTED.encode() + rb"(\d+)", data))


def _number_shapes(text: str, made: dict[int, int]) -> str:
    return re.sub(rf"{_WANTED}(\d+)", lambda match: str(made[int(match[1])]), text)
