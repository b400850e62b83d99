"""Every document says its title once, and names the organization as its author."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from struct import unpack_from

import olefile
import openpyxl
import pytest
from docx import Document
from lxml import etree

from reportgen.build import BuildOptions, build
from reportgen.diagnostics import has_errors
from reportgen.formats import DEFAULT_FORMATS
from reportgen.importing.exports.ledger_export import export_ledger
from reportgen.renderers.core_properties import describe_core
from tests.renderers.documents import METADATA
from tests.sample import PROJECT, read_folder

FOUNDATION = PROJECT / "examples/amendment/foundation"
AUTHOR = "온누리시 바람숲재단"
TITLES = {
    "council-report": "[예시 (지어낸 재단)] 2026 주요업무 보고",
    "budget-amendment": "[예시 (지어낸 재단)] 2026년도 제1회 추가경정예산",
    "budget-annexes": "2026년 예산 부속서류",
}
OPF = "{http://www.idpf.org/2007/opf/}"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built in every format."""
    target = tmp_path_factory.mktemp("output")
    result = build(BuildOptions(FOUNDATION, target, DEFAULT_FORMATS, templates=PROJECT))
    assert not has_errors(result.diagnostics)
    return target


@pytest.mark.parametrize("name", ["council-report", "budget-amendment"])
def test_docx(output: Path, name: str) -> None:
    properties = Document(str(output / f"{name}.docx")).core_properties
    said = (properties.title, properties.author, properties.last_modified_by)
    assert said == (TITLES[name], AUTHOR, AUTHOR)


@pytest.mark.parametrize("name", ["council-report", "budget-amendment"])
def test_hwpx(output: Path, name: str) -> None:
    with zipfile.ZipFile(output / f"{name}.hwpx") as archive:
        root = etree.fromstring(archive.read("Contents/content.hpf"))
    assert [title.text for title in root.iter(f"{OPF}title")] == [TITLES[name]]
    metas = [(meta.get("name"), meta.text) for meta in root.iter(f"{OPF}meta")]
    assert len(dict(metas)) == len(metas)
    assert (dict(metas)["creator"], dict(metas)["lastsaveby"]) == (AUTHOR, AUTHOR)


@pytest.mark.parametrize("name", ["council-report", "budget-amendment"])
def test_hwp(output: Path, name: str) -> None:
    with olefile.OleFileIO(output / f"{name}.hwp") as file:
        said = read_summary(file.openstream("\x05HwpSummaryInformation").read())
    assert (said[2], said[4], said[8]) == (TITLES[name], AUTHOR, AUTHOR)


def read_summary(data: bytes) -> dict[int, str]:
    """The texts of a property set (MS-OLEPS), by number: 2 title, 4 author, 8 last author."""
    at = unpack_from("<I", data, 44)[0]
    texts: dict[int, str] = {}
    for number in range(unpack_from("<I", data, at + 4)[0]):
        identity, offset = unpack_from("<II", data, at + 8 + 8 * number)
        kind, length = unpack_from("<II", data, at + offset)
        if kind == 31:
            start = at + offset + 8
            text = data[start : start + 2 * length].decode("utf-16-le")
            texts[identity] = text.rstrip("\0")
    return texts


def test_xlsx(output: Path) -> None:
    properties = openpyxl.load_workbook(output / "budget-annexes.xlsx").properties
    said = (properties.title, properties.creator, properties.lastModifiedBy)
    assert said == (TITLES["budget-annexes"], AUTHOR, AUTHOR)


def test_the_ledger_of_an_export() -> None:
    data = export_ledger(read_folder(FOUNDATION), ".xlsx").data
    properties = openpyxl.load_workbook(BytesIO(data)).properties
    assert (properties.creator, properties.lastModifiedBy) == (AUTHOR, AUTHOR)
    assert properties.title == "예산 원장 (2026-08-31 기준)"


def test_what_a_template_says_twice_is_said_once() -> None:
    dc = "http://purl.org/dc/elements/1.1/"
    core = (
        '<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="{dc}"><dc:title>a</dc:title><dc:subject>s</dc:subject>'
        "<dc:title>b</dc:title></p:coreProperties>"
    )
    root = etree.fromstring(describe_core(core.encode(), METADATA))
    assert [title.text for title in root.iter(f"{{{dc}}}title")] == [METADATA.title]
    assert root.findtext(f"{{{dc}}}creator") == METADATA.author
    assert root.findtext(f"{{{dc}}}subject") == "s"
