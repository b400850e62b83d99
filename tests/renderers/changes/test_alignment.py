"""Which blocks belong together."""

from __future__ import annotations

from time import perf_counter

import hypothesis.strategies as st
import pytest
from hypothesis import given

from reportgen.renderers.changes.alignment import Step, align, align_rows
from reportgen.renderers.changes.items import Item
from tests.templating.small_packages import quick


def items(text: str) -> list[Item]:
    """A paragraph a line; ``|`` begins a table."""
    return [
        Item(line, line[:1] == "|", line, has_rows=line[:1] == "|", shapes=True)
        for line in text.split("/")
    ]


def pair(old: str, new: str) -> str:
    """The steps as text: ``0=0`` for counterparts, ``1-`` for what went, ``+1`` for what came."""
    return " ".join(
        f"{step.old}-"
        if step.new is None
        else f"+{step.new}"
        if step.old is None
        else f"{step.old}={step.new}"
        for step in align(items(old), items(new))
    )


CASES = {
    "nothing changed": ("가/나", "가/나", "0=0 1=1"),
    "one came": ("가가/다다", "가가/나나/다다", "0=0 +1 1=2"),
    "one went": ("가가/나나/다다", "가가/다다", "0=0 1- 2=1"),
    "one was edited": ("정원 셋/하천 둘", "정원 넷/하천 둘", "0=0 1=1"),
    "one became another": ("가가/나나나/다다", "가가/라라라/다다", "0=0 1- +1 2=2"),
    "edited between new ones": (
        "정원을 고르게 둘 것",
        "하천 돌봄/정원을 넓게 둘 것/책 읽기",
        "+0 0=1 +2",
    ),
    "equal ones stay together": ("-/가가/-/나나", "-/가가/-/다다/-/나나", "0=0 1=1 2=2 +3 +4 3=5"),
    "the only table in a place": ("가가/|나나/다다", "가가/|라라/다다", "0=0 1=1 2=2"),
    "two tables in a place": ("|나나/다다", "|라라/|마마/다다", "0- +0 +1 1=2"),
    "a table and a text": ("|나나/다다", "라라/다다", "0- +0 1=1"),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_blocks_are_paired(old: str, new: str, expected: str) -> None:
    assert pair(old, new) == expected


texts = st.lists(st.sampled_from(["가", "나", "가 나", "가 다", "", "|가", "|가 나"]), max_size=8)


@quick
@given(texts, texts)
def test_every_block_is_there_once_and_in_order(old: list[str], new: list[str]) -> None:
    steps = align(items("/".join(old)), items("/".join(new)))
    assert [step.old for step in steps if step.old is not None] == [*range(max(len(old), 1))]
    assert [step.new for step in steps if step.new is not None] == [*range(max(len(new), 1))]
    assert Step(None, None) not in steps


def test_many_blocks_are_paired_in_a_moment() -> None:
    old = [Item(f"{n}", "p", f"문단 {n} 내용 {n * n}") for n in range(3000)]
    new = [item for n, item in enumerate(old) if n % 100]
    new[500] = Item("x", "p", "새 글")
    started = perf_counter()
    steps = align(old, new)
    assert perf_counter() - started < 5
    assert sum(step.new is None for step in steps) == 31
    assert sum(None not in (step.old, step.new) for step in steps) == 2969


def test_tables_without_a_common_row_are_two_tables() -> None:
    assert align_rows(items("가가/나나"), items("다다/라라")) is None


def test_the_only_rows_of_two_tables_are_counterparts() -> None:
    assert align_rows(items("가가"), items("다다")) == [Step(0, 0)]
    assert align_rows(items("가가"), items("|다")) is None
