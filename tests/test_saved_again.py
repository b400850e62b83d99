"""The project's own templates, saved again by LibreOffice, still make the same report."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from reportgen.build import BuildOptions, build
from reportgen.diagnostics import DataError
from reportgen.formats import Document, Format
from reportgen.rendering import TemplateSet
from reportgen.templating.packages.package import read_package
from tests.extraction import extract_docx, extract_sheets, fold
from tests.office import convert
from tests.programs import require_program
from tests.renderers.package_sample import change_texts
from tests.sample import PROJECT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its templates saved again."""
    require_program("soffice")
    folder = tmp_path_factory.mktemp("again")
    for part in ("content", "templates"):
        shutil.copytree(PROJECT / part, folder / part)
    for template in sorted(folder.glob("templates/*/*.[dx]*x")):
        saved = convert(template, template.suffix[1:], folder / "saved")
        shutil.copy(saved, template)
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the project's templates make."""
    output = tmp_path_factory.mktemp("first")
    build(BuildOptions(PROJECT, output, (Format.DOCX, Format.XLSX)))
    return output


def test_the_documents_say_the_same(project: Path, first: Path, tmp_path: Path) -> None:
    build(BuildOptions(project, tmp_path, (Format.DOCX,)))
    again, before = (extract_docx(folder / "council-report.docx") for folder in (tmp_path, first))
    assert again.paragraphs == before.paragraphs
    assert again.tables == before.tables
    assert _read_margins(tmp_path) == _read_margins(first)


def test_every_template_of_word_is_still_understood(project: Path) -> None:
    assert TemplateSet(project, (Format.DOCX,), None, Document.standard()).diagnostics == []


def _read_margins(folder: Path) -> list[str]:
    """The texts of header and footer, but for the number of the page, which is looked up."""
    parts = _read(folder)
    names = ("word/header1.xml", "word/footer1.xml")
    texts = ("".join(etree.fromstring(parts[name]).itertext("{*}t")) for name in names)
    return [re.sub(r"\d", "", fold(text)) for text in texts]


def _read(folder: Path) -> dict[str, bytes]:
    return read_package(folder / "council-report.docx", "report")


def test_references_to_pages_are_looked_up_anew(project: Path, tmp_path: Path) -> None:
    build(BuildOptions(project, tmp_path, (Format.DOCX,)))
    root = etree.fromstring(_read(tmp_path)["word/document.xml"])
    names = {mark.get(key) for mark in root.iter("{*}bookmarkStart") for key in mark.attrib}
    codes = [code.split()[1] for code in root.itertext("{*}instrText") if "PAGEREF" in code]
    assert codes
    assert set(codes) <= names
    assert "Error" not in "".join(root.itertext("{*}t"))


def test_only_texts_to_be_read_out_are_lost_in_a_workbook(project: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        build(BuildOptions(project, tmp_path, (Format.XLSX,)))
    assert {each.rule for each in caught.value.diagnostics} == {"template-alt-text"}
    assert [each.location.cell for each in caught.value.diagnostics] == ["A4", "F4"]


def test_the_workbooks_show_the_same(project: Path, first: Path, tmp_path: Path) -> None:
    template = project / "templates/xlsx/budget-annexes.xlsx"
    kept = template.read_bytes()
    change_texts(
        template,
        "xl/drawings/drawing",
        lambda xml: re.sub(r'(<xdr:cNvPr [^>]*name="[^"]*")', r'\1 descr="설명"', xml),
    )
    build(BuildOptions(project, tmp_path, (Format.XLSX,)))
    template.write_bytes(kept)
    again, before = (folder / "budget-annexes.xlsx" for folder in (tmp_path, first))
    assert extract_sheets(again) == extract_sheets(before)
    assert _list_shown(again) == _list_shown(before)


def _list_shown(workbook: Path) -> Counter[str]:
    """What the charts refer to and call their series."""
    parts = read_package(workbook, "annexes")
    found: Counter[str] = Counter()
    for name, data in parts.items():
        if name.startswith("xl/charts/chart"):
            root = etree.fromstring(data)
            found.update(root.itertext("{http://schemas.openxmlformats.org/drawingml/2006/chart}f"))
            found.update(name.text or "" for name in root.iterfind(".//{*}ser/{*}tx/{*}v"))
    return found
