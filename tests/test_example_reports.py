"""Two more invented foundations, of other shapes, are built by the project's own templates."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from reportgen.build import BuildOptions, build
from reportgen.formats import DEFAULT_FORMATS
from reportgen.state import load_state
from tests.extraction import Extract, extract_docx, extract_hangul, extract_sheets
from tests.sample import PROJECT

EXAMPLES = PROJECT / "examples"
DOCUMENTS = {"small": "work-report", "culture": "board-report"}
KINDS = ("docx", "hwpx", "hwp")
_CHAPTER = re.compile(r"[Ⅰ-Ⅻ][^.]")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both foundations in every format, each in a folder of its name."""
    target = tmp_path_factory.mktemp("output")
    for name in DOCUMENTS:
        options = BuildOptions(EXAMPLES / name, target / name, DEFAULT_FORMATS, templates=PROJECT)
        assert build(options).diagnostics == ()
    return target


def read(output: Path, name: str, document: str, kind: str) -> Extract:
    path = output / name / f"{document}.{kind}"
    return extract_docx(path) if kind == "docx" else extract_hangul(path)


def list_chapters(extract: Extract) -> list[str]:
    return [text for text in extract.paragraphs if _CHAPTER.match(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_foundation_reports_in_won(output: Path, kind: str) -> None:
    report = read(output, "small", "council-report", kind)
    assert list_chapters(report) == ["Ⅰ일반현황", "Ⅱ예산현황", "Ⅲ사업별추진현황"]
    assert {"□조직:1사무국", "□인력:5명(공무직1명포함)"} <= set(report.paragraphs)
    (execution,) = (table for table in report.tables if "원인행위액" in table)
    assert execution[8:14] == ("계", "412,650,000", "190,409,320", "166,155,860", "46.1%", "40.3%")


@pytest.mark.parametrize("kind", KINDS)
def test_a_small_foundation_has_a_short_report(output: Path, kind: str) -> None:
    report = read(output, "small", "work-report", kind)
    assert report.paragraphs[0] == "2026년상반기업무보고"
    assert list_chapters(report) == ["Ⅰ재단현황", "Ⅱ상반기추진실적및하반기계획"]
    assert "□2026년예산:412,650,000원" in report.paragraphs
    assert report.tables[-1][7:12] == ("계", "412,650,000", "190,409,320", "46.1%", "246,494,140")


@pytest.mark.parametrize("kind", KINDS)
def test_a_culture_foundation_has_its_own_chapters(output: Path, kind: str) -> None:
    report = read(output, "culture", "council-report", kind)
    assert list_chapters(report) == [
        "Ⅰ일반현황",
        "Ⅱ현안사항",
        "Ⅲ2026년예산및집행현황",
        "Ⅳ2025년행정사무감사처리결과",
        "Ⅴ정책목표및추진전략",
        "Ⅵ주요추진업무",
        "Ⅶ시설현황",
    ]
    said = {
        "□조직:1사무처3본부1실9팀",
        "ㅇ(정원외)기간제6명,공무직18명,시파견2명",
        "□4개정책사업,8개단위사업,16개세부사업",
    }
    assert said <= set(report.paragraphs)


@pytest.mark.parametrize("kind", KINDS)
def test_a_culture_foundation_counts_in_millions(output: Path, kind: str) -> None:
    report = read(output, "culture", "council-report", kind)
    (execution,) = (table for table in report.tables if "원인행위액" in table)
    assert execution[8:14] == ("계", "11,620", "9,228", "7,474", "79.4%", "64.3%")
    assert "재원을밝히지않음" not in report.texts
    facilities = next(table for table in report.tables if "시설명" in table)
    assert facilities[-2:] == ("합계", "21,700")


@pytest.mark.parametrize("kind", KINDS)
def test_the_board_is_not_the_council(output: Path, kind: str) -> None:
    report = read(output, "culture", "board-report", kind)
    assert report.paragraphs[0] == "2026년3분기예산집행보고"
    assert "문화체육위원회" not in report.texts
    assert "문화체육위원회" in read(output, "culture", "council-report", kind).texts
    execution, months = report.tables[-2:]
    assert [text for text in execution if text.endswith("비")] == [
        "인건비",
        "경상경비",
        "사업비",
        "예비비",
    ]
    assert months[-1] == "0"


@pytest.mark.parametrize(("name", "total"), [("small", 412_650), ("culture", 11_620_000)])
def test_the_workbook_is_in_thousands(output: Path, name: str, total: int) -> None:
    sheet = extract_sheets(output / name / "budget-annexes.xlsx")["세입"]
    assert "단위: 천원" in str(sheet[1])
    assert sheet[3][:2] == ["계", total]


def test_a_long_name_is_not_cut_in_the_workbook(output: Path) -> None:
    book = openpyxl.load_workbook(output / "culture/budget-annexes.xlsx")
    name = "윤슬아트홀 무대시설 유지관리 및 노후 조명·음향설비 단계별 교체"
    looks = [
        cell.alignment.shrink_to_fit
        for sheet in ("사업예산", "집행", "월별 지출", "재원별 세출", "이월")
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.value == name
    ]
    assert looks == [True] * 7


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_page_says_that_it_is_invented(name: str) -> None:
    assert load_state(EXAMPLES / name).folder.report.mark == "예시 (지어낸 재단)"
