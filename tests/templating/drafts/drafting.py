"""Drafts of tiny templates, and the red texts in them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree

from reportgen.templating import OfficeTemplate
from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.packages.package import write_package
from tests.templating.small_packages import WORD, Kit

HEAD = "{http://www.hancom.co.kr/hwpml/2011/head}"
HEADER = (
    f'<hh:head xmlns:hh="{HEAD[1:-1]}"><hh:charProperties itemCnt="1">'
    '<hh:charPr id="0" textColor="#000000"/></hh:charProperties></hh:head>'
).encode()
VALUES: dict[str, Any] = {"report": {"title": "제목"}, "rows": [1, 0], "xs": [1, 2, 3]}
MARKS = "\ufdeb\ufdec\ufded"

Edit = Callable[[dict[str, bytes]], None]


def draft_body(
    kit: Kit, body: str, edit: Edit | None = None, /, **values: Any
) -> tuple[OfficeTemplate, dict[str, bytes]]:
    """The template of a body in XML, and the parts of the draft that it makes."""
    parts = {**kit.parts(body), "Contents/header.xml": HEADER}
    if edit:
        edit(parts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, kit.file)
        path.write_bytes(write_package(parts))
        template = OfficeTemplate(path, kit.dialect(), {}, kit.file, draft=True)
    made = template.render({**VALUES, **values}).parts
    assert not any(mark.encode() in data for data in made.values() for mark in MARKS)
    return template, made


def draft(kit: Kit, text: str, /, **values: Any) -> tuple[OfficeTemplate, dict[str, bytes]]:
    """The same of a template that is drawn from text."""
    return draft_body(kit, kit.draw(text), **values)


def find_red(kit: Kit, parts: dict[str, bytes]) -> list[str]:
    """The texts of red runs."""
    root = etree.fromstring(parts[kit.part])
    if kit is WORD:
        colours = root.iterfind(f".//{W}rPr/{W}color[@{W}val='FF0000']")
        runs = [colour.getparent().getparent() for colour in colours]  # type: ignore[union-attr]
        return ["".join(run.itertext()) for run in runs if run is not None]
    shapes = etree.fromstring(parts["Contents/header.xml"]).iter(f"{HEAD}charPr")
    red = {shape.get("id") for shape in shapes if shape.get("textColor") == "#FF0000"}
    return [
        "".join(run.itertext()) for run in root.iter(f"{HP}run") if run.get("charPrIDRef") in red
    ]


def read_draft(kit: Kit, text: str, /, **values: Any) -> tuple[str, list[str], list[str]]:
    """A draft as text, its red texts, and what is told."""
    template, parts = draft(kit, text, **values)
    told = [fault.message for fault in template.faults]
    return kit.outline(parts[kit.part]), find_red(kit, parts), told
