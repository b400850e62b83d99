"""Names without what typists do to them."""

import unicodedata

import pytest

from reportgen.readers.finance.names import (
    find_summed,
    is_running_total,
    is_total,
    measure_indent,
    squeeze,
    strip_marker,
    without_brackets,
)


@pytest.mark.parametrize(
    "text",
    [
        "교류·확산",
        " 교류 ㆍ 확산",
        "교류・확산",
        "교류•확산",
        unicodedata.normalize("NFD", "교류·확산"),
    ],
)
def test_blanks_dots_and_forms_of_letters_make_no_difference(text: str) -> None:
    assert squeeze(text) == "교류·확산"


@pytest.mark.parametrize(
    "text",
    [
        "1. 정원",
        "가. 정원",
        "(2) 정원",
        "① 정원",
        "□ 정원",
        "└ 정원",
        " - 정원",
        "Ⅳ. 정원",
        "III. 정원",
    ],
)
def test_a_bullet_or_number_is_taken_off(text: str) -> None:
    assert strip_marker(text) == "정원"


@pytest.mark.parametrize("text", ["3.1절 기념", "AI 행정", "가로수 지도", "I구역"])
def test_what_only_looks_like_a_number_stays(text: str) -> None:
    assert strip_marker(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "계",
        "합 계",
        "총계",
        "소계",
        "누계",
        "월계",
        "총 계 (A)",
        "세출 합계",
        "총예산",
        "세입 총액",
        "□ 합계",
    ],
)
def test_a_row_of_a_sum_is_known_by_its_label(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["회계", "통계 조사", "정원 조성", "총괄 운영", "계정", "소계획"])
def test_a_name_that_holds_the_word_is_no_sum(text: str) -> None:
    assert not is_total(text)


def test_a_sum_may_say_of_what() -> None:
    assert find_summed("마을정원 조성 소계") == "마을정원조성"
    assert find_summed("합계") == find_summed("마을정원 조성") == ""


def test_only_a_running_total_adds_up_all_above() -> None:
    assert is_running_total("누 계")
    assert not is_running_total("합계")


def test_brackets_are_taken_off_unless_nothing_is_left() -> None:
    assert (without_brackets("예산현액(A)"), without_brackets("(A)")) == ("예산현액", "(A)")


def test_a_wide_blank_is_two() -> None:
    assert (measure_indent("　 정원"), measure_indent("정원 ")) == (3, 0)
