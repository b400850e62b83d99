"""Columns, spans and rows that come from data, the same in both dialects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportgen.templating.formats.owpml import HP
from reportgen.templating.formats.wordprocessing import W
from reportgen.templating.tables.running_table import share_width
from tests.templating.small_packages import HANGUL, WORD, Drawn, Kit, both, fill, mistakes, quick

GRID = """
    |{% columns widths %}{%tc for cell in header %}|{{ cell }}|{%tc endfor %}|
    |{%tr for row in rows %}|
    |{%tc for cell in row %}|{% span cell %}{{ cell }}|{%tc endfor %}|
    |{%tr endfor %}|
"""


class TextCell(str):
    """Its own text with its extent, as the views make a cell."""

    row_span: int
    col_span: int
    covered: str


def cell(text: str, row_span: int = 1, col_span: int = 1, covered: str = "") -> TextCell:
    made = TextCell(text)
    made.row_span, made.col_span, made.covered = row_span, col_span, covered
    return made


def spread(rows: list[list[Drawn]]) -> list[list[TextCell]]:
    """The cells as data has them: every covered place has a cell of its own."""
    count = max(sum(drawn.columns for drawn in row) for row in rows)
    places: list[list[TextCell | None]] = [[None] * count for _ in rows]
    for at, row in enumerate(rows):
        for drawn in row:
            if drawn.is_covered:
                continue
            column = places[at].index(None)
            for below in range(drawn.rows):
                for beside in range(drawn.columns):
                    covered = "left" if beside else "above" if below else ""
                    text = "" if covered else drawn.text
                    places[at + below][column + beside] = cell(
                        text, drawn.rows, drawn.columns, covered
                    )
    return [[made for made in row if made is not None] for row in places]


def parse(text: str) -> list[list[Drawn]]:
    return [[Drawn.parse(part) for part in line[1:-1].split("|")] for line in text.split("\n")]


@given(st.integers(1, 100_000), st.lists(st.integers(0, 100), min_size=1, max_size=20).filter(any))
@quick
def test_shares_add_up_to_the_total(total: int, weights: list[int]) -> None:
    widths = share_width(total, weights)
    assert sum(widths) == total
    assert min(widths) >= 0
    assert all(
        abs(w * sum(weights) - total * g) <= sum(weights)
        for w, g in zip(widths, weights, strict=True)
    )


@both
@pytest.mark.parametrize(
    "text",
    [
        "|a|b|c|\n|d|e|f|",
        "|a@2x1|b|c|\n|^|d|e|",
        "|a@1x2|b|\n|c|d|e|",
        "|a@2x2|b|\n|^|c|\n|d|e|f|",
        "|a|b@2x2|\n|c|^|\n|d@1x3|",
        "|a@3x1|b@2x1|c|\n|^|^|d|\n|^|e@1x2|",
        "|a@2x3|\n|^|",
    ],
)
def test_cells_span_as_the_data_says(kit: Kit, text: str) -> None:
    rows = spread(parse(text))
    filled = fill(kit, GRID, widths=[1, 2, 1], header=["x", "y", "z"], rows=rows)
    assert filled == f"|x|y|z|\n{text}"


@both
def test_fixed_columns_can_span_beside_plain_cells(kit: Kit) -> None:
    text = """
        |policy|unit|amount|
        |{%tr for row in rows %}|
        |{% span row[0] %}{{ row[0] }}|{% span row[1] %}{{ row[1] }}|{{ row[2] }}|
        |{%tr endfor %}|
        |{% span total %}{{ total }}|{% span rest %}|{{ sum }}|
    """
    rows = [
        [cell("A", 2), cell("a"), 1],
        [cell("", 2, 1, "above"), cell("b"), 2],
        [cell("B"), cell("c"), 3],
    ]
    total, rest = cell("total", 1, 2), cell("", 1, 2, "left")
    assert fill(kit, text, rows=rows, total=total, rest=rest, sum=6) == (
        "|policy|unit|amount|\n|A@2x1|a|1|\n|^|b|2|\n|B|c|3|\n|total@1x2|6|"
    )


@both
def test_merged_cells_of_the_template_stay_merged_beside_data(kit: Kit) -> None:
    text = """
        |name@2x1|amounts@1x2|
        |^|now|then|
        |{%tr for row in rows %}|||
        |{% span row %}{{ row }}|1|2|
        |{%tr endfor %}|||
    """
    rows = [cell("a", 2), cell("", 2, 1, "above")]
    assert fill(kit, text, rows=rows) == (
        "|name@2x1|amounts@1x2|\n|^|now|then|\n|a@2x1|1|2|\n|^|1|2|"
    )


@both
def test_rows_are_chosen_by_condition(kit: Kit) -> None:
    text = """
        |{%tr for row in rows %}||
        |{%tr if row.role == "total" %}||
        |total|{{ row.amount }}|
        |{%tr elif loop.last %}||
        |last|{{ row.amount }}|
        |{%tr else %}||
        |other|{{ row.amount }}|
        |{%tr endif %}||
        |{%tr endfor %}||
    """
    rows = [{"role": role, "amount": at} for at, role in enumerate(("total", "body", "body"))]
    assert fill(kit, text, rows=rows) == "|total|0|\n|other|1|\n|last|2|"


@both
def test_cells_are_chosen_by_condition(kit: Kit) -> None:
    text = """
        |{% columns [1, 1, 1] %}{%tc for a in b %}|{%tc if a %}|\
{{ a }}|{%tc else %}|none|{%tc endif %}|{%tc endfor %}|
    """
    assert fill(kit, text, b=[1, 0, 2]) == "|1|none|2|"


@both
def test_a_table_may_be_repeated(kit: Kit) -> None:
    text = """
        {%p for table in tables %}
        |{% columns table %}{%tc for width in table %}|{{ width }}|{%tc endfor %}|
        {%p endfor %}
    """
    assert fill(kit, text, tables=[[1], [2, 3]]) == "|1|\n|2|3|"


def test_widths_are_shared_over_a_merged_cell() -> None:
    xml = WORD.compile(WORD.draw(GRID)).render(
        {"widths": [1, 2, 6], "header": "xyz", "rows": spread(parse("|a@1x2|b|"))}
    )
    root = etree.fromstring(xml.parts[WORD.part])
    assert [column.get(f"{W}w") for column in root.iter(f"{W}gridCol")] == ["1000", "2000", "6000"]
    assert [width.get(f"{W}w") for width in root.iter(f"{W}tcW")][3:] == ["3000", "6000"]


def test_the_properties_of_a_merged_cell_stand_in_the_order_of_the_standard() -> None:
    xml = WORD.compile(WORD.draw(GRID)).render(
        {"widths": [1, 1], "header": "xy", "rows": spread(parse("|a@2x2|\n|^|"))}
    )
    text = xml.parts[WORD.part].decode()
    first = '<w:tcPr><w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="2"/>'
    assert f'{first}<w:vMerge w:val="restart"/></w:tcPr>' in text
    assert f"{first}<w:vMerge/></w:tcPr>" in text


def test_a_table_is_as_high_as_its_rows() -> None:
    template = HANGUL.draw(
        "|a@2x1|b|\n|^|c|\n|{%tr for x in xs %}||\n|{{ x }}|d|\n|{%tr endfor %}||"
    )
    rows = template.replace(
        'rowAddr="3"/><hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="4500" height="300"',
        'rowAddr="3"/><hp:cellSpan colSpan="1" rowSpan="1"/><hp:cellSz width="4500" height="500"',
    )
    assert rows != template
    xml = HANGUL.compile(rows).render({"xs": [1, 2, 3]}).parts[HANGUL.part]
    root = etree.fromstring(xml)
    assert [size.get("height") for size in root.iter(f"{HP}sz")] == [str(2 * 300 + 3 * 500)]
    heights = [size.get("height") for size in root.iter(f"{HP}cellSz")]
    assert heights == ["600", "300", "300", *["500"] * 6]


def test_a_merged_cell_is_as_high_as_the_rows_that_it_reaches_over() -> None:
    xml = HANGUL.compile(HANGUL.draw(GRID)).render(
        {"widths": [1, 1], "header": "xy", "rows": spread(parse("|a@2x1|b|\n|^|c|"))}
    )
    root = etree.fromstring(xml.parts[HANGUL.part])
    heights = [size.get("height") for size in root.iter(f"{HP}cellSz")]
    assert heights == ["300", "300", "600", "300", "300"]


@both
@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([["a", "b", "c"]], "row 2 has more cells than the 2 columns"),
        ([["a"]], "row 2 fills 1 of 2 columns"),
        ([["a", "b"], ["c"], ["d", "e"]], "row 3 fills 1 of 2 columns"),
    ],
)
def test_a_row_that_does_not_fit_the_columns_is_reported(
    kit: Kit, rows: list[list[str]], problem: str
) -> None:
    cells = [[cell(text) for text in row] for row in rows]
    (message,) = mistakes(kit, GRID, widths=[1, 1], header="xy", rows=cells)
    assert "error [template-value] " in message
    assert f" failed: {problem}\n" in message


@both
def test_a_table_that_loses_all_its_rows_is_reported(kit: Kit) -> None:
    text = "|{%tr for row in rows %}|\n|{% columns [1] %}{{ row }}|\n|{%tr endfor %}|"
    assert mistakes(kit, text, rows=[]) == [
        f"paragraph {kit.number(2)} «{{% columns [1] %}}{{{{ row }}}}»: error [template-value] "
        "{% columns [1] %} failed: the table has no rows\n"
        "  hint: put the whole table inside {%p if … %}, or keep a row that is always there"
    ]


@both
def test_widths_that_add_up_to_nothing_are_reported(kit: Kit) -> None:
    assert mistakes(kit, "|{% columns [] %}a|") == [
        f"paragraph {kit.number(1)} «{{% columns [] %}}a»: error [template-value] "
        "{% columns [] %} failed: the widths of the columns add up to nothing\n"
        "  hint: give {% columns … %} the widths of a table, such as grid.widths"
    ]


@both
def test_a_span_that_is_none_is_reported_at_its_tag(kit: Kit) -> None:
    (message,) = mistakes(kit, "|{{ x }}|\n|{% span y %}b|", x=1, y=None)
    assert message.startswith(f"paragraph {kit.number(2)} «{{% span y %}}b»: error ")
    assert "[template-value] {% span y %} failed: the value is missing" in message


@both
def test_an_undefined_span_is_reported_at_its_tag(kit: Kit) -> None:
    found = mistakes(kit, "|a|\n|{% span x.y %}{{ z }}|", x={})
    assert [message.partition("\n")[0] for message in found] == [
        f"paragraph {kit.number(2)} «{{% span x.y %}}{{{{ z }}}}»: "
        f"error [template-undefined] {name} is not defined"
        for name in ("x.y", "z")
    ]
