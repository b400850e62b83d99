"""An amendment regenerates everything, and what was built before can still be built."""

from __future__ import annotations

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
