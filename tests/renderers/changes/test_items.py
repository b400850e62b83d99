"""How alike two blocks or rows are."""

from __future__ import annotations

import pytest

from reportgen.renderers.changes.items import Item, compute_likeness


def text(words: str, *identities: str) -> Item:
    return Item(words, "paragraph", words, identities=frozenset(identities), shapes=True)


def row(name: str, figures: str) -> Item:
    return Item(f"{name}|{figures}", "row", f"{name} {figures}", name)


def test_the_same_is_as_alike_as_can_be() -> None:
    assert compute_likeness(text("정원"), text("정원")) == 1


def test_other_kinds_have_nothing_in_common() -> None:
    assert compute_likeness(text("정원"), Item("정원", "table", "정원")) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("정원을 고르게 둘 것", "정원은 고르게 두어야 함"),
        ("(사업예산) 200,000천원", "(사업예산) 250,000천원"),
    ],
)
def test_an_edited_text_is_the_same_text(old: str, new: str) -> None:
    assert compute_likeness(text(old), text(new)) > 0.5


def test_another_text_is_not() -> None:
    assert compute_likeness(text("정원을 고르게 둘 것"), text("안내판 자리를 고르는 중")) == 0


def test_a_bookmark_tells_what_is_the_same() -> None:
    assert compute_likeness(text("하천 돌봄", "a"), text("물길 지킴", "a")) > 0.5
    assert compute_likeness(text("1. 하천 돌봄", "a"), text("2. 하천 돌봄", "b")) == 0


def test_a_row_keeps_its_name_whatever_its_figures() -> None:
    assert compute_likeness(row("인건비", "1 2 3"), row("인건비", "7 8 9")) > compute_likeness(
        row("인건비", "1 2 3"), row("경비", "1 2 3")
    )


def test_two_empty_paragraphs_are_alike() -> None:
    old, new = (Item(key, "paragraph") for key in ("a", "b"))
    assert 0.5 < compute_likeness(old, new) < 1
