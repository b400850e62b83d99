"""The HWPX template as a package of parts, on the frame of python-hwpx's empty document."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from importlib.resources import files
from io import BytesIO

from lxml import etree

from tools.draw_templates.elements import Element
from tools.draw_templates.hwpx_body import Body, make_sub_list
from tools.draw_templates.hwpx_header import Header
from tools.draw_templates.hwpx_shapes import BASE, hp, units
from tools.draw_templates.looks import EDGE_MM, HEADER_MM, SIDE_MM, TEXT_WIDTH_MM
from tools.draw_templates.report import HEADER
from tools.draw_templates.xml import Node, to_bytes

_HP = f"{{{BASE}paragraph}}"
_OPF = "{http://www.idpf.org/2007/opf/}"
_TITLE = "주요업무 보고"
_DATE = "2025-01-01T00:00:00Z"
_ORDER = (
    "mimetype",
    "version.xml",
    "settings.xml",
    "Contents/content.hpf",
    "Contents/header.xml",
    "Contents/section0.xml",
    "META-INF/container.xml",
    "META-INF/container.rdf",
    "META-INF/manifest.xml",
    "Preview/PrvText.txt",
)


def make_hwpx(elements: Iterable[Element]) -> dict[str, bytes]:
    """The parts of the package by name, in the order they stand in it."""
    frame = _read_frame()
    header = Header()
    made = {
        "Contents/section0.xml": _make_section(frame["Contents/section0.xml"], header, elements),
        "Contents/header.xml": header.make(frame["Contents/header.xml"]),
        "Contents/content.hpf": _make_manifest(frame["Contents/content.hpf"]),
        "Preview/PrvText.txt": _TITLE.encode(),
    }
    parts = frame | made
    return {name: parts[name] for name in _ORDER}


def _read_frame() -> dict[str, bytes]:
    data = files("hwpx").joinpath("data/Skeleton.hwpx").read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _make_section(frame: bytes, header: Header, elements: Iterable[Element]) -> bytes:
    root = etree.fromstring(frame)
    paragraph = root[0]
    section = paragraph.find(f"{_HP}run/{_HP}secPr")
    columns = paragraph.find(f"{_HP}run/{_HP}ctrl")
    assert section is not None
    assert columns is not None
    root.remove(paragraph)
    _set_margins(section)
    body = Body(header)
    root.extend(body.make_elements(elements))
    _put_controls(root[0], [section, columns, *_make_controls(body)])
    return to_bytes(root)


def _set_margins(section: Node) -> None:
    margin = section.find(f"{_HP}pagePr/{_HP}margin")
    assert margin is not None
    sides = {"left": SIDE_MM, "right": SIDE_MM, "top": EDGE_MM, "bottom": EDGE_MM}
    for name, mm in (sides | {"header": HEADER_MM, "footer": HEADER_MM}).items():
        margin.set(name, str(units(mm)))


def _make_controls(body: Body) -> list[Node]:
    """Header, page number, and that the first page shows neither."""
    head = hp("header", {"id": 1, "applyPageType": "BOTH"})
    head.append(make_sub_list(TEXT_WIDTH_MM, HEADER_MM, *body.make_elements(HEADER)))
    number = hp("pageNum", {"pos": "BOTTOM_CENTER", "formatType": "DIGIT", "sideChar": "-"})
    hidden = {"hideHeader": 1, "hideFooter": 1, "hideMasterPage": 0, "hideBorder": 0}
    hiding = hp("pageHiding", hidden | {"hideFill": 0, "hidePageNum": 1})
    return [hp("ctrl", None, control) for control in (head, number, hiding)]


def _put_controls(paragraph: Node, controls: Sequence[Node]) -> None:
    run = paragraph[0]
    for place, control in enumerate(controls):
        run.insert(place, control)


def _make_manifest(frame: bytes) -> bytes:
    root = etree.fromstring(frame)
    title = root.find(f"{_OPF}metadata/{_OPF}title")
    assert title is not None
    title.text = _TITLE
    texts = {"creator": "", "lastsaveby": "", "CreatedDate": _DATE, "ModifiedDate": _DATE}
    for meta in root.iter(f"{_OPF}meta"):
        name = meta.get("name", "")
        if name in texts or name == "date":
            meta.text = texts.get(name) or None
    return to_bytes(root)
