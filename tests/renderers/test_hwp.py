"""HWP 5.0, read by a library that did not write it."""

from __future__ import annotations

from pathlib import Path

import olefile
import pytest

from reportgen.formats import Format
from reportgen.renderers.hwp import render_hwp
from reportgen.renderers.hwpx import render_hwpx
from tests.extraction import Extract, extract_hangul
from tests.renderers.documents import METADATA, compile_project_template, write
from tests.sample import make_state


@pytest.fixture(scope="module")
def hwpx(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    state = make_state(tmp_path_factory.mktemp("sample"))
    template = compile_project_template(Format.HWPX, state.context.formatter)
    return render_hwpx(template, state.report, METADATA)[0]


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
