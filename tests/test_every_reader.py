"""Every template, and all that is made of them, is opened by every reader at hand."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hwpx
import pypdfium2
import pytest
from hwp_hwpx_parser import Reader
from openxml_audit import OpenXmlValidator

from tests.extraction import extract_docx, extract_hangul, fold
from tests.programs import require_program
from tests.sample import PROJECT
from tools.build_example import build_examples

pytestmark = pytest.mark.slow

_TEMPLATES = PROJECT / "templates"
_DOCX = [f"templates/{path.name}" for path in sorted((_TEMPLATES / "docx").iterdir())]
_HWPX = [f"templates/{path.name}" for path in sorted((_TEMPLATES / "hwpx").iterdir())]
_MADE = [f"{example}/{name}" for example in ("foundation", "real")
         for name in ("council-report", "budget-amendment")]  # fmt: skip
_MADE += ["small/council-report", "small/work-report"]
_MADE += ["culture/council-report", "culture/board-report"]
_LETTERS = re.compile(r"[가-힣0-9A-Za-z]")
WORD_FILES = [*_DOCX, *(f"{name}.docx" for name in _MADE)]
HANGUL_FILES = [*_HWPX, *(f"{name}.{ending}" for name in _MADE for ending in ("hwpx", "hwp"))]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is made of the examples."""
    folder = tmp_path_factory.mktemp("examples")
    build_examples(folder)
    return folder


def _find(files: Path, name: str) -> Path:
    folder, _slash, file = name.partition("/")
    kind = file.rpartition(".")[2]
    return _TEMPLATES / kind / file if folder == "templates" else files / folder / "output" / file


@pytest.mark.parametrize("name", WORD_FILES)
def test_pandoc_reads_what_python_docx_reads(files: Path, name: str) -> None:
    path = _find(files, name)
    command = [require_program("pandoc"), "--from", "docx", "--to", "json", str(path)]
    done = subprocess.run(command, check=True, capture_output=True)
    assert done.stderr == b""
    # A paragraph in the style of a title is metadata there.
    read = fold(
        "".join(_list_words([json.loads(done.stdout)[part] for part in ("meta", "blocks")]))
    )
    texts = extract_docx(path).texts
    assert len(texts) > 40
    assert [text for text in texts if text not in read] == []


def _list_words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _list_words(child)
    elif isinstance(node, dict):
        content = node.get("c", list(node.values()) if "t" not in node else None)
        if node.get("t") in ("Str", "Code"):
            yield content if isinstance(content, str) else content[1]
        elif content is not None:
            yield from _list_words(content)


@pytest.mark.parametrize("name", WORD_FILES)
def test_libreoffice_prints_what_python_docx_reads(files: Path, name: str, tmp_path: Path) -> None:
    path = _find(files, name)
    command = [require_program("soffice"), f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"]
    command += ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(tmp_path / f"{path.stem}.pdf")
    printed = fold("".join(page.get_textpage().get_text_bounded() for page in document))
    document.close()
    words = {letter for text in extract_docx(path).texts for letter in text if letter >= "가"}
    assert words - set(printed) == set()


@pytest.mark.parametrize("name", WORD_FILES)
def test_parts_follow_the_standard(files: Path, name: str) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(_find(files, name)).errors] == []


@pytest.mark.parametrize("name", [name for name in HANGUL_FILES if name.endswith(".hwpx")])
def test_python_hwpx_reads_what_rhwp_reads(files: Path, name: str) -> None:
    path = _find(files, name)
    texts = extract_hangul(path).texts
    assert len(texts) > 40
    with hwpx.HwpxDocument.open(path) as document:
        read = _keep_letters(document.text.plain())
    assert [text for text in texts if _keep_letters(text) not in read] == []


@pytest.mark.parametrize("name", [name for name in HANGUL_FILES if name.endswith(".hwp")])
def test_hwp_hwpx_parser_reads_what_rhwp_reads(files: Path, name: str) -> None:
    path = _find(files, name)
    with Reader(path) as reader:
        read = _keep_letters(reader.extract_text())
    texts = extract_hangul(path).texts
    assert len(texts) > 40
    # Behind a bookmark it loses the first two letters.
    assert [text for text in texts if _keep_letters(text)[2:] not in read] == []


def _keep_letters(text: str) -> str:
    """Letters and digits alone: tabs, markers and the lines of tables are spelled differently."""
    return "".join(_LETTERS.findall(text))
