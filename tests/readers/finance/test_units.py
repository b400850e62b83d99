"""Units of amounts in unit lines and headers."""

import pytest

from reportgen.readers.finance.units import find_header_unit, find_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("(단위: 천원)", "천원"),
        ("단위 : 백만원", "백만원"),
        ("[단위:원]", "원"),
        ("（단위：천 원, %）", "천원"),
        ("(’25. 6. 5. 기준, 단위: 천원, 명)", "천원"),
        ("단위는 원", "원"),
        ("(단위: 명, %)", ""),
        ("(단위: 천원, 백만원)", ""),
        ("천원", ""),
        ("", ""),
    ],
)
def test_the_unit_of_a_unit_line_is_found(text: str, unit: str) -> None:
    assert find_unit(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("금액(천원)", "천원"),
        ("예산현액\n(A, 원)", ""),
        ("지출액 [ 백만 원 ]", "백만원"),
        ("지원", ""),
    ],
)
def test_the_unit_of_a_header_stands_in_brackets(text: str, unit: str) -> None:
    assert find_header_unit(text) == unit
