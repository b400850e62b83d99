"""What is compared on the sheet of checks."""

from pathlib import Path

import pytest

from reportgen.state import State
from reportgen.views.annex_comparisons import list_comparisons
from tests.detailed import FUNDED, make_detailed


@pytest.mark.parametrize(
    ("key", "left", "right"),
    [
        ("sides", "세입 계", "세출 계"),
        ("recorded.appropriation", "원장 예산현액 전체", "세입 계 + 세출 계"),
        ("recorded.disbursement", "원장 지출액 전체", "집행 지출액 계"),
        ("units.appropriation", "세출 성질별 계", "사업예산 소계의 합"),
        ("programmes.commitment", "집행 원인행위액 계", "세부사업 원인행위액의 합"),
        ("report.appropriation.city_grant", "세입 가온시 출연금 예산현액", "보고서"),
        ("report.disbursement.garden", "세출 마을정원 가꾸기 지출액", "보고서"),
    ],
)
def test_amounts_that_have_to_agree_are_compared(
    state: State, key: str, left: str, right: str
) -> None:
    (found,) = (one for one in list_comparisons(state.context) if one.key == key)
    assert (found.left_name, found.right_name) == (left, right)


@pytest.mark.parametrize(
    ("key", "left", "right"),
    [
        ("monthly_commitment.commitment", "집행 원인행위액 계", "월별 원인행위 계"),
        ("monthly_disbursement.disbursement", "집행 지출액 계", "월별 지출 계"),
        ("funding_sources.appropriation", "집행 예산현액 계", "재원별 세출 계"),
    ],
)
def test_sheets_that_divide_an_amount_are_held_against_it(
    key: str, left: str, right: str, tmp_path: Path
) -> None:
    state = make_detailed(tmp_path, FUNDED)
    compared = list_comparisons(state.context, state.annexes.sheets)
    (found,) = (one for one in compared if one.key == key)
    assert (found.left_name, found.right_name) == (left, right)
    assert found.left.value == found.right.value
    assert found.left.name != found.right.name
