"""A ledger with every sort of mistake: each is told with its place, and nothing is written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from reportgen.build import BuildOptions, build
from reportgen.diagnostics import DataError
from tests.sample import write_folder

COLUMNS = ("일자", "단계", "구분", "과목", "과목명", "증감", "근거", "재원", "의결")

MISTAKES = (
    ("2026-01-02", "2026 본예산", "본예산", "garden", "", "150,000", "본예산서"),
    ("2026-05-01", "2026 제1회 추경", "추경", "garden", "", "1,000", "추경 1"),
    ("2026-05-01", "2026 제1회 추경", "추경", "garden", "", "1,000", "추경 1"),
    ("2026-06-01", "2026 본예산", "추경", "garden", "", "2,000", "추경 2"),
    ("2025-05-01", "2026 제1회 추경", "전용", "garden", "", "△3,000", "전용 1"),
    ("2026-05-01", "2026 제1회 추경", "추경", "gardn", "", "1,000", "추경 3"),
    ("2026-05-01", "2026 제2회 추경", "추경", "tree_map", "", "1,000", "추경 3"),
    ("2026-05-01", "2026 제1회 추경", "추경", "garden", "하천 돌봄", "10", "추경 3"),
    ("2026-05-01", "2026 제1회 추경", "추경", "garden", "", "20", "추경 3", "시 출연금"),
    ("2026-05-01", "2026 제1회 추경", "추경", "garden", "", "30", "추경 3", "", "안"),
    ("2026-05-01", "2026 제1회 추경", "전용", "city_grant", "", "40", "전용 2"),
    ("2026-05-32", "2026 제1회 추경", "추가", "garden", "", "1,000.5", "추경 3"),
    ("2026-05-01", "", "추경", "", "", "", "추경 3", "", "아마"),
)
FOUND = (
    (13, "일자", "ledger-date"),
    (13, "구분", "ledger-kind"),
    (13, "증감", "ledger-amount"),
    (14, "증감", "ledger-amount"),
    (14, "단계", "ledger-stage"),
    (14, "과목", "ledger-account"),
    (14, "의결", "ledger-approval"),
    (7, "", "unknown-account"),
    (8, "", "unknown-stage"),
    (10, "", "unknown-funding"),
    (9, "", "account-name"),
    (12, "", "entry-side"),
    (4, "", "repeated-entry"),
    (2, "", "contradicting-entry"),
    (11, "", "contradicting-entry"),
    (5, "", "stage-order"),
    (6, "", "uncounted-entry"),
)
"""Row, column of a cell that can't be read, and rule, in the order in which they are told."""

DECISIONS = """\
date,stage,kind,account,amount,amended,reference,present
2026-01-02,2026 본예산,opening,tree_map,-150000,,,
2026-04-20,2026 본예산,opening,tree_map,150000,,,
2026-03-01,2026 본예산,성립전,city_grant,500,,,
2026-03-01,2026 본예산,성립전,garden,500,,,
2026-04-01,2026 본예산,예비비,general_reserve,300,,,
2026-04-01,2026 본예산,예비비,garden,-300,,,
2026-04-01,2026 본예산,전용,garden,-70,,전용 1,
2026-04-01,2026 본예산,전용,tree_map,60,,전용 1,
2026-04-01,2026 본예산,변경,garden,-5,,변경 1,
2026-04-01,2026 본예산,변경,book_bus,5,,변경 1,
2026-05-01,2026 제1회 추경,추경,city_grant,1000,,,
2026-05-01,2026 제1회 추경,추경,book_bus,,50900,,40000
"""
DECISIONS_FOUND = (
    (13, "amendment-balance"),
    (8, "transfer-sum"),
    (11, "transfer-level"),
    (6, "reserve-use"),
    (7, "reserve-use"),
    (4, "pre-approval-open"),
    (5, "pre-approval-open"),
    (13, "present-budget"),
    (2, "budget-history"),
)


def _spell_workbook(rows: tuple[tuple[str, ...], ...]) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "원장"
    for row in rows:
        sheet.append(row)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _spell_csv(rows: tuple[tuple[str, ...], ...]) -> bytes:
    quoted = (",".join(f'"{cell}"' for cell in row) for row in rows)
    return "\n".join(quoted).encode()


def _build(root: Path, name: str, data: bytes) -> list[str]:
    """Place and rule of what is found in one ledger; nothing is written."""
    name = f"content/budget/{name}"
    project = write_folder(root / "project", files={name: data}, templates=True)
    output = root / "output"
    with pytest.raises(DataError) as caught:
        build(BuildOptions(project, output))
    assert not output.exists() or not list(output.iterdir())
    found = (diagnostic for diagnostic in caught.value.diagnostics)
    return [f"{one.location} [{one.rule}]" for one in found if one.location.file == name]


def test_every_mistake_of_a_csv_is_told_with_its_line(tmp_path: Path) -> None:
    name = "content/budget/more.csv"
    assert _build(tmp_path, "more.csv", _spell_csv((COLUMNS, *MISTAKES))) == [
        f"{name}:{row} [{rule}]" for row, _column, rule in FOUND
    ]


def test_every_mistake_of_a_workbook_is_told_with_its_cell(tmp_path: Path) -> None:
    name = "content/budget/more.xlsx"
    letters = dict(zip(COLUMNS, "ABCDEFGHI", strict=True))
    assert _build(tmp_path, "more.xlsx", _spell_workbook((COLUMNS, *MISTAKES))) == [
        f"{name}!원장!{letters.get(column, 'A')}{row} [{rule}]" for row, column, rule in FOUND
    ]


def test_every_decision_that_does_not_add_up_is_told(tmp_path: Path) -> None:
    name = "content/budget/more.csv"
    assert _build(tmp_path, "more.csv", DECISIONS.encode()) == [
        f"{name}:{line} [{rule}]" for line, rule in DECISIONS_FOUND
    ]
