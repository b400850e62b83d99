"""Commands that fail have no effect in a draft, and their message stands at the place."""

from __future__ import annotations

import pytest

from tests.templating.drafts.drafting import read_draft
from tests.templating.small_packages import Kit, both, mistakes

FOO = "[foo is not defined]"
COLOUR = "[«x» is no colour; write six digits: 'C00000']"


@both
@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("|{% cellbg foo %}a|b|", f"|{FOO}a|b|"),
        ("|{% cellbg 'x' %}a|b|", f"|{COLOUR}a|b|"),
        ("|{% colspan foo %}a|b|", f"|{FOO}a|b|"),
        ("|{% colspan '' %}a|b|", "|['' is no number of columns]a|b|"),
        ("|{% colspan 'x' %}a|b|\n|c|d|", "|[x is no number of columns]a|b|\n|c|d|"),
        ("|{% span foo %}a@1x2|b|\n|a|b|c|", f"|{FOO}a@1x2|b|\n|a|b|c|"),
        ("|{% span 5 %}a|b|", "|[a number has no «col_span»]a|b|"),
        ("|{% columns foo %}a|b|", f"{FOO}\n|a|b|"),
        (
            "|{% columns [0, 0] %}a|b|",
            "[the widths of the columns add up to nothing]\n|a|b|",
        ),
        ("|{% vm foo %}a|b|\n|{% vm foo %}a|b|", f"|{FOO}a|b|\n|{FOO}a|b|"),
        ("|{% vm 1 / 0 %}a|b|", "|[division by zero]a|b|"),
        ("|{%tc for x in xs %}|{% hm foo %}{{ x }}|{%tc endfor %}|", f"|{FOO}1|{FOO}2|{FOO}3|"),
        ("a{% anchor foo %}b", f"{FOO}ab"),
    ],
)
def test_a_command_that_fails_has_no_effect(kit: Kit, text: str, outline: str) -> None:
    found, red, told = read_draft(kit, text)
    assert found == outline
    assert set(red) == {red[0]}
    assert red[0] in outline
    assert len({one.split(" failed: ")[-1] for one in told}) == 1


@both
@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("|{% columns [1] %}a|b|", "row 1 has more cells than the 1 columns"),
        ("|{% columns [1, 2, 3] %}a|b|", "row 1 fills 2 of 3 columns"),
        ("|{% colspan 3 %}a|b|\n|c|d|", "row 1 has more cells than the 2 columns"),
    ],
)
def test_a_message_takes_the_place_of_a_table_that_can_not_be_written(
    kit: Kit, text: str, problem: str
) -> None:
    outline, red, told = read_draft(kit, f"a\n{text}\nb")
    assert outline == f"a\n[{problem}]\nb"
    assert red == [f"[{problem}]"]
    assert [one.split(" failed: ")[1] for one in told] == [problem]


@both
def test_what_fails_within_such_a_table_is_printed_in_its_place_too(kit: Kit) -> None:
    _outline, red, told = read_draft(kit, "|{% columns [1] %}a|{{ y }}|")
    assert red == ["[row 1 has more cells than the 1 columns]", "[y is not defined]"]
    assert len(told) == 2


@both
def test_of_a_table_that_a_command_breaks_only_the_command_is_told(kit: Kit) -> None:
    text = "|{% colspan foo %}a|b|\n|{%tc for x in xs %}|{{ x }}|{%tc endfor %}|b|"
    assert read_draft(kit, text) == (FOO, [FOO], [FOO[1:-1]])


@both
def test_a_table_whose_columns_are_all_lost_is_replaced(kit: Kit) -> None:
    text = "|{%tc for x in foo %}|{{ x }}|{%tc endfor %}|"
    assert read_draft(kit, text) == (FOO, [FOO], [FOO[1:-1]])


@both
def test_cells_that_can_not_be_one_are_not_merged(kit: Kit) -> None:
    text = "|{%tr for x in xs %}||\n|{% vm 'a' %}{{ x }}|b|\n|{%tr endfor %}||"
    outline, red, told = read_draft(kit, text)
    message = "cells with different texts would be one: «1» and «2»"
    assert outline.startswith("|1|b|\n|2|b|\n|3|b|\n")
    assert (red, told) == ([f"[{message}]"], [f"{{% vm 'a' %}} failed: {message}"])


@both
def test_cells_that_fail_in_the_same_way_are_merged(kit: Kit) -> None:
    text = "|{%tr for x in xs %}||\n|{% vm 'a' %}t{{ y }}|b|\n|{%tr endfor %}||"
    assert read_draft(kit, text)[0] == "|t[y is not defined]@3x1|b|\n|^|b|\n|^|b|"


@both
def test_an_undefined_number_of_columns_is_told_as_undefined(kit: Kit) -> None:
    (message,) = mistakes(kit, "|{% colspan foo %}a|b|")
    assert "foo is not defined" in message


@both
def test_an_empty_number_of_columns_is_shown(kit: Kit) -> None:
    (message,) = mistakes(kit, "|{% colspan '' %}a|b|")
    assert "{% colspan '' %} failed: '' is no number of columns" in message
