"""Which words of a paragraph changed."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from reportgen.renderers.changes.tokens import OBJECT, split_text
from reportgen.renderers.changes.words import compare_words
from tests.templating.small_packages import quick


def compare(old: str, new: str) -> str:
    """``[old|new]`` for what changed; ``⇥`` is an object."""
    tokens = [
        [OBJECT if token == "⇥" else token for token in split_text(text)] for text in (old, new)
    ]
    pieces = [
        "".join(tokens[1][piece.new])
        if piece.is_kept
        else f"[{''.join(tokens[0][piece.old])}|{''.join(tokens[1][piece.new])}]"
        for piece in compare_words(*tokens)
    ]
    return "".join(pieces).replace(OBJECT, "⇥")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("가 나 다", "가 나 다", "가 나 다"),
        ("", "가", "[|가]"),
        ("가 나 다", "가 라 다", "가 [나|라] 다"),
        ("예산 100천원, 3건", "예산 120천원, 4건", "예산 [100|120]천원, [3|4]건"),
        # A blank between two changes changes with them.
        ("가 나 다 라", "가 마 바 라", "가 [나 다|마 바] 라"),
        # With hardly a word kept, the texts stand side by side.
        (
            "가 나 다 라 마 바 사",
            "아 자 다 차 카 타 파",
            "[가 나 다 라 마 바 사|아 자 다 차 카 타 파]",
        ),
        ("가⇥나", "다⇥라", "[가|다]⇥[나|라]"),
    ],
)
def test_changed_words_are_found(old: str, new: str, expected: str) -> None:
    assert compare(old, new) == expected


tokens = st.lists(st.sampled_from(["가", "나", "10", " ", ",", OBJECT]), max_size=10)


@quick
@given(tokens, tokens)
def test_the_pieces_are_both_texts(old: list[str], new: list[str]) -> None:
    pieces = compare_words(old, new)
    assert [token for piece in pieces for token in old[piece.old]] == old
    assert [token for piece in pieces for token in new[piece.new]] == new
    assert all(old[piece.old] == new[piece.new] for piece in pieces if piece.is_kept)
