"""Merged cells follow the rows that tags repeat or leave out, or are refused."""

from __future__ import annotations

import pytest

from tests.templating.small_packages import HANGUL, WORD, Kit, both, fill, mistakes, mistakes_in

FOR, END = "{%tr for x in xs %}", "{%tr endfor %}"
HINT = "begin the merged cell in a row that stays, and merge all rows up to the end tag"
WHOLE = f"|A@4x1|h|\n|^|{FOR}|\n|^|{{{{ x }}}}|\n|^|{END}|\n|z|y|"
UP_TO_LAST = f"|A@3x1|h|\n|^|{FOR}|\n|^|{{{{ x }}}}|\n||{END}|\n|z|y|"
BEYOND = f"|A@5x1|h|\n|^|{FOR}|\n|^|{{{{ x }}}}|\n|^|{END}|\n|^|y|\n|z|z|"
TAG_ONLY = f"|A@2x1|h|\n|^|{FOR}|\n|b|{{{{ x }}}}|\n||{END}|\n|z|y|"
CONDITION = "|A@4x1|h|\n|^|{%tr if xs %}|\n|^|b|\n|^|{%tr endif %}|\n|z|y|"
CHOICE = "|A@6x1|h|\n|^|{%tr if xs %}|\n|^|b|\n|^|{%tr else %}|\n|^|c|\n|^|{%tr endif %}|\n|z|y|"
RECORD = f"|h|i|\n||{FOR}|\n|A@2x1|{{{{ x }}}}|\n|^|k|\n||{END}|"
GROUPS = (
    "|h|i|\n||{%tr for xs in groups %}|\n|A@4x1|{{ xs | length }}|\n"
    f"|^|{FOR}|\n|^|{{{{ x }}}}|\n|^|{END}{{%tr endfor %}}|"
)
PARTIAL = f"|A@3x1|h|\n|^|{FOR}|\n|^|{{{{ x }}}}|\n|b|c|\n||{END}|"
FROM_TAG = f"|h|i|\n|@3x1|{FOR}|\n|^|{{{{ x }}}}|\n|^|{END}|"
WITH_TAG = f"|h|i|\n|{FOR}@3x1||\n|^|{{{{ x }}}}|\n|^|{END}|"
OUT = f"|h|i|\n||{FOR}|\n|A@3x1|{{{{ x }}}}|\n|^|{END}|\n|^|y|"
BRANCHES = "|h|i|\n||{%tr if xs %}|\n|A@3x1|b|\n|^|{%tr else %}|\n|^|c|\n||{%tr endif %}|"
HALF = "|A@3x1|h|\n|^|{%tr if xs %}|\n|^|b|\n||{%tr else %}|\n|d|c|\n||{%tr endif %}|"
MACRO = "|A@4x1|h|\n|^|{%tr macro m() %}|\n|^|b|\n|^|{%tr endmacro %}|\n|c|d|"


@both
@pytest.mark.parametrize(
    ("text", "count", "filled"),
    [
        (WHOLE, 0, "|A|h|\n|z|y|"),
        (WHOLE, 1, "|A@2x1|h|\n|^|0|\n|z|y|"),
        (WHOLE, 3, "|A@4x1|h|\n|^|0|\n|^|1|\n|^|2|\n|z|y|"),
        (WHOLE, 5, "|A@6x1|h|\n|^|0|\n|^|1|\n|^|2|\n|^|3|\n|^|4|\n|z|y|"),
        (UP_TO_LAST, 0, "|A|h|\n|z|y|"),
        (UP_TO_LAST, 2, "|A@3x1|h|\n|^|0|\n|^|1|\n|z|y|"),
        (BEYOND, 0, "|A@2x1|h|\n|^|y|\n|z|z|"),
        (BEYOND, 2, "|A@4x1|h|\n|^|0|\n|^|1|\n|^|y|\n|z|z|"),
        (TAG_ONLY, 2, "|A|h|\n|b|0|\n|b|1|\n|z|y|"),
        (CONDITION, 0, "|A|h|\n|z|y|"),
        (CONDITION, 1, "|A@2x1|h|\n|^|b|\n|z|y|"),
        (CHOICE, 0, "|A@2x1|h|\n|^|c|\n|z|y|"),
        (CHOICE, 1, "|A@2x1|h|\n|^|b|\n|z|y|"),
        (RECORD, 2, "|h|i|\n|A@2x1|0|\n|^|k|\n|A@2x1|1|\n|^|k|"),
    ],
)
def test_a_merged_cell_reaches_over_the_rows_that_come_out(
    kit: Kit, text: str, count: int, filled: str
) -> None:
    assert fill(kit, text, xs=list(range(count))) == filled


@both
def test_a_merged_cell_in_a_loop_reaches_over_the_rows_of_the_loop_inside(kit: Kit) -> None:
    assert fill(kit, GROUPS, groups=[[], [7], [8, 9]]) == (
        "|h|i|\n|A|0|\n|A@2x1|1|\n|^|7|\n|A@3x1|2|\n|^|8|\n|^|9|"
    )


