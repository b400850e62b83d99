"""Blocks become headings by level, and lists in lists."""

from __future__ import annotations

import pytest

from reportgen.renderers.markdown.flow import read_blocks
from reportgen.renderers.markdown.lines import write_nodes
from reportgen.templating.printed import Place, Printed
from reportgen.views.blocks import MARKERS, BlockView, ScheduleLine
from reportgen.views.chart import Node, draw_tree
from reportgen.views.grid import Grid, make_header
from reportgen.views.name_sentences import list_sentences

CHAPTER = "Ⅲ. 사업"


def write(*blocks: BlockView) -> str:
    return "\n".join(line.text for line in write_nodes(read_blocks(blocks, CHAPTER)))


def make(kind: str, text: str, marker: str = "", number: str = "") -> BlockView:
    return BlockView(kind, marker=marker or MARKERS.get(kind, ""), text=text, number=number)


def head(text: str, chapter: str = CHAPTER) -> BlockView:
    """A heading that stands in the chapter, or on a page."""
    return make("heading", Printed(text, (), Place(chapter)))


PAGE = f"{CHAPTER} > 1-1. 정원"


@pytest.mark.parametrize(
    ("blocks", "lines"),
    [
        ((head("가"), head("나")), ["## 가", "## 나"]),
        (
            (
                make("divider", "정책", number="1"),
                make("page", "정원", number="1-1"),
                head("개요", PAGE),
                make("page", "지도", number="1-2"),
                make("divider", "정책", number="2"),
            ),
            ["## 1. 정책", "### 1-1. 정원", "#### 개요", "### 1-2. 지도", "## 2. 정책"],
        ),
        (
            (make("page", "정원", number="1-1"), head("개요", PAGE), head("기타")),
            ["## 1-1. 정원", "### 개요", "## 기타"],
        ),
        (
            (make("divider", "정책", number="1"), head("기타"), make("page", "가", number="2-1")),
            ["## 1. 정책", "## 기타", "## 2-1. 가"],
        ),
        ((make("group_title", "시정"), make("group_title", "건의")), ["## 시정", "## 건의"]),
        (
            (head("총괄"), make("group_title", "시정"), make("group_title", "건의"), head("끝")),
            ["## 총괄", "### 시정", "### 건의", "## 끝"],
        ),
    ],
)
def test_no_level_is_skipped(blocks: tuple[BlockView, ...], lines: list[str]) -> None:
    assert [line for line in write(*blocks).splitlines() if line] == lines


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        (
            (make("item", "가"), make("detail", "나"), make("point", "다"), make("item", "라")),
            "- 가\n  - 나\n    - 다\n- 라",
        ),
        (
            (make("item", "가"), make("note", "나"), make("detail", "다"), make("pointer", "라")),
            "- 가\n\n  ※ 나\n\n  - 다\n\n    ☞ 라",
        ),
        (
            (make("item", "가"), make("detail", "나"), make("paragraph", "다"), make("item", "라")),
            "- 가\n  - 나\n\n  다\n- 라",
        ),
        ((make("paragraph", "가"), make("note", "나")), "가\n\n※ 나"),
        ((make("detail", "가"), make("item", "나")), "- 가\n\n* 나"),
        ((make("item", "가"), head("나"), make("detail", "다")), "- 가\n\n## 나\n\n- 다"),
        (
            (make("item", "가"), make("item", " "), make("detail", "나")),
            "- 가\n\n* 나",
        ),
        (
            (make("list", "가", "1."), make("list", "나", "2."), make("list", "다", "1.")),
            "1. 가\n2. 나\n\n1) 다",
        ),
        (
            (
                make("detail", "가"),
                *(make("numbered", text, marker) for text, marker in ("나①", "다②", "라①")),
            ),
            "- 가\n  1. 나\n  2. 다\n\n  1) 라",
        ),
        (
            (
                make("list_policy", "가", number="1"),
                make("list_programme", "나", number="1-1"),
                make("list_policy", "다", number="2"),
            ),
            "- 1\\. 가\n  - 1-1. 나\n- 2\\. 다",
        ),
        ((make("contact", "담당 ☎1"), make("goal", "목표\n둘")), "담당 ☎1\n\n> 목표\\\n> 둘"),
        ((BlockView("item", label="(가)", text=" 나"),), "- **(가)** 나"),
        ((BlockView("box", title="", lines=(Printed("가"),)),), "> - 가"),
        ((BlockView("box", title="가", lines=(Printed(""),)),), "> **가**"),
        (
            (
                make("item", "앞"),
                BlockView(
                    "schedule",
                    items=(
                        ScheduleLine(Printed("가"), "’26. 7.", Printed("")),
                        ScheduleLine(Printed("나"), "’26. 8.", Printed("곳")),
                    ),
                ),
            ),
            "- 앞\n- 가 : ’26. 7.\n- 나 : ’26. 8.\n\n  ※ 곳",
        ),
    ],
)
def test_blocks_nest_as_they_are_printed(blocks: tuple[BlockView, ...], text: str) -> None:
    assert write(*blocks) == text


def test_a_table_has_its_caption_before_and_its_note_behind_it() -> None:
    grid = Grid("t", "ㅇ 세입", "(단위: 원)", make_header({"a": "가"}), (), rounding_note="반올림")
    assert write(make("item", "앞"), BlockView("table", grid=grid), make("detail", "뒤")) == (
        "- 앞\n\nㅇ 세입 (단위: 원)\n\n| 가 |\n| --- |\n\n※ 반올림\n\n- 뒤"
    )


def test_a_chart_is_a_list() -> None:
    chart = draw_tree("c", "재단", [Node("본부", (), (Node("팀", ("하나", "둘")),))], ["감사팀"])
    assert write(BlockView("chart", grid=chart)) == (
        "- 재단\n  - 본부\n    - 팀\n      - 하나\n      - 둘\n- 감사팀"
    )


def test_a_chart_may_be_deep_and_have_units_beside_its_head() -> None:
    tree = [Node("처", (), (Node("본부", (), (Node("팀"),)), Node("실")))]
    chart = draw_tree("c", "재단", tree, ["위원회"], ["감사"])
    assert write(BlockView("chart", grid=chart)) == (
        "- 재단\n  - 감사\n  - 처\n    - 본부\n      - 팀\n    - 실\n- 위원회"
    )


KINDS = list_sentences()["block.kind"].replace(";", ",").split(", ")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_block_is_written(kind: str) -> None:
    chart = draw_tree("c", "가", [])
    grid = chart if kind == "chart" else Grid("t", "가", "", make_header({"a": "나"}), ())
    step = ScheduleLine(Printed("가"), "나", Printed(""))
    block = BlockView(kind, text="가", lines=(Printed("가"),), items=(step,), grid=grid)
    assert "가" in write(block)
