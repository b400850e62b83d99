"""What the finished files say, each read by a library that did not write it.

DOCX and HWPX are written by the project's own engine, HWP by python-hwpx and XLSX by the
project's own renderer; they are read here with python-docx, rhwp and python-calamine.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from python_calamine import CalamineWorkbook

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Extract:
    """Paragraphs outside tables, and the cells of every table, white space folded."""

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[str, ...], ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is printed."""
        return (*self.paragraphs, *(cell for table in self.tables for cell in table))


def fold(text: str) -> str:
    """The text without any white space, which the formats spell differently."""
    return _SPACE.sub("", text)


def extract_docx(path: Path) -> Extract:
    """DOCX through python-docx."""
    body = Document(str(path)).element.body
    paragraphs: list[str] = []
    tables: list[tuple[str, ...]] = []
    for element in body.iterchildren():
        if element.tag == qn("w:p"):
            paragraphs.append(fold(_paragraph_text(element)))
        elif element.tag == qn("w:tbl"):
            tables.append(tuple(_cells(element)))
    return Extract(tuple(text for text in paragraphs if text), tuple(tables))


def _paragraph_text(element: object) -> str:
    return str(Paragraph(element, None).text)  # type: ignore[arg-type]


def _cells(element: object) -> Iterator[str]:
    table = Table(element, None)  # type: ignore[arg-type]
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst:
            if cell.vMerge != "continue":
                text = fold(_cell_text(_Cell(cell, table)))
                if text:
                    yield text


def _cell_text(cell: _Cell) -> str:
    return "".join(str(paragraph.text) for paragraph in cell.paragraphs) + "".join(
        _cell_text(inner) for table in cell.tables for row in table.rows for inner in row.cells
    )


def extract_hangul(path: Path) -> Extract:
    """HWPX or HWP through rhwp."""
    document = json.loads(load_rhwp().parse(str(path)).to_ir_json())
    paragraphs: list[str] = []
    tables: list[tuple[str, ...]] = []
    for block in document["body"]:
        if block["kind"] == "table":
            texts = (fold(_block_text(cell["blocks"])) for cell in block["cells"])
            tables.append(tuple(text for text in texts if text))
        else:
            paragraphs.append(fold(block["text"]))
    return Extract(tuple(text for text in paragraphs if text), tuple(tables))


def _block_text(blocks: list[dict[str, Any]]) -> str:
    return "".join(
        "".join(_block_text(cell["blocks"]) for cell in block["cells"])
        if block["kind"] == "table"
        else str(block["text"])
        for block in blocks
    )


def load_rhwp() -> ModuleType:
    """The module rhwp; on Debian its library has to find FreeType first."""
    if sys.platform == "linux":
        ctypes.CDLL("libfreetype.so.6", mode=ctypes.RTLD_GLOBAL)
    return importlib.import_module("rhwp")


def extract_sheets(path: Path) -> dict[str, list[list[object]]]:
    """XLSX through python-calamine: the cached values of every sheet."""
    workbook = CalamineWorkbook.from_path(str(path))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}
