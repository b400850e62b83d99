"""Whatever the texts are, a parser reads the document that was written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import Figure, Formula, Operation, Unit
from reportgen.renderers.markdown.lines import place_lines, write_nodes
from reportgen.renderers.markdown.nodes import (
    Heading,
    Item,
    Listing,
    Node,
    Paragraph,
    Quote,
    Run,
    Table,
    make_inline,
)
from reportgen.templating.printed import Printed
from reportgen.views.grid import Cell, Grid, Row, make_header
from tests.renderers.markdown.hostile import TEXTS, tidy
from tests.renderers.markdown.parsed import parse

SEEN = TEXTS.filter(tidy)
PARAGRAPHS = SEEN.map(lambda text: Paragraph(make_inline(text)))
HEADINGS = st.builds(lambda level, text: Heading(level, make_inline(text)), st.integers(1, 6), SEEN)


def make_grid(rows: list[list[str]]) -> Grid:
    """A table whose first row are its heads."""
    heads, *others = rows
    header = make_header({str(at): text for at, text in enumerate(heads)})
    cells = ({str(at): Cell.make(text) for at, text in enumerate(row)} for row in others)
    return Grid("t", "", "", header, tuple(Row("body", row) for row in cells))


TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=3
    ).map(lambda rows: Table(make_grid(rows)))
)


def list_items(inside: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Lists and quotes of what is inside."""
    item = st.builds(
        lambda first, rest: Item([first, *rest]), PARAGRAPHS, st.lists(inside, max_size=3)
    )
    listing = st.builds(
        Listing, st.just("k"), st.booleans(), st.lists(item, min_size=1, max_size=3)
    )
    quote = st.lists(inside, min_size=1, max_size=3).map(lambda parts: Quote(tuple(parts)))
    return st.one_of(listing, quote)


INSIDE = st.recursive(PARAGRAPHS, list_items, max_leaves=6)
DOCUMENTS = st.lists(st.one_of(HEADINGS, TABLES, INSIDE), max_size=6)


def expect(node: Node) -> Any:
    """What a parser has to read."""
    if isinstance(node, Heading):
        return f"h{node.level}", spell(node.text)
    if isinstance(node, Paragraph):
        return "p", spell(node.text)
    if isinstance(node, Quote):
        return "quote", list(map(expect, node.parts))
    if isinstance(node, Listing):
        tag = "ol" if node.is_numbered else "ul"
        return tag, [list(map(expect, item.parts)) for item in node.items]
    heads = [node.grid.header] if node.grid.heads else []
    rows = [("th", row) for row in heads] + [("td", row.cells) for row in node.grid.rows]
    return "table", [[(tag, tidy(cell), 1, 1) for cell in row] for tag, row in rows]


def spell(text: tuple[Run, ...]) -> str:
    return tidy("".join(run.text for run in text))


def write(*nodes: Node) -> str:
    return "".join(f"{line.text}\n" for line in write_nodes(nodes))


@given(DOCUMENTS)
def test_a_parser_reads_what_was_written(nodes: list[Node]) -> None:
    assert parse(write(*nodes)) == list(map(expect, nodes))


@given(TEXTS)
def test_a_bold_text_is_bold_as_a_whole(text: str) -> None:
    inline = (Run("가 "), Run(text, True), Run(" 나"))
    inside = text.strip()
    expected = f"가 {text.replace(inside, f'«{inside}»', 1)} 나" if inside else f"가 {text} 나"
    assert parse(write(Paragraph(inline))) == [("p", tidy(expected))]


@pytest.mark.parametrize("numbered", [True, False])
def test_lists_beside_each_other_stay_apart(numbered: bool) -> None:
    lists = [
        Listing("k", numbered, [Item([Paragraph(make_inline(text))])])
        for text in ("가", "나", "다")
    ]
    tag = "ol" if numbered else "ul"
    assert parse(write(*lists)) == [(tag, [[("p", text)]]) for text in ("가", "나", "다")]


def test_no_line_ends_in_a_blank() -> None:
    item = Item([Paragraph(make_inline("가")), Paragraph(make_inline("나"))])
    quote = Quote((Listing("k", False, [item]), Paragraph(make_inline("다"))))
    assert write(quote) == "> - 가\n>\n>   나\n>\n> 다\n"


def test_figures_know_their_line() -> None:
    figure = Figure("budget.garden", 5, Unit.WON, Formula(Operation.INPUT))
    text = Printed("5원", (figure,))
    nodes = [
        Heading(1, make_inline("가")),
        Quote((Paragraph(make_inline("\n나\n다", text)), Paragraph(make_inline(text)))),
    ]
    places = list(place_lines(write_nodes(nodes), 10))
    assert places == [(text, 12), (text, 15)]
