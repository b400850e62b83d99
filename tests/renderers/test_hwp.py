"""HWP 5.0, read by a library that did not write it."""

from __future__ import annotations

from pathlib import Path

import olefile
import pytest
from hwpx.hwp5 import writer
from hwpx.hwp5.section_writer import SectionRecords

from reportgen.formats import Format
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from reportgen.state import State, load_state
from tests.extraction import Extract, extract_hangul
from tests.renderers.documents import METADATA, compile_project_template, write
from tests.sample import PROJECT, make_state
from tests.templating.small_packages import read_parts


def make_hwpx(state: State) -> bytes:
    """The HWPX of a folder's report, from the project's template."""
    template = compile_project_template(Format.HWPX, state.context.formatter)
    return render_hwpx(template, state.report, METADATA)[0]


@pytest.fixture(scope="module")
def hwpx(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return make_hwpx(make_state(tmp_path_factory.mktemp("sample")))


@pytest.fixture(scope="module")
def hwp(hwpx: bytes) -> bytes:
    return render_hwp(hwpx)


@pytest.fixture
def extract(hwp: bytes, tmp_path: Path) -> Extract:
    return extract_hangul(write(tmp_path, "a.hwp", hwp))


def test_it_is_a_compound_file_of_hwp_5(hwp: bytes) -> None:
    with olefile.OleFileIO(hwp) as file:
        assert file.exists("BodyText/Section0")
        header = file.openstream("FileHeader").read()
    assert header.startswith(b"HWP Document File")
    assert header[35] == 5


def test_it_prints_what_the_hwpx_prints(hwpx: bytes, extract: Extract, tmp_path: Path) -> None:
    ours = extract_hangul(write(tmp_path, "a.hwpx", hwpx))
    assert extract.paragraphs == ours.paragraphs
    assert extract.tables == ours.tables


def test_values_are_as_typed(extract: Extract) -> None:
    texts = "\n".join(extract.texts)
    assert "시민이<걷고&쉬는>도시를만든다" in texts
    assert "(사업예산)200,000천원" in texts
    assert "{" not in texts


def test_merged_cells_keep_their_text(extract: Extract) -> None:
    table = next(table for table in extract.tables if "요청내용" in table)
    assert table[:7] == ("연번", "구분", "요청내용", "완료", "1", "동네(2건)", "솔숲어린이공원꽃밭")


def test_the_same_hwpx_gives_the_same_bytes(hwpx: bytes, hwp: bytes) -> None:
    assert render_hwp(hwpx) == hwp


def test_the_sample_has_the_bytes_of_python_hwpx(hwpx: bytes, hwp: bytes) -> None:
    assert hwp == writer.write_hwp5(read_parts(hwpx))


def test_the_projects_own_report_has_the_bytes_of_python_hwpx() -> None:
    hwpx = make_hwpx(load_state(PROJECT))
    assert render_hwp(hwpx) == writer.write_hwp5(read_parts(hwpx))


def test_python_hwpx_keeps_its_own_section_writer(hwp: bytes) -> None:
    assert writer.SectionRecords is SectionRecords
