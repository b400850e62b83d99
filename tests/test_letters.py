"""Names are found whatever their letters are made of."""

import unicodedata

import pytest

from reportgen.letters import normalize, tidy_name

STAGE = "2026 제1회 추경"


def test_letters_that_were_taken_apart_are_put_together() -> None:
    assert normalize(unicodedata.normalize("NFD", STAGE)) == STAGE


@pytest.mark.parametrize(
    "typed",
    [
        "2026\u00a0제1회 추경",
        "2026 제1회\u200b 추경",
        "\ufeff2026 제1회 추경",
        "2026\u3000제1회  추경 ",
    ],
)
def test_a_name_that_looks_the_same_is_the_same(typed: str) -> None:
    assert tidy_name(typed) == STAGE
