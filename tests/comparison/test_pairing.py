"""Counterparts of items in order, moves, and the words of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.comparison.pairing import (
    Position,
    Words,
    compare_lines,
    pair_items,
    sort_changes,
)
from reportgen.renderers.changes import Item

WORDS = ("정원", "하천", "정원 가꾸기", "정원 돌보기", "예산 100", "예산 200", "")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=7)
LINES = st.text(st.sampled_from("가나 12,△(") | st.characters(codec="utf-8"), max_size=20)


def _pair(old: list[str], new: list[str]) -> tuple[Position, ...]:
    items = ([Item(text, 0, text, shapes=True) for text in texts] for texts in (old, new))
    return pair_items(*items, (old, new))


def _spell(old: list[str], new: list[str]) -> list[tuple[str | None, str | None, bool]]:
    return [
        (
            None if at.old is None else old[at.old],
            None if at.new is None else new[at.new],
            at.is_moved,
        )
        for at in _pair(old, new)
    ]


def test_the_same_items_are_pairs() -> None:
    assert _pair(["가", "나"], ["가", "나"]) == (Position(0, 0, 0, 0), Position(1, 1, 1, 1))


def test_what_was_removed_stands_before_what_was_added() -> None:
    assert _spell(["가나", "다"], ["가나", "라마"]) == [
        ("가나", "가나", False),
        ("다", None, False),
        (None, "라마", False),
    ]


def test_what_resembles_each_other_is_a_pair() -> None:
    old, new = ["정원 3곳을 가꿈"], ["정원 5곳을 가꿈"]
    assert _spell(old, new) == [(old[0], new[0], False)]


def test_the_same_item_elsewhere_has_moved() -> None:
    old, new = ["가가", "나나", "다다", "라라"], ["나나", "다다", "라라", "가가"]
    assert ("가가", "가가", True) in _spell(old, new)
    assert sum(moved for _old, _new, moved in _spell(old, new)) == 1


def test_an_item_that_is_known_by_nothing_does_not_move() -> None:
    items = [Item("1", 0, "1"), Item("2", 0, "2")]
    found = pair_items(items, items[::-1], ([None, None], [None, None]))
    assert not any(position.is_moved for position in found)


@given(TEXTS, TEXTS)
def test_every_item_of_both_versions_is_there_once(old: list[str], new: list[str]) -> None:
    positions = _pair(old, new)
    assert sorted(at.old for at in positions if at.old is not None) == list(range(len(old)))
    assert sorted(at.new for at in positions if at.new is not None) == list(range(len(new)))


class _Change:
    def __init__(self, position: Position) -> None:
        self.position = position


@given(TEXTS, TEXTS)
def test_backwards_is_the_same_turned_around(old: list[str], new: list[str]) -> None:
    turned = sort_changes(_Change(position.reverse()) for position in _pair(old, new))
    assert tuple(change.position for change in turned) == _pair(new, old)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("정원 3곳", "정원 5곳", (Words("정원 ", "정원 "), Words("3", "5"), Words("곳", "곳"))),
        ("정원", "정원", (Words("정원", "정원"),)),
        ("", "정원", (Words("", "정원"),)),
    ],
)
def test_words_say_what_became_what(old: str, new: str, words: tuple[Words, ...]) -> None:
    assert compare_lines(old, new) == words


@given(LINES, LINES)
def test_words_together_are_both_texts(old: str, new: str) -> None:
    words = compare_lines(old, new)
    assert ("".join(w.old for w in words), "".join(w.new for w in words)) == (old, new)


@given(LINES, LINES)
def test_words_backwards_are_the_same_turned_around(old: str, new: str) -> None:
    turned = tuple(words.reverse() for words in compare_lines(old, new))
    assert turned == compare_lines(new, old)
