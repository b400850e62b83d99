"""The lists of a comparison, read back from the workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook, load_workbook

from reportgen.comparison import Comparison
from reportgen.comparison.sheets import write_workbook

Rows = list[dict[str, Any]]


def _load(comparison: Comparison, folder: Path) -> CalamineWorkbook:
    path = folder / "changes.xlsx"
    path.write_bytes(write_workbook(comparison))
    return load_workbook(path)


@pytest.fixture(scope="module")
def book(amended: Comparison, tmp_path_factory: pytest.TempPathFactory) -> CalamineWorkbook:
    return _load(amended, tmp_path_factory.mktemp("book"))


def _rows(book: CalamineWorkbook, sheet: str) -> Rows:
    head, *rows = book.get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def _find(rows: Rows, **wanted: object) -> Rows:
    return [row for row in rows if wanted.items() <= row.items()]


def test_there_is_a_sheet_for_each_list(book: CalamineWorkbook) -> None:
    assert book.sheet_names == ["요약", "수치", "원인", "인쇄 위치", "본문", "표"]


def test_the_summary_says_what_was_compared(book: CalamineWorkbook) -> None:
    rows = {row["항목"]: (row["이전"], row["이후"]) for row in _rows(book, "요약")}
    assert rows["비교한 상태"] == (
        "2026 본예산 (’26. 4. 30. 기준)",
        "2026 제1회 추경 (’26. 6. 30. 기준)",
    )
    assert rows["기준일"] == (date(2026, 4, 30), date(2026, 6, 30))


def test_amounts_are_numbers_in_thousands(book: CalamineWorkbook) -> None:
    (row,) = _find(_rows(book, "수치"), 이름="appropriation.garden")
    assert (row["단위"], row["이전"], row["이후"], row["증감"]) == (
        "천원",
        150_000,
        200_000,
        50_000,
    )


def test_the_difference_of_a_rate_is_in_points(book: CalamineWorkbook) -> None:
    (row,) = _find(_rows(book, "수치"), 이름="commitment_rate.garden")
    assert (row["이전"], row["이후"], row["증감"]) == (0.8, 0.6, -20)


def test_each_figure_is_listed_with_each_of_its_causes(book: CalamineWorkbook) -> None:
    (row,) = _find(_rows(book, "원인"), 수치="예산현액 · 세출 합계")
    assert (row["증감에 미친 값"], row["구분"], row["일자"], row["계정"], row["위치"]) == (
        50_000,
        "이후에만",
        date(2026, 5, 1),
        "마을정원 가꾸기",
        "content/budget/ledger.csv:25",
    )


def test_each_figure_is_listed_with_each_of_its_places(book: CalamineWorkbook) -> None:
    rows = _find(_rows(book, "인쇄 위치"), 이름="appropriation.garden")
    assert {(row["표"], row["이전"], row["이후"]) for row in rows} == {
        ("2026년 사업 및 예산", "150,000", "200,000"),
        ("세출예산 집행현황", "150,000", "200,000"),
        ("", "150,000천원", "200,000천원"),
    }


def test_text_is_listed_after_the_documents(book: CalamineWorkbook) -> None:
    first, *rows = _rows(book, "본문")
    assert (first["문서"], first["구분"]) == ("추가경정예산안", "추가")
    assert _find(rows, 이전="ㅇ (사업예산) 150,000천원", 이후="ㅇ (사업예산) 200,000천원")


def test_each_changed_cell_is_a_row(book: CalamineWorkbook) -> None:
    rows = _find(_rows(book, "표"), 행="푸른 도시 만들기 › 마을정원 조성 › 마을정원 가꾸기")
    assert [(row["열"], row["이전"], row["이후"]) for row in rows] == [
        ("예산액", "150,000", "200,000")
    ]


def test_signs_of_markup_stay_text(signs: Comparison, tmp_path: Path) -> None:
    book = _load(signs, tmp_path)
    text = '<script>alert(1)</script> & {{ "인용"'
    assert _find(_rows(book, "본문"), 이후=text)
    assert any(text in row["이후"] for row in _rows(book, "표"))


def test_where_nothing_changed_the_lists_are_empty(unchanged: Comparison, tmp_path: Path) -> None:
    book = _load(unchanged, tmp_path)
    assert [_rows(book, sheet) for sheet in book.sheet_names[1:]] == [[]] * 5


def test_the_same_comparison_gives_the_same_bytes(amended: Comparison) -> None:
    assert write_workbook(amended) == write_workbook(amended)
