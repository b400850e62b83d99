"""An amendment regenerates everything, and what was built before can still be built."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from reportgen.build import BuildOptions, build
from reportgen.formats import DEFAULT_FORMATS, Format
from tests.amended import FILES, HISTORY, STAGE, write_amended
from tests.extraction import Extract, extract_docx, extract_hangul, extract_sheets, fold
from tests.sample import PROJECT, REPORT, write_folder

DOCUMENTS = tuple(f"budget-amendment.{form}" for form in ("hwpx", "hwp", "docx"))
REPORTS = tuple(form.file_name for form in DEFAULT_FORMATS)
BEFORE = REPORT.replace(f", {STAGE}]", "]")
DAY = date(2026, 4, 30)
# Without blanks, and without empty cells.
PARAGRAPHS = """\
2026년도제1회추가경정예산
(’26.6.30.기준)
살림위원회
가온시누리재단
Ⅰ편성사유
ㅇ정원을늘림
Ⅱ예산총칙
제1조총액은980,000천원으로한다.
Ⅲ세입·세출예산총괄
ㅇ세입·세출예산총액은각각980,000천원으로,기정액950,000천원보다30,000천원(3.2%)증가
ㅇ세입예산(’26.6.30.기준,단위:천원,%)
ㅇ세출예산(’26.6.30.기준,단위:천원,%)
Ⅳ세출예산신구대비표
(’26.6.30.기준,단위:천원,%)
※변경이있는세부사업의비교이며,변경이없는사업은묶어서합계에포함함
Ⅴ이용·전용등명세
(’26.6.30.기준,단위:천원)
Ⅵ이월명세
(’26.6.30.기준,단위:천원)
Ⅶ정원변동
(단위:명)
"""
TABLES = """\
구분|기정액|경정액|비교증감|증감률|산출근거
계|950,000|980,000|30,000|3.2%
가온시출연금|850,000|900,000|50,000|5.9%|출연금증액,정원
대행사업수입|50,000|30,000|△20,000|△40.0%|대행사업축소
이월금수입|50,000|50,000|0|0.0%

구분|기정액|경정액|비교증감|증감률|산출근거
계|950,000|980,000|30,000|3.2%
인건비|350,000|350,000|0|0.0%
경비|140,000|140,000|0|0.0%
사업비|450,000|470,000|20,000|4.4%|출연금증액,정원길을줄임
예비비|10,000|20,000|10,000|100.0%

구분|기정액|경정액|비교증감|증감률|산출근거
계|950,000|980,000|30,000|3.2%
푸른도시만들기|400,000|450,000|50,000|12.5%
마을정원조성|250,000|300,000|50,000|20.0%
마을정원가꾸기|150,000|200,000|50,000|33.3%|출연금증액,정원
변경없음1건|100,000|100,000|0|0.0%
변경없음1건|150,000|150,000|0|0.0%
다정한도시만들기|50,000|20,000|△30,000|△60.0%
책읽기지원|50,000|20,000|△30,000|△60.0%
책버스운영|50,000|20,000|△30,000|△60.0%|길을줄임
예비비|10,000|20,000|10,000|100.0%
예비비|10,000|20,000|10,000|100.0%
일반예비비|10,000|20,000|10,000|100.0%
변경없음1건|490,000|490,000|0|0.0%

일자|구분|근거|세부사업|감액|증액|사유
’26.4.10.|전용|전용제1호|하천지킴이운영|△5,000
’26.4.10.|전용|전용제1호|마을정원가꾸기|5,000|모종단가상승
’26.4.20.|예비비사용|예비비제1호|일반예비비|△3,000
’26.4.20.|예비비사용|예비비제1호|하천지킴이운영|3,000|둑보수
계|△8,000|8,000

세부사업|명시이월|계
하천지킴이운영|7,000|7,000
계|7,000|7,000

직급|현행정원|변경정원|증감|사유
3급|4|5|+1|정원팀보강
2급|3|1|△2
계|7|6|△1
"""


def _build(root: Path, output: Path, **options: object) -> Path:
    build(BuildOptions(root, output, templates=PROJECT, **options))  # type: ignore[arg-type]
    return output


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_amended(tmp_path_factory.mktemp("amended"))
    return _build(root, root / "output")


def _extract(path: Path) -> Extract:
    return extract_docx(path) if path.suffix == ".docx" else extract_hangul(path)


def test_the_amendment_is_written_beside_the_report(built: Path) -> None:
    names = {path.name for path in built.iterdir()}
    assert names == {*DOCUMENTS, *REPORTS, "manifest.json"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_format_prints_the_same_amendment(built: Path, name: str) -> None:
    found, expected = _extract(built / name), _extract(built / "budget-amendment.docx")
    assert found.tables == expected.tables
    assert found.texts == expected.texts


def test_the_amendment_prints_its_texts_in_order(built: Path) -> None:
    found = extract_docx(built / "budget-amendment.docx")
    assert "".join(f"{text}\n" for text in found.paragraphs) == PARAGRAPHS


def test_the_amendment_prints_its_tables_in_order(built: Path) -> None:
    tables = extract_docx(built / "budget-amendment.docx").tables
    printed = [" ".join(table) for table in tables]
    assert printed == [
        " ".join(re.split(r"[|\n]", table)) for table in TABLES.strip().split("\n\n")
    ]


@pytest.mark.parametrize(
    "part",
    [
        "2026년도 제1회 추가경정예산",
        "제1조총액은 980,000천원으로 한다.",
        "30,000천원(3.2%) 증가",
        "변경 없음 1건",
        "모종 단가 상승",
        "명시이월",
        "정원팀 보강",
    ],
)
def test_the_amendment_prints_every_section(built: Path, part: str) -> None:
    assert fold(part) in "".join(_extract(built / "budget-amendment.docx").texts)


def test_report_and_annexes_follow(built: Path) -> None:
    texts = _extract(built / "council-report.docx").texts
    assert {"987,000", "205,000"} <= set(texts)
    (garden,) = (
        row
        for row in extract_sheets(built / "budget-annexes.xlsx")["집행"]
        if "마을정원 가꾸기" in row
    )
    assert garden[1] == 205_000


@pytest.mark.parametrize("name", REPORTS)
def test_an_earlier_state_equals_what_was_built_then(tmp_path: Path, name: str) -> None:
    then = write_folder(
        tmp_path / "then",
        files={
            "content/report.yaml": BEFORE,
            "content/budget/ledger.csv": "".join(
                line
                for line in HISTORY.splitlines(keepends=True)
                if STAGE not in line and not line.startswith("2026-06")
            ),
        },
    )
    now = write_amended(tmp_path / "now")
    rows = FILES["content/budget/amendment-1.csv"].splitlines(keepends=True)
    amended = "".join(row for row in rows if row.startswith("date") or STAGE in row)
    (now / "content/budget/amendment-1.csv").write_text(amended, encoding="utf-8")
    first = _build(then, tmp_path / "first", as_of=DAY, formats=(_form(name),))
    again = _build(now, tmp_path / "again", as_of=DAY, stage="2026 본예산", formats=(_form(name),))
    assert (first / name).read_bytes() == (again / name).read_bytes()


def _form(name: str) -> Format:
    return next(form for form in Format if form.file_name == name)


def test_the_base_date_of_an_earlier_stage_lies_before_the_next_one(tmp_path: Path) -> None:
    output = _build(write_amended(tmp_path), tmp_path / "output", stage="2026 본예산")
    assert any("’26.4.30.기준" in text for text in _extract(output / "council-report.docx").texts)
