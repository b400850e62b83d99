"""Slow cross-checks of the project's own report with other programs."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from reportgen.build import BuildOptions, build
from tests.extraction import fold, load_rhwp
from tests.programs import require_program
from tests.renderers.test_xlsx_recalculation import calculate, count_stale_values, read_values
from tests.test_build_real import ROOT

pytestmark = pytest.mark.slow

_ENTRY = re.compile(r"^(?P<title>\S.*?)\.*(?P<page>\d+)$")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    build(BuildOptions(ROOT, folder))
    return folder


@pytest.fixture(scope="module")
def pages(output: Path) -> list[str]:
    """The text of every page of the DOCX as LibreOffice lays it out."""
    command = [require_program("soffice"), f"-env:UserInstallation={(output / 'p').as_uri()}"]
    command += ["--headless", "--convert-to", "pdf", "--outdir", str(output)]
    subprocess.run([*command, str(output / "council-report.docx")], check=True, capture_output=True)
    document = pypdfium2.PdfDocument(output / "council-report.pdf")
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def test_the_contents_name_the_pages_on_which_chapters_stand(pages: list[str]) -> None:
    entries = [
        match
        for line in pages[1].splitlines()
        if (match := _ENTRY.match(fold(line))) and match["title"] != "-"
    ]
    assert len(entries) == 5 + 2 + 12
    for entry in entries:
        title = re.sub(r"^[ⅠⅡⅢⅣⅤ\d][-.\d]*", "", entry["title"])
        assert title in fold(pages[int(entry["page"]) - 1]), entry["title"]


def test_libreoffice_computes_the_values_of_the_annexes(output: Path, tmp_path: Path) -> None:
    data = (output / "budget-annexes.xlsx").read_bytes()
    ours = openpyxl.load_workbook(output / "budget-annexes.xlsx", data_only=True)
    assert read_values(calculate(data, tmp_path)) == read_values(ours)
    assert count_stale_values(data) == 0


def test_the_hwpx_lays_out_to_about_as_many_pages_as_the_docx(
    output: Path, pages: list[str]
) -> None:
    hwpx = load_rhwp().parse(str(output / "council-report.hwpx"))
    assert abs(hwpx.page_count - len(pages)) <= 3
