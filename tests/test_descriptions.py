"""문서요지 and 키워드 reach the properties of every file, where other libraries read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import hwpx
import olefile
import openpyxl
import pytest
from lxml import etree

from reportgen.build import BuildOptions, build
from reportgen.diagnostics import has_errors
from reportgen.formats import DEFAULT_FORMATS, Document
from reportgen.renderers.core_properties import describe_core
from reportgen.renderers.metadata import Metadata
from reportgen.state import load_state
from tests.amended import NOTES, write_amended
from tests.renderers.documents import METADATA
from tests.sample import PROJECT, REPORT, find_mistakes, write_folder
from tests.test_properties import read_summary

SAID = """\
summary: "예산현액 {{ figures.appropriation.expenditure | thousand_won }}의 <집행> & 실적"
keywords: [업무보고, "{{ report.year }}년 예산"]
"""
BOARD = """\
title: 이사회 보고
summary: 이사회가 볼 것
keywords: [이사회]
chapters: [{title: 집행, blocks: [{paragraph: 가}]}]
"""
FILES = {
    "content/report.yaml": REPORT + SAID,
    "content/amendments/1.yaml": f"{NOTES}summary: 정원을 늘리는 추경\nkeywords: [추경, 정원]\n",
    "content/documents/board-report.yaml": BOARD,
    "content/documents/plain-report.yaml": BOARD.replace("summary: 이사회가 볼 것\n", "").replace(
        "keywords: [이사회]\n", ""
    ),
}
SUMMARY = "예산현액 987,000천원의 <집행> & 실적"
WORDS = ("업무보고", "2026년 예산")
EXPECTED = {
    "council-report": ("주요업무 보고", SUMMARY, WORDS),
    "budget-amendment": ("2026년도 제1회 추가경정예산", "정원을 늘리는 추경", ("추경", "정원")),
    "board-report": ("이사회 보고", "이사회가 볼 것", ("이사회",)),
    "plain-report": ("이사회 보고", "", ()),
}
AUTHOR = "가온시 누리재단"
NAMES = [pytest.param(name, *said, id=name) for name, said in EXPECTED.items()]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_amended(tmp_path_factory.mktemp("described"), FILES)
    result = build(BuildOptions(root, root / "output", DEFAULT_FORMATS, templates=PROJECT))
    assert not has_errors(result.diagnostics)
    return root / "output"


@pytest.mark.parametrize(("name", "subject", "summary", "words"), NAMES)
def test_docx(output: Path, name: str, subject: str, summary: str, words: tuple[str, ...]) -> None:
    said = docx.Document(str(output / f"{name}.docx")).core_properties
    assert (said.subject, said.comments, said.keywords) == (subject, summary, "; ".join(words))
    category = "추가경정예산서" if name == "budget-amendment" else "보고서"
    assert (said.author, said.category, said.language) == (AUTHOR, category, "ko-KR")


def test_xlsx(output: Path) -> None:
    said = openpyxl.load_workbook(output / "budget-annexes.xlsx").properties
    assert (said.subject, said.description) == ("주요업무 보고", SUMMARY)
    assert said.keywords == "; ".join(WORDS)
    assert (said.creator, said.category, said.language) == (AUTHOR, "부속서류", "ko-KR")


@pytest.mark.parametrize(("name", "subject", "summary", "words"), NAMES)
def test_hwpx(output: Path, name: str, subject: str, summary: str, words: tuple[str, ...]) -> None:
    with hwpx.HwpxDocument.open(output / f"{name}.hwpx") as document:
        said = document.package.document_metadata()
    assert (said.creator, said.subject) == (AUTHOR, subject)
    assert (said.description or "", said.keyword or "") == (summary, ", ".join(words))


@pytest.mark.parametrize(("name", "subject", "summary", "words"), NAMES)
def test_hwp(output: Path, name: str, subject: str, summary: str, words: tuple[str, ...]) -> None:
    with olefile.OleFileIO(output / f"{name}.hwp") as file:
        said = read_summary(file.openstream("\x05HwpSummaryInformation").read())
    assert (said[3], said[4]) == (subject, AUTHOR)
    assert (said[6], said[5]) == (summary, ", ".join(words))


def test_the_manifest_knows_where_a_summary_shows_a_figure(output: Path) -> None:
    manifest = json.loads((output / "manifest.json").read_bytes())
    places = manifest["figures"]["appropriation.expenditure"]["places"]
    found = [place for place in places if place.get("chapter") == "문서요지"]
    assert {place["file"] for place in found} == {
        *(f"council-report.{form}" for form in ("hwpx", "hwp", "docx")),
        "budget-annexes.xlsx",
    }
    assert {(place["text"], place["paragraph"]) for place in found} == {("987,000천원", SUMMARY)}


def test_without_them_the_template_keeps_its_own() -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:d="http://purl.org/dc/elements/1.1/"><d:subject>주제</d:subject>'
        "<d:description>메모</d:description><c:keywords>말</c:keywords>"
        "<c:category>범주</c:category><d:language>en</d:language></c:coreProperties>"
    )
    metadata = Metadata(METADATA.title, METADATA.author, METADATA.day, "다른 주제", "보고서")
    root = etree.fromstring(describe_core(core.encode(), metadata))
    texts = {etree.QName(element).localname: element.text for element in root}
    kept = ("subject", "description", "keywords", "category", "language")
    assert [texts[name] for name in kept] == ["주제", "메모", "말", "범주", "en"]


@pytest.mark.parametrize(
    "name", ["report.yaml", "amendments/1.yaml", "documents/board-report.yaml"]
)
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("summary: '{{ figures.x }}'", "[undefined] «{{ figures.x }}»: figures.x is not defined"),
        ("keywords: ['{{ nobody }}']", "[undefined] «{{ nobody }}»: nobody is not defined"),
        ("keywords: 예산", "[wrong-type]"),
        ("summary: ' '", "[blank-text]"),
        ("summary: '<b>{%'", "[forgotten-code]"),
    ],
)
def test_mistakes_have_their_place(tmp_path: Path, name: str, text: str, problem: str) -> None:
    key = text.partition(":")[0]
    old = {"content/report.yaml": REPORT, "content/documents/board-report.yaml": BOARD}
    files = {**FILES, **old, "content/amendments/1.yaml": NOTES}
    lines = files[f"content/{name}"].splitlines()
    held = "\n".join(line for line in lines if not line.startswith(f"{key}:"))
    files[f"content/{name}"] = f"{held}\n{text}\n"
    root = write_amended(tmp_path, files)
    found = find_mistakes(root)
    place = f"content/{name}:{len(held.splitlines()) + 1}: "
    assert [line for line in found if line.startswith(place) and problem in line]


def test_texts_print_the_summary_as_it_is_filled(tmp_path: Path) -> None:
    printed = "\"{{ report.summary }} / {{ report.keywords | join(', ') }}\""
    chapters = f"  - {{title: 요지, blocks: [{{paragraph: {printed}}}]}}\n"
    root = write_folder(tmp_path, files={"content/report.yaml": REPORT + chapters + SAID})
    state = load_state(root)
    (block,) = state.report["outline"][-1].blocks
    assert block.text == f"{SUMMARY.replace('987', '1,000')} / {', '.join(WORDS)}"


@pytest.mark.parametrize(
    ("document", "key", "summary"),
    [
        ("council-report", "report", SUMMARY),
        ("budget-amendment", "report", SUMMARY),
        ("budget-amendment", "amendment", "정원을 늘리는 추경"),
        ("board-report", "report", "이사회가 볼 것"),
        ("plain-report", "report", ""),
    ],
)
def test_templates_see_them(tmp_path: Path, document: str, key: str, summary: str) -> None:
    state = load_state(write_amended(tmp_path, FILES))
    names: Any = state.documents[Document(document)]
    assert names[key]["summary"] == summary