@both
def test_merged_cells_of_a_table_in_a_cell_are_counted_by_themselves(kit: Kit) -> None:
    inner = f"{{%p macro inner(xs) %}}\n{WHOLE}\n{{%p endmacro %}}\n"
    outer = f"|B@4x1|h|\n|^|{FOR}|\n|^|{{{{p inner([x]) }}}}|\n|^|{END}|"
    filled = fill(kit, inner + outer, xs=[1, 2]).replace("¶|", "|")
    table = "⟨A@2x1|h⟩⟨^|{}⟩⟨z|y⟩"
    assert filled == f"|B@3x1|h|\n|^|{table.format(1)}|\n|^|{table.format(2)}|"


@both
def test_a_merged_cell_beside_one_from_data_follows_too(kit: Kit) -> None:
    class Wide(str):
        row_span, col_span, covered = 1, 1, ""

    text = f"|A@4x1|{{% span w %}}h|\n|^|{FOR}|\n|^|{{{{ x }}}}|\n|^|{END}|"
    assert fill(kit, text, w=Wide("w"), xs=[1]) == "|A@2x1|h|\n|^|1|"


@both
@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (PARTIAL, FOR),
        (FROM_TAG, FOR),
        (WITH_TAG, FOR),
        (OUT, END),
        (BRANCHES, "{%tr else %}"),
        (MACRO, "{%tr macro m() %}"),
    ],
)
def test_a_merged_cell_over_some_of_the_rows_is_refused(kit: Kit, text: str, tag: str) -> None:
    (message,) = mistakes(kit, text, xs=[1])
    assert message.endswith(
        f"«{tag}»: error [template-rows] a merged cell reaches over {tag} and over some of its "
        f"rows only\n  hint: {HINT}"
    )


def test_a_merged_cell_over_one_branch_is_refused_where_it_counts_its_rows() -> None:
    (message,) = mistakes(HANGUL, HALF, xs=[1])
    assert "a merged cell reaches over {%tr if xs %} and over some of its rows only" in message


@pytest.mark.parametrize(("xs", "filled"), [([], "|A|h|\n|d|c|"), ([1], "|A@2x1|h|\n|^|b|")])
def test_a_merged_cell_over_one_branch_is_right_in_docx(xs: list[int], filled: str) -> None:
    assert fill(WORD, HALF, xs=xs) == filled


def test_a_merged_cell_over_tags_of_a_table_with_columns_from_data_is_told() -> None:
    (message,) = mistakes(HANGUL, WHOLE.replace("|h|", "|{% columns [1, 1] %}h|"), xs=[1])
    assert "reaches over {%tr for x in xs %} and over some of its rows only" in message


@both
@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (f"|{FOR}|\n|{{{{ x }}}}|\n|{END}|", FOR),
        ("|{%tr if xs %}|\n|a|\n|{%tr endif %}|", "{%tr if xs %}"),
        ("|{%tr if xs %}|\n|{%tr endif %}|\na", "{%tr if xs %}"),
        ("|{%tr macro m() %}|\n|a|\n|{%tr endmacro %}|\n|{{tr xs | join }}|", "{%tr macro m() %}"),
        ("|{%tr macro m() %}|\n|a|\n|{%tr endmacro %}|", "{%tr macro m() %}"),
        ("|{%tr if xs %}|\n|a|\n|{%tr elif no %}|\n|b|\n|{%tr endif %}|", "{%tr if xs %}"),
    ],
)
def test_a_table_without_a_row_is_told(kit: Kit, text: str, tag: str) -> None:
    (message,) = mistakes(kit, f"a\n{text}", xs=[], no=False)
    assert message.endswith(
        f"error [template-rows] {tag} leaves the table without a row\n"
        "  hint: put {%p if … %} and {%p endif %} around the table, or add a row that stays"
    )


@both
def test_each_table_without_a_row_is_told(kit: Kit) -> None:
    text = f"|{FOR}|\n|{{{{ x }}}}|\n|{END}|\nbetween\n|{FOR}|\n|{{{{ x }}}}|\n|{END}|"
    assert len(mistakes(kit, text, xs=[])) == 2
    assert fill(kit, text, xs=[1, 2]) == "|1|\n|2|\nbetween\n|1|\n|2|"


@both
def test_rows_may_come_from_a_macro_alone(kit: Kit) -> None:
    text = "|{%tr macro m(a) %}|\n|{{ a }}|\n|{%tr endmacro %}|\n|{{tr m(1) ~ m(2) }}|"
    assert fill(kit, text) == "|1|\n|2|"


def test_a_bookmark_between_the_rows_is_no_row() -> None:
    body = WORD.draw(f"|{FOR}|\n|{{{{ x }}}}|\n|{END}|").replace(
        f"<w:r><w:t>{FOR}", f'<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:t>{FOR}'
    )
    (message,) = mistakes_in(WORD, body, xs=[])
    assert "leaves the table without a row" in message
