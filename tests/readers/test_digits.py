"""Why a text that looks like a number is none."""

import pytest

from reportgen.readers.digits import expect, explain_digits, explain_number


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("０１２", "the digits are full-width; write 012"),
        ("２７３，６００", "the digits are full-width; write 273,600"),
        ("２０２６－０６－３０", "the digits are full-width; write 2026-06-30"),
        ("٠١٢", "the digits are of another script; write 012"),
        ("1O", "a letter stands in the place of a digit; write 10"),
        ("2l", "a letter stands in the place of a digit; write 21"),
        ("2O26-10-03", "a letter stands in the place of a digit; write 2026-10-03"),
        ("OO", ""),
        ("열둘", ""),
        ("12", ""),
        ("1.5", ""),
    ],
)
def test_what_only_looks_like_a_digit_is_told(text: str, cause: str) -> None:
    assert explain_digits(text) == cause


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("1,200", "write it without commas: 1200"),
        ("12명", "write the number alone, without 명: 12"),
        ("1,200 천원", "write the number alone, without 천원: 1200"),
        ("０１２", "the digits are full-width; write 012"),
        ("1.5", ""),
        ("둘", ""),
    ],
)
def test_what_no_whole_number_has_is_told(text: str, cause: str) -> None:
    assert explain_number(text) == cause


def test_the_cause_stands_behind_what_was_expected() -> None:
    assert expect("a number", "1O") == (
        "expected a number; a letter stands in the place of a digit; write 10"
    )
    assert expect("a number", "하나") == "expected a number"
