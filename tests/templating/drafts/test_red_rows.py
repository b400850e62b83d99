"""Messages between the rows and cells of a table, which stays one that programs can read."""

from __future__ import annotations

import pytest
from lxml import etree

from reportgen.templating.formats.wordprocessing import W
from tests.templating.drafts.drafting import draft, draft_body, find_red, read_draft
from tests.templating.small_packages import WORD, Drawn, Kit, both

FOO = "[foo is not defined]"
LOOP = "|{%tr for x in foo %}||\n|{{ x }}|b|\n|{%tr endfor %}||"


@both
@pytest.mark.parametrize(
    ("text", "outline"),
    [
        (f"{LOOP}\n|c|d|", f"|{FOO}@1x2|\n|c|d|"),
        (f"|c|d|\n{LOOP}", f"|c|d|\n|{FOO}@1x2|"),
        (LOOP, f"|{FOO}@1x2|"),
        ("|{{tr foo(1) }}||\n|a|b|", f"|{FOO}@1x2|\n|a|b|"),
        ("|a|b|\n|{%tr if foo %}||\n|c|d|\n|{%tr endif %}||", f"|a|b|\n|{FOO}@1x2|"),
        ("|{%tc for x in foo %}|{{ x }}|{%tc endfor %}|a|", f"|{FOO}a|"),
        ("|a|{%tc for x in foo %}|{{ x }}|{%tc endfor %}|", f"|{FOO}a|"),
    ],
)
def test_a_message_stands_in_a_row_or_beside_the_cells(kit: Kit, text: str, outline: str) -> None:
    found, red, told = read_draft(kit, text)
    assert found == outline
    assert (red, told) == ([FOO], [FOO[1:-1]])


@both
def test_a_table_that_data_leaves_without_a_row_gets_one_that_says_so(kit: Kit) -> None:
    message = "{%tr for x in [] %} leaves the table without a row"
    found = read_draft(kit, LOOP.replace("foo", "[]"))
    assert found == (f"|[{message}]@1x2|", [f"[{message}]"], [message])


@both
def test_a_message_for_which_a_merged_cell_leaves_no_row_stands_before_the_table(kit: Kit) -> None:
    text = """
        |A@5x1|b|
        |^|{%tr for x in foo %}|
        |^|{{ x }}|
        |^|{%tr endfor %}|
        |^|d|
    """
    assert read_draft(kit, text) == (f"{FOO}\n|A@2x1|b|\n|^|d|", [FOO], [FOO[1:-1]])


@both
def test_rows_with_messages_stand_where_each_failed(kit: Kit) -> None:
    text = """
        |{%tr for x in [5, [1], 6] %}||
        |{%tr for y in x %}||
        |{{ y }}|b|
        |{%tr endfor %}||
        |{%tr endfor %}||
    """
    message = "[a number is no list that could be gone through]@1x2"
    assert read_draft(kit, text)[0] == f"|{message}|\n|1|b|\n|{message}|"


@both
def test_a_message_in_a_table_within_a_cell_stands_there(kit: Kit) -> None:
    outer = kit.table([[Drawn("X"), Drawn("z")]])
    inner = kit.draw(f"{LOOP}\n|c|d|\ny")
    _template, parts = draft_body(kit, outer.replace(kit.paragraph(["X"]), inner))
    assert kit.outline(parts[kit.part]) == f"|⟨{FOO}@1x2⟩⟨c|d⟩¶y|z|"
    assert find_red(kit, parts) == [FOO]


def test_the_row_is_as_wide_as_the_table() -> None:
    _template, parts = draft(WORD, f"{LOOP}\n|c|d|")
    cell = next(etree.fromstring(parts[WORD.part]).iter(f"{W}tc"))
    properties = [
        (etree.QName(one).localname, one.get(f"{W}w", one.get(f"{W}val"))) for one in cell[0]
    ]
    assert properties == [("tcW", "9000"), ("gridSpan", "2")]
