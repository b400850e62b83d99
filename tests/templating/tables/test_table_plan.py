"""Columns that data repeats without widths, and cells that are merged by what they say."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from tests.templating.small_packages import (
    HANGUL,
    WIDTH,
    WORD,
    Drawn,
    Kit,
    both,
    fill,
    fill_body,
    mistakes,
    mistakes_in,
)
from tests.templating.tables.test_running_table import cell

YEARS = """
    |name|{%tc for year in years %}|{{ year }}|{%tc endfor %}|sum|
    |{%tr for row in rows %}|||||
    |{{ row.name }}|{%tc for x in row.cells %}|{{ x }}|{%tc endfor %}|{{ row.cells | sum }}|
    |{%tr endfor %}|||||
"""
POLICIES = """
    |policy|unit|programme|
    |{%tr for row in rows %}|||
    |{% vm row[0] %}{{ row[0] }}|{% vm row[1] %}{{ row[1] }}|{{ row[2] }}|
    |{%tr endfor %}|||
"""


def rows_of(*values: list[int]) -> list[dict[str, object]]:
    return [{"name": "abc"[at], "cells": row} for at, row in enumerate(values)]


def column_widths(kit: Kit, body: str, **context: object) -> list[int]:
    """The width of each column of the filled table."""
    root = etree.fromstring(kit.compile(body).render(context).parts[kit.part])
    if kit is WORD:
        return [int(column.get(f"{W}w", "")) for column in root.iter(f"{W}gridCol")]
    row = next(root.iter(f"{HP}tr"))
    return [int(size.get("width", "")) for size in row.iter(f"{HP}cellSz")]


@both
def test_columns_are_repeated_without_widths(kit: Kit) -> None:
    filled = fill(kit, YEARS, years=[2024, 2025, 2026], rows=rows_of([1, 2, 3], [4, 5, 6]))
    assert filled == "|name|2024|2025|2026|sum|\n|a|1|2|3|6|\n|b|4|5|6|15|"


@both
def test_what_is_repeated_shares_its_width_in_the_template(kit: Kit) -> None:
    body = kit.draw(YEARS)
    years = [2021, 2022, 2023, 2024]
    fixed = WIDTH // 5
    assert column_widths(kit, body, years=years, rows=rows_of([1, 2, 3, 4])) == [
        fixed,
        *[3 * fixed // 4] * 4,
        fixed,
    ]


@both
def test_columns_that_nothing_repeats_leave_their_width_to_the_others(kit: Kit) -> None:
    body = kit.draw(YEARS)
    assert fill_body(kit, body, years=[], rows=rows_of([])) == "|name|sum|\n|a|0|"
    assert column_widths(kit, body, years=[], rows=rows_of([])) == [WIDTH // 2, WIDTH // 2]


@both
def test_a_column_is_left_out_by_condition(kit: Kit) -> None:
    text = """
        |a|{%tc if shown %}|b|{%tc endif %}|
        |c|{%tc if shown %}|d|{%tc else %}|never|{%tc endif %}|
    """.replace("{%tc else %}|never|", "")
    assert fill(kit, text, shown=True) == "|a|b|\n|c|d|"
    assert fill(kit, text, shown=False) == "|a|\n|c|"


@both
def test_branches_of_a_condition_are_one_column(kit: Kit) -> None:
    text = "|{%tc for x in xs %}|{%tc if x %}|{{ x }}|{%tc else %}|none|{%tc endif %}|\
{%tc endfor %}|"
    assert fill(kit, text, xs=[1, 0, 2]) == "|1|none|2|"


@both
def test_a_title_over_repeated_columns_covers_all_of_them(kit: Kit) -> None:
    text = """
        |title@1x4|
        |name|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
        |sub|below@1x3|
    """
    assert fill(kit, text, xs=[1, 2, 3, 4, 5]) == ("|title@1x6|\n|name|1|2|3|4|5|\n|sub|below@1x5|")


@both
def test_a_header_covers_the_cells_of_its_round(kit: Kit) -> None:
    text = """
        |name|{%tc for y in ys %}|{{ y }}@1x2|{%tc endfor %}|
        |sub|{%tc for y in ys %}|plan|done|{%tc endfor %}|
    """
    assert fill(kit, text, ys=[1, 2, 3]) == (
        "|name|1@1x2|2@1x2|3@1x2|\n|sub|plan|done|plan|done|plan|done|"
    )


@both
def test_columns_that_are_split_without_being_seen_are_one(kit: Kit) -> None:
    text = """
        |name@1x2|{%tc for x in xs %}@1x2|{{ x }}@1x3|{%tc endfor %}|
        |sub|{%tc for x in xs %}@1x4|{{ x }}|{%tc endfor %}@1x2|
    """
    filled = fill(kit, text, xs=[1, 2, 3])
    assert [line.split("|")[2:5] for line in filled.split("\n")] == [["1", "2", "3"]] * 2


@both
def test_split_columns_are_one_where_widths_are_given(kit: Kit) -> None:
    text = """
        |{% columns [1, 1, 1] %}{%tc for x in xs %}|{{ x }}@1x2|{%tc endfor %}|
        |{%tc for x in xs %}|{{ x }}|{%tc endfor %}@1x2|
    """
    assert fill(kit, text, xs=[1, 2, 3]) == "|1|2|3|\n|1|2|3|"


def test_a_sliver_between_two_edges_is_no_column_where_widths_are_given() -> None:
    body = WORD.draw(
        """
        |{% columns widths %}a@1x2|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
        |b|{%tc for x in xs %}@1x2|{{ x }}|{%tc endfor %}|
        """
    )
    grid = "".join(f'<w:gridCol w:w="1{width}"/>' for width in (800,) * 5)
    assert grid in body
    sliver = body.replace(
        grid, "".join(f'<w:gridCol w:w="{w}"/>' for w in (1000, 20, 2000, 2980, 3000))
    )
    assert fill_body(WORD, sliver, widths=[2, 1, 1], xs="xy") == "|a|x|y|\n|b|x|y|"


@both
def test_rows_with_another_number_of_cells_are_reported(kit: Kit) -> None:
    (message,) = mistakes(kit, YEARS, years=[1, 2, 3], rows=rows_of([1, 2]))
    assert message.startswith(f"paragraph {kit.number(2)} «{{%tc for year in years %}}»: error ")
    assert " failed: row 2 fills 4 of 5 columns\n" in message


@both
def test_static_cells_have_to_be_as_many_as_the_repeated_ones(kit: Kit) -> None:
    text = "|name|a|b|c|\n|x|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|"
    assert fill(kit, text, xs=[1, 2, 3]) == "|name|a|b|c|\n|x|1|2|3|"
    (message,) = mistakes(kit, text, xs=[1, 2])
    assert "row 1 has more cells than the 3 columns" in message


@both
def test_repeated_columns_stand_in_a_table_within_a_merged_cell(kit: Kit) -> None:
    cells = ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")
    inner = kit.table([[Drawn(text) for text in cells]])
    outer = kit.draw("|{%tr for xs in rows %}||\n|{% vm xs %}HERE|b|\n|{%tr endfor %}||")
    body = outer.replace(kit.paragraph(["{% vm xs %}HERE"]), kit.paragraph(["{% vm xs %}"]) + inner)
    ending = "<w:p/>" if kit is WORD else ""
    body = body.replace(inner, inner + ending)
    xml = kit.compile(body).render({"rows": [[1, 2], [1, 2], [3]]}).parts[kit.part]
    top, below, other = kit.outline(xml).split("\n")
    assert ("⟨1|2⟩" in top, "@2x1" in top, below) == (True, True, "|^|b|")
    assert "⟨3⟩" in other


@both
def test_the_rows_of_a_loop_are_one_cell(kit: Kit) -> None:
    text = """
        |kind|name|
        |{%tr for x in xs %}||
        |{% vm %}all|{{ x }}|
        |{%tr endfor %}||
        |rest|z|
    """
    assert fill(kit, text, xs="abc") == "|kind|name|\n|all@3x1|a|\n|^|b|\n|^|c|\n|rest|z|"


@both
def test_each_round_of_an_outer_loop_has_a_cell_of_its_own(kit: Kit) -> None:
    text = """
        |{%tr for group in groups %}||
        |{%tr for x in group %}||
        |{% vm %}{{ group | length }}|{{ x }}|
        |{%tr endfor %}||
        |{%tr endfor %}||
    """
    assert fill(kit, text, groups=["ab", "cd", "e"]) == (
        "|2@2x1|a|\n|^|b|\n|2@2x1|c|\n|^|d|\n|1|e|"
    )


@both
def test_neighbouring_rows_with_one_key_are_one_cell_on_two_levels(kit: Kit) -> None:
    rows = [
        ("A", "a", 1),
        ("A", "a", 2),
        ("A", "b", 3),
        ("B", "b", 4),
        ("B", "b", 5),
        ("C", "c", 6),
    ]
    assert fill(kit, POLICIES, rows=rows) == (
        "|policy|unit|programme|\n|A@3x1|a@2x1|1|\n|^|^|2|\n|^|b|3|\n|B@2x1|b@2x1|4|\n|^|^|5|\n|C|c|6|"
    )


@both
def test_a_key_that_comes_again_later_is_another_cell(kit: Kit) -> None:
    rows = [("A", "a", 1), ("B", "a", 2), ("A", "a", 3)]
    assert fill(kit, POLICIES, rows=rows) == ("|policy|unit|programme|\n|A|a|1|\n|B|a|2|\n|A|a|3|")


@both
def test_the_columns_of_a_loop_are_one_cell(kit: Kit) -> None:
    text = """
        |name|{%tc for x in xs %}|{% hm %}all|{%tc endfor %}|
        |sub|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
    """
    assert fill(kit, text, xs=[1, 2, 3]) == "|name|all@1x3|\n|sub|1|2|3|"


@both
def test_neighbouring_columns_with_one_key_are_one_cell(kit: Kit) -> None:
    text = """
        |{%tc for x in xs %}|{% hm x.year %}{{ x.year }}|{%tc endfor %}|
        |{%tc for x in xs %}|{{ x.quarter }}|{%tc endfor %}|
    """
    xs = [{"year": year, "quarter": quarter} for year, quarter in ((1, 3), (1, 4), (2, 1))]
    assert fill(kit, text, xs=xs) == "|1@1x2|2|\n|3|4|1|"


@both
def test_a_block_of_rows_and_columns_is_one_cell(kit: Kit) -> None:
    text = """
        |top|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
        |{%tr for y in ys %}||||
        |{{ y }}|{%tc for x in xs %}|{% vm %}{% hm %}none|{%tc endfor %}|
        |{%tr endfor %}||||
    """
    assert fill(kit, text, xs=[1, 2], ys="ab") == "|top|1|2|\n|a|none@2x2|\n|b|^|"


@both
def test_a_cell_covers_as_many_columns_as_data_says(kit: Kit) -> None:
    text = """
        |name|{% colspan xs | length %}years@1x3|
        |sub|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|
    """
    assert fill(kit, text, xs=[1, 2, 3, 4]) == "|name|years@1x4|\n|sub|1|2|3|4|"


@both
def test_a_fixed_table_may_have_cells_that_cover_columns(kit: Kit) -> None:
    assert fill(kit, "|a|b|c|\n|{% colspan 2 %}wide|x|") == "|a|b|c|\n|wide@1x2|x|"


@both
@pytest.mark.parametrize("count", ["0", "'2'", "1001"])
def test_a_number_of_columns_that_is_none_is_reported(kit: Kit, count: str) -> None:
    (message,) = mistakes(kit, f"|{{% colspan {count} %}}a|")
    assert f"{count.strip(chr(39))} is no number of columns" in message


@both
def test_merged_cells_may_stand_beside_cells_whose_extent_is_given(kit: Kit) -> None:
    text = """
        |{%tr for row in rows %}||
        |{% span row[0] %}{{ row[0] }}|{% vm row[1] %}{{ row[1] }}|
        |{%tr endfor %}||
    """
    rows = [[cell("A", 2), "x"], [cell("", 2, 1, "above"), "x"], [cell("B"), "x"]]
    assert fill(kit, text, rows=rows) == "|A@2x1|x@2x1|\n|^|^|\n|B|x|"


@both
def test_texts_that_a_merged_cell_would_hide_are_reported(kit: Kit) -> None:
    text = "|{%tr for x in xs %}||\n|{% vm %}{{ x }}|b|\n|{%tr endfor %}||"
    (message,) = mistakes(kit, text, xs=["one", "two"])
    assert " failed: cells with different texts would be one: «one» and «two»\n" in (message)


@both
def test_a_row_between_that_keeps_a_loop_from_being_one_cell_is_reported(kit: Kit) -> None:
    text = """
        |{%tr for x in xs %}||
        |{% vm %}all|{{ x }}|
        |other|{{ x }}|
        |{%tr endfor %}||
    """
    (message,) = mistakes(kit, text, xs="ab")
    assert "a row between has another cell there, so the loop can't be one cell" in message


@both
def test_a_key_that_is_not_defined_is_reported(kit: Kit) -> None:
    text = "|{%tr for x in xs %}||\n|{% vm x.key %}a|b|\n|{%tr endfor %}||"
    (message,) = mistakes(kit, text, xs=[{}])
    assert "error [template-undefined] x.key is not defined" in message


@both
@pytest.mark.parametrize("tag", ["{% vm %}", "{%hm%}"])
def test_what_merges_a_loop_stands_in_one(kit: Kit, tag: str) -> None:
    (message,) = mistakes(kit, f"|{tag}a|")
    assert message.startswith(
        f"paragraph {kit.number(1)} «{tag}a»: error [template-tag-place] "
        f"{tag} merges the cells of a loop, and stands in none\n"
    )


@both
def test_a_cell_says_its_extent_only_once(kit: Kit) -> None:
    text = "|{%tr for x in xs %}|\n|{% span x %}{% vm %}a|\n|{%tr endfor %}|"
    (message,) = mistakes(kit, text, xs=[])
    assert " and {% " in message
    assert "error [template-columns] " in message


@both
def test_the_same_tag_may_stand_in_two_branches_of_a_cell(kit: Kit) -> None:
    text = """
        |{%tr for x in xs %}||
        |{%p if x == 2 %}¶{% vm %}two¶{%p else %}¶{% vm %}one¶{%p endif %}|{{ x }}|
        |{%tr endfor %}||
    """
    assert fill(kit, text, xs=[1, 1]) == "|one@2x1|1|\n|^|1|"


@both
def test_a_table_without_rows_is_reported(kit: Kit) -> None:
    text = "|{%tr for x in xs %}||\n|{% vm %}a|b|\n|{%tr endfor %}||"
    (message,) = mistakes(kit, text, xs=[])
    assert " failed: the table has no rows\n" in message


def test_a_merged_cell_of_hwpx_is_as_high_as_its_rows() -> None:
    body = HANGUL.draw("|{%tr for x in xs %}||\n|{% vm %}a|{{ x }}|\n|{%tr endfor %}||")
    root = etree.fromstring(HANGUL.compile(body).render({"xs": [1, 2, 3]}).parts[HANGUL.part])
    heights = [size.get("height") for size in root.iter(f"{HP}cellSz")]
    assert heights == ["900", "300", "300", "300"]


def test_a_covered_cell_of_docx_keeps_the_look_of_its_paragraph() -> None:
    body = WORD.draw("|{%tr for x in xs %}||\n|{% vm %}a|{{ x }}|\n|{%tr endfor %}||")
    styled = body.replace("<w:p><w:pPr/>", '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>')
    xml = WORD.compile(styled).render({"xs": [1, 2]}).parts[WORD.part].decode()
    assert '<w:vMerge/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p></w:tc>' in xml


@both
def test_a_header_of_two_rows_stands_beside_repeated_columns(kit: Kit) -> None:
    text = """
        |name@2x1|{%tc for y in ys %}|{{ y }}@1x2|{%tc endfor %}|sum@2x1|
        |^|{%tc for y in ys %}|plan|done|{%tc endfor %}|^|
        |{%tr for x in xs %}||||||
        |{{ x }}|{%tc for y in ys %}|1|2|{%tc endfor %}|3|
        |{%tr endfor %}||||||
    """
    assert fill(kit, text, ys=[1, 2], xs="ab") == (
        "|name@2x1|1@1x2|2@1x2|sum@2x1|\n|^|plan|done|plan|done|^|\n|a|1|2|1|2|3|\n|b|1|2|1|2|3|"
    )


@both
def test_cells_whose_width_is_given_stand_beside_a_merged_cell(kit: Kit) -> None:
    text = """
        |name@2x1|years@1x3|sum@2x1|
        |^|{% colspan 2 %}half@1x3|^|
        |x|{%tc for y in ys %}|{{ y }}|{%tc endfor %}|z|
    """
    assert fill(kit, text, ys=[1, 2]) == ("|name@2x1|years@1x2|sum@2x1|\n|^|half@1x2|^|\n|x|1|2|z|")


def test_columns_without_a_cell_at_the_edges_of_a_row_follow_the_table() -> None:
    body = WORD.draw("|a|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|b|\n|c@1x3|")
    gaps = '<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>'
    first, _row, last = body.rpartition("<w:tr>")
    xml = WORD.compile(f"{first}<w:tr>{gaps}{last}").render({"xs": "wxyz"}).parts[WORD.part]
    (row,) = list(etree.fromstring(xml).iter(f"{W}tr"))[1:]
    counts = [
        element.get(f"{W}val")
        for name in ("gridBefore", "gridSpan", "gridAfter")
        for element in row.iter(f"{W}{name}")
    ]
    assert counts == ["1", "4", "1"]


def test_a_table_with_a_given_extent_whose_columns_can_not_be_read_is_reported() -> None:
    body = HANGUL.draw("|{% span x %}a@1x2|\n|b|c|")
    broken = body.replace('<hp:cellSpan colSpan="2"', '<hp:cellSpan colSpan="100000000"')
    (message,) = mistakes_in(HANGUL, broken, x=cell("a"))
    assert "the columns of the table around {% span x %} can't be read" in message


@both
@pytest.mark.parametrize("count", ["100000000", "-5", "x"])
def test_a_table_whose_columns_can_not_be_read_is_reported(kit: Kit, count: str) -> None:
    body = kit.draw("|{%tr for x in xs %}||\n|{% vm %}a@1x2|\n|{%tr endfor %}||")
    word, hangul = ('<w:gridSpan w:val="{}"/>', '<hp:cellSpan colSpan="{}"')
    spelled = word if kit is WORD else hangul
    broken = body.replace(spelled.format(2), spelled.format(count))
    assert broken != body
    (message,) = mistakes_in(kit, broken, xs=[1])
    assert "the columns of the table around {% vm %} can't be read" in message


@both
def test_a_cell_over_columns_that_do_not_come_out_is_refused(kit: Kit) -> None:
    text = "|a|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|z|\n|b|c@1x3|y|"
    assert fill(kit, text, xs=[1, 2]) == "|a|1|2|z|\n|b|c@1x2|y|"
    (found,) = mistakes(kit, text, xs=[])
    assert "in row 2, a cell lies over columns of which there are none" in found


@both
def test_a_condition_keeps_a_cell_from_lying_over_no_columns(kit: Kit) -> None:
    text = "|a|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|z|\n"
    text += "|b|{%tc if xs %}|{% colspan xs|length %}c|{%tc endif %}|y|"
    assert fill(kit, text, xs=[1, 2]) == "|a|1|2|z|\n|b|c@1x2|y|"
    assert fill(kit, text, xs=[]) == "|a|z|\n|b|y|"


@both
def test_a_heading_over_columns_of_rows_that_do_not_come_out_stays(kit: Kit) -> None:
    text = """
        |b|c@1x3|y|
        |{%tr for r in rows %}@1x5|
        |a|{%tc for x in r %}|{{ x }}|{%tc endfor %}|z|
        |{%tr endfor %}@1x5|"""
    assert fill(kit, text, rows=[[1, 2]]) == "|b|c@1x2|y|\n|a|1|2|z|"
    assert fill(kit, text, rows=[]) == "|b|c|y|"
