"""Packages of workbooks, edited part by part where openpyxl has no words for it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath

PICTURE = "xl/media/image1.png"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
"""A picture of one transparent point."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_PNG = '<Default Extension="png" ContentType="image/png"/>'
_UNDESCRIBED = re.compile(r"(<(?:\w+:)?cNvPr (?![^>]*descr=)[^>]*?)(/?>)")
_TARGET = re.compile(r'<Relationship [^>]*?Target="([^"]+)"')


def read_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write a package."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def change_texts(path: Path, start: str, change: Callable[[str], str]) -> None:
    """Change the XML of the parts whose names begin so."""
    parts = read_parts(path.read_bytes())
    changed = {name: data for name, data in parts.items() if name.startswith(start)}
    write_parts(
        path, parts | {name: change(xml.decode()).encode() for name, xml in changed.items()}
    )


def describe(path: Path) -> None:
    """Give every chart an alternative text, which openpyxl can't write and doesn't keep."""
    change_texts(path, "xl/drawings/drawing", lambda xml: _UNDESCRIBED.sub(_add_text, xml))


def put_picture(path: Path, sheet: int, first: int, last: int, descr: str = "로고") -> None:
    """Put the picture on a sheet that has no drawing, over these rows, both included.

    :param sheet: the number of its part.
    """
    parts = read_parts(path.read_bytes())
    drawing, name = f"xl/drawings/drawing9{sheet}.xml", f"xl/worksheets/sheet{sheet}.xml"
    parts[PICTURE] = PIXEL
    parts[drawing] = _spell_drawing(first, last, descr).encode()
    parts[f"xl/drawings/_rels/drawing9{sheet}.xml.rels"] = _spell_relation("image", PICTURE)
    parts[f"xl/worksheets/_rels/sheet{sheet}.xml.rels"] = _spell_relation("drawing", drawing)
    xml = (
        parts[name]
        .decode()
        .replace("</worksheet>", f'<drawing xmlns:r="{_OFFICE}" r:id="r1"/></worksheet>')
    )
    parts[name] = xml.encode()
    types = parts["[Content_Types].xml"].decode().replace(_PNG, "")
    override = f'<Override PartName="/{drawing}" ContentType="{_DRAWING_TYPE}"/>'
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{_PNG}{override}</Types>").encode()
    write_parts(path, parts)


def find_loose_ends(data: bytes) -> set[str]:
    """Parts that something names and that are not there, or that nothing leads to."""
    parts = read_parts(data)
    typed = set(re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"].decode()))
    shown = {name for name in parts if not name.endswith(".rels") and not name.startswith("[")}
    owners = {_owner_of(name) for name in parts if name.endswith(".rels")} - {""}
    return (typed - shown) | (set(_list_targets(parts)) ^ shown) | (owners - shown)


def _list_targets(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name, data in parts.items():
        if name.endswith(".rels"):
            folder = dirname(_owner_of(name))
            for target in _TARGET.findall(data.decode()):
                yield normpath(join("/", folder, target)).lstrip("/")


def _owner_of(relations: str) -> str:
    return relations.replace("_rels/", "").removesuffix(".rels")


def _add_text(match: re.Match[str]) -> str:
    return f'{match[1].rstrip()} descr="설명" {match[2]}'


def _spell_relation(kind: str, part: str) -> bytes:
    return (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/{kind}"'
        f' Target="/{part}"/></Relationships>'
    ).encode()


def _spell_drawing(first: int, last: int, descr: str) -> str:
    corners = "".join(
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        for name, column, row in (("from", 1, first - 1), ("to", 2, last))
    )
    return (
        f'<xdr:wsDr xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:a="{_DRAWING}/main"'
        f' xmlns:r="{_OFFICE}"><xdr:twoCellAnchor>{corners}<xdr:pic><xdr:nvPicPr>'
        f'<xdr:cNvPr id="1" name="logo" descr="{descr}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        '<xdr:blipFill><a:blip r:embed="r1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>'
        '<xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
        "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
