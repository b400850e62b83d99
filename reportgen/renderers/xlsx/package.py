"""The package of the finished workbook: the template's parts, with some made anew."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from lxml import etree

from reportgen.renderers.core_properties import CORE, describe_core
from reportgen.renderers.metadata import Metadata
from reportgen.renderers.xlsx.names import PLACE
from reportgen.renderers.xlsx.relations import TYPES
from reportgen.renderers.xlsx.spreadsheetml import RELATIONS, Element, main, parse_xml
from reportgen.renderers.xlsx.template import SHARED_STRINGS, WORKBOOK, WORKBOOK_RELATIONS

_APP = "docProps/app.xml"
_CALCULATION_CHAIN = "xl/calcChain.xml"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_TYPES_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS_NAMESPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHARACTERS_AT_ONCE = 100_000


def write_workbook(
    template: Mapping[str, bytes],
    workbook: bytes,
    streamed: Mapping[str, Iterable[str]],
    metadata: Metadata,
) -> bytes:
    """The workbook as bytes, the same for the same content.

    :param workbook: its main part.
    :param streamed: the parts that are written piece by piece, in order; the shared
        strings come last, because the sheets fill them.
    """
    parts = {name: data for name, data in template.items() if name not in streamed}
    parts.pop(_CALCULATION_CHAIN, None)
    parts[TYPES] = _edit_types(parts[TYPES])
    parts[WORKBOOK_RELATIONS] = _edit_relations(parts[WORKBOOK_RELATIONS])
    parts[WORKBOOK] = workbook
    if CORE in parts:
        parts[CORE] = describe_core(parts[CORE], metadata)
    if _APP in parts:
        parts[_APP] = _without_titles(parts[_APP])
    return _zip(parts, streamed)


def serialize_workbook(workbook: Element, names: str) -> bytes:
    """The main part of a workbook.

    :param names: the elements that belong in the place of the comment for names.
    """
    data = _serialize(_without_forced_calculation(workbook))
    return data.replace(f"<!--{PLACE}-->".encode(), names.encode(), 1)


def _zip(parts: Mapping[str, bytes], streamed: Mapping[str, Iterable[str]]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(_entry(name), data)
        for name, pieces in streamed.items():
            with archive.open(_entry(name), "w", force_zip64=False) as part:
                for chunk in _gather(pieces):
                    part.write(chunk.encode())
    return buffer.getvalue()


def _gather(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces joined to larger ones, since every call of the compressor costs time."""
    gathered: list[str] = []
    length = 0
    for piece in pieces:
        gathered.append(piece)
        length += len(piece)
        if length > _CHARACTERS_AT_ONCE:
            yield "".join(gathered)
            gathered, length = [], 0
    yield "".join(gathered)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


def _edit_types(data: bytes) -> bytes:
    """Content types with the shared strings and without the calculation chain."""
    root = parse_xml(data)
    for override in list(root.iter(f"{_TYPES_NAMESPACE}Override")):
        if override.get("PartName") in (f"/{_CALCULATION_CHAIN}", f"/{SHARED_STRINGS}"):
            root.remove(override)
    etree.SubElement(
        root,
        f"{_TYPES_NAMESPACE}Override",
        PartName=f"/{SHARED_STRINGS}",
        ContentType=_STRINGS_TYPE,
    )
    return _serialize(root)


def _edit_relations(data: bytes) -> bytes:
    root = parse_xml(data)
    kinds = {f"{RELATIONS}/sharedStrings", f"{RELATIONS}/calcChain"}
    for relation in list(root):
        if relation.get("Type") in kinds:
            root.remove(relation)
    etree.SubElement(
        root,
        f"{_RELATIONS_NAMESPACE}Relationship",
        Id="sharedStrings",
        Type=f"{RELATIONS}/sharedStrings",
        Target=f"/{SHARED_STRINGS}",
    )
    return _serialize(root)


def _without_forced_calculation(workbook: Element) -> Element:
    """Every formula carries its value, so nothing has to be calculated on loading."""
    calculation = workbook.find(main("calcPr"))
    if calculation is not None:
        for name in {"fullCalcOnLoad", "forceFullCalc"} & set(calculation.keys()):
            del calculation.attrib[name]
    return workbook


def _without_titles(data: bytes) -> bytes:
    """Extended properties without the list of names, which has changed."""
    root = parse_xml(data)
    for child in list(root):
        if etree.QName(child).localname in ("HeadingPairs", "TitlesOfParts"):
            root.remove(child)
    return _serialize(root)


def _serialize(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
