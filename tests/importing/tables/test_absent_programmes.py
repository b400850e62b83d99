"""Levels on one sheet, their programmes on another."""

from pathlib import Path

import pytest

from tests.importing.finance import UNIT, list_findings, make_plan, write_workbook


def find(root: Path, amount: int) -> list[str]:
    sheets = {
        "총괄": [[UNIT], ["구분", "지출액"], ["푸른 도시 만들기", amount], ["인건비", 175000]],
        "사업": [
            [UNIT],
            ["세부사업", "지출액"],
            ["마을정원 가꾸기", 80000],
            ["가로수 지도 제작", 50000],
            ["하천 지킴이 운영", 15000],
        ],
    }
    return list_findings(make_plan(root, write_workbook(root / "a.xlsx", sheets)))


def test_a_level_that_agrees_with_another_sheet_says_nothing(tmp_path: Path) -> None:
    assert find(tmp_path, 145000) == []


@pytest.mark.parametrize("amount", [145001])
def test_a_level_that_says_another_sum_is_told(tmp_path: Path, amount: int) -> None:
    assert find(tmp_path, amount) == [
        "a.xlsx!총괄!B3: error [import-total] 푸른 도시 만들기, 지출액: the sheet says "
        "145,001,000, its programmes on other sheets add up to 145,000,000 won\n"
        "  hint: correct one of them, or choose the sheet with --sheet"
    ]
