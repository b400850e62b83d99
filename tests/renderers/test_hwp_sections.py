"""Tables of a HWP in which some cells are merged, and paragraphs outside of tables."""

from __future__ import annotations

import pytest
from hwpx.hwp5.errors import Hwp5Error

from tests.renderers.hangul_parts import (
    draw_cell,
    draw_paragraph,
    draw_plain_cell,
    draw_section,
    draw_table,
    write_ours,
    write_theirs,
)

EMPTY = draw_cell(draw_paragraph(""), 1)
TABLES = {
    "no cell merged": draw_table([draw_plain_cell("a"), draw_plain_cell("b", 1)]),
    "merged side by side": draw_table(
        [draw_plain_cell("a", columns=2)], [draw_plain_cell("b", row=1)]
    ),
    "merged downwards": draw_table(
        [draw_cell(draw_paragraph("<hp:t>a</hp:t>"), rows=2), draw_plain_cell("b", 1)],
        [draw_plain_cell("c", 1, 1)],
    ),
    "a merged cell of two paragraphs": draw_table(
        [draw_cell(draw_paragraph("") * 2, columns=2)], [draw_plain_cell("b", row=1)]
    ),
    "an empty cell under a merged one": draw_table(
        [draw_plain_cell("a", columns=2), EMPTY], [draw_plain_cell("b", row=1)]
    ),
    "a plain cell without text under a merged one": draw_table(
        [draw_plain_cell("a", columns=2), draw_plain_cell("", 1)], [draw_plain_cell("b", row=1)]
    ),
    "a plain cell without text under one merged downwards": draw_table(
        [draw_plain_cell("a", rows=2), draw_plain_cell("b", 1)],
        [draw_plain_cell("", row=1), draw_plain_cell("c", 1, 1)],
    ),
    "a plain cell without text under one of no width": draw_table(
        [draw_plain_cell("a", columns=0, rows=2), draw_plain_cell("b", 1)],
        [draw_plain_cell("", row=1), draw_plain_cell("c", 1, 1)],
    ),
    "a plain cell without text under one of two paragraphs": draw_table(
        [draw_cell(draw_paragraph("") * 2, columns=2), draw_plain_cell("", 1)]
    ),
    "cells at one address": draw_table([draw_plain_cell("a"), draw_plain_cell("b")]),
    "merged beyond the table": draw_table([draw_plain_cell("a", columns=900), EMPTY]),
    "merged beyond the table, with room": draw_table(
        [draw_plain_cell("a", 1, columns=2), draw_plain_cell("b", 5)], columns=9
    ),
    "spans of nothing": draw_table(
        [draw_plain_cell("a", columns=0), draw_cell(draw_paragraph(""), 1, columns=-1)]
    ),
    "no cell": draw_table([], []),
}
CONTENTS = {
    "plain": "<hp:t>1,234 나무 😀</hp:t>",
    "tabs and breaks": "<hp:t>a\tb\nc\u00a0d\u2028e</hp:t>",
    "around elements": '<hp:t>a<hp:tab width="4000" leader="0" type="1"/>b<hp:lineBreak/>c</hp:t>',
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_is_written_alike(table: str) -> None:
    section = draw_section(table, "<hp:t>a</hp:t>")
    assert write_ours(section) == write_theirs(section)


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_a_paragraph_is_written_alike(content: str) -> None:
    section = draw_section(content, "", content)
    assert write_ours(section) == write_theirs(section)


def test_a_text_under_a_merged_cell_is_refused_alike() -> None:
    covered = draw_table([draw_plain_cell("a", columns=2), draw_plain_cell("b", 1)])
    section = draw_section(covered)
    with pytest.raises(Hwp5Error) as theirs:
        write_theirs(section)
    with pytest.raises(Hwp5Error) as ours:
        write_ours(section)
    assert str(ours.value) == str(theirs.value)
    assert "tc/covered x1" in str(ours.value)
