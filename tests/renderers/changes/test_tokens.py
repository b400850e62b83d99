"""Words of a text: nothing is lost, and no number is cut."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from reportgen.renderers.changes.tokens import (
    OBJECT,
    count_features,
    has_letters,
    is_glue,
    is_object,
    split_text,
)
from tests.templating.small_packages import quick


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("4,419,500천원", ["4,419,500", "천원"]),
        ("△12.5%p 감소", ["△12.5%p", " ", "감소"]),
        ("’25. 6. 5.", ["’", "25", ".", " ", "6", ".", " ", "5", "."]),
        ("AI재단(市)", ["AI재단", "(", "市", ")"]),
        ("1차\n2차", ["1", "차", "\n", "2", "차"]),
        ("", []),
    ],
)
def test_a_text_is_split_into_words_and_numbers(text: str, tokens: list[str]) -> None:
    assert list(split_text(text)) == tokens


@quick
@given(st.text())
def test_the_tokens_are_the_text_again(text: str) -> None:
    assert "".join(split_text(text)) == text


@quick
@given(st.integers(0, 10**15))
def test_a_number_with_separators_is_one_token(number: int) -> None:
    assert split_text(f"{number:,}") == (f"{number:,}",)


@pytest.mark.parametrize(
    ("token", "expected"), [(" ", True), ("·", True), ("가", False), ("7", False), (OBJECT, False)]
)
def test_marks_and_blanks_are_glue(token: str, expected: bool) -> None:
    assert is_glue(token) is expected


def test_objects_are_no_text() -> None:
    assert is_object(f"{OBJECT}tab")
    assert not is_object("tab")


@pytest.mark.parametrize(("text", "expected"), [("1,200", False), ("- %", False), ("소 계", True)])
def test_a_name_has_letters(text: str, expected: bool) -> None:
    assert has_letters(text) is expected


def test_a_number_that_changed_is_still_a_number() -> None:
    assert count_features("1,200", shapes=True) == {"1,200": 1, "#": 1}
